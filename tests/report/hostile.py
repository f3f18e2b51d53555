"""Text that tries to get out of a report: mark-up, commands, formulas, control sequences, bidi, secrets."""

from __future__ import annotations

from typing import Any

SECRET = "s3cr3tvalue"
PAYLOADS = (
    "<script>alert(1)</script>",
    "</style><script>alert(2)</script>",
    "</title><img src=x onerror=alert(3)>",
    '" onmouseover="alert(4)',
    "' autofocus onfocus='alert(5)",
    "javascript:alert(6)",
    "{{ 7*7 }}{% raw %}",
    "<svg/onload=alert(8)>",
    "--><script>alert(9)</script><!--",
    "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[31mred",
    "\x9b31mred",
    "\x00\x07\x08\x7f",
    "a\u202egnp.exe",
    "zero\u200bwidth\ufeff\u2060",
    "\u2066isolate\u2069",
    "tag\U000e0041\U000e0042",
    "line\u2028and\u2029paragraph",
    "half \ud800 pair",
    "[bold red]markup[/bold red] [link=http://evil.example]x[/link]",
    '=HYPERLINK("http://evil.example")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r\n::error::injected",
    "%0A::stop-commands::x",
    "##[set-env name=PATH;]evil",
    "| cell | [link](http://evil.example) ![img](http://evil.example/x.png) @user #1",
    "]]><xml/>",
)
URLS = (
    "javascript:alert(10)",
    "JaVaScRiPt:alert(11)",
    " javascript:alert(12)",
    "data:text/html,<script>alert(13)</script>",
    "vbscript:msgbox(14)",
    "file:///etc/passwd",
    'https://a.example/"onmouseover="alert(15)',
    "https://a.example/<script>alert(16)</script>",
    "https://a.example/\x1b[31m",
    "https://a.example/\u202eexe",
    "https://a.example/`x`",
)


def hostile_case() -> dict[str, Any]:
    """An audit with every payload in every place that text from outside can reach."""
    notes = [_note(number, payload) for number, payload in enumerate(PAYLOADS)]
    notes += [{"links": [_link(url, url)], "text": url} for url in URLS]
    notes.append({"links": [{"raw": f"https://a.example/?token={SECRET}", "status": "gone"}]})
    return {
        "name": "<script>alert(0)</script>\u202e\x1b[31m.txt",
        "notes": notes,
        "quotations": [
            {"exact": payload, "language": '"><script>alert(17)</script>'} for payload in PAYLOADS
        ],
        "outside": [_link(url, url) for url in URLS],
        "problems": [
            {
                "check": "note-missing",
                "message": payload,
                "note": 900 + number,
                "note_id": f"x{number}{payload}",
            }
            for number, payload in enumerate(PAYLOADS)
        ],
        "run": {"trouble": "The network was down: " + "".join(PAYLOADS)},
    }


def _note(number: int, payload: str) -> dict[str, Any]:
    url = f"https://a.example/{number}"
    return {
        "text": f"{url} {payload}",
        "label": payload,
        "body": payload + " ",
        "links": [_link(url, payload)],
        "quotes": [
            {
                "exact": payload,
                "verdict": "altered",
                "found": payload + " else",
                "differences": [["number", payload, "2"]],
                "prefix": payload,
                "suffix": payload,
                "reason": payload,
                "language": payload,
                "page_language": payload,
                "flags": ["stops-early", "elsewhere"],
                "terms": [[payload, payload]],
                "text_fragment": "#:~:text=" + payload,
                "source": url,
            }
        ],
    }


def _link(raw: str, payload: str) -> dict[str, Any]:
    return {
        "raw": raw,
        "candidates": [
            {"url": raw, "confidence": 0.5, "steps": [["undouble", payload], [payload, raw]]},
            {"url": payload, "confidence": 0.4},
        ],
        "status": "gone",
        "reason": payload,
        "title": payload,
        "final_url": payload,
        "hops": [{"url": raw, "status": 301, "location": payload}],
        "archive": {"url": payload, "datetime": "2018-01-01T00:00:00", "days": 3},
        "suggestion": {"url": payload, "evidence": "candidate", "confirmed_by": "title"},
        "tls_fault": payload,
        "drifted": payload,
    }
