"""What may happen to a link: the rows of the fault matrix, each with what can truly be said of the page.

All texts were written for this purpose; the kinds of fault are those of web servers in the wild.
"""

from __future__ import annotations

from benchmarks.fault_pages import (
    ABOUT,
    ANUBIS,
    BOMB,
    CONSENT,
    FOR_SALE,
    INTROUVABLE,
    LOGIN,
    MISSING,
    MOMENT,
    NET,
    PROSE,
    SHELL,
    STALL,
    article,
)
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
from benchmarks.further_faults import FURTHER_ROWS
from benchmarks.vendor_faults import VENDOR_ROWS
from tests.servers import (
    Answer,
    Loopback,
    closing,
    drip,
    endless,
    garbage,
    page,
    raw,
    redirect,
    reset,
    short,
    silent,
)
from tests.servers.answers import Conversation, message
from tests.servers.certificates import Fault


async def _for_sale(talk: Conversation) -> bool:
    return await page(FOR_SALE.format(host=talk.host))(talk)


def by_method(head: Answer, get: Answer, server: Loopback) -> None:
    """Different answers to HEAD and to GET, as careless servers give them."""

    async def answer(talk: Conversation) -> bool:
        asked = next(seen for seen in reversed(server.seen) if seen.path == talk.path)
        return await (head if asked.method == "HEAD" else get)(talk)

    server.put("", PATH, answer)


async def _for_those_with_a_cookie(talk: Conversation) -> bool:
    if "visit=1" in talk.headers.get("cookie", ""):
        return await GOOD(talk)
    return await redirect(PATH, 302, {"Set-Cookie": "visit=1; Path=/"})(talk)


def _long_way(server: Loopback) -> None:
    for hop in range(7):
        server.put("", f"/hop/{hop}", redirect(f"/hop/{hop + 1}" if hop < 6 else "/hop/end"))
    server.put("", PATH, redirect("/hop/0"))
    server.put("", "/hop/end", GOOD)


ROWS = (
    Row("a page", LIVES, OK, every(GOOD)),
    Row("HEAD 405, GET 200", LIVES, OK, lambda server: by_method(page(status=405), GOOD, server)),
    Row("HEAD 404, GET 200", LIVES, OK, lambda server: by_method(page(status=404), GOOD, server)),
    Row("reset at first, then 200", LIVES, OK, in_turn((reset, GOOD))),
    Row("closed at first, then 200", LIVES, OK, in_turn((closing, GOOD))),
    Row("503 at first, then 200", LIVES, OK, in_turn((page("busy", 503), GOOD))),
    Row("500 at first, then 200", LIVES, OK, in_turn((page("oops", 500), GOOD))),
    Row(
        "429 + Retry-After: 2, then 200",
        LIVES,
        OK,
        in_turn((page("slow down", 429, {"Retry-After": "2"}), GOOD)),
    ),
    Row("429 without a header, then 200", LIVES, OK, in_turn((page("slow down", 429), GOOD))),
    Row("404 at first, then 200", LIVES, OK, in_turn((page("no", 404), GOOD))),
    Row(
        "body a byte at a time",
        LIVES,
        OK,
        every(drip(article(PROSE).encode(), 0.02, head=HEAD + b"Connection: close\r\n\r\n")),
    ),
    Row("body without an end", LIVES, OK, every(endless(HEAD + b"\r\n", article(PROSE).encode(), tail=0.01))),
    Row("body shorter than announced", LIVES, OK, every(short(article(PROSE).encode(), 9000))),
    Row("gzip bomb, 30 MB", LIVES, OK, every(page(BOMB, headers={"Content-Encoding": "gzip"}))),
    Row("60,000 nested elements", LIVES, OK, every(page(STALL))),
    Row("unknown charset", LIVES, OK, every(page(article(PROSE), kind="text/html; charset=bogus-8"))),
    Row(
        "permanent redirect to the page",
        LIVES,
        ("moved",),
        both(
            every(redirect("/archive/press/harbour-report", 301)),
            every(GOOD, "/archive/press/harbour-report"),
        ),
    ),
    Row(
        "temporary redirect to the page",
        LIVES,
        OK,
        both(every(redirect("/archive/press/harbour-report")), every(GOOD, "/archive/press/harbour-report")),
    ),
    Row("8 redirects in a row", LIVES, OK, _long_way),
    Row("redirects to itself until it has its cookie", LIVES, OK, every(_for_those_with_a_cookie)),
    Row("shell that scripts fill, the same at every path", LIVES, OK, anywhere(page(SHELL))),
    Row("article about “404 Not Found”", LIVES, OK, every(page(ABOUT))),
    Row("certificate expired", LIVES, OK, every(GOOD), certificate=Fault.EXPIRED),
    Row("certificate of another name", LIVES, OK, every(GOOD), certificate=Fault.OTHER_NAME),
    Row("certificate of an unknown authority", LIVES, OK, every(GOOD), certificate=Fault.UNKNOWN_AUTHORITY),
    Row("404", GONE, ("gone",), every(page("no", 404))),
    Row("410", GONE, ("gone",), every(page("no", 410))),
    Row("404, then 410", GONE, ("gone",), in_turn((page("no", 404), page("no", 410)))),
    Row("404 under a page of news", GONE, ("gone",), every(page(article(PROSE), 404))),
    Row("200 “Page not found”", GONE, SOFT, every(page(MISSING))),
    Row("200 “Page introuvable”", GONE, SOFT, every(page(INTROUVABLE))),
    Row(
        "200 “Страница не найдена”, cp1251",
        GONE,
        SOFT,
        every(page(NET.encode("cp1251"), kind="text/html; charset=windows-1251")),
    ),
    Row(
        "redirect to /404.html, which answers 200",
        GONE,
        SOFT,
        both(every(redirect("/404.html")), every(page(MISSING), "/404.html")),
    ),
    Row("every path redirects to the home page", GONE, SOFT, both(anywhere(redirect("/")), every(GOOD, "/"))),
    Row("domain for sale", GONE, ("parked",), anywhere(_for_sale)),
    Row(
        "only this path redirects to the home page",
        MAYBE,
        BLOCKED,
        both(every(redirect("/")), every(GOOD, "/")),
    ),
    Row("403", MAYBE, BLOCKED, every(page("no", 403))),
    Row("403, challenge", MAYBE, BLOCKED, every(page(MOMENT, 403, {"cf-mitigated": "challenge"}))),
    Row("503, challenge", MAYBE, BLOCKED, every(page(MOMENT, 503, {"cf-mitigated": "challenge"}))),
    Row("200, challenge of Anubis", MAYBE, BLOCKED, anywhere(page(ANUBIS))),
    Row("200, “Just a moment...”", MAYBE, BLOCKED, anywhere(page(MOMENT))),
    Row("200, consent wall", MAYBE, BLOCKED, anywhere(page(CONSENT))),
    Row("999", MAYBE, BLOCKED, every(page("no", 999))),
    Row("429 for ever", MAYBE, BLOCKED, every(page("slow down", 429))),
    Row("451", MAYBE, BLOCKED, every(page("withheld", 451))),
    Row("400", MAYBE, BLOCKED, every(page("bad request", 400))),
    Row("401", MAYBE, RESTRICTED, every(page("who?", 401, {"WWW-Authenticate": "Basic"}))),
    Row("402", MAYBE, RESTRICTED, every(page("pay", 402))),
    Row(
        "redirect to a log-in",
        MAYBE,
        RESTRICTED,
        both(every(redirect("/login?next=/press")), every(page(LOGIN), "/login?next=/press")),
    ),
    Row("500 for ever", MAYBE, DOWN, every(page("oops", 500))),
    Row("503 for ever", MAYBE, DOWN, every(page("busy", 503))),
    Row(
        "503 + Retry-After: 3600",
        MAYBE,
        ("not-checked",),
        every(page("maintenance", 503, {"Retry-After": "3600"})),
    ),
    Row("no answer", MAYBE, DOWN, every(silent)),
    Row("connection refused", MAYBE, DOWN, every(GOOD), port="closed"),
    Row("connection not taken", MAYBE, DOWN, every(GOOD), port="deaf"),
    Row("reset, always", MAYBE, DOWN, every(reset)),
    Row("closed without a word, always", MAYBE, DOWN, every(closing)),
    Row("headers a byte at a time", MAYBE, DOWN, every(drip(HEAD * 20, 0.1))),
    Row("headers without an end", MAYBE, DOWN, every(endless(HEAD, b"X: y\r\n" * 100, tail=0.01))),
    Row("not HTTP", MAYBE, DOWN, every(garbage)),
    Row(
        "two lengths", MAYBE, DOWN, every(raw(HEAD + b"Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde"))
    ),
    Row("gzip that is none", MAYBE, DOWN, every(page(b"plain", headers={"Content-Encoding": "gzip"}))),
    Row("redirect loop", MAYBE, DOWN, every(redirect(PATH))),
    Row("redirect without a place", MAYBE, DOWN, every(raw(message(302, b"", {})))),
    Row("redirect to javascript:", MAYBE, ("refused",), every(redirect("javascript:alert(1)"))),
    Row("redirect to file:", MAYBE, ("refused",), every(redirect("file:///etc/hostname"))),
    Row(
        "redirect to a private address",
        MAYBE,
        ("refused",),
        every(redirect("http://10.0.0.1/")),
        alone="{url}",
    ),
    Row("private address", MAYBE, ("refused",), every(GOOD), alone="http://192.168.0.1/press"),
    Row("cloud's own address", MAYBE, ("refused",), every(GOOD), alone="http://169.254.169.254/latest/"),
    Row(
        "private address in decimal",
        MAYBE,
        ("refused", "invalid"),
        every(GOOD),
        alone="http://167772161/press",
    ),
    *FURTHER_ROWS,
    *VENDOR_ROWS,
)
"""In the order of the table."""
