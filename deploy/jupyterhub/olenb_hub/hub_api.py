"""Speaking with the running hub on this machine."""

import json
import urllib.error
import urllib.request
from typing import Any

from olenb_hub.settings import Settings


def ask(settings: Settings, method: str, path: str, body: Any = None) -> tuple[int, Any]:
    """Return the status and the answer of one request.

    Parameters
    ----------
    settings
        Where the hub is and where the key lies.
    method
        GET, POST or DELETE.
    path
        Below `/hub/api`, such as "/users".
    body
        What is sent, as plain values.

    """
    request = urllib.request.Request(
        settings.api + path,
        data=None if body is None else json.dumps(body).encode(),
        method=method,
        headers={"Authorization": f"token {settings.token_file.read_text().strip()}"},
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as error:
        return error.code, None
