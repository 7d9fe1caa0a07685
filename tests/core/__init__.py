"""The file and its vocabulary."""
