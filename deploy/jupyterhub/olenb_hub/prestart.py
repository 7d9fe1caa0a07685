"""Start everybody's server five minutes before they come, a few at a time.

    python -m olenb_hub.prestart            everybody in the workshop's group
    python -m olenb_hub.prestart ana ben    these

On two cores each start takes some seconds of work; sixty people who open the page in the same
minute wait for minutes, and sixty servers that were started before open at once.
"""

import argparse
import sys
import time

from olenb_hub import hooks, settings
from olenb_hub.hub_api import ask
from olenb_hub.settings import Settings

PATIENCE = 1.0  # seconds between two looks


def start(hub: Settings, names: list[str]) -> list[str]:
    """Start the servers of `names`, at most `at_once` at a time; return whose didn't come up."""
    waiting, starting, failed = list(names), {}, []
    while waiting or starting:
        while waiting and len(starting) < hub.at_once:
            name = waiting.pop(0)
            ask(hub, "POST", f"/users/{name}")  # the hub knows them only after a first sign-in
            status, _ = ask(hub, "POST", f"/users/{name}/server")
            if status in (201, 202, 400):  # 400: it runs already
                starting[name] = time.monotonic()
            else:
                failed.append(name)
        time.sleep(PATIENCE)
        for name, since in list(starting.items()):
            _, user = ask(hub, "GET", f"/users/{name}")
            server = (user or {}).get("servers", {}).get("", {})
            if server.get("ready"):
                print(f"{name}: ready after {time.monotonic() - since:.0f} s", flush=True)
                del starting[name]
            elif not server or time.monotonic() - since > hub.start_seconds:
                failed.append(name)
                del starting[name]
    return failed


def main() -> int:
    """Start them, and say whose didn't."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="without any: everybody")
    hub = settings.read()
    names = parser.parse_args().names or sorted(hooks.members(hub.participants))
    failed = start(hub, names)
    print(f"{len(names) - len(failed)} of {len(names)} are ready.")
    if failed:
        print(f"Not ready: {', '.join(failed)}. See: journalctl -u olenb-hub", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
