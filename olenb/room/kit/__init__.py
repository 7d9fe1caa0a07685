"""A workshop on paper: the cards of the kit, from the same words and numbers as the screens."""
