"""A real Jupyter server on a folder of its own, as the installation configures it."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

COMMAND = ["-m", "jupyter_server", "--no-browser", "--allow-root"]
PLACES = ("CONFIG_DIR", "DATA_DIR", "RUNTIME_DIR")


@dataclass
class Server:
    """One running server: its address, its token, its process and its folder."""

    url: str
    token: str
    process: subprocess.Popen[bytes]
    root: Path
    log: Path

    def ask(self, path: str, body: Any = None, method: str | None = None, **headers: str) -> Any:
        """Return the answer to a request, or the status with which the server refuses."""
        status, answer = self.answer(path, body, method, **headers)
        return answer if status < 400 else status

    def answer(
        self, path: str, body: Any = None, method: str | None = None, **headers: str
    ) -> tuple[int, Any]:
        """Return the status of a request and what is in the answer."""
        request = urllib.request.Request(
            f"{self.url}{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers=headers or {"Authorization": f"token {self.token}"},
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as refusal:
            return refusal.code, json.loads(refusal.read() or b"null")

    def save(self, path: str, model: dict[str, Any]) -> tuple[int, Any]:
        """Save a file as a browser does."""
        return self.answer(f"api/contents/{urllib.parse.quote(path)}", model, "PUT")

    def stop(self) -> None:
        """Stop the server."""
        self.process.terminate()
        self.process.wait(15)


def start(root: Path, settings: Path, *options: str, python: str = sys.executable) -> Server:
    """Start a server of `python` on `root`; what Jupyter keeps of a user is in `settings`."""
    own = {f"JUPYTER_{place}": str(settings / place) for place in PLACES}
    runtime, log = settings / "RUNTIME_DIR", settings / "server.log"
    options = (f"--ServerApp.root_dir={root}", "--ServerApp.ip=127.0.0.1", *options)
    with log.open("wb") as output:
        process = subprocess.Popen(
            [python, *COMMAND, "--ServerApp.port=0", *options],
            env={**os.environ, **own, "IPYTHONDIR": str(settings / "ipython")},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        for file in runtime.glob("jpserver-*.json"):
            try:
                info = json.loads(file.read_text("utf-8"))
                urllib.request.urlopen(f"{info['url']}api", timeout=5)
            except (OSError, ValueError):
                continue
            return Server(info["url"], info["token"], process, root, log)
        time.sleep(0.1)
    process.kill()
    raise AssertionError("the Jupyter server did not start:\n" + log.read_text("utf-8")[-2000:])
