"""One audit with every status, every verdict and (nearly) every check, for the tests of all formats."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from citecheck.model import Audit
from tests.report.build import audit_of

SAMPLE = Path(__file__).with_name("sample.json")


@cache
def sample() -> Audit:
    """The audit that `sample.json` describes."""
    return audit_of(json.loads(SAMPLE.read_text("utf-8")))
