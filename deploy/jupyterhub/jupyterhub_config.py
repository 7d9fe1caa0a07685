"""JupyterHub for a workshop with olenb on one machine. Settings are in hub.toml, not here."""

import os
import secrets
import sys
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from olenb_hub import hooks, server, settings  # noqa: E402 - the path above comes first

c = get_config()  # noqa: F821 - JupyterHub brings it
hub = settings.read()
os.umask(0o077)  # the hub's own files, and what every participant's server and kernel makes
hub.state.mkdir(mode=0o700, parents=True, exist_ok=True)

# Where it listens.
address = urlsplit(hub.address)
c.JupyterHub.bind_url = hub.address
c.JupyterHub.hub_port = hub.hub_port
c.JupyterHub.ssl_key, c.JupyterHub.ssl_cert = hub.ssl_key, hub.ssl_cert
if hub.subdomains:
    c.JupyterHub.subdomain_host = hub.subdomains
c.ConfigurableHTTPProxy.command = [str(hub.proxy)]
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{hub.proxy_port}"
c.ConfigurableHTTPProxy.pid_file = str(hub.state / "proxy.pid")

# What it keeps: names of accounts and when they were here; nothing of anybody's workbook.
c.JupyterHub.db_url = f"sqlite:///{hub.state / 'hub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(hub.state / "cookie-secret")

# Who may come in: users of this machine who are in the workshop's group.
c.JupyterHub.authenticator_class = "pam"
c.PAMAuthenticator.allowed_groups = {hub.participants}
c.PAMAuthenticator.open_sessions = False

# A system user for each, never one for all.
c.JupyterHub.spawner_class = "localprocess"
c.Spawner.cmd = [sys.executable, server.__file__]
c.Spawner.pre_spawn_hook = hooks.before_start(hub)
c.Spawner.disable_user_config = True
c.Spawner.environment = {
    "OLENB_ROOM": str(hub.room),
    "OLENB_TYPED_ONLY": "1" if hub.typed_only else "0",
    "OLENB_CLOSED_SECONDS": str(hub.closed_seconds),
}
c.Spawner.start_timeout = c.Spawner.http_timeout = hub.start_seconds
c.JupyterHub.concurrent_spawn_limit = 0  # beyond a limit people would be told to come again
c.JupyterHub.allow_named_servers = False
c.JupyterHub.tornado_settings = {"slow_spawn_timeout": 0}  # whoever starts many needn't wait

# Servers that nobody uses are stopped, and our own scripts may start and stop them.
if not hub.token_file.exists():
    hub.token_file.touch(mode=0o600)
    hub.token_file.write_text(secrets.token_hex(32))
culler = [sys.executable, "-m", "jupyterhub_idle_culler", f"--timeout={hub.idle_minutes * 60}"]
c.JupyterHub.services = [
    {"name": "culler", "command": culler},
    {"name": "keeper", "api_token": hub.token_file.read_text()},
]
stops = ["list:users", "read:users:activity", "read:servers", "delete:servers"]
c.JupyterHub.load_roles = [
    {"name": "culler", "scopes": stops, "services": ["culler"]},
    {"name": "keeper", "scopes": [*stops, "servers", "admin:users"], "services": ["keeper"]},
]

# What everybody reads before they sign in.
day = f"{hub.delete_on.day} {hub.delete_on:%B %Y}"
c.JupyterHub.template_vars = {
    "announcement": (
        f"All that you write here is deleted on {day}. Whoever runs this machine can read it. "
        "To take your workbook along, say on the first page that this computer is shared."
    )
}
