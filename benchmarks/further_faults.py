"""Further rows of the fault matrix: what servers get wrong in redirects, waits, bodies, codings and headers.

Written after the client, against RFC 9110 and 9112 and what browsers do with broken answers.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from benchmarks.fault_pages import CONSENT, LOGIN, MISSING, NET, PROSE, article
from benchmarks.fault_rows import (
    BLOCKED,
    DOWN,
    GONE,
    GOOD,
    HEAD,
    LIVES,
    MAYBE,
    OK,
    PATH,
    RESTRICTED,
    SOFT,
    Row,
    anywhere,
    both,
    every,
    in_turn,
)
from tests.servers import Answer, Loopback, endless, page, raw, redirect, reset, silent
from tests.servers.answers import Conversation, message
from tests.servers.certificates import Fault

Prepare = Callable[[Loopback], None]
MOVED = ("moved",)
NEW = "/archive/press/harbour-report"
BODY = article(PROSE).encode()
EMPTY = page(b"")
BUSY = page("busy", 503)
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
SCRIPTS = '<html><body><div id="stage"></div><script src="/bundle.js"></script></body></html>'
RELOAD = '<html><body><script>document.cookie="k=1;path=/";location.reload()</script></body></html>'
IMPERVA = (
    '<html><body><iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31&incident_id=7">'
    "Request unsuccessful. Incapsula incident ID: 7</iframe></body></html>"
)
SUSPENDED = (
    "<p>This Account has been suspended.</p><p>Contact your hosting provider for more information.</p>"
)


def chunked(*pieces: bytes, end: bytes = b"0\r\n\r\n") -> Answer:
    """A body in chunks, as given, and its end."""
    head = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
    return raw(head + b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + end, keep=False)


def waiting(value: str, status: int = 429) -> Answer:
    return page("slow down", status, {"Retry-After": value})


async def _soon(talk: Conversation) -> bool:
    soon = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=2)
    return await waiting(format_datetime(soon, usegmt=True))(talk)


async def _host_relative(talk: Conversation) -> bool:
    return await redirect(f"//{talk.headers['host']}{NEW}", 301)(talk)


async def _for_browsers(talk: Conversation) -> bool:
    answer = GOOD if "Mozilla" in talk.headers.get("user-agent", "") else page("no programs", 403)
    return await answer(talk)


async def _cut(talk: Conversation) -> bool:
    """Torn in the middle of the body, each time."""
    await talk.send(message(200, BODY, {"Content-Type": "text/html; charset=utf-8"}, length=len(BODY) + 500))
    return await reset(talk)


def chain(*statuses: int, end: Answer = GOOD) -> Prepare:
    """Redirects with these statuses, one after the other."""

    def prepare(server: Loopback) -> None:
        for number, status in enumerate(statuses):
            server.put(
                "",
                PATH if number == 0 else f"/harbour-report/{number}",
                redirect(f"/harbour-report/{number + 1}", status),
            )
        server.put("", f"/harbour-report/{len(statuses)}", end)

    return prepare


def to(location: str, status: int = 301, end: Answer = GOOD, at: str = NEW) -> Prepare:
    return both(every(redirect(location, status)), every(end, at))


def status(line: bytes, body: bytes = BODY) -> Answer:
    """An answer whose status line is this."""
    rest = b"\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body)
    return raw(line + rest + body, keep=False)


FURTHER_ROWS = (
    # --- redirects
    Row("308 to the page", LIVES, MOVED, to(NEW, 308)),
    Row("307 to the page", LIVES, OK, to(NEW, 307)),
    Row("303 to the page", LIVES, OK, to(NEW, 303)),
    Row("permanent, then temporary redirect", LIVES, MOVED, chain(301, 302)),
    Row("temporary, then permanent redirect", LIVES, OK, chain(302, 301)),
    Row("relative redirect", LIVES, MOVED, to("../../archive/press/harbour-report", 301)),
    Row("redirect without a scheme", LIVES, MOVED, both(every(_host_relative), every(GOOD, NEW))),
    Row(
        "redirect to an address in UTF-8",
        LIVES,
        MOVED,
        to("/архив/harbour-report", 301, at="/%D0%B0%D1%80%D1%85%D0%B8%D0%B2/harbour-report"),
    ),
    Row(
        "redirect to an address with a space",
        LIVES,
        MOVED,
        to("/harbour report", 301, at="/harbour%20report"),
    ),
    Row("10 redirects in a row", LIVES, OK, chain(*[302] * 10)),
    Row("11 redirects in a row", MAYBE, DOWN, chain(*[302] * 11)),
    Row(
        "two addresses that redirect to each other",
        MAYBE,
        DOWN,
        both(every(redirect(NEW)), every(redirect(PATH), NEW)),
    ),
    Row("redirects that grow for ever", MAYBE, DOWN, anywhere(raw(message(302, b"", {"Location": "more/"})))),
    Row("redirect to a 404", GONE, ("gone",), to(NEW, 301, page("no", 404))),
    Row("redirect to a 403", MAYBE, BLOCKED, to(NEW, 302, page("no", 403))),
    Row("redirect to a 500", MAYBE, DOWN, to(NEW, 302, page("oops", 500))),
    Row("redirect to mailto:", MAYBE, ("refused",), every(redirect("mailto:office@harbour.example"))),
    Row("redirect to ftp:", MAYBE, ("refused",), every(redirect("ftp://harbour.example/report"))),
    Row("redirect to nowhere", MAYBE, DOWN, every(redirect("http://"))),
    Row(
        "redirect to a port of mail",
        MAYBE,
        ("refused",),
        every(redirect("http://harbour.example:25/")),
        alone="{url}",
    ),
    Row("redirect to ::1", MAYBE, ("refused",), every(redirect("http://[::1]/")), alone="{url}"),
    Row(
        "meta refresh to the page",
        LIVES,
        OK,
        both(every(page(f'<meta http-equiv="refresh" content="0; url={NEW}">')), every(GOOD, NEW)),
    ),
    Row(
        "meta refresh to the home page, everywhere",
        GONE,
        SOFT,
        both(anywhere(page('<meta http-equiv="refresh" content="0;url=/">')), every(GOOD, "/")),
    ),
    # --- waits
    Row("429 + Retry-After: a date, then 200", LIVES, OK, in_turn((_soon, GOOD))),
    Row("429 + Retry-After: soon, then 200", LIVES, OK, in_turn((waiting("soon"), GOOD))),
    Row("429 + Retry-After: -5, then 200", LIVES, OK, in_turn((waiting("-5"), GOOD))),
    Row("503 + Retry-After: 0, then 200", LIVES, OK, in_turn((waiting("0", 503), GOOD))),
    Row(
        "429 + Retry-After: a past date, then 200",
        LIVES,
        OK,
        in_turn((waiting("Wed, 21 Oct 2015 07:28:00 GMT"), GOOD)),
    ),
    Row("429 + Retry-After: 10^30", MAYBE, ("not-checked",), every(waiting("1" + "0" * 30))),
    Row("408 at first, then 200", LIVES, OK, in_turn((page("late", 408), GOOD))),
    Row("502, 504, then 200", LIVES, OK, in_turn((page("oops", 502), page("oops", 504), GOOD))),
    Row("no answer at first, then 200", LIVES, OK, in_turn((silent, GOOD))),
    # --- statuses
    Row("204", MAYBE, BLOCKED, every(raw(b"HTTP/1.1 204 No Content\r\n\r\n"))),
    Row("206 without being asked", LIVES, OK, every(page(BODY, 206))),
    Row("304 without being asked", MAYBE, DOWN, every(raw(b"HTTP/1.1 304 Not Modified\r\n\r\n"))),
    Row("300", MAYBE, DOWN, every(page("choose", 300))),
    Row("406", MAYBE, BLOCKED, every(page("no", 406))),
    Row("418", MAYBE, BLOCKED, every(page("no", 418))),
    Row("521 of Cloudflare", MAYBE, DOWN, every(page("down", 521))),
    Row("403 for programs, 200 for browsers", MAYBE, BLOCKED, every(_for_browsers)),
    Row("404, then 503", MAYBE, DOWN, in_turn((page("no", 404), BUSY))),
    Row("404, then 403", MAYBE, BLOCKED, in_turn((page("no", 404), page("no", 403)))),
    Row("503, then 404", GONE, ("gone",), in_turn((BUSY, page("no", 404)))),
    Row("410 at first, then 200", LIVES, OK, in_turn((page("no", 410), GOOD))),
    Row("500 “page not found”", MAYBE, DOWN, every(page(MISSING, 500))),
    # --- status lines and headers
    Row("status line without words", LIVES, OK, every(status(b"HTTP/1.1 200"))),
    Row(
        "HTTP/1.0 without a length",
        LIVES,
        OK,
        every(raw(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + BODY, keep=False)),
    ),
    Row("HTTP/0.9", MAYBE, DOWN, every(raw(BODY, keep=False))),
    Row(
        "two 1xx, then 200",
        LIVES,
        OK,
        every(
            raw(
                b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                + message(200, BODY, {"Content-Type": "text/html"})
            )
        ),
    ),
    Row(
        "1xx without an end",
        MAYBE,
        DOWN,
        every(endless(b"", b"HTTP/1.1 102 Processing\r\n\r\n" * 10, tail=0.01)),
    ),
    Row(
        "10,000 headers",
        LIVES,
        OK,
        every(raw(HEAD + b"X-Y: z\r\n" * 10_000 + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY)),
    ),
    Row("a header of 1 MB", MAYBE, DOWN, every(raw(HEAD + b"X-Y: " + b"z" * 1_000_000 + b"\r\n\r\n"))),
    Row(
        "a header's value in Latin-1",
        LIVES,
        OK,
        every(raw(HEAD + b"X-Coffee: caf\xe9\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY)),
    ),
    Row(
        "a header's name in Latin-1",
        LIVES,
        DOWN,
        every(raw(HEAD + b"X-Caf\xe9: x\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY)),
    ),
    Row("a page of scripts alone, everywhere", LIVES, OK, anywhere(page(SCRIPTS))),
    Row("a script that sets a cookie and loads again", MAYBE, BLOCKED, anywhere(page(RELOAD))),
    Row(
        "no type", LIVES, OK, every(raw(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY))
    ),
    # --- bodies
    Row("an empty page", MAYBE, BLOCKED, every(EMPTY)),
    Row("an empty page everywhere", MAYBE, BLOCKED, anywhere(EMPTY)),
    Row("chunks", LIVES, OK, every(chunked(BODY[:700], BODY[700:]))),
    Row("chunks without an end", LIVES, OK, every(chunked(BODY, end=b""))),
    Row("chunks, then nonsense", MAYBE, (*DOWN, *OK), every(chunked(BODY, end=b"zz\r\n"))),
    Row("torn in the middle, always", LIVES, OK, every(_cut)),
    Row(
        "a length too short",
        LIVES,
        OK,
        every(raw(message(200, BODY, {"Content-Type": "text/html"}, length=900), keep=False)),
    ),
    Row(
        "404 with a body without an end",
        GONE,
        ("gone",),
        every(endless(b"HTTP/1.1 404 No\r\n\r\n", b"no " * 1000)),
    ),
    Row("404 whose gzip is none", GONE, ("gone",), every(page(b"plain", 404, {"Content-Encoding": "gzip"}))),
    Row(
        "gzip in two members",
        LIVES,
        OK,
        every(
            page(gzip.compress(BODY[:900]) + gzip.compress(BODY[900:]), headers={"Content-Encoding": "gzip"})
        ),
    ),
    Row(
        "deflate without its wrapper",
        LIVES,
        OK,
        every(page(zlib.compress(BODY, wbits=-15), headers={"Content-Encoding": "deflate"})),
    ),
    Row(
        "gzip in gzip",
        LIVES,
        OK,
        every(page(gzip.compress(gzip.compress(BODY)), headers={"Content-Encoding": "gzip, gzip"})),
    ),
    Row(
        "a bomb of gzip in gzip",
        LIVES,
        OK,
        every(
            page(
                gzip.compress(gzip.compress(BODY + b" " * 300_000_000)),
                headers={"Content-Encoding": "gzip, gzip"},
            )
        ),
    ),
    Row(
        "Brotli, not asked for",
        LIVES,
        DOWN,
        every(page(b"\x1b\x03\x00\xf8\x1d", headers={"Content-Encoding": "br"})),
    ),
    Row("UTF-16", LIVES, OK, every(page(article(PROSE).encode("utf-16"), kind="text/html"))),
    Row("“Страница не найдена” in cp1251, said to be UTF-8", GONE, SOFT, every(page(NET.encode("cp1251")))),
    Row(
        "“Страница не найдена” in KOI8-R",
        GONE,
        SOFT,
        every(page(NET.encode("koi8-r"), kind="text/html; charset=koi8-r")),
    ),
    Row("a PDF", LIVES, OK, every(page(PDF, kind="application/pdf"))),
    Row("a PDF called HTML", LIVES, OK, every(page(PDF))),
    Row("a picture", LIVES, OK, every(page(b"\x89PNG\r\n\x1a\n" + b"\0" * 500, kind="image/png"))),
    Row("plain text", LIVES, OK, every(page("The report of 2019, as text.\n" * 20, kind="text/plain"))),
    # --- what stands in the page's place
    Row(
        "200, “Oops! Sidan finns inte”",
        GONE,
        SOFT,
        every(
            page(
                article("<p>Sidan du söker har flyttats eller tagits bort.</p>", "Hoppsan! Sidan finns inte")
            )
        ),
    ),
    Row(
        "200, “الصفحة غير موجودة”",
        GONE,
        SOFT,
        every(page(article("<p>عذرا، الصفحة التي تبحث عنها غير موجودة.</p>", "الصفحة غير موجودة"))),
    ),
    Row(
        "redirect to a consent wall",
        MAYBE,
        BLOCKED,
        both(every(redirect("/consent?back=/press")), every(page(CONSENT), "/consent?back=/press")),
    ),
    Row(
        "301 to a log-in",
        MAYBE,
        RESTRICTED,
        both(every(redirect("/account/signin", 301)), every(page(LOGIN), "/account/signin")),
    ),
    Row(
        "200, Imperva's frame",
        MAYBE,
        BLOCKED,
        anywhere(page(IMPERVA)),
    ),
    Row(
        "202, challenge of AWS WAF",
        MAYBE,
        BLOCKED,
        anywhere(page("", 202, {"x-amzn-waf-action": "challenge"})),
    ),
    Row("405, CAPTCHA of AWS WAF", MAYBE, BLOCKED, anywhere(page("", 405, {"x-amzn-waf-action": "captcha"}))),
    Row(
        "200, maintenance",
        MAYBE,
        BLOCKED,
        anywhere(
            page(
                article(
                    "<p>Briefly unavailable for scheduled maintenance. Check back in a minute.</p>",
                    "Maintenance",
                )
            )
        ),
    ),
    Row(
        "account suspended",
        GONE,
        ("parked", *SOFT),
        anywhere(
            page(
                article(
                    SUSPENDED,
                    "Account Suspended",
                )
            )
        ),
    ),
    # --- certificates
    Row("a certificate signed by itself", LIVES, OK, every(GOOD), certificate=Fault.SELF_SIGNED),
    Row("a certificate without its chain", LIVES, OK, every(GOOD), certificate=Fault.NO_CHAIN),
    Row(
        "404 behind an expired certificate",
        GONE,
        ("gone",),
        every(page("no", 404)),
        certificate=Fault.EXPIRED,
    ),
)
"""In the order of the table."""
