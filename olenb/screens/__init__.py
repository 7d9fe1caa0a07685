"""What the notebooks show: one small form for each step, over the facade.

Every form only calls what a notebook cell could call, and shows what it returns.
"""
