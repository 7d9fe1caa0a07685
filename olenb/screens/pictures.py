"""The two pictures on a page: they follow what changes in the forms beside them."""

from olenb.screens.base import shown
from olenb.views.widgets.picture import MapPicture, RoutesPicture
from olenb.workbook import Workbook


def people_map(wb: Workbook) -> MapPicture:
    """Show everybody whom the user knows, by circle (R52).

    Parameters
    ----------
    wb
        The workbook.

    """
    return shown(wb, _Map(wb))


def ways(wb: Workbook) -> RoutesPicture:
    """Show who could introduce the user, and where (R52).

    Parameters
    ----------
    wb
        The workbook.

    """
    return shown(wb, _Ways(wb))


class _Map(MapPicture):
    def __init__(self, wb: Workbook) -> None:
        self._wb = wb
        super().__init__(wb.map())

    def refresh(self) -> None:
        """Draw the people as they are now."""
        self.update(self._wb.map())


class _Ways(RoutesPicture):
    def __init__(self, wb: Workbook) -> None:
        self._wb = wb
        super().__init__(wb.routes())

    def refresh(self) -> None:
        """Draw the ways as they are now."""
        self.update(self._wb.routes())
