"""What may leave the workbook, and with whose names: the one filter before every door (R37, R38).

Files, pages, pictures, drafts and commands that print all ask here, and nothing else decides it:

1. People, notes, moments and plans that are marked as between the user and them don't leave, and
   neither does what came of them.
2. Words of the user's that name such a person, or repeat what is between them, stay as a whole;
   they aren't patched up. The preview says how many.
3. A name is said where names are wanted, and never that of somebody whose yes was asked for and
   isn't there: “somebody” stands in its place.

`for_others` answers for whole tables: a copy of the workbook in memory, without the first two.
`Discretion` answers for one text or name at a time, `Message` for words to one person, and
`refusals` says why such words can't be kept as they are. `Own` is for the user's own eyes.
"""

from olenb.method.discretion.copies import Staying, for_others
from olenb.method.discretion.messages import Message, refusals
from olenb.method.discretion.texts import SOMEBODY, Discretion, Own

__all__ = ["SOMEBODY", "Discretion", "Message", "Own", "Staying", "for_others", "refusals"]
