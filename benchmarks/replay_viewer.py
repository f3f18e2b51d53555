"""Whether others can read what `--record` writes, and whether a recorded web can stand for the living one.

    CITECHECK_PYWB=.../bin python -m benchmarks.replay_viewer

`citecheck links --record` asks pages on loopback: HTML in three encodings, compressed, a PDF, redirects, 404
and soft 404, over TLS, with a query, under an international name. Then

- `warcio check` reads the recording (digests, lengths, gzip members);
- a real pywb 2.10 takes it into a collection and replays each page: status, `Location` and body must be those
  that the server sent;
- pywb in proxy mode stands for the web itself: the unmodified command with `--proxy` must give each link the
  status, title and address that it had from the living server.

pywb lives in an environment of its own and is run as a program, never imported.
"""

from __future__ import annotations

import gzip
import http.client
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.fault_pages import PROSE, article
from tests.servers import Loopback, closed_port, page, redirect

FAST = ("--json", "--no-cache", "--archive", "none", "--host-interval", "0", "--second-look", "0")
RUSSIAN = "<title>Порт</title><p>Порт закрыт на зиму, маяк горит один.</p>"
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF"
)
MISSING = "<title>Page not found</title><h1>Page not found</h1><p>The page you requested does not exist.</p>"
Bodies = dict[str, tuple[int, bytes, str]]
"""By address: status, body as text or file (uncompressed), `Location`."""
REPLAY = """framed_replay: false
redirect_to_exact: true
collections: {web: {index_paths: ./collections/t/indexes/, archive_paths: ./collections/t/archive/}}
"""
LIVE = """collections:
  live: {index_paths: ./collections/t/indexes/, archive_paths: ./collections/t/archive/}
proxy: {coll: live, enable_banner: false, enable_content_rewrite: false, use_head_insert: false}
"""


def fill(server: Loopback) -> Bodies:
    """Put the pages; what each must come back as."""
    bodies: Bodies = {}

    def put(url: str, body: bytes, status: int = 200, kind: str = "", packed: bool = False) -> None:
        host, path = urlsplit(url).hostname or "", url.split("/", 3)[3]
        headers = {"Content-Encoding": "gzip"} if packed else {}
        sent = gzip.compress(body) if packed else body
        server.put(host, f"/{path}", page(sent, status, headers, kind=kind or "text/html; charset=utf-8"))
        bodies[url] = status, body, ""

    text = article(PROSE).encode()
    put("http://harbour.example/report", text)
    put("https://quay.example/press/2019?id=7&x=%C3%A9", text)
    put("http://harbour.example/packed", text, packed=True)
    put("http://port.example/cp1251", RUSSIAN.encode("cp1251"), kind="text/html; charset=windows-1251")
    put("http://port.example/koi8", RUSSIAN.encode("koi8-r"), kind="text/html; charset=koi8-r")
    put("http://port.example/paper.pdf", PDF, kind="application/pdf")
    put("http://xn--bcher-kva.example/regal", text)
    put("http://harbour.example/gone", b"<title>404</title>no", status=404)
    put("http://harbour.example/soft", MISSING.encode())
    put("https://quay.example/large", text + b"<p>" + b"lamp " * 200_000)
    for start, target, status in (
        ("http://harbour.example/old", "http://harbour.example/report", 301),
        ("http://quay.example/press/2019", "https://quay.example/press/2019?id=7&x=%C3%A9", 302),
    ):
        server.put(urlsplit(start).hostname or "", urlsplit(start).path, redirect(target, status))
        bodies[start] = status, b"", target
    return bodies


def links(urls: Sequence[str], *options: str) -> list[dict[str, Any]]:
    """What the real command says of each address."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "citecheck", "links", *FAST, *options, *urls]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"citecheck ended with {done.returncode}: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


@contextmanager
def pywb(folder: Path, programs: Path, settings: str, *arguments: str) -> Iterator[int]:
    """A running pywb over the collection in `folder`; gives its port."""
    (folder / "config.yaml").write_text(settings)
    port = closed_port()
    command = [str(programs / "wayback"), "-b", "127.0.0.1", "-p", str(port), *arguments]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            _wait(port, process)
            yield port
        finally:
            process.terminate()
            process.wait(20)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise SystemExit("pywb ended; its environment may be incomplete")
        try:
            http.client.HTTPConnection("127.0.0.1", port, timeout=5).connect()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("pywb does not listen")


def get(port: int, target: str, headers: dict[str, str] | None = None) -> tuple[int, bytes, str]:
    """Status, body and `Location` of a GET, redirects not followed, the body unpacked."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", target, headers=headers or {})
    answer = connection.getresponse()
    body = answer.read()
    if answer.headers.get("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    return answer.status, body, answer.headers.get("Location") or ""


def replayed(port: int, url: str) -> tuple[int, bytes, str]:
    """The capture of `url` as pywb replays it: its own redirect to the exact time is followed."""
    status, body, location = get(port, f"/web/2030id_/{url}")
    while status == 307:
        parts = urlsplit(location)
        status, body, location = get(port, location.partition(parts.netloc)[2])
    return status, body, location


def same(name: str, ours: list[Any], theirs: list[Any], label: Callable[[int], str]) -> int:
    """Print how many agree and which do not; the number of the latter."""
    wrong = [at for at, pair in enumerate(zip(ours, theirs, strict=True)) if pair[0] != pair[1]]
    print(f"{name}: {len(ours) - len(wrong)} of {len(ours)} agree")
    for at in wrong:
        print(f"    {label(at)}: {_short(ours[at])}, there {_short(theirs[at])}")
    return len(wrong)


def _short(value: Any) -> str:
    return repr(value)[:200]


def told(line: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(line[name] for name in ("url", "status", "code", "http_status", "final_url", "title"))


def main() -> None:
    programs = os.environ.get("CITECHECK_PYWB")
    if not programs:
        raise SystemExit("pywb is not there: CITECHECK_PYWB names the folder of its programs")
    with tempfile.TemporaryDirectory() as name, Loopback() as server:
        folder, bin_ = Path(name), Path(programs)
        bodies = fill(server)
        urls = list(bodies)
        recording = folder / "seen.warc.gz"
        living = links(urls, *server.arguments, "--record", str(recording))
        checked = subprocess.run([sys.executable, "-m", "warcio.cli", "check", str(recording)], check=False)
        print(f"warcio check: exit {checked.returncode}, {recording.stat().st_size} bytes")
        for words in (["init", "t"], ["add", "t", str(recording)]):
            subprocess.run([bin_ / "wb-manager", *words], cwd=folder, check=True, capture_output=True)
        wrong = checked.returncode
        with pywb(folder, bin_, REPLAY) as port:
            shown = [replayed(port, url) for url in urls]
        wanted = [bodies[url] for url in urls]
        wrong += same("pywb replays", wanted, _whole(wanted, shown), urls.__getitem__)
        with pywb(folder, bin_, LIVE, "--proxy", "live") as port:
            (folder / "pywb.pem").write_bytes(
                get(port, "http://wsgiprox/download/pem", {"Host": "wsgiprox"})[1]
            )
            proxy = ("--proxy", f"http://127.0.0.1:{port}", "--ca-file", str(folder / "pywb.pem"))
            offline = links(urls, *proxy)
        wrong += same("links --proxy", list(map(told, living)), list(map(told, offline)), urls.__getitem__)
    sys.exit(1 if wrong else 0)


def _whole(wanted: list[tuple[int, bytes, str]], shown: list[tuple[int, bytes, str]]) -> list[Any]:
    """Nobody reads the body of a redirect; it is not kept whole."""
    return [
        (status, body if not 300 <= status < 400 else want[1], location)
        for (status, body, location), want in zip(shown, wanted, strict=True)
    ]


if __name__ == "__main__":
    main()
