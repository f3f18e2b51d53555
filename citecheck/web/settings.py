"""How the web is asked: every knob in one frozen value, its default beside the reason for it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citecheck.errors import UsageMistake

ConnectTo = tuple[str, int | None, str, int | None]
"""(host, port, address, port): what is asked for, and where to connect instead. `""` and `None` mean any
host or port on the left, and the one asked for on the right, as in curl's `--connect-to`."""


@dataclass(frozen=True, slots=True)
class WebSettings:
    """Times are seconds, sizes bytes; `None` means without limit."""

    host_interval: float = 1.0
    """Least time between two starts on one host name."""
    host_concurrency: int = 1
    concurrency: int = 32
    """Requests in flight over all hosts, the archive's apart."""
    archive_interval: float = 1.0
    """Least time between two starts on an archive; its index is asked a third as often."""
    archive_hosts: tuple[str, ...] = ("web.archive.org",)
    archive_pause: float = 60.0
    """Rest after a refusal or a 429. The Internet Archive shuts an address out for an hour when its 429s
    are ignored for more than a minute (edgi-govdata-archiving/wayback, issues 137 and 153)."""
    second_look: float = 20.0
    retries: int = 2
    retry_waits: tuple[float, ...] = (1.0, 4.0)
    """Before each further try; the last one stands for all later ones."""
    timeout: float = 45.0
    """Hard limit for one try of one URL, redirects and body included, waiting for its turn not."""
    connect_timeout: float = 10.0
    """Name, connection and TLS. Three retransmissions of a lost SYN (1, 3, 7 s) fit in."""
    patience: float = 120.0
    """A host that asks to wait longer is not asked."""
    max_time: float | None = None
    max_requests: int | None = None
    max_bytes: int | None = None
    contact: str | None = None
    connect_to: tuple[ConnectTo, ...] = ()
    ca_file: str | None = None
    proxy: str | None = None
    allow_private: bool = False
    offline: bool = False
    version: str = "0"
    """Of citecheck, for the User-Agent."""


def parse_connect_to(text: str) -> ConnectTo:
    """`HOST:PORT:ADDR:PORT` as in curl; IPv6 addresses in brackets.

    >>> parse_connect_to("www.example.org:443:127.0.0.1:8443")
    ('www.example.org', 443, '127.0.0.1', 8443)
    >>> parse_connect_to("::[::1]:8080")
    ('', None, '::1', 8080)

    Raises `UsageMistake` for anything else.
    """
    part = r"(\[[^\]]*\]|[^:\[\]]*)"
    match = re.fullmatch(rf"{part}:(\d*):{part}:(\d*)", text.strip())
    ports = [int(digits) if digits else None for digits in (match[2], match[4])] if match else []
    if match is None or any(port is not None and not 0 < port < 65536 for port in ports):
        raise UsageMistake(f"--connect-to {text!r}: expected HOST:PORT:ADDR:PORT")
    return match[1].strip("[]").lower().rstrip("."), ports[0], match[3].strip("[]"), ports[1]


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a connection goes."""

    host: str
    port: int
    mapped: bool = False
    """A `connect_to` fits: whoever runs citecheck wants this port asked."""
    trusted: bool = False
    """The address was given by whoever runs citecheck: the guard has nothing to say about it."""
    named: bool = False
    """So was the host asked for, which may then be private itself: by name, or as that address."""


def destination(settings: WebSettings, host: str, port: int) -> Destination:
    """Where a connection to `host`:`port` goes: as the first `connect_to` that fits says, else there."""
    for wanted, wanted_port, address, address_port in settings.connect_to:
        if wanted in ("", host.lower().rstrip(".")) and wanted_port in (None, port):
            return Destination(
                address or host,
                address_port or port,
                mapped=True,
                trusted=bool(address) or settings.allow_private,
                named=bool(address and (wanted or address == host)) or settings.allow_private,
            )
    return Destination(host, port, trusted=settings.allow_private, named=settings.allow_private)


def user_agent(settings: WebSettings, library: str) -> str:
    """An honest name. Stock filters refuse names that hold `link`, `bot`, `crawler`, `spider`, and challenge
    pages are served to those that hold `Mozilla`; none of these words is used.

    >>> user_agent(WebSettings(version="1.2", contact="ed@press.example"), "h11/0.16.0")
    'citecheck/1.2 (checks citations; mailto:ed@press.example) h11/0.16.0'
    """
    contact = re.sub(r"[^!-~]|[()]", "", settings.contact or "").removeprefix("mailto:")
    comment = f"checks citations; mailto:{contact}" if contact else "checks citations"
    return f"citecheck/{settings.version} ({comment}) {library}"
