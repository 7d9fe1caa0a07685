"""Who could introduce you to whom, how sure that is, and why."""
