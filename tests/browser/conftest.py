"""Fixtures for the browser tests: Chromium, a JupyterLab to look at, a page that is watched."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lab import CHROMIUM_ARGUMENTS, Lab, find_chromium, start
from playwright.sync_api import (
    Browser,
    BrowserContext,
    BrowserType,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

expect.set_options(timeout=30_000)  # a busy machine is slow, and nothing waits in vain
NO_BROWSER = "no Chromium or Chrome on this machine: the browser tests did not run"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give a walk through a real browser a second chance in CI; the report tells of it."""
    if os.environ.get("OLENB_CI"):
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserType]:
    """What starts Chromium; without one the test is skipped, or fails where CI is set."""
    if find_chromium() is None:
        (pytest.fail if os.environ.get("OLENB_CI") else pytest.skip)(NO_BROWSER)
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="session")
def browser(chromium: BrowserType) -> Iterator[Browser]:
    """Chromium, started once, for windows that remember nothing."""
    browser = chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def profile(
    chromium: BrowserType, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """A user's Chromium, which keeps JupyterLab's code compiled: a page opens a fifth quicker."""
    context = chromium.launch_persistent_context(
        tmp_path_factory.mktemp("profile"),
        executable_path=find_chromium(),
        args=CHROMIUM_ARGUMENTS,
        viewport={"width": 1280, "height": 900},
    )
    yield context
    context.close()


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Lab]]:
    """Start JupyterLab on a folder: `server = lab(home)`. One per folder, stopped at the end."""
    running: dict[Path, Lab] = {}

    def server(home: Path, *arguments: str) -> Lab:
        if home not in running:
            running[home] = start(home, tmp_path_factory.mktemp("jupyter"), *arguments)
        return running[home]

    yield server
    for one in running.values():
        one.stop()


@pytest.fixture
def page(profile: BrowserContext, lab: Callable[..., Lab]) -> Iterator[Page]:
    """A fresh page; the test fails if it asked another host or wrote an error to the console."""
    page = profile.new_page()
    page.set_default_timeout(30_000)
    page.other_hosts, page.errors, page.expected_errors = [], [], []

    def watch_request(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "http://localhost:", "data:", "blob:")):
            page.other_hosts.append(request.url)

    def watch_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            page.errors.append(message.text)

    page.on("request", watch_request)
    page.on("console", watch_console)
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    yield page
    page.close()
    profile.clear_cookies()
    expected = page.expected_errors
    assert page.other_hosts == []
    assert [e for e in page.errors if not any(part in e for part in expected)] == []
