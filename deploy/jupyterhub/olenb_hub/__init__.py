"""A JupyterHub for a workshop with olenb, on one machine: a system user for each participant."""
