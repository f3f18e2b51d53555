"""What checks say, in the language of the report.

Checks speak English, with names, addresses and dates in their sentences. The sentences stand as
templates with named fields in `data/messages.json`; a message is read back into its template and fields,
and written out again from the catalogue. What has no template stays English and is marked so.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import Formatter
from typing import Any, cast

from citecheck.checks._common import sentence
from citecheck.checks.url_repaired import STEP_WORDS
from citecheck.model import REASONS, Finding, Reason
from citecheck.report.words import FALLBACK, Words

DIFFERENCES = 3
"""Differences named in a message; the report shows them all."""
_KIND_ORDER = {"number": 0, "negation": 1, "name": 2, "word": 3, "typography": 4}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and the language it is in."""

    text: str
    language: str


def message(finding: Finding, words: Words) -> Told:
    """What the finding says."""
    if words.language == FALLBACK:
        return Told(finding.message, FALLBACK)
    head, tail = _tail(finding.message, words)
    templates = _data()["messages"].get(finding.check, ())
    return _joined(_translated(head, templates, finding, words), finding.message, tail, words)


def advice(finding: Finding, words: Words) -> Told:
    """What to do next."""
    if words.language == FALLBACK:
        return Told(finding.advice, FALLBACK)
    head, tail = _tail(finding.advice, words)
    return _joined(_translated(head, _data()["advice"], finding, words), finding.advice, tail, words)


def reason(code: str, english: str, words: Words, status: object = None) -> Told:
    """Why a link has its status: in English the full reason, else the sentence of its stable code."""
    template = _of_code(code)
    if words.language == FALLBACK or template is None:
        return Told(english, FALLBACK)
    return Told(words(template, status=status or code.removeprefix("http-")), words.language)


def trouble(english: str, words: Words) -> Told:
    """Why (nearly) nothing could be checked, as a sentence."""
    if words.language != FALLBACK:
        for template in _data()["trouble"]:
            fields = fields_of(template, english)
            if fields is not None:
                return Told(words(template, **fields), words.language)
    return Told(sentence(english), FALLBACK)


def because(why: Reason, words: Words) -> Told:
    """Why a quotation has its verdict, as a sentence."""
    if words.language == FALLBACK or not words.knows(REASONS[why.code]):
        return Told(sentence(why), FALLBACK)
    return Told(sentence(_phrase(why, words)), words.language)


def of_file(why: str, words: Words) -> str:
    """What of the manuscript's file could not be read, as a sentence."""
    return words("The manuscript’s file: {why}.", why=_phrase(why, words))


def _phrase(why: str, words: Words) -> str:
    """A reason within a sentence; what is none stays as it is."""
    if not isinstance(why, Reason):
        return why
    told = {name: _fact(name, value, why, words) for name, value in why.facts.items()}
    return words(REASONS[why.code], **told)


def _fact(name: str, value: str, why: Reason, words: Words) -> str:
    if name == "why" and "link" in why.facts:
        of_link = reason(why.facts["link"], value, words).text.removesuffix(".")
        return of_link if words.language == "de" else of_link[:1].lower() + of_link[1:]
    if name == "why":
        return _phrase(value, words)
    if name == "kinds":
        return ", ".join(map(words, value.split(", ")))
    return words(value) if name in ("quote", "page") else value


def templates() -> list[str]:
    """Every template, for the catalogues."""
    data = _data()
    grouped = [one for group in data["messages"].values() for one in group]
    plain = [one for name in ("advice", "tails", "source", "where", "trouble") for one in data[name]]
    return list(
        dict.fromkeys([*grouped, *plain, *data["codes"].values(), *REASONS.values(), *STEP_WORDS.values()])
    )


def fields_of(template: str, text: str) -> dict[str, str] | None:
    """What stands in the template's fields, `None` where `text` was not made from it.

    Each field ends where the words after it first stand; the last one ends with the text. Linear.

    >>> fields_of("Note {label} is called {place}.", "Note 7 is called nowhere.")
    {'label': '7', 'place': 'nowhere'}
    """
    literals, names = _cut(template)
    if not text.startswith(literals[0]):
        return None
    found: dict[str, str] = {}
    at = len(literals[0])
    for name, literal in zip(names, literals[1:], strict=True):
        last = name == names[-1]
        place = len(text) - len(literal) if last else text.find(literal, at)
        if place < at or not text.startswith(literal, place):
            return None
        found[name], at = text[at:place], place + len(literal)
    return found if at == len(text) else None


def _cut(template: str) -> tuple[list[str], list[str]]:
    """The words between the fields (one more than fields), and the fields' names."""
    parts = list(Formatter().parse(template))
    names = [name for _, name, _, _ in parts if name is not None]
    return [literal for literal, _, _, _ in parts] + [""] * (len(names) + 1 - len(parts)), names


def _translated(text: str, candidates: Sequence[str], finding: Finding, words: Words) -> str | None:
    for template in candidates:
        fields = fields_of(template, text)
        if fields is None:
            # Behind an address or an ellipsis in quotation marks checks leave the full stop out.
            fields = fields_of(template.removesuffix("."), text)
        if fields is not None and words.knows(template):
            told = {name: _field(name, value, finding, words) for name, value in fields.items()}
            return words(template, **told)
    return None


def _joined(head: str | None, english: str, tail: str | None, words: Words) -> Told:
    if head is None:
        return Told(english, FALLBACK)
    return Told(f"{head} {tail}" if tail else head, words.language)


def _tail(text: str, words: Words) -> tuple[str, str | None]:
    """The message without what it says of the archive at its end, and that in the report's language."""
    for template in _data()["tails"]:
        begin = text.rfind(" " + template.partition("{")[0])
        fields = fields_of(template, text[begin + 1 :]) if begin > 0 else None
        if fields is not None:
            days = fields.get("days", "").partition(" ")[0].replace(",", "")
            if days.isdigit():
                fields["days"] = words.count(int(days), "{n} day", "{n} days")
            return text[:begin], words(template, **fields)
    return text, None


def _field(name: str, value: str, finding: Finding, words: Words) -> str:
    """A field that holds words of ours, translated; anything else as it is."""
    if name == "reason":
        return reason(str(finding.evidence.get("code", "")), value, words).text
    if name == "differences":
        return _differences(finding, words) or value
    if name == "differs":
        return _differs(finding, words) or value
    if name in ("source", "where"):
        return _translated(value, _data()[name], finding, words) or value
    why = finding.evidence.get("reason")
    if name == "because" and isinstance(why, Reason):
        return because(why, words).text
    if name == "steps":
        return ", ".join(map(words, value.split(", ")))
    if name == "by":
        return words(value)
    if name == "url":
        # Addresses hold no spaces, so what stands between two of them is ours.
        return value.replace(" or ", " " + words("or") + " ")
    return value


def _differences(finding: Finding, words: Words) -> str:
    raw = finding.evidence.get("differences")
    differences = cast("Sequence[Mapping[str, str]]", raw if isinstance(raw, list | tuple) else ())
    ranked = sorted(differences, key=lambda one: _KIND_ORDER[one["kind"]])
    told = [_difference(one, words) for one in ranked[:DIFFERENCES]]
    joined = "; ".join(told) + ("." if told and len(ranked) <= DIFFERENCES else "; …" if told else "")
    return joined[:1].upper() + joined[1:]


def _difference(one: Mapping[str, str], words: Words) -> str:
    kind = words(one["kind"])
    if not one["quoted"]:
        return words("{kind}: “{found}” is left out", kind=kind, found=one["found"])
    if not one["found"]:
        return words("{kind}: “{quoted}” is not in the source", kind=kind, quoted=one["quoted"])
    return words(
        "{kind}: “{quoted}” here, “{found}” there", kind=kind, quoted=one["quoted"], found=one["found"]
    )


def _differs(finding: Finding, words: Words) -> str:
    differs = cast("Mapping[str, Mapping[str, str]]", finding.evidence.get("differs", {}))
    return "; ".join(
        words("{what}: note “{note}”, page “{page}”", what=words(what), note=one["note"], page=one["page"])
        for what, one in differs.items()
    )


def _of_code(code: str) -> str | None:
    """The sentence of a code; statuses that have none of their own share that of their class."""
    codes: Mapping[str, str] = _data()["codes"]
    if code in codes or not code.startswith("http-"):
        return codes.get(code)
    return codes.get(code[:6]) or codes["http-"]


@cache
def _data() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("data", "messages.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(text)
    return data
