"""Certificates as good and as bad as they come."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from enum import StrEnum

import trustme


class Fault(StrEnum):
    EXPIRED = "expired"
    OTHER_NAME = "other-name"
    UNKNOWN_AUTHORITY = "unknown-authority"


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
            self._issue(name).configure_cert(context)
        connection.context = self._contexts[name]

    def _issue(self, name: str) -> trustme.LeafCert:
        match self.faults.get(name):
            case Fault.EXPIRED:
                return self.authority.issue_cert(name, not_after=datetime(2020, 1, 1, tzinfo=UTC))
            case Fault.OTHER_NAME:
                return self.authority.issue_cert("somebody-else.example")
            case Fault.UNKNOWN_AUTHORITY:
                return trustme.CA().issue_cert(name)
        return self.authority.issue_cert(name)
