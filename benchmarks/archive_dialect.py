"""Whether the archive that tests talk to speaks as archives do.

    CITECHECK_PYWB=.../bin CITECHECK_WAYBACK=.../bin/python python -m benchmarks.archive_dialect

The same captures are served twice in the Internet Archive's dialect: by `fixtures.archive_stand_in` out of a
table, and by a front over a real pywb that has read them from a WARC. Both are asked by EDGI's `wayback`
client (a client known to work with the Internet Archive) and by `citecheck links`; all answers must agree.
pywb and `wayback` live in environments of their own and are run as programs, never imported. What is missing
is said and left out.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urljoin, urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from fixtures import archive_stand_in as stand_in
from fixtures.archive_stand_in import HOST, Answer, Archived, ArchiveStandIn
from tests.servers import Loopback, closed_port
from tests.servers.answers import Conversation, message

Archive = Callable[[str], Answer]
"""Answers a GET of an address on the archive's host."""
SITES = tuple(f"http://site{number}.example" for number in range(4))
PATHS = ("/report/2014.html", "/press/harbour", "/news/item?id=7", "/")
EXCLUDED = "http://hidden.example/"
YEARS = range(2009, 2021, 3)
WANTED = ("20080101120000", "20130704120000", "20150101120000", "20190228120000", "20991231235959")
NEVER = ("http://nobody.example/page", "http://site1.example/never")
PYWB = """framed_replay: false
redirect_to_exact: true
collections: {web: {index_paths: ./collections/t/indexes/, archive_paths: ./collections/t/archive/}}
"""
SEARCHES: tuple[dict[str, Any], ...] = (
    {},
    {"limit": 1},
    {"from_date": "2012", "to_date": "2016"},
    {"filter_field": "statuscode:200"},
)
PREFIX = {"match_type": "prefix", "collapse": "urlkey"}


def captures() -> list[Archived]:
    """Histories of 16 addresses: good pages, errors, redirects."""
    found = []
    for site, host in enumerate(SITES):
        for place, path in enumerate(PATHS):
            for turn, year in enumerate(YEARS):
                status = (200, 200, 404, 301, 200)[(site + place + turn) % 5]
                body = f"<title>{path}</title><p>As it was in {year}, at {host}{path}.</p>".encode()
                when = datetime(year, 1 + place, 1 + site, 10, turn, tzinfo=UTC)
                location = f"{host}/moved/{place}" if status == 301 else None
                found.append(Archived(host + path, when, status, "text/html", body, location))
    return found


def write_warc(path: Path, archived: list[Archived]) -> None:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for one in archived:
            headers = [("Content-Type", one.media_type), ("Content-Length", str(len(one.body)))]
            if one.location:
                headers.append(("Location", one.location))
            http = StatusAndHeaders(f"{one.status} Status", headers, protocol="HTTP/1.1")
            date = one.time.strftime("%Y-%m-%dT%H:%M:%SZ")
            record = writer.create_warc_record(
                one.url,
                "response",
                payload=BytesIO(one.body),
                http_headers=http,
                warc_headers_dict={"WARC-Date": date},
            )
            writer.write_record(record)


@contextmanager
def pywb(folder: Path, programs: Path, archived: list[Archived]) -> Iterator[str]:
    """A pywb on loopback that holds the captures; gives its address."""
    (folder / "config.yaml").write_text(PYWB)
    write_warc(folder / "captures.warc.gz", archived)
    for words in (["init", "t"], ["add", "t", "captures.warc.gz"]):
        command = [str(programs / "wb-manager"), *words]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)
    port = closed_port()
    command = [str(programs / "wayback"), "-b", "127.0.0.1", "-p", str(port)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        _wait(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def _wait(url: str) -> None:
    for _ in range(200):
        try:
            _get(url)
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("pywb does not answer")


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay)


def _get(url: str) -> tuple[int, dict[str, str], bytes]:
    try:
        with _OPENER.open(url, timeout=30) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read()


def front(base: str) -> Archive:
    """pywb in the Internet Archive's dialect. What the stand-in decides itself (which capture is nearest,
    which rows an address has) pywb decides here; the parameters of the index are common to both."""

    def answer(url: str) -> Answer:
        parts = urlsplit(url)
        place = parts.path + (f"?{parts.query}" if parts.query else "")
        target = parse_qs(parts.query, True).get("url", [""])[0] if "/cdx/" in place else place
        if urlsplit(EXCLUDED).netloc in target:
            return ArchiveStandIn([], [EXCLUDED]).answer(url)
        if parts.path.startswith("/cdx/search/cdx"):
            return _index(base, parse_qs(parts.query, True))
        return _replay(base, place)

    return answer


def _index(base: str, query: dict[str, list[str]]) -> Answer:
    match = query.get("matchType", ["exact"])[0]
    asked = f"{base}/web/cdx?url={quote(query['url'][0], '')}&matchType={match}&output=json&allowFuzzy=0"
    status, _, body = _get(asked)
    assert status in (200, 404), (status, body)
    rows = []
    for line in body.decode().splitlines() if status == 200 else []:
        row = json.loads(line)
        names = {"original": "url", "mimetype": "mime", "statuscode": "status"}
        rows.append({name: row.get(names.get(name, name), "-") for name in stand_in.FIELDS})
    return stand_in._rows_answer(stand_in._chosen(rows, query), query)


def _replay(base: str, place: str) -> Answer:
    status, headers, body = _get(base + place)
    if "memento-datetime" not in headers:
        location = headers.get("location")
        if location is None:
            return Answer(status, (("content-type", "text/html"),), body)
        stamp = urlsplit(location).path.split("/")[2].rstrip("id_")
        here = f"https://{HOST}{location.removeprefix(base)}"
        return Answer(302, (("location", here), ("x-archive-redirect-reason", f"found capture at {stamp}")))
    kept: list[tuple[str, str]] = [
        (name, headers[name]) for name in ("content-type", "memento-datetime", "link") if name in headers
    ]
    kept = [(name, value.replace(base, f"https://{HOST}")) for name, value in kept]
    if "location" in headers:
        stamp, _, original = place.removeprefix("/web/").partition("/")
        kept.append(("location", f"https://{HOST}/web/{stamp}/{urljoin(original, headers['location'])}"))
    return Answer(status, tuple(kept), body)


@contextmanager
def served(archive: Archive) -> Iterator[Loopback]:
    """The archive under its own name, over TLS; every other host answers 404."""

    async def answer(talk: Conversation) -> bool:
        said = archive(f"https://{HOST}{talk.path}")
        await talk.send(message(said.status, said.body, dict(said.headers)))
        return True

    with Loopback() as server:
        server.put(HOST, "", answer)
        yield server


def questions() -> tuple[list[tuple[str, str]], list[tuple[str, dict[str, Any]]]]:
    urls = [site + path for site in SITES for path in PATHS]
    spelt = ["https://www.site1.example:443/Press/Harbour/", "http://SITE2.example/news/item/?id=7"]
    all_ = [*urls, *spelt, *NEVER, f"{EXCLUDED}page"]
    mementos = [(url, stamp) for url in all_ for stamp in WANTED]
    searches: list[tuple[str, dict[str, Any]]] = [(url, options) for url in all_ for options in SEARCHES]
    return mementos, [*searches, ("site1.example/pre", PREFIX), ("site3.example/", PREFIX)]


def ask_edgi(server: Loopback, python: str) -> list[tuple[str, Any]]:
    """What EDGI's client makes of every question."""
    mementos, searches = questions()
    place = {"port": server.tls_port, "authority": server.ca_file}
    asked = {**place, "mementos": mementos, "searches": searches}
    script = Path(__file__).with_name("edgi_client.py")
    done = subprocess.run(
        [python, str(script)],
        input=json.dumps(asked),
        env={**os.environ, "REQUESTS_CA_BUNDLE": server.ca_file, "PYTHONPATH": ""},
        stdout=subprocess.PIPE,
        text=True,
        timeout=300,
        check=True,
    )
    said = json.loads(done.stdout)
    labels = [f"capture of {url} nearest {stamp}" for url, stamp in mementos]
    labels += [f"index of {url} {options}" for url, options in searches]
    return list(zip(labels, said["mementos"] + said["searches"], strict=True))


def ask_citecheck(server: Loopback) -> list[tuple[str, Any]]:
    """What the command says of the archive for every address, all of which are dead."""
    urls = list(dict.fromkeys(url for url, _ in questions()[0]))
    options = [
        "--json",
        "--no-cache",
        "--host-interval",
        "0",
        "--archive-interval",
        "0",
        "--second-look",
        "0",
    ]
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for stamp in WANTED[:-1]:
            day = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}"
            words = [*options, "--written", day, *server.arguments, *urls]
            done = subprocess.run(
                [sys.executable, "-m", "citecheck", "links", *words],
                cwd=folder,
                stdout=subprocess.PIPE,
                text=True,
                timeout=120,
                check=False,
            )
            lines = [json.loads(line) for line in done.stdout.splitlines()]
            found += [(f"{line['url']} as of {day}", line["archive"]) for line in lines]
    return found


def agree(name: str, ours: list[tuple[str, Any]], theirs: list[tuple[str, Any]]) -> int:
    """Print how many answers agree and which do not; gives the number of the latter."""
    differ = [
        (label, one, other) for (label, one), (_, other) in zip(ours, theirs, strict=True) if one != other
    ]
    print(f"{name}: {len(ours) - len(differ)} of {len(ours)} answers agree")
    for label, one, other in differ[:10]:
        print(f"    {label}\n        stand-in {one}\n        pywb     {other}")
    return len(differ)


def whole(answers: list[tuple[str, Any]], archived: list[Archived]) -> int:
    """How many of the answers are captures that were put in, byte for byte."""
    bodies = {(one.stamp, hashlib.sha256(one.body).hexdigest()) for one in archived}
    said = [answer for label, answer in answers if label.startswith("capture") and len(answer) == 3]
    return sum((stamp, digest) in bodies for stamp, _, digest in said)


def kinds(answers: list[tuple[str, Any]]) -> str:
    """What the answers come to, for people: agreement on nothing but errors would prove nothing."""
    refused = Counter(said[0] for _, said in answers if len(said) == 1 and isinstance(said[0], str))
    rows = sum(isinstance(row, list) for label, said in answers if label.startswith("index") for row in said)
    return f"{rows} index rows; " + ", ".join(f"{count} {name}" for name, count in refused.items())


def main() -> None:
    programs, python = os.environ.get("CITECHECK_PYWB"), os.environ.get("CITECHECK_WAYBACK")
    if not programs:
        raise SystemExit("pywb is not there: CITECHECK_PYWB names the folder of its programs")
    if not python:
        print("EDGI's client is not there and left out: CITECHECK_WAYBACK names the Python that has it")
    archived = captures()
    own = ArchiveStandIn(archived, [EXCLUDED])
    wrong = 0
    with (
        tempfile.TemporaryDirectory() as folder,
        pywb(Path(folder), Path(programs), archived) as base,
        served(own.answer) as ours,
        served(front(base)) as theirs,
    ):
        if python:
            ours_said, theirs_said = ask_edgi(ours, python), ask_edgi(theirs, python)
            wrong += agree("EDGI's wayback", ours_said, theirs_said)
            print(f"    {whole(theirs_said, archived)} captures byte for byte; {kinds(theirs_said)}")
        said = ask_citecheck(ours)
        wrong += agree("citecheck links", said, ask_citecheck(theirs))
        states = Counter(archive["state"] for _, archive in said)
        print("    " + ", ".join(f"{count} {state}" for state, count in states.items()))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
