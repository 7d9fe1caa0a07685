"""What may go wrong, and what must happen then: one test or more for each case (README.md)."""
