"""Four plans to be useful somewhere and to be seen there, one question at a time (R41–R48).

`steps` says what a question is; `volunteer`, `internship`, `article` and `shadowing` hold the
questions of each plan; `plans` reads what was answered and `answers` writes it. What a plan brings
goes where everything goes: people into `person` with a tie, skills into `plan_skill`, changed
goals into `goal`.
"""
