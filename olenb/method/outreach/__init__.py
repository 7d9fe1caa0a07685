"""How far it is with each person: what happened is kept, and everything else follows from it."""
