"""The exercises for when one is stuck or wants more; each is short and leaves dated facts.

Every module is one exercise: what to say, what was said as a DataFrame, and what follows from
it. None of them is needed to go on.
"""
