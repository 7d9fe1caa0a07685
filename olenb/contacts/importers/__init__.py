"""Files in: each parser turns one format into records; the loader brings them in."""
