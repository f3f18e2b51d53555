"""Nothing in a test talks to an address outside loopback, and in CI nothing may skip."""

from __future__ import annotations

import ipaddress
import os
import socket
from typing import Any

import hypothesis
import pytest

from citecheck.match.crosslingual import dictionaries

# The same examples each time: a test that fails for one change and passes for the next teaches nothing. To
# search anew: HYPOTHESIS_PROFILE=explore.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
hypothesis.settings.register_profile("explore", deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

collect_ignore_glob = ["whole/no_sockets/*"]
"""Start-up code of a child process: it must not run in this one."""

_connect = socket.socket.connect
_connect_ex = socket.socket.connect_ex


def _refuse_outside(address: Any) -> None:
    if not isinstance(address, tuple):
        return  # a Unix socket
    host = str(address[0])
    try:
        loopback = ipaddress.ip_address(host).is_loopback
    except ValueError:
        loopback = host == "localhost"
    if not loopback:
        pytest.fail(f"a test tried to reach {address}")


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(self: socket.socket, address: Any) -> None:
        _refuse_outside(address)
        _connect(self, address)

    def connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_outside(address)
        return _connect_ex(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "connect_ex", connect_ex)


@pytest.fixture(autouse=True)
def _no_dictionary_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test says the same whether or not its machine has dictionaries installed."""
    monkeypatch.setattr(dictionaries, "FOLDERS", ())


def pytest_terminal_summary(terminalreporter: Any) -> None:
    if _skipped(terminalreporter):
        terminalreporter.write_line("Skipped tests count as failures here (CITECHECK_NOTHING_MAY_SKIP).")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if exitstatus == pytest.ExitCode.OK and _skipped(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _skipped(reporter: Any) -> bool:
    return bool(os.environ.get("CITECHECK_NOTHING_MAY_SKIP") and reporter and reporter.stats.get("skipped"))
