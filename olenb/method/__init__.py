"""What you do with it: goals first."""
