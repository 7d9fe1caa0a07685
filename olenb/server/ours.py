"""Whether a page's code is ours: the server knows what came with olenb.

JupyterLab runs a page of the workbook when it is opened, and must never run a stranger's. The
browser sends the code *that it would run*, and the server compares it byte for byte with the
notebooks that came with olenb. Nothing is read from a path that the browser names, and nothing
can change between the comparing and the running, for what was compared is what runs.
"""

import json
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from tornado import web
from traitlets import Unicode
from traitlets.config import LoggingConfigurable

from olenb.core.resources import notebooks_dir

OURS_PATH = "/olenb/api/ours"


class OlenbServer(LoggingConfigurable):
    """Settings of olenb in the Jupyter server."""

    notebooks_dir = Unicode(
        config=True, help="Folder of the notebooks whose code runs when they are opened."
    )

    def _notebooks_dir_default(self) -> str:
        return str(notebooks_dir())


class OursHandler(APIHandler):
    """Answer `{"ours": true}` when all the code of a page is, in order, that of a shipped page."""

    auth_resource = "kernels"

    def initialize(self, settings_of_olenb: OlenbServer) -> None:
        """Take the settings; tornado calls this for each request."""
        self.settings_of_olenb = settings_of_olenb

    @web.authenticated
    @authorized("execute")  # type: ignore[untyped-decorator]  # Jupyter declares no types here
    def post(self) -> None:
        """Compare `{"code": [source, ...]}` with the shipped notebooks."""
        body = self.get_json_body()
        code = body.get("code") if isinstance(body, dict) else None
        if not isinstance(code, list):
            raise web.HTTPError(HTTPStatus.BAD_REQUEST, 'expected {"code": [source, ...]}')
        folder = Path(self.settings_of_olenb.notebooks_dir)
        self.finish(json.dumps({"ours": bool(code) and code in shipped_code(folder)}))


def shipped_code(folder: Path) -> Iterator[list[str]]:
    """Yield the sources of the code cells of each notebook in `folder` and below it."""
    for path in sorted(folder.rglob("*.ipynb")):
        yield code_of(json.loads(path.read_bytes()))


def code_of(notebook: dict[str, Any]) -> list[str]:
    r"""Return the sources of the code cells of a notebook in nbformat 4, in order.

    >>> code_of({"cells": [{"cell_type": "code", "source": ["import olenb\n", "olenb"]}]})
    ['import olenb\nolenb']
    """
    cells = (cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    return ["".join(cell["source"]) for cell in cells]
