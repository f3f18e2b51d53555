"""Addresses of version 6: as a place to connect to, and as the host itself."""

from __future__ import annotations

import http.server
import socket
import threading
from collections.abc import Iterator

import pytest

from citecheck.model import FailureKind
from citecheck.web import WebSettings
from citecheck.web.settings import parse_connect_to
from tests.web.asking import ask, failure_of, page_of


class _Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = f"<p>Asked of {self.headers['Host']}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is told."""


UNUSED = 9
"""A port on which nothing listens, where there is no server to ask."""


class _Server(http.server.ThreadingHTTPServer):
    address_family = socket.AF_INET6
    daemon_threads = True


@pytest.fixture
def port() -> Iterator[int | None]:
    """A server on ::1; `None` where the machine has no such address."""
    try:
        server = _Server(("::1", 0), _Page)
    except OSError:
        yield None
        return
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def test_a_name_is_connected_to_an_address_of_version_6(port: int | None) -> None:
    mapping = parse_connect_to(f"a.example:80:[::1]:{port or UNUSED}")
    settings = WebSettings(connect_to=(mapping,), host_interval=0)
    if port is None:
        assert failure_of(ask(settings, "http://a.example/x")).kind is not FailureKind.FORBIDDEN
        return
    assert page_of(ask(settings, "http://a.example/x")).body == b"<p>Asked of a.example"


def test_a_literal_address_is_asked_only_where_the_user_says_so(port: int | None) -> None:
    url = f"http://[::1]:{port or UNUSED}/x"
    assert failure_of(ask(WebSettings(host_interval=0), url)).kind is FailureKind.FORBIDDEN
    if port is None:
        return
    allowed = WebSettings(allow_private=True, host_interval=0)
    assert page_of(ask(allowed, url)).body == f"<p>Asked of [::1]:{port}".encode()
    mapped = WebSettings(connect_to=(parse_connect_to(f"[::1]:80:[::1]:{port}"),), host_interval=0)
    assert page_of(ask(mapped, "http://[::1]/x")).body == b"<p>Asked of [::1]"
