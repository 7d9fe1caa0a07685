"""Who you know."""
