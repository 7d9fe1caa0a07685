"""`python -m olenb` is `olenb`."""

from olenb.cli import main

main()
