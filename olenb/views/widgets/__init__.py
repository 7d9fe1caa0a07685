"""Forms, the editable table and the pictures that a notebook shows.

``blocks`` are the pieces of a form, ``screen`` shows them and runs actions, ``table`` is the
editable table; ``base`` keeps all of them quiet (no data in traits, reprs or saved notebooks).
"""
