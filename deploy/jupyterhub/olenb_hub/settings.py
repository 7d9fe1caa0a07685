"""The settings of the hub, read from `hub.toml` and checked."""

import os
import tomllib
from dataclasses import MISSING, dataclass, fields
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

WHERE = "OLENB_HUB"
USUAL = Path("/etc/olenb-hub/hub.toml")


class SettingsFault(SystemExit):
    """A setting can't be used; the message says which and what is allowed."""


@dataclass(frozen=True)
class Settings:
    """What `hub.toml` says.

    Parameters
    ----------
    address
        Where people open the hub; only its port is listened on, at its host.
    delete_on
        The day on which all that participants made is deleted.
    state, shared, proxy
        The hub's own folder, the one that all share, and the program configurable-http-proxy.
    participants, counselors
        Groups of the machine; a counselor is in both.
    typed_only
        Whether files of people stay at home.
    idle_minutes, closed_seconds, start_seconds, at_once
        When servers and pages are stopped, how long one may take to start, how many are
        started at a time ahead of the people.
    ssl_key, ssl_cert, subdomains
        For TLS by the hub itself, and for a domain for each user.
    hub_port, proxy_port
        Ports for the hub's own parts, on this machine only.
    """

    address: str
    delete_on: date
    state: Path
    shared: Path
    proxy: Path
    participants: str = "olenb-people"
    counselors: str = "olenb-counselors"
    typed_only: bool = True
    idle_minutes: int = 45
    closed_seconds: int = 120
    start_seconds: int = 300
    at_once: int = 4
    ssl_key: str = ""
    ssl_cert: str = ""
    subdomains: str = ""
    hub_port: int = 8081
    proxy_port: int = 8001

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise SettingsFault("address must be like http://127.0.0.1:8000")
        here = parts.hostname in ("127.0.0.1", "localhost", "::1")
        if parts.scheme == "http" and not here:
            raise SettingsFault(
                "address: without TLS the hub listens on this machine only (http://127.0.0.1:...). "
                "Put the college's web server before it, or set https, ssl_key and ssl_cert."
            )
        if parts.scheme == "https" and not (self.ssl_key and self.ssl_cert):
            raise SettingsFault("address: for https set ssl_key and ssl_cert")
        for name in ("idle_minutes", "closed_seconds", "start_seconds", "at_once"):
            if getattr(self, name) < 1:
                raise SettingsFault(f"{name} must be 1 or more")

    @property
    def room(self) -> Path:
        """The folder of the workshop; the one around it keeps everybody else out."""
        return self.shared / "room"

    @property
    def token_file(self) -> Path:
        """The key with which our own scripts speak to the hub; only root reads it."""
        return self.state / "keeper-token"

    @property
    def api(self) -> str:
        """The address of the hub's own interface, on this machine."""
        return f"http://127.0.0.1:{self.hub_port}/hub/api"


def read(path: Path | None = None) -> Settings:
    """Return the settings from `path`, else from where OLENB_HUB says, else from /etc.

    Raises
    ------
    SettingsFault
        The file can't be read, or says something that isn't allowed.

    """
    path = path or Path(os.environ.get(WHERE, USUAL))
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsFault(f"{path} can't be read: {error}") from None
    known = {field.name: field for field in fields(Settings)}
    if strange := sorted(set(said) - set(known)):
        raise SettingsFault(f"{path}: nobody knows {', '.join(strange)}")
    needed = {name for name, field in known.items() if field.default is MISSING}
    if lacking := sorted(needed - set(said)):
        raise SettingsFault(f"{path}: please set {', '.join(lacking)}")
    for name, value in said.items():
        wanted = known[name].type
        if wanted is Path and isinstance(value, str):
            said[name] = Path(value)
        elif type(value) is not wanted:
            raise SettingsFault(f"{path}: {name} must be a {wanted.__name__}")
    return Settings(**said)
