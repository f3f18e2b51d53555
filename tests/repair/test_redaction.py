"""Secrets in URLs: hidden everywhere, never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citecheck.redaction import has_secret, redact

SECRET = "s3cr3tV4lue"


@pytest.mark.parametrize(
    "url",
    [
        f"https://a.example/x?token={SECRET}",
        f"https://a.example/x?page=1&api_key={SECRET}&z=2",
        f"https://a.example/x?X-Amz-Signature={SECRET}",
        f"https://a.example/x#access_token={SECRET}",
        f"https://anna:{SECRET}@a.example/x",
        f"https://{SECRET}@a.example/x",
        f"https://a.example/x?SIG={SECRET}",
        f"https://a.example/eyJhbGciOiJIUzI1NiJ9.eyJ{SECRET}.{SECRET}",
    ],
)
def test_secrets_are_hidden(url: str) -> None:
    assert has_secret(url)
    assert SECRET not in redact(f"see {url} .")
    assert "REDACTED-" in redact(url)
    assert redact(url) == redact(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/token/key?keyword=peace&monkey=1",
        "https://a.example/@anna/post",
        "https://a.example/d41d8cd98f00b204e9800998ecf8427e",
        "https://a.example/?q=token",
        "mail anna@a.example",
    ],
)
def test_what_is_no_secret_stays(url: str) -> None:
    assert not has_secret(url)
    assert redact(url) == url


@given(st.text(max_size=80))
def test_redacting_twice_changes_nothing(text: str) -> None:
    assert redact(redact(text)) == redact(text)
