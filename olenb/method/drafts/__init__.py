"""Something to write at every step of a contact: parts from the facts, the rest left for you.

A draft is put together from what the workbook knows (names, how you are connected, what you'd
like to learn, what you agreed on) and from prompts in brackets for what only the user can say.
It is never prose in their place. Names are put beside each other and never formatted, so a name
with braces in it is only a name.
"""
