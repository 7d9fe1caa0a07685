"""Laws are tried on many small networks, more with `--slow`; a busy machine is no failure."""

import sys

from hypothesis import HealthCheck, settings

settings.register_profile(
    "network",
    deadline=None,
    max_examples=400 if "--slow" in sys.argv else 30,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("network")
