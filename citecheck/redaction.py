"""Keeps secrets of URLs out of every report, log and look-up key (check `url-has-secret`).

A secret is known by where it stands, never by how random it looks: user name and password before the host,
the value of a parameter that is named for a secret, and a JSON Web Token (RFC 7519) wherever it stands.
What is put in its place is a short hash, so that two mentions of one secret still look alike.
"""

from __future__ import annotations

import hashlib
import re

NAMES = (
    "access[_-]?key",
    "access[_-]?token",
    "api[_-]?key",
    "apikey",
    "auth",
    "auth[_-]?token",
    "authorization",
    "awsaccesskeyid",
    "bearer",
    "client[_-]?secret",
    "credential",
    "id[_-]?token",
    "jwt",
    "key",
    "passwd",
    "password",
    "private[_-]?token",
    "pwd",
    "refresh[_-]?token",
    "sas[_-]?token",
    "secret",
    "session[_-]?token",
    "sessionid",
    "sig",
    "signature",
    "token",
    "x-amz-[a-z-]{1,40}",
    "x-goog-[a-z-]{1,40}",
)
"""Parameters whose value is a secret: those of OAuth 2 (RFC 6749), Amazon, Google and Azure signatures, and
the
plain words for one."""

_PARAMETER = re.compile(rf"(?i)(?<=[?&#;])(?:{'|'.join(NAMES)})=([^\s&#;\"'<>]+)")
_USERINFO = re.compile(r"(?i)\b[a-z][a-z0-9+.-]{1,15}://([^\s/?#@\"'<>]{1,256})@(?=[^\s/?#@])")
_TOKEN = re.compile(r"\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*")
_DONE = "REDACTED-"


def _hide(secret: str) -> str:
    return _DONE + hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _hidden(match: re.Match[str]) -> str:
    group = 1 if match.re.groups else 0
    secret = match[group]
    if secret.startswith(_DONE):
        return match[0]
    start = match.start(group) - match.start()
    return match[0][:start] + _hide(secret) + match[0][start + len(secret) :]


def redact(text: str) -> str:
    """`text` with every secret of a URL replaced by `REDACTED-` and eight hexadecimal digits of its SHA-256.

    Redacting twice changes nothing.

    >>> redact("https://archive.example/a?page=2&token=abc")
    'https://archive.example/a?page=2&token=REDACTED-ba7816bf'
    >>> redact("ftp://anna:abc@files.example/x")
    'ftp://REDACTED-bda4ac21@files.example/x'
    >>> redact("https://library.example/keys?keyword=peace")
    'https://library.example/keys?keyword=peace'
    """
    if "=" not in text and "@" not in text and "eyJ" not in text:
        return text  # as nearly all: nothing that any of the patterns holds
    for pattern in (_TOKEN, _USERINFO, _PARAMETER):
        text = pattern.sub(_hidden, text)
    return text


def has_secret(url: str) -> bool:
    """Whether `url` carries a secret.

    >>> has_secret("https://files.example/report.pdf?X-Amz-Signature=0a1b")
    True
    >>> has_secret("https://files.example/signature/token")
    False
    """
    return redact(url) != url
