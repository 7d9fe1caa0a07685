#!/usr/bin/env bash
# Put a JupyterHub for olenb onto this machine. Read it first: it is one page.
#
#   sudo ./install.sh                  into /opt/olenb-hub, settings in /etc/olenb-hub/hub.toml
#   sudo ./install.sh --prefix DIR     only the programs, into DIR: no groups, no service
#
# Needs Debian 12, Ubuntu 24.04 or the like with:  apt install python3-venv npm
# and, once, the package indexes of Python and npm (or the college's mirrors of them).
# Run again after an update of olenb: it changes programs, never hub.toml, accounts or workbooks.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
olenb=$(cd "$here/../.." && pwd)
prefix=/opt/olenb-hub
whole=yes
if [ "${1:-}" = --prefix ]; then
    prefix=${2:?"--prefix needs a folder"}
    whole=no
fi

stop() { echo "$1 Nothing was changed." >&2; exit 2; }
[ "$(id -u)" = 0 ] || stop "Please run this as root: participants get system users of their own."
python=$(command -v /usr/bin/python3 || command -v python3) || stop "There is no python3."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || stop "Python 3.11 or newer is needed."
"$python" -c 'import ensurepip, venv' 2>/dev/null || command -v uv >/dev/null ||
    stop "Please install python3-venv."
command -v npm >/dev/null || stop "Please install npm: the hub's proxy is a program for Node."

# 1. The programs. Everybody may read them, and only root may change them.
umask 022
mkdir -p "$prefix"
if command -v uv >/dev/null; then
    uv venv --quiet --allow-existing --python "$python" "$prefix/env"
    install=(uv pip install --quiet --python "$prefix/env/bin/python" --compile-bytecode)
else
    "$python" -m venv "$prefix/env"
    install=("$prefix/env/bin/python" -m pip install --quiet --compile)
fi
"${install[@]}" --require-hashes -r "$olenb/requirements.lock" -r "$here/requirements.lock"
"${install[@]}" --no-deps "$olenb"

mkdir -p "$prefix/proxy"
cp "$here"/proxy/package*.json "$prefix/proxy/"
(cd "$prefix/proxy" && npm ci --silent --no-audit --no-fund)

cp "$here/jupyterhub_config.py" "$prefix/"
cp -R "$here/olenb_hub" "$here/server" "$prefix/"
"$prefix/env/bin/python" -m compileall -q "$prefix/olenb_hub"
[ "$whole" = yes ] || { echo "The programs are in $prefix."; exit 0; }

# 2. The settings, once; then the two groups and the folder that the room shares.
mkdir -p /etc/olenb-hub
[ -e /etc/olenb-hub/hub.toml ] || cp "$here/hub.toml" /etc/olenb-hub/hub.toml
cd "$prefix"
env/bin/python - <<'PYTHON'
from olenb_hub import people, room, settings

hub = settings.read()
people.make_groups(hub)
room.make(hub)
PYTHON

# 3. The service, and a timer that deletes when the day has come.
if [ -d /run/systemd/system ]; then
    cp "$here"/systemd/* /etc/systemd/system/
    systemctl daemon-reload
    systemctl enable --now olenb-hub.service olenb-delete.timer
else
    echo "There is no systemd here. Start the hub so:"
    echo "  cd $prefix && env/bin/jupyterhub -f jupyterhub_config.py"
fi

cat <<WORDS

The hub is there. Now:
  1. Look at /etc/olenb-hub/hub.toml, above all at the address and the day of deletion,
     then: systemctl restart olenb-hub
  2. cd $prefix && env/bin/python -m olenb_hub.people 30 --counselor NAME
  3. Sign in with one of the slips, and run in a notebook there: !olenb doctor --room
  4. Five minutes before they come: env/bin/python -m olenb_hub.prestart
WORDS
