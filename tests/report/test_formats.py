"""What every format promises: nothing hidden gets through, no secret is shown, same evidence, same bytes."""

from __future__ import annotations

import html
import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import UTC, datetime

import pytest

from citecheck.model import Audit
from citecheck.report import FORMATS
from tests.report.build import audit_of
from tests.report.hostile import SECRET, hostile_case
from tests.report.sample import sample
from tests.report.word import in_word

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
BROKEN_SECRET = {
    "notes": [
        {
            "text": f"See https://a.example/report?token={SECRET[:5]}\n{SECRET[5:]} (2018)",
            "links": [
                {
                    "raw": f"https://a.example/report?token={SECRET[:5]}\n{SECRET[5:]}",
                    "url": f"https://a.example/report?token={SECRET}",
                    "status": "gone",
                    "reason": f"https://a.example/report?token={SECRET} answers 404",
                }
            ],
        }
    ],
    "outside": [{"raw": f"https://anna:{SECRET}@a.example/"}],
    "run": {"settings": {"proxy": f"http://me:{SECRET}@proxy.example:8080"}},
}
CASES = {"sample": sample(), "hostile": audit_of(hostile_case()), "secret": audit_of(BROKEN_SECRET)}


def rendered(name: str, audit: Audit) -> str:
    """The report as text; of a workbook the text of all its parts, escapes of XML undone."""
    out = FORMATS[name].render(*in_word(audit)) if name == "docx" else FORMATS[name].render(audit, b"")
    if name in ("xlsx", "docx"):
        assert isinstance(out, bytes)
        with zipfile.ZipFile(io.BytesIO(out)) as parts:
            return "\n".join(html.unescape(parts.read(one).decode()) for one in parts.namelist())
    return out.decode("utf-8-sig") if isinstance(out, bytes) else out


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("case", CASES)
def test_nothing_that_hides_or_acts_gets_through(name: str, case: str) -> None:
    hidden = UNSEEN.search(rendered(name, CASES[case]).replace("\r\n", "\n"))
    assert hidden is None, f"{hidden!r}"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("case", CASES)
def test_no_secret_in_any_output(name: str, case: str) -> None:
    text = rendered(name, CASES[case])
    assert SECRET not in text
    assert SECRET[5:] not in text, "the end of a token that is broken over lines"


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_audit_can_be_rendered(name: str) -> None:
    rendered(name, audit_of({}))


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("jsonl", "csv")])
def test_says_what_was_not_checked_before_what_is_fine(name: str) -> None:
    text = " ".join(rendered(name, sample()).split())
    if name in ("terminal", "html", "markdown"):
        assert 0 < text.index("could not be checked") < text.index("addresses answer")


@pytest.mark.parametrize("name", FORMATS)
def test_every_open_check_is_named_by_its_id(name: str) -> None:
    text = rendered(name, sample())
    missing = {one.check for one in sample().findings if one.check not in text}
    assert not missing or name == "github", "GitHub shows ten annotations a step"


def test_suffixes_are_the_file_names_of_the_contract() -> None:
    assert {
        name: FORMATS[name].SUFFIX
        for name in ("html", "json", "jsonl", "markdown", "csv", "xlsx", "docx", "sarif", "gitlab", "junit")
    } == {
        "html": ".html",
        "json": ".json",
        "jsonl": ".jsonl",
        "markdown": ".md",
        "csv": ".csv",
        "xlsx": ".xlsx",
        "docx": ".docx",
        "sarif": ".sarif",
        "gitlab": ".gitlab.json",
        "junit": ".junit.xml",
    }


SCRIPT = """
import hashlib
from citecheck.report import FORMATS
from tests.report.sample import sample
from tests.report.word import in_word
for name, module in FORMATS.items():
    out = module.render(*in_word(sample())) if name == "docx" else module.render(sample(), b"")
    print(name, hashlib.sha256(out if isinstance(out, bytes) else out.encode()).hexdigest())
"""


def test_same_bytes_under_another_locale_zone_seed_and_terminal() -> None:
    surroundings = (
        {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "1", "COLUMNS": "40", "TERM": "dumb"},
        {
            "LC_ALL": "C.UTF-8",
            "TZ": "Asia/Tokyo",
            "PYTHONHASHSEED": "2",
            "COLUMNS": "200",
            "FORCE_COLOR": "1",
        },
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT], env=os.environ | one, capture_output=True, text=True, check=True
        ).stdout
        for one in surroundings
    }
    assert len(outputs) == 1


def test_times_are_utc_in_whole_seconds() -> None:
    text = rendered("json", sample())
    times = re.findall(r"\d{4}-\d{2}-\d{2}T[^\"]+", text)
    assert times
    for one in times:
        assert datetime.strptime(one, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def test_names_of_formats_cost_no_third_party() -> None:
    heavy = {"rich", "jinja2", "babel", "xlsxwriter", "docx"}
    script = f"import sys, citecheck.report; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_outline_and_summary_count_the_same_notes() -> None:
    """A note that is called and not there has a card, and is counted apart."""
    audit = sample()
    page = str(FORMATS["html"].render(audit, b""))
    outline = page[page.index('<nav class="outline"') : page.index("</nav>")]
    told = [int(number) for number in re.findall(r"· (\d+) notes?(?:,|<)", outline)]
    missing = [int(number) for number in re.findall(r", (\d+) missing<", outline)]
    assert sum(told) == len(audit.extraction.parsed.notes)
    assert f"<b>{sum(told)}</b> <span>notes</span>" in page
    assert sum(told) + sum(missing) == page.count('<article class="card')
    assert missing, "the sample has one"
