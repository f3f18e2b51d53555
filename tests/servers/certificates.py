"""Certificates as good and as bad as they come."""

from __future__ import annotations

import ssl
import tempfile
from datetime import UTC, datetime
from enum import StrEnum

import trustme


class Fault(StrEnum):
    EXPIRED = "expired"
    OTHER_NAME = "other-name"
    UNKNOWN_AUTHORITY = "unknown-authority"
    SELF_SIGNED = "self-signed"
    NO_CHAIN = "no-chain"
    """The server forgets the certificate between its own and the authority's."""


class Certificates:
    """A TLS context for each host name, made when it is first asked for."""

    def __init__(self) -> None:
        self.authority = trustme.CA()
        self.faults: dict[str, Fault] = {}
        self._contexts: dict[str, ssl.SSLContext] = {}

    def context(self) -> ssl.SSLContext:
        """For a server: chooses by the name that the client asks for."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert("localhost", "127.0.0.1").configure_cert(context)
        context.sni_callback = self._choose
        return context

    def _choose(self, connection: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
        if name is None:
            return
        if name not in self._contexts:
            context = self._contexts[name] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._configure(name, context)
        connection.context = self._contexts[name]

    def _configure(self, name: str, context: ssl.SSLContext) -> None:
        match self.faults.get(name):
            case Fault.SELF_SIGNED:
                own = trustme.CA()
                _load(context, own.private_key_pem, own.cert_pem)
            case Fault.NO_CHAIN:
                leaf = self.authority.create_child_ca().issue_cert(name)
                _load(context, leaf.private_key_pem, leaf.cert_chain_pems[0])
            case _:
                self._issue(name).configure_cert(context)

    def _issue(self, name: str) -> trustme.LeafCert:
        match self.faults.get(name):
            case Fault.EXPIRED:
                return self.authority.issue_cert(name, not_after=datetime(2020, 1, 1, tzinfo=UTC))
            case Fault.OTHER_NAME:
                return self.authority.issue_cert("somebody-else.example")
            case Fault.UNKNOWN_AUTHORITY:
                return trustme.CA().issue_cert(name)
        return self.authority.issue_cert(name)


def _load(context: ssl.SSLContext, key: trustme.Blob, certificate: trustme.Blob) -> None:
    """A certificate by itself, without what stands above it."""
    with tempfile.NamedTemporaryFile(suffix=".pem") as file:
        file.write(key.bytes() + certificate.bytes())
        file.flush()
        context.load_cert_chain(file.name)
