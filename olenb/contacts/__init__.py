"""Who you know: people, organizations, and the files they come from."""
