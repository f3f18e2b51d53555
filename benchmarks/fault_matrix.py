"""What citecheck and other link checkers say of every fault, and how often they ask.

    python -m benchmarks.fault_matrix [--table] [--alone] [ROW...]

Each row is a server of its own on loopback, opened anew for each program. citecheck is the real command,
with host names of its own (`--connect-to`); the others are given ports. Where lychee, LinkChecker or
linkinator are not on the path, `LYCHEE`, `LINKCHECKER`, `LINKINATOR` name their commands; what is missing is
said.

Exit code 1 where citecheck is wrong in a row.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.fault_rows import PATH, Row, Truth
from benchmarks.faults import ROWS
from benchmarks.link_checkers import CHECKERS, LIMIT, Checker, Said
from tests.servers import Loopback, refusing, unanswering

SECONDS = 4
"""Time limit of one try, for every program."""
OPTIONS = ("--json", "--no-cache", "--archive", "none", "--host-interval", "0", "--second-look", "1")
VERDICTS = {
    **dict.fromkeys(("ok", "moved"), "fine"),
    **dict.fromkeys(("gone", "soft-404", "parked"), "dead"),
}
"""What citecheck's statuses come to; all others are neither."""
PARTS = 8
"""A program that hangs costs its whole limit at each division."""
NOT_ASKED: Said = ("", "not asked")
NOTHING: Said = ("", "no verdict")


@dataclass(frozen=True, slots=True)
class Result:
    """What one program said of one row, and the requests that the row's server saw."""

    verdict: str
    words: str
    requests: int


@dataclass(frozen=True, slots=True)
class Servers:
    """One server a row, in the order of the rows."""

    rows: Sequence[Row]
    running: Sequence[Loopback]
    ports: Sequence[int]
    ca_file: Path

    def own_urls(self) -> list[str]:
        """Addresses with a host name each, for `--connect-to`."""
        return [
            row.alone
            if row.alone and row.alone != "{url}"
            else f"{'https' if row.certificate else 'http'}://{host_of(number)}{PATH}"
            for number, row in enumerate(self.rows)
        ]

    def connect_to(self) -> list[str]:
        entries = []
        for number, (row, port) in enumerate(zip(self.rows, self.ports, strict=True)):
            entries += [
                "--connect-to",
                f"{host_of(number)}:{443 if row.certificate else 80}:127.0.0.1:{port}",
            ]
        return entries

    def urls(self) -> list[str | None]:
        """Addresses with a port each; none where asking would leave loopback."""
        return [
            None
            if row.alone
            else f"https://localhost:{port}{PATH}"
            if row.certificate
            else f"http://127.0.0.1:{port}{PATH}"
            for row, port in zip(self.rows, self.ports, strict=True)
        ]

    def requests(self) -> list[int]:
        return [sum(seen.path != "/robots.txt" for seen in server.seen) for server in self.running]


def host_of(number: int) -> str:
    return f"harbour{number}.example"


@contextmanager
def servers(rows: Sequence[Row]) -> Iterator[Servers]:
    """Fresh servers, so that no program's visit shows in another's answers."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        running, ports, authorities = [], [], []
        for number, row in enumerate(rows):
            server = stack.enter_context(Loopback())
            row.prepare(server)
            if row.certificate:
                for host in ("localhost", host_of(number)):
                    server.certificate(host, row.certificate)
            running.append(server)
            authorities.append(Path(server.ca_file).read_text())
            match row.port:
                case "closed":
                    ports.append(stack.enter_context(refusing()))
                case "deaf":
                    ports.append(stack.enter_context(unanswering()))
                case _:
                    ports.append(server.tls_port if row.certificate else server.port)
        (folder / "ca.pem").write_text("".join(authorities))
        yield Servers(rows, running, ports, folder / "ca.pem")


def ask_citecheck(rows: Sequence[Row]) -> list[Result]:
    """The real command, as a user runs it."""
    with servers(rows) as run, tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "citecheck", "links", *OPTIONS, "--timeout", str(SECONDS)]
        arguments = [*command, *run.connect_to(), "--ca-file", str(run.ca_file), *run.own_urls()]
        done = subprocess.run(
            arguments, capture_output=True, text=True, cwd=folder, timeout=LIMIT, check=False
        )
        if done.returncode not in (0, 1):
            raise SystemExit(f"citecheck ended with {done.returncode}: {done.stderr}")
        statuses = [json.loads(line)["status"] for line in done.stdout.splitlines()]
        requests = run.requests()
    return [
        Result(VERDICTS.get(status, "unknown"), status, number)
        for status, number in zip(statuses, requests, strict=True)
    ]


def ask_others(rows: Sequence[Row]) -> dict[str, list[Result]]:
    """Every other program that is there, by its name and version."""
    results: dict[str, list[Result]] = {}
    for checker in CHECKERS:
        if checker.command is None:
            print(f"{checker.name} is not installed and left out (or name it: {checker.variable}=...)")
            continue
        results[f"{checker.name} {checker.version()}"] = ask_other(checker, rows)
    return results


def ask_other(checker: Checker, rows: Sequence[Row]) -> list[Result]:
    """What one program says. Where it breaks down on a row and says nothing of all the others, each eighth is
    asked anew, so that only the row that breaks it is left without a verdict."""
    with servers(rows) as run, tempfile.TemporaryDirectory() as folder:
        authority = str(run.ca_file)
        trust = dict.fromkeys(("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS"), authority)
        urls = run.urls()
        asked = [url for url in urls if url]
        said = checker.verdicts(asked, Path(folder), SECONDS, trust) if asked else {}
        requests = run.requests()
    if not said and len(asked) > 1:
        size = -(-len(rows) // PARTS)
        parts = [rows[start : start + size] for start in range(0, len(rows), size)]
        return [result for part in parts for result in ask_other(checker, part)]
    return [
        Result(*(said.get(url, NOTHING) if url else NOT_ASKED), number)
        for url, number in zip(urls, requests, strict=True)
    ]


def figures(rows: Sequence[Row], results: Sequence[Result]) -> tuple[int, int, int]:
    """How often: living or unknowable called dead; dead called fine; unknowable called fine."""
    pairs = [(row.truth, result.verdict) for row, result in zip(rows, results, strict=True)]
    return (
        sum(truth is not Truth.DEAD and verdict == "dead" for truth, verdict in pairs),
        sum(pair == (Truth.DEAD, "fine") for pair in pairs),
        sum(pair == (Truth.UNKNOWN, "fine") for pair in pairs),
    )


def table(rows: Sequence[Row], results: dict[str, list[Result]]) -> list[str]:
    """A Markdown table: bold where a program is wrong about a page."""
    lines = [
        f"| What the server does | The page is | {' | '.join(results)} |",
        "|---" * (2 + len(results)) + "|",
    ]
    for number, row in enumerate(rows):
        cells = [_cell(row, result[number]) for result in results.values()]
        lines.append(f"| {row.name} | {row.truth} | {' | '.join(cells)} |")
    return lines


def _cell(row: Row, result: Result) -> str:
    if not result.verdict:
        return result.words
    wrong = {(Truth.LIVING, "dead"), (Truth.UNKNOWN, "dead"), (Truth.DEAD, "fine"), (Truth.UNKNOWN, "fine")}
    words = f"**{result.words}**" if (row.truth, result.verdict) in wrong else result.words
    return f"{words} ({result.requests})"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("row", nargs="*", help="only rows whose name holds this")
    parser.add_argument("--alone", action="store_true", help="citecheck without the others")
    parser.add_argument("--table", action="store_true", help="the table for docs/comparison.md")
    arguments = parser.parse_args()
    rows = [row for row in ROWS if not arguments.row or any(part in row.name for part in arguments.row)]
    own = ask_citecheck(rows)
    results = {"citecheck": own} | ({} if arguments.alone else ask_others(rows))
    if arguments.table:
        print("\n".join(table(rows, results)), end="\n\n")
    wrong = [(row, one) for row, one in zip(rows, own, strict=True) if one.words not in row.right]
    for row, one in wrong:
        print(f"{row.name}: {one.words}, should be {' or '.join(row.right)} ({one.requests} requests)")
    for name, all_ in results.items():
        dead, fine, unknown = figures(rows, all_)
        print(
            f"{name}: of {len(rows)} rows living or unknowable called dead {dead}, dead called fine {fine}, "
            f"unknowable called fine {unknown}; {sum(one.requests for one in all_)} requests"
        )
    print(f"citecheck: {len(rows) - len(wrong)} of {len(rows)} rows right")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
