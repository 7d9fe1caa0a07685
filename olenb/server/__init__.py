"""The part of olenb inside the Jupyter server.

It says whether a page's code is ours, so that JupyterLab may run it when it is opened, and it
takes names out of notebooks when they are saved. `jupyter_server_config.d/olenb.json`, which
comes with the package, tells every Jupyter server of the same installation to load it.
"""

import os

from jupyter_server.serverapp import ServerApp
from jupyter_server.utils import url_path_join

from olenb.notebook import SAVES_CLEAN
from olenb.server.ours import OURS_PATH, OlenbServer, OursHandler
from olenb.server.saving import Saving


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "olenb.server"}]


def _load_jupyter_server_extension(server: ServerApp) -> None:
    app = server.web_app
    address = url_path_join(app.settings["base_url"], OURS_PATH)
    settings = OlenbServer(parent=server)
    app.add_handlers(".*$", [(address, OursHandler, {"settings_of_olenb": settings})])  # type: ignore[no-untyped-call]
    saving = Saving(server.log)
    files = server.contents_manager
    files.register_pre_save_hook(saving.before)  # type: ignore[no-untyped-call]
    files.register_post_save_hook(saving.after)  # type: ignore[no-untyped-call]
    if server.event_logger is not None:
        server.event_logger.add_listener(schema_id=files.event_schema_id, listener=saving.moved)
    # Its kernels inherit this: a notebook that finds it knows that names won't be saved with it.
    os.environ[SAVES_CLEAN] = "1"
