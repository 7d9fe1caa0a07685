"""A participant as their browser is one: signs in, opens the first page, runs it.

For the test and for the load test. It speaks with the hub over HTTP and with the kernel over a
websocket, as JupyterLab does, and holds one session's cookies.
"""

import json
import time
import uuid
from typing import Any
from urllib.parse import urlsplit

import requests
import websocket

FIRST = "00_start_here.ipynb"
PATIENCE = 0.5


class Trouble(Exception):
    """Something didn't go as it does for a participant for whom all is well."""


class Visitor:
    """One participant.

    Parameters
    ----------
    address
        Where the hub is.
    name, password
        Of their account.
    patience
        How many seconds one step may take.
    """

    def __init__(self, address: str, name: str, password: str, patience: float = 300) -> None:
        self.address, self.name, self.patience = address.rstrip("/"), name, patience
        self._password = password
        self._web = requests.Session()
        self._web.trust_env = False  # no proxy between this machine and itself
        self._socket: websocket.WebSocket | None = None
        self._session = uuid.uuid4().hex

    def sign_in(self) -> None:
        """Sign in to the hub.

        Raises
        ------
        Trouble
            The hub didn't let them in.

        """
        page = self.address + "/hub/login"
        self._web.get(page, timeout=self.patience)
        said = {"username": self.name, "password": self._password, "_xsrf": self._key("/hub/")}
        answer = self._web.post(page, data=said, timeout=self.patience)
        if "/login" in urlsplit(answer.url).path or not answer.ok:
            raise Trouble(f"not signed in ({answer.status_code})")

    def open(self) -> float:
        """Start the server where it doesn't run, open the first page; return after how long."""
        self._web.get(f"{self.address}/hub/spawn/{self.name}", timeout=self.patience)
        return self.look(f"doc/tree/{FIRST}")

    def look(self, path: str) -> float:
        """Wait until a page of the own server opens; return after how long."""
        began = time.monotonic()
        while True:
            page = self._web.get(self._own(path), timeout=self.patience)
            if page.ok and urlsplit(page.url).path.startswith(f"/user/{self.name}/"):
                return time.monotonic() - began
            if time.monotonic() - began > self.patience:
                raise Trouble(f"the page didn't open ({page.status_code})")
            time.sleep(PATIENCE)

    def notebook(self, name: str = FIRST) -> list[str]:
        """Return the code cells of a page, as the server gives it."""
        answer = self._web.get(self._own(f"api/contents/{name}"), timeout=self.patience)
        answer.raise_for_status()
        cells = answer.json()["content"]["cells"]
        return [cell["source"] for cell in cells if cell["cell_type"] == "code"]

    def start_kernel(self, name: str = FIRST) -> None:
        """Start the page's Python and connect with it."""
        wanted = {"path": name, "name": name, "type": "notebook", "kernel": {"name": "python3"}}
        answer = self._web.post(
            self._own("api/sessions"),
            json=wanted,
            headers={"X-XSRFToken": self._key(f"/user/{self.name}/")},
            timeout=self.patience,
        )
        answer.raise_for_status()
        path = self._own(f"api/kernels/{answer.json()['kernel']['id']}/channels")
        cookies = "; ".join(f"{one.name}={one.value}" for one in self._web.cookies)
        self._socket = websocket.create_connection(
            path.replace("http", "ws", 1) + f"?session_id={self._session}",
            cookie=cookies,
            timeout=self.patience,
        )

    def run(self, code: str) -> str:
        """Run code in the page's Python; return what it printed.

        Raises
        ------
        Trouble
            It ended with an error.

        """
        printed, error = self._ran(code)
        if error:
            raise Trouble(error)
        return printed

    def said(self, code: str) -> str:
        """Run code; return what it printed, be it that it ended with an error."""
        return self._ran(code)[0]

    def _ran(self, code: str) -> tuple[str, str]:
        if self._socket is None:
            raise Trouble("there is no kernel")
        number, printed, error = uuid.uuid4().hex, [], ""
        self._socket.send(json.dumps(_request(number, self._session, code)))
        while True:
            message = json.loads(self._socket.recv())
            if message["parent_header"].get("msg_id") != number:
                continue
            content = message["content"]
            if message["msg_type"] == "stream" and content["name"] == "stdout":
                printed.append(content["text"])
            elif message["msg_type"] == "error":
                error = f"{content['ename']}: {content['evalue']}"
            elif message["msg_type"] == "status" and content["execution_state"] == "idle":
                return "".join(printed), error

    def request(self, path: str) -> int:
        """Return the status of a request below `/user/`, such as to somebody else's server."""
        return self._web.get(f"{self.address}/user/{path}", timeout=self.patience).status_code

    def leave(self) -> None:
        """Close the window."""
        if self._socket is not None:
            self._socket.close()
        self._web.close()

    def _own(self, path: str) -> str:
        return f"{self.address}/user/{self.name}/{path}"

    def _key(self, path: str) -> str:
        """Return the key against forged requests that holds for a path."""
        return next(
            one.value for one in self._web.cookies if (one.name, one.path) == ("_xsrf", path)
        )


def _request(number: str, session: str, code: str) -> dict[str, Any]:
    header = {
        "msg_id": number,
        "msg_type": "execute_request",
        "username": "",
        "session": session,
        "date": "",
        "version": "5.3",
    }
    content = {
        "code": code,
        "silent": False,
        "store_history": False,
        "user_expressions": {},
        "allow_stdin": False,
        "stop_on_error": True,
    }
    return {
        "header": header,
        "parent_header": {},
        "metadata": {},
        "content": content,
        "channel": "shell",
        "buffers": [],
    }
