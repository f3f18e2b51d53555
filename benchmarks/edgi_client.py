"""Asks an archive through EDGI's `wayback`, a client known to work with the Internet Archive.

Runs in that client's own environment, never in this project's: questions come as JSON on standard input,
answers go as JSON to standard output. `web.archive.org` is the port of loopback that the questions name; no
other host can be reached.
"""

import hashlib
import json
import socket
import sys
from datetime import timedelta
from typing import Any

import wayback

ASKED = json.load(sys.stdin)
EVER = timedelta(days=40_000)
_look_up = socket.getaddrinfo


def _only_the_archive(host: Any, port: Any, *rest: Any, **more: Any) -> Any:
    if host != "web.archive.org":
        raise OSError(f"{host} is not asked")
    return _look_up("127.0.0.1", ASKED["port"], *rest, **more)


def _memento(client: Any, url: str, stamp: str) -> list[Any]:
    try:
        found = client.get_memento(url, stamp, exact=False, follow_redirects=False, target_window=EVER)
    except wayback.exceptions.WaybackException as error:
        return [type(error).__name__]
    digest = hashlib.sha256(found.content).hexdigest()
    return [found.timestamp.strftime("%Y%m%d%H%M%S"), found.status_code, digest]


def _search(client: Any, url: str, options: dict[str, Any]) -> list[Any]:
    try:
        return [
            [row.timestamp.strftime("%Y%m%d%H%M%S"), row.original, row.statuscode]
            for row in client.search(url, **options)
        ]
    except wayback.exceptions.WaybackException as error:
        return [type(error).__name__]


socket.getaddrinfo = _only_the_archive
SESSION = wayback.WaybackSession(retries=0, search_calls_per_second=1000, memento_calls_per_second=1000)
SESSION.verify = ASKED["authority"]
with wayback.WaybackClient(SESSION) as archive:
    json.dump(
        {
            "mementos": [_memento(archive, url, stamp) for url, stamp in ASKED["mementos"]],
            "searches": [_search(archive, url, options) for url, options in ASKED["searches"]],
        },
        sys.stdout,
    )
