"""Addresses of services that forward (links out of Google Docs, mail, social networks) and of libraries'
proxies: the page that they lead to is looked at, not the service's notice."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from citecheck.hosts import forwarded_to
from tests.servers import Loopback, page

FAST = ["--host-interval", "0", "--archive", "none", "--second-look", "0", "--retries", "0"]
QUOTED = "the lamps on the western quay were lit by the widow of a pilot"
GONE = "the bridge stood without a keeper for eleven years"
DOCS = "https://www.google.com/url?q=http://quays.example/lamps?id%3D4%26x%3D2&sa=D&usg=AO"
MAIL = "https://nam02.safelinks.protection.outlook.com/?url=http%3A%2F%2Fbridges.example%2Fa_b&data=05"


@pytest.mark.parametrize(
    ("url", "inner"),
    [
        (DOCS, "http://quays.example/lamps?id=4&x=2"),
        (MAIL, "http://bridges.example/a_b"),
        ("https://google.co.uk/url?url=https://a.example/x&rct=j", "https://a.example/x"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx%20y&h=AT0", "https://a.example/x%20y"),
        (
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__a.example_x-2Dy&d=Dw",
            "https://a.example/x-y",
        ),
        (
            "https://urldefense.com/v3/__https://a.example/x?y=1&z=a_b__;!!Xy!Qr$",
            "https://a.example/x?y=1&z=a_b",
        ),
        ("https://urldefense.com/v3/__https:/a.example/*x/**A__;I8OpLQ!!Xy!Q$", "https://a.example/#x/é-"),
        ("https://urldefense.com/v3/__not-an-address__;!!Xy!Q$", None),
        ("https://vk.com/away.php?to=http%3A%2F%2Fa.example", "http://a.example"),
        ("https://www-a-example.ezproxy.lib.example/s/1?x=2", "https://www.a.example/s/1?x=2"),
        ("https://my--site-a-example.proxy.lib.example/s", "https://my-site.a.example/s"),
        ("http://www.a.example.libproxy.uni.example/s", "http://www.a.example/s"),
        (
            "https://login.ezproxy.lib.example/login?url=https://a.example/x?y=1&z=2",
            "https://a.example/x?y=1&z=2",
        ),
        (
            "https://proxy.uni.example/login?qurl=https%3A%2F%2Fa.example%2Fx%3Fy%3D1",
            "https://a.example/x?y=1",
        ),
        ("https://ezproxy.lib.example/about", None),
        ("https://www.proxy.example/login?next=/x", None),
        ("https://www.google.com/search?q=https://a.example/x", None),
        ("https://google.example.com/url?q=https://a.example/x", None),
        ("https://out.example/?url=https://a.example/x", None),
        ("https://www.google.com/url?sa=D", None),
    ],
)
def test_what_a_service_leads_to(url: str, inner: str | None) -> None:
    assert forwarded_to(url) == inner


def test_the_page_is_looked_at(tmp_path: Path) -> None:
    body = f"It is said that “{QUOTED}”.[^1] And “{GONE}”.[^2]"
    (tmp_path / "m.md").write_text(f"{body}\n\n[^1]: Hofer, <{DOCS}>\n\n[^2]: Korn, <{MAIL}>\n")
    words = "The page you were on is trying to send you to another site. You can return."
    notice = page(f"<html><head><title>Redirect Notice</title></head><body>{words}</body></html>".encode())
    with Loopback() as server:
        server.put("www.google.com", "/url", notice)
        server.put("nam02.safelinks.protection.outlook.com", "/", notice)
        server.put(
            "quays.example", "/lamps?id=4&x=2", page(f"<title>Lamps</title><p>There {QUOTED}.</p>".encode())
        )
        server.put("bridges.example", "/a_b", page(b"<title>Not found</title>", status=404))
        command = [sys.executable, "-m", "citecheck", "audit", "m.md", "-o", "out", "--no-cache", *FAST]
        done = subprocess.run(
            [*command, *server.arguments], cwd=tmp_path, capture_output=True, timeout=120, check=False
        )
        assert done.returncode in (0, 1), done.stderr.decode()
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    first, second = (note["links"][0] for note in report["notes"])
    assert (first["status"], first["url"]) == ("ok", "http://quays.example/lamps?id=4&x=2")
    assert first["raw"] == DOCS
    assert report["notes"][0]["quotations"][0]["verdict"] == "verbatim"
    assert second["status"] == "gone"
    told = {(one["check"], one["note"]): one for one in report["findings"]}
    assert "forwards to the page" in told["url-repaired", 1]["message"]
    assert "http://quays.example/lamps?id=4&x=2" in told["url-repaired", 1]["advice"]
    assert ("link-gone", 2) in told
