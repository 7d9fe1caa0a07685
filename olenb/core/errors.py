"""One family of errors, written for the person at the screen.

A message says what happened, that nothing was lost, and what to do next. It never carries
a contact's name, address or note: messages end up in logs, screenshots and saved notebooks.
"""


class OlenbError(Exception):
    """Something that the user can act on; its message is shown as it is."""


class WorkbookMissing(OlenbError):
    """There are backups, so a workbook was here, and now its file is gone."""


class WorkbookDamaged(OlenbError):
    """The file is there and isn't a sound workbook; it is left untouched."""


class WorkbookNewer(OlenbError):
    """The file was written by a newer olenb; it is left untouched."""


class WorkbookBusy(OlenbError):
    """Another notebook holds the file for longer than we wait."""


class WorkbookReadOnly(OlenbError):
    """The file or its folder can't be written to."""


class DiskFull(WorkbookReadOnly):
    """There is no room left for this step; what was saved before is still there."""


class WorkbookReplaced(OlenbError):
    """The open file is no longer the one in its place: restored or moved meanwhile."""


class UpdateFailed(OlenbError):
    """A workbook of an older olenb could not be brought up to date; it is as it was."""


class ExampleIsReadOnly(OlenbError):
    """The invented example was opened on purpose, and examples are not written to."""


class UndoRefused(OlenbError):
    """Undoing would take something else with it, or there is nothing to undo."""


class WrongFile(OlenbError):
    """A file isn't what it was given as, or can't be read safely."""


class NotAllowed(OlenbError):
    """A value isn't one of those that the workbook knows."""


class NotFound(OlenbError):
    """No such person, organization or target in the workbook."""


class SchoolFault(OlenbError):
    """A school's own settings can't be used as they are; the usual ones hold meanwhile."""


class ResourceMissing(OlenbError):
    """A file that ships with olenb isn't where the installation should have put it."""


class NotWritten(OlenbError):
    """A file for others couldn't be written; what stood in its place is still there."""
