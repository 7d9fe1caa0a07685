"""No network: the main paths run in a process that may talk to nobody but itself."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

GUARD = """
import sys

def _allowed(address):
    if not isinstance(address, tuple):
        return True  # a file of this computer's, and no net
    return str(address[0]) in ("127.0.0.1", "::1", "localhost", "")

def _guard(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        if not _allowed(arguments[1]):
            raise PermissionError(f"asked for the network: {event}")
    elif event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        if str(arguments[0]) not in ("127.0.0.1", "::1", "localhost", "None", ""):
            raise PermissionError(f"asked for a name: {event}")
    elif event in ("urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect",
                   "webbrowser.open", "imaplib.open", "telnetlib.Telnet.open", "nntplib.connect"):
        raise PermissionError(f"asked for the network: {event}")

sys.addaudithook(_guard)
"""
PATHS = """
import json
from pathlib import Path
import olenb
from olenb import copies, doctor, launch, screens
from olenb.contacts import importers
from olenb.views import figures

home, files = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
launch.prepare(home)
assert launch.command(home, open_browser=False)
example = olenb.open_workbook(home, sample=True)
assert len(example.introductions())
wb = olenb.open_workbook(home, sample=False)
reports = [wb.import_file(file) for file in files]
wb.add("Ana Ruiz, Mayo Clinic, cousin")
wb.add_target("Mayo Clinic", role="nurse")
asked = wb.people_to_ask()
wb.record_answer("Ana Ruiz", "Mayo Clinic", "yes", "Rosa Vik", "nurse")
routes = wb.introductions()
graph = wb.graph()
wb.save_map(home / "exports" / "map.svg")
wb.save_routes(home / "exports" / "routes.png")
wb.backup(); wb.undo(); wb.care.restore()
forms = [getattr(screens, name) for name in screens.__all__]
shown = 0
for form in (each for each in forms if callable(each)):
    getattr(form(wb), "first_document", lambda: None)()
    shown += 1
assert shown > 15
text, well = doctor.report(home)
wb.care.forget(wb.care.look([wb.people["id"].iloc[-1]]))
print(json.dumps({"read": [report.read for report in reports], "routes": len(routes),
                  "asked": len(asked), "nodes": len(graph), "well": well,
                  "pictures": len(list((home / "exports").iterdir()))}))
"""
FIXTURES = Path(__file__).parents[1] / "contacts" / "importers" / "fixtures"


def run(*arguments: str | Path, code: str = "") -> subprocess.CompletedProcess[str]:
    """Run Python so that it can reach nobody."""
    return subprocess.run(
        [sys.executable, "-c", GUARD + code, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


ATTEMPTS = {
    "a connection": "import socket; socket.create_connection(('192.0.2.1', 80), 1)",
    "a name": "import socket; socket.getaddrinfo('example.org', 80)",
    "a datagram": "from socket import *; socket(type=SOCK_DGRAM).sendto(b'', ('192.0.2.1', 9))",
    "a page": "import urllib.request; urllib.request.urlopen('http://192.0.2.1/')",
}


@pytest.mark.parametrize("what", ATTEMPTS)
def test_the_guard_lets_nobody_through(what: str) -> None:
    done = run(code=ATTEMPTS[what])
    assert done.returncode == 1
    assert "PermissionError: asked for " in done.stderr


def test_the_guard_lets_a_process_talk_to_its_own_computer() -> None:
    code = (
        "import socket; s = socket.create_server(('127.0.0.1', 0)); "
        "socket.create_connection(s.getsockname()).close(); print('ok')"
    )
    assert run(code=code).stdout.strip() == "ok"


def test_the_main_paths_ask_nobody_for_anything(home: Path, tmp_path: Path) -> None:
    linkedin = tmp_path / "Connections.csv"
    linkedin.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Bo,Lind,https://www.linkedin.com/in/bo,bo@x.example,Mayo Clinic,Nurse,12 Mar 2023\n"
    )
    cards = tmp_path / "cards.vcf"
    cards.write_text(
        "BEGIN:VCARD\nVERSION:4.0\nFN:Cy Oh\nPHOTO;VALUE=uri:http://192.0.2.1/cy.jpg\n"
        "URL:http://192.0.2.1/\nORG:Elm\nEND:VCARD\n"
    )
    graph = tmp_path / "ties.graphml"
    graph.write_text(
        '<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://192.0.2.1/x.xsd">'
        "<graph><node id='Di Ek'/><node id='Ed Fo'/><edge source='Di Ek' target='Ed Fo'/></graph>"
        "</graphml>"
    )
    files = [linkedin, cards, graph, FIXTURES / "google_new.csv", FIXTURES / "outlook_com.csv"]
    done = run(home, *files, code=PATHS)
    assert done.returncode == 0, done.stderr[-2000:]
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["well"] is True
    assert min(said["read"]) >= 1
    assert min(said["routes"], said["asked"], said["nodes"], said["pictures"]) >= 1


COMMANDS = (
    ("add", "Ana Ruiz, Mayo Clinic, cousin"),
    ("target", "Mayo Clinic"),
    ("introductions", "--json"),
    ("map", "--out", "map.svg"),
    ("routes", "--out", "routes.svg"),
    ("backup",),
    ("restore", "--list"),
    ("restore",),
    ("undo",),
    ("doctor",),
    ("forget", "--untouched"),
    ("leave", "--yes"),
)


def test_the_commands_ask_nobody_for_anything(home: Path, tmp_path: Path) -> None:
    code = (
        "import os; os.chdir(sys.argv[2])\n"
        "from click.testing import CliRunner\nfrom olenb.cli import main\n"
        f"for command in {COMMANDS!r}:\n"
        "    done = CliRunner().invoke(main, ['--home', sys.argv[1], *command])\n"
        "    assert done.exit_code == 0, (command, done.output, done.exception)\n"
        "print('ok')"
    )
    done = run(home, tmp_path, code=code)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.strip() == "ok"


@pytest.mark.faults
def test_a_notebook_that_is_run_asks_nobody_for_anything(home: Path, tmp_path: Path) -> None:
    """The kernel talks to its starter over the loopback, and to nobody else."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(GUARD)
    code = (
        "import os, nbformat; from pathlib import Path; from nbclient import NotebookClient\n"
        "from olenb import launch\n"
        "os.environ['PYTHONPATH'] = sys.argv[2]\n"
        "os.environ.update(launch.environment(sys.argv[1], sample=True))\n"
        "page = launch.prepare(sys.argv[1]).with_name('03_introductions.ipynb')\n"
        "notebook = nbformat.read(page, 4)\n"
        "guarded = nbformat.v4.new_code_cell('import sitecustomize; print(sitecustomize._guard)')\n"
        "notebook.cells.insert(0, guarded)\n"
        "NotebookClient(notebook, timeout=120).execute(cwd=str(page.parent))\n"
        "assert '_guard' in str(notebook.cells[0].outputs), notebook.cells[0].outputs\n"
        "print('ok')"
    )
    done = run(home, site, code=code)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.strip() == "ok"
