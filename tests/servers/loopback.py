"""The server: raw asyncio streams in a thread, one port for HTTP and one for TLS, all hosts behind both."""

from __future__ import annotations

import asyncio
import itertools
import tempfile
import threading
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from tests.servers.answers import Answer, Conversation, page
from tests.servers.certificates import Certificates, Fault

ConnectTo = tuple[str, int | None, str, int | None]


@dataclass(frozen=True, slots=True)
class Seen:
    """One request as the server saw it."""

    at: float
    """`time.monotonic()` when its last header had come."""
    host: str
    path: str
    method: str
    headers: dict[str, str]
    connection: int
    """Counts connections from 1."""
    secure: bool


class Loopback:
    """A context manager. What is not `put` is answered with 404."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []
        self.answered: list[tuple[float, str, str]] = []
        """When an answer had been sent whole, its host and path."""
        self.connections = 0
        self.in_flight: dict[str, int] = defaultdict(int)
        self.most_in_flight: dict[str, int] = defaultdict(int)
        self.fallback: Answer = page("nothing here", status=404)
        self.certificates = Certificates()
        self._answers: dict[tuple[str, str], Answer] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._folder = tempfile.TemporaryDirectory()
        self.ca_file = str(Path(self._folder.name) / "ca.pem")
        self.certificates.authority.cert_pem.write_to_path(self.ca_file)

    def put(self, host: str, path: str, answer: Answer) -> None:
        """How `host` answers for `path` (with its query); an empty host or path stands for any."""
        self._answers[host, path] = answer

    def certificate(self, host: str, fault: Fault) -> None:
        """Give `host` a bad certificate."""
        self.certificates.faults[host] = fault

    @property
    def connect_to(self) -> tuple[ConnectTo, ...]:
        """Every host on ports 80 and 443 is this server."""
        return ("", 80, "127.0.0.1", self.port), ("", 443, "127.0.0.1", self.tls_port)

    @property
    def arguments(self) -> list[str]:
        """The same for a command line."""
        maps = [f":80:127.0.0.1:{self.port}", f":443:127.0.0.1:{self.tls_port}"]
        return [part for entry in maps for part in ("--connect-to", entry)] + ["--ca-file", self.ca_file]

    def paths(self, host: str) -> list[str]:
        """Paths that were asked of `host`, in order."""
        return [seen.path for seen in self.seen if seen.host == host]

    def gaps(self, host: str) -> list[float]:
        """Seconds between two requests to `host`, as they came."""
        times = [seen.at for seen in self.seen if seen.host == host]
        return [later - earlier for earlier, later in itertools.pairwise(times)]

    def __enter__(self) -> Loopback:
        self._loop = asyncio.new_event_loop()
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self._thread.start()
        ready.wait(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)
        self._loop.close()
        self._folder.cleanup()

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve(ready))

    async def _serve(self, ready: threading.Event) -> None:
        self._stop = asyncio.Event()
        self._loop.set_exception_handler(lambda loop, context: None)  # torn connections are what we are for
        plain = await asyncio.start_server(self._accept, "127.0.0.1", 0, backlog=1024)
        secure = await asyncio.start_server(
            self._accept_secure, "127.0.0.1", 0, ssl=self.certificates.context(), backlog=1024
        )
        self.port, self.tls_port = (server.sockets[0].getsockname()[1] for server in (plain, secure))
        ready.set()
        await self._stop.wait()
        plain.close()
        secure.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._talk(reader, writer, secure=False)

    async def _accept_secure(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._talk(reader, writer, secure=True)

    async def _talk(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, secure: bool
    ) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        number = self.connections
        try:
            while await self._answer(reader, writer, number, secure=secure):
                pass
        except (OSError, EOFError, asyncio.CancelledError):
            pass  # the other side has gone, or the test is over
        finally:
            self._tasks.discard(task)
            writer.transport.abort() if writer.transport.is_closing() else writer.close()

    async def _answer(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int, *, secure: bool
    ) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, path, _ = head[0].split(" ", 2)
        headers = {
            name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:] if line)
        }
        host = headers.get("host", "").rsplit(":", 1)[0].lower()
        self.seen.append(Seen(time.monotonic(), host, path, method, headers, number, secure))
        self.in_flight[host] += 1
        self.most_in_flight[host] = max(self.most_in_flight[host], self.in_flight[host])
        try:
            again = await self._find(host, path)(Conversation(host, path, headers, writer))
            self.answered.append((time.monotonic(), host, path))
            return again
        finally:
            self.in_flight[host] -= 1

    def _find(self, host: str, path: str) -> Answer:
        for key in ((host, path), (host, ""), ("", path), ("", "")):
            if key in self._answers:
                return self._answers[key]
        return self.fallback
