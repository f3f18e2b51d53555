"""No manuscript can make us talk to an address that is not public: not one packet."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

import pytest

from citecheck.errors import UsageMistake
from citecheck.model import Failure, FailureKind, Fetch
from citecheck.web import WebSettings, parse_connect_to
from citecheck.web.guard import is_public
from citecheck.web.streams import Stream
from tests.servers import Loopback, page, redirect
from tests.web.asking import ask, ask_all, failure_of, page_of, quick

PRIVATE = [
    "127.0.0.1",
    "127.255.255.254",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "0.1.2.3",
    "192.0.0.192",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:93.184.215.14",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "fec0::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "ff02::1",
    "3fff::1",
    "100::1",
]
PUBLIC = ["93.184.215.14", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:2800:21f::1", "2a00:1450::8a"]


class Recording:
    """Notes each connection that would have been made, and makes none."""

    def __init__(self) -> None:
        self.connections: list[str] = []

    async def __call__(self, address: str, port: int) -> Stream:
        self.connections.append(f"{address} {port}")
        raise ConnectionRefusedError


def outcome_of(url: str, addresses: list[str] | list[list[str]]) -> tuple[Failure, list[str], int]:
    """What becomes of `url` where its host has these addresses (a list for each time it is looked up)."""
    answers = iter(addresses if addresses and isinstance(addresses[0], list) else [addresses])
    lookups = 0
    recording = Recording()

    async def resolve(host: str, port: int) -> list[str]:
        nonlocal lookups
        lookups += 1
        return list(next(answers))

    settings = WebSettings(host_interval=0, retries=0)
    outcome = ask(settings, url, resolve=resolve, connect=recording)
    return failure_of(outcome), recording.connections, lookups


@pytest.mark.parametrize("address", PRIVATE)
def test_names_of_private_addresses_are_not_asked(address: str) -> None:
    failure, connections, _ = outcome_of("http://host.example/", [address])
    assert (failure.kind, connections) == (FailureKind.FORBIDDEN, [])
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_spelt_out_are_not_asked(address: str) -> None:
    host = f"[{address}]" if ":" in address else address
    failure, connections, lookups = outcome_of(f"http://{host}/", [address])
    assert (failure.kind, connections, lookups) == (FailureKind.FORBIDDEN, [], 0)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_asked_as_judged(address: str) -> None:
    failure, connections, lookups = outcome_of("http://host.example/", [address])
    assert (failure.kind, connections, lookups) == (FailureKind.REFUSED, [f"{address} 80"], 1)


@pytest.mark.parametrize(
    "url",
    [
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.1./",
        "http://good.example@127.1/",
        "http://127.1#@good.example/",
        "http://127.1\\@good.example/",
        "http://localhost/",
        "http://localhost./",
        "http://[::ffff:7f00:1]/",
        "http://①②⑦.0.0.1/",
    ],
)
def test_other_spellings_of_an_address_are_judged_by_what_they_resolve_to(url: str) -> None:
    failure, connections, _ = outcome_of(url, ["127.0.0.1"])
    assert failure.kind in (FailureKind.FORBIDDEN, FailureKind.INVALID)
    assert connections == []


def test_a_private_address_among_public_ones_spoils_the_lot() -> None:
    failure, connections, _ = outcome_of("http://host.example/", ["93.184.215.14", "10.0.0.1"])
    assert (failure.kind, connections) == (FailureKind.FORBIDDEN, [])


def test_the_answer_that_was_judged_is_the_one_connected_to() -> None:
    """A name server that turns private the second time is not asked a second time."""
    answers = [["93.184.215.14"], ["127.0.0.1"]]
    failure, connections, lookups = outcome_of("http://host.example/", answers)
    assert (failure.kind, connections, lookups) == (FailureKind.REFUSED, ["93.184.215.14 80"], 1)


@pytest.mark.parametrize("port", [22, 25, 8080, 6379, 0])
def test_other_ports_are_not_asked(port: int) -> None:
    failure, connections, _ = outcome_of(f"http://host.example:{port}/", ["93.184.215.14"])
    assert connections == []
    assert failure.kind is FailureKind.FORBIDDEN


def test_unknown_names_differ_from_a_silent_name_server() -> None:
    async def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    async def silent(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    settings = WebSettings(host_interval=0, retries=0)
    no_name = failure_of(ask(settings, "http://host.example/", resolve=unknown))
    no_server = failure_of(ask(settings, "http://host.example/", resolve=silent))
    assert (no_name.kind, no_name.detail) == (FailureKind.DNS, "the host name does not exist")
    assert (no_server.kind, no_server.detail) == (FailureKind.DNS, "the name server did not answer")


def test_redirects_to_private_places_are_refused_at_the_hop(server: Loopback) -> None:
    for index, target in enumerate(["http://10.1.2.3/", "http://[::1]/", "http://169.254.169.254/latest/"]):
        server.put("a.example", f"/{index}", redirect(target))
        failure = failure_of(ask(quick(server), f"http://a.example/{index}"))
        assert failure.kind is FailureKind.FORBIDDEN
        assert [hop.location for hop in failure.hops] == [target]
    assert {seen.host for seen in server.seen} == {"a.example"}


def test_proxy_variables_are_ignored(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    server.put("a.example", "/", page())
    for outcome in ask_all(quick(server), [Fetch("http://a.example/"), Fetch("https://a.example/")]):
        assert page_of(outcome).status == 200


def test_a_proxy_is_asked_when_it_is_given(server: Loopback) -> None:
    server.put("a.example", "http://a.example/page", page("<p>By proxy"))
    settings = WebSettings(proxy=f"http://127.0.0.1:{server.port}", host_interval=0)
    assert page_of(ask(settings, "http://a.example/page")).body == b"<p>By proxy"
    refused = failure_of(ask(settings, "http://10.0.0.1/"))
    assert refused.kind is FailureKind.FORBIDDEN
    assert len(server.seen) == 1
    for bad in ("socks5://127.0.0.1:1080", "127.0.0.1", "http://"):
        with pytest.raises(UsageMistake, match="--proxy"):
            ask(WebSettings(proxy=bad), "http://a.example/")


def test_private_addresses_on_demand(server: Loopback) -> None:
    server.put("127.0.0.1", "/", page("<p>Inside"))
    url = f"http://127.0.0.1:{server.port}/"
    assert failure_of(ask(WebSettings(), url)).kind is FailureKind.FORBIDDEN
    assert page_of(ask(WebSettings(allow_private=True), url)).body == b"<p>Inside"


def test_connect_to_reads_as_in_curl() -> None:
    assert parse_connect_to("A.Example.:443:127.0.0.1:8443") == ("a.example", 443, "127.0.0.1", 8443)
    assert parse_connect_to("::127.0.0.1:8080") == ("", None, "127.0.0.1", 8080)
    assert parse_connect_to("[2606::1]:80:[::1]:") == ("2606::1", 80, "::1", None)
    assert parse_connect_to("a.example:::") == ("a.example", None, "", None)
    for bad in ("", "a.example", "a:b:c:d", "a:1:b", "a:1:b:2:3", "a:70000:b:1", "a:0:b:1", "::::"):
        with pytest.raises(UsageMistake, match="HOST:PORT:ADDR:PORT"):
            parse_connect_to(bad)


def test_the_first_mapping_that_fits_counts(server: Loopback) -> None:
    server.put("a.example", "", page())
    first = ("a.example", 80, "127.0.0.1", server.port)
    settings = quick(server, connect_to=(first, ("", None, "10.0.0.1", None)), connect_timeout=0.2)
    assert page_of(ask(settings, "http://a.example/")).status == 200
    recording = Recording()
    ask(settings, "http://b.example:8080/x", connect=recording)
    assert recording.connections == ["10.0.0.1 8080"]


def test_a_mapped_port_alone_does_not_lift_the_guard() -> None:
    async def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    recording = Recording()
    settings = WebSettings(connect_to=(("", 80, "", 8080),))
    failure = failure_of(ask(settings, "http://a.example/", resolve=resolve, connect=recording))
    assert (failure.kind, recording.connections) == (FailureKind.FORBIDDEN, [])


def test_a_bad_authority_file_is_a_users_mistake(tmp_path: Any, server: Loopback) -> None:
    bad = tmp_path / "ca.pem"
    bad.write_text("no certificate")
    for name in (bad, tmp_path / "missing.pem"):
        with pytest.raises(UsageMistake, match="--ca-file"):
            ask(quick(server, ca_file=str(name)), "https://a.example/")
