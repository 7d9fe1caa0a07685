"""A workshop: the questions travel, never the address books."""
