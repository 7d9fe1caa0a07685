"""What you see and what leaves."""
