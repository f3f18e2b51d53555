"""One look at one URL: kept answers first, further tries, redirects by hand, a second try without
verification where only the certificate is at fault.

The same walk serves a live run, a resumed one and a replay; they differ in where an exchange comes from.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urlsplit

from citecheck.hosts import host_of
from citecheck.model import Capture, Exchange, Failure, FailureKind, Fetch, Hop, Outcome
from citecheck.web.admission import Door
from citecheck.web.answers import MAX_HOPS, redirect_of, trouble_of, wait_before_retry
from citecheck.web.asker import Asked, Request
from citecheck.web.cookies import Jar
from citecheck.web.guard import PORTS, is_public, literal
from citecheck.web.settings import destination

if TYPE_CHECKING:
    from citecheck.web.fetcher import Web

SCHEMES = {"http": 80, "https": 443}


@dataclass(slots=True)
class Walk:
    """State of one look."""

    web: Web
    fetch: Fetch
    door: Door | None = None
    positions: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many exchanges of each URL, with each set of cookies, this look has used."""
    hops: tuple[Hop, ...] = ()
    jar: Jar = field(default_factory=Jar)
    fragment: str = ""
    """Of the address as it stands now, which no request holds."""
    verify: bool = True
    """False for the second try at a hop whose certificate is at fault."""
    tls_fault: str | None = None
    attempts: int = 0
    shared: bool = False
    """The last answer was another link's: its host is dark, and a further try would not be made."""
    used: float = 0.0
    """Seconds of the current try that were spent on the wire."""

    async def outcome(self) -> Outcome:
        """Walk to the end. Never raises for trouble of the world."""
        url, self.fragment = urldefrag(self.fetch.url)
        seen: set[tuple[str, str]] = set()
        while True:
            self.attempts, self.verify = 0, True
            sent = self._key(url)
            exchange = await self._settled(url)
            if exchange.failure is not None:
                return self._failure(exchange)
            self.jar.take(exchange)
            target = redirect_of(exchange)
            if target is None or self._leaves_archive(url, target):
                return self._capture(exchange)
            self.hops += (Hop(url, exchange.status, target),)
            seen.add((url, sent))
            url, fragment = urldefrag(target)
            self.fragment = fragment or self.fragment  # RFC 9110, 10.2.2
            if (url, self._key(url)) in seen:
                return self._failure(replace(exchange, failure=FailureKind.REDIRECT_LOOP, detail=CIRCLE))
            if len(self.hops) > MAX_HOPS:
                return self._failure(replace(exchange, failure=FailureKind.REDIRECT_LOOP, detail=TOO_MANY))

    def leave_door(self) -> None:
        """Let the host's next look begin; once."""
        if self.door is not None:
            self.door.leave()
            self.door = None

    def _leaves_archive(self, url: str, target: str) -> bool:
        """An archived page may point out of the archive, to the living web: another question."""
        return self.fetch.purpose.archive and host_of(target) != host_of(url)

    async def _settled(self, url: str) -> Exchange:
        """The exchange that stands after all tries of one hop. A second look that meets the trouble which
        outlasted all tries of the first has confirmed it: the host is not asked twice as often for that."""
        settings = self.web.settings
        before = self.web.trouble_before(self.fetch)
        while True:
            last = self.attempts >= settings.retries or before is not None
            exchange = await self._exchange(url, last=last)
            self.leave_door()
            self.attempts += 1
            if exchange.failure is FailureKind.TLS and self.verify:
                self.verify = False
                self.tls_fault = self.tls_fault or exchange.detail
                self.attempts -= 1
                continue
            reason = self.web.asker.wait_too_long(exchange)
            if reason:
                return self.web.asker.refused(url, FailureKind.BUDGET, reason)
            wait = wait_before_retry(exchange, self.fetch.purpose, self.attempts - 1, settings.retry_waits)
            confirmed = before is not None and trouble_of(exchange) == before
            if wait is None or confirmed or self.shared or self.attempts > settings.retries:
                return exchange
            self.used = 0.0
            await self.web.pause(exchange, wait)

    async def _exchange(self, url: str, *, last: bool) -> Exchange:
        """The next exchange of `url` in this look: kept, or asked for."""
        cookies = self._key(url)
        place = self.web.place(url, cookies)
        nth = self.positions[place] + self.web.used_before(self.fetch, url)
        self.positions[place] += 1
        kept = await self.web.known(self.fetch, url, nth, cookies)
        if kept is not None:
            return kept
        problem = self._problem(url)
        if problem is not None:
            return problem
        async with self.web.alone(self.fetch.purpose, url, cookies):
            kept = await self.web.claimed(self.fetch, url, nth, cookies)
            if kept is not None:
                return kept
            asked = None
            try:
                await self.web.due(self.fetch)
                asked = await self._ask(url, last=last)
            finally:
                self.web.keep(asked, url, self.fetch.purpose, nth, cookies)
            return asked.exchange

    async def _ask(self, url: str, *, last: bool) -> Asked:
        parts = urlsplit(url)
        request = Request(
            url,
            self.fetch.purpose,
            parts.port or SCHEMES[parts.scheme],
            self.jar.header(url) if self.verify else "",
            verify=self.verify,
            last=last,
            under_way=bool(self.hops) or self.attempts > 0 or not self.verify,
            seconds=max(self.web.settings.timeout - self.used, min(SHORTEST, self.web.settings.timeout)),
        )
        asked = await self.web.asker.ask(request)
        self.used += asked.seconds
        self.shared = asked.requests == 0
        return asked

    def _key(self, url: str) -> str:
        return self.jar.key(url) if self.verify else ""

    def _problem(self, url: str) -> Exchange | None:
        """Why `url` cannot or may not be asked, decided without a socket."""
        refused = self.web.asker.refused
        try:
            parts = urlsplit(url)
            port = SCHEMES.get(parts.scheme) if parts.port is None else parts.port
        except ValueError:
            return refused(url, FailureKind.INVALID, "not an address that can be asked")
        host = host_of(url)
        if port is None or parts.scheme not in SCHEMES:
            if self.hops:
                return refused(url, FailureKind.FORBIDDEN, "redirects to something that is not a web page")
            return refused(url, FailureKind.INVALID, "only http and https addresses are asked")
        if not host:
            return refused(url, FailureKind.INVALID, "the address names no host")
        there = destination(self.web.settings, host, port)
        address = literal(host)
        if address is not None and not there.named and not is_public(address):
            return refused(url, FailureKind.FORBIDDEN, "the address is private or reserved")
        if not (there.mapped or there.trusted or port in PORTS):
            return refused(url, FailureKind.FORBIDDEN, f"port {port} is not asked")
        if self.web.closed:
            return refused(url, FailureKind.NOT_RECORDED, "not in the replay file")
        if self.web.settings.offline:
            return refused(url, FailureKind.OFFLINE, "offline")
        return None

    def _final(self, url: str) -> str:
        return f"{url}#{self.fragment}" if self.fragment else url

    def _failure(self, exchange: Exchange) -> Failure:
        kind = exchange.failure or FailureKind.PROTOCOL
        return Failure(self.fetch.url, kind, exchange.detail, exchange.when, self.hops, max(1, self.attempts))

    def _capture(self, exchange: Exchange) -> Capture:
        return Capture(
            url=self.fetch.url,
            final_url=self._final(exchange.url) if self.hops else self.fetch.url,
            status=exchange.status,
            when=exchange.when,
            headers=exchange.headers,
            body=exchange.body,
            hops=self.hops,
            truncated=exchange.truncated,
            tls_fault=self.tls_fault,
            attempts=self.attempts,
        )


SHORTEST = 1.0
"""Seconds that the last hop of a slow chain is given at least."""
CIRCLE = "the redirects run in a circle"
TOO_MANY = f"more than {MAX_HOPS} redirects"
