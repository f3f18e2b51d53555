"""The one place where trouble of the network becomes a value (design rule 1).

More can go wrong than connections: a damaged URL raises `UnicodeError` or a bare `ValueError`, a server may
say what is no HTTP, several addresses fail together. One damaged URL must not end a run.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

import h11

from citecheck.model import FailureKind
from citecheck.web.decoding import Undecodable

CERTIFICATE = {
    9: "certificate is not yet valid",
    10: "certificate has expired",
    18: "certificate is self-signed",
    19: "certificate chain ends in an authority that is not trusted",
    20: "certificate chain is incomplete or its authority is not trusted",
    21: "certificate chain is incomplete or its authority is not trusted",
    23: "certificate has been revoked",
    62: "certificate is for another host name",
    63: "certificate is for another host name",
    64: "certificate is for another address",
}
"""OpenSSL's `X509_V_ERR_*` numbers in words."""

NO_ROUTE = "the network of the host cannot be reached"
NAME_SERVER = "the name server did not answer"


class Forbidden(Exception):
    """Our own guard said no; the message says why."""


class TooSlow(Exception):
    """Name and connection together took longer than their limit."""


class ProxyRefused(Exception):
    """The proxy would not connect to the host; the message is its status."""


TROUBLE = (
    h11.ProtocolError,
    OSError,
    ValueError,
    ExceptionGroup,
    Undecodable,
    Forbidden,
    TooSlow,
    ProxyRefused,
)
"""What asking a URL may raise (`UnicodeError` is a `ValueError`, time-outs and TLS errors are `OSError`s)."""


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and all that led to it, outermost first."""
    pending, seen = [error], set()
    while pending:
        current = pending.pop(0)
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        if isinstance(current, BaseExceptionGroup):
            pending.extend(current.exceptions)
        pending.extend(cause for cause in (current.__cause__, current.__context__) if cause is not None)


def failure_of(error: BaseException) -> tuple[FailureKind, str]:
    """Kind and words for people, from the most telling error in the chain. Words never hold an address, a
    path or a message of the operating system, so that equal trouble reads equal everywhere."""
    chain = list(_causes(error))
    for judge in (_guard, _name, _tls, _connection, _time, _http):
        for cause in chain:
            found = judge(cause)
            if found is not None:
                return found
    return FailureKind.PROTOCOL, "the answer is not HTTP"


def _guard(error: BaseException) -> tuple[FailureKind, str] | None:
    if isinstance(error, Forbidden):
        return FailureKind.FORBIDDEN, str(error)
    return None


def _name(error: BaseException) -> tuple[FailureKind, str] | None:
    if not isinstance(error, socket.gaierror):
        return None
    temporary = error.errno == socket.EAI_AGAIN
    return FailureKind.DNS, NAME_SERVER if temporary else "the host name does not exist"


def _tls(error: BaseException) -> tuple[FailureKind, str] | None:
    if isinstance(error, ssl.SSLCertVerificationError):
        return FailureKind.TLS, CERTIFICATE.get(error.verify_code, "certificate cannot be verified")
    if isinstance(error, ssl.SSLError):
        return FailureKind.TLS, "no secure connection could be agreed on"
    return None


def _connection(error: BaseException) -> tuple[FailureKind, str] | None:
    if isinstance(error, ConnectionRefusedError):
        return FailureKind.REFUSED, "the connection was refused"
    if isinstance(error, ConnectionError):
        return FailureKind.RESET, "the connection was cut"
    return None


def _time(error: BaseException) -> tuple[FailureKind, str] | None:
    if isinstance(error, TooSlow):
        return FailureKind.TIMEOUT, "no connection in time"
    if isinstance(error, TimeoutError):
        return FailureKind.TIMEOUT, "no answer in time"
    return None


def _http(error: BaseException) -> tuple[FailureKind, str] | None:
    if isinstance(error, Undecodable):
        return FailureKind.PROTOCOL, str(error)
    if isinstance(error, ProxyRefused):
        return FailureKind.REFUSED, "the proxy refused the connection"
    if isinstance(error, h11.RemoteProtocolError):
        return _protocol(str(error).lower())
    if isinstance(error, (h11.LocalProtocolError, ValueError)):
        return FailureKind.INVALID, "not an address that can be asked"
    if isinstance(error, OSError):
        return FailureKind.REFUSED, NO_ROUTE
    return None


def _protocol(message: str) -> tuple[FailureKind, str]:
    if "disconnected" in message or "closed connection" in message:
        return FailureKind.RESET, "the connection was closed before the answer was complete"
    if "too long" in message or "too large" in message:
        return FailureKind.TOO_LARGE, "the headers of the answer are too large"
    return FailureKind.PROTOCOL, "the answer is not HTTP"
