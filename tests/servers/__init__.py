"""A web of our own on loopback: any host name, over sockets and TLS, with every fault that a test wants.

    with Loopback() as server:
        server.put("a.example", "/page", page("<p>Hello</p>"))
        server.put("a.example", "/gone", page("no", status=404))
        settings = WebSettings(connect_to=server.connect_to, ca_file=server.ca_file)

The server runs in a thread with an event loop of its own, so that it serves code under test in this process,
in a child process (`server.arguments`) and in a benchmark alike.
"""

from tests.servers.answers import (
    Answer,
    closing,
    delayed,
    drip,
    endless,
    garbage,
    page,
    raw,
    redirect,
    reset,
    sequence,
    short,
    silent,
)
from tests.servers.deaf import babbling, closed_port, refusing, unanswering
from tests.servers.loopback import Loopback, Seen

__all__ = [
    "Answer",
    "Loopback",
    "Seen",
    "babbling",
    "closed_port",
    "closing",
    "delayed",
    "drip",
    "endless",
    "garbage",
    "page",
    "raw",
    "redirect",
    "refusing",
    "reset",
    "sequence",
    "short",
    "silent",
    "unanswering",
]
