"""The JSON documents: the contract's keys in its order, valid against the schemas that are printed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from citecheck.model import Audit, Candidate, Repair, Step
from citecheck.report import FORMATS, jsonl
from citecheck.report.documents import (
    extract_document,
    link_document,
    quote_document,
    repair_document,
    report_document,
)
from citecheck.report.safe import dump
from citecheck.report.schemas import SCHEMAS, schema
from tests.report.build import audit_of
from tests.report.hostile import hostile_case
from tests.report.sample import sample

REPAIR = Repair(
    "http://http://a.example/?token=abc",
    (Candidate("http://a.example/?token=abc", 0.9, (Step("undouble", "http://http", "http://"),)),),
)


def documents(audit: Audit) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "report", report_document(audit)
    yield "extract", extract_document(audit.extraction)
    yield from (("link", link_document(check)) for check in audit.links)
    yield from (("quote", quote_document("q", quote.alignment)) for quote in audit.quotes)
    yield from (
        ("finding", json.loads(line)) for line in str(FORMATS["jsonl"].render(audit, b"")).splitlines()
    )
    early = jsonl.provisional(audit.findings, audit.extraction.links)
    yield from (("finding", json.loads(line)) for line in early.splitlines())
    yield "repair", repair_document(REPAIR, {"mine": 1})


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_valid_and_stand_alone(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))
    assert schema(name)["properties"]["schema"] == {"const": f"citecheck/{name}/1"}


def test_unknown_schema_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        schema("../extract")


@pytest.mark.parametrize(
    "audit", [sample(), audit_of(hostile_case()), audit_of({})], ids=["all", "hostile", "none"]
)
def test_every_document_is_valid(audit: Audit) -> None:
    validators = {name: jsonschema.Draft202012Validator(schema(name)) for name in SCHEMAS}
    for name, document in documents(audit):
        validators[name].validate(json.loads(dump(document)))
        assert next(iter(document)) == "schema"


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_refuse_missing_and_unknown_keys(name: str) -> None:
    document = json.loads(dump(dict(documents(sample()))[name]))
    validator = jsonschema.Draft202012Validator(schema(name))
    for key in schema(name)["required"]:
        assert not validator.is_valid({one: value for one, value in document.items() if one != key}), key
    assert validator.is_valid(document | {"another": 1}) == (name == "repair")


def test_key_order_is_the_contract_s() -> None:
    report = report_document(sample())
    assert list(report) == [
        "schema", "tool", "generated", "run", "manuscript", "counts", "notes", "outside", "findings",
    ]  # fmt: skip
    link = report["notes"][1]["links"][0]  # type: ignore[index]
    assert list(link)[:5] == ["schema", "url", "status", "code", "reason"]
    finding = list(report["findings"][0])  # type: ignore[index]
    assert finding[:5] == ["check", "severity", "note", "note_id", "line"]
    assert finding[5:] == ["message", "advice", "evidence", "fingerprint", "accepted"]


def test_counts_are_those_of_the_lists() -> None:
    report: Any = report_document(sample())
    counts, findings = report["counts"], report["findings"]
    assert counts["notes"] == len(report["notes"])
    assert counts["links"] == sum(len(note["links"]) for note in report["notes"]) + len(report["outside"])
    for severity in ("error", "warning", "info", "unknown"):
        assert counts[severity] == sum(one["severity"] == severity for one in findings)


def test_spans_slice_to_their_own_text() -> None:
    content = sample().extraction.manuscript.text.content
    document: Any = extract_document(sample().extraction)
    for note in document["notes"]:
        if "REDACTED" not in note["text"]:
            words = "".join(content[start:end] for start, end in note["spans"]).split()
            assert " ".join(words) == note["text"]
        for url in note["urls"]:
            if "REDACTED" not in url["raw"]:
                assert content[url["start"] : url["end"]] == url["raw"]


def test_what_points_to_a_note_names_number_and_id() -> None:
    report: Any = report_document(sample())
    (antecedent,) = (
        one["antecedent"] for note in report["notes"] for one in note["citations"] if one["antecedent"]
    )
    assert (antecedent["note"], antecedent["note_id"]) == (6, "6")


def test_repair_is_a_filter_that_keeps_secrets_and_foreign_keys() -> None:
    document = repair_document(REPAIR, {"mine": [1], "raw": "theirs"})
    assert document["raw"] == REPAIR.raw
    assert document["url"] == "http://a.example/?token=abc"
    assert document["mine"] == [1]


def test_json_of_hostile_text_reads_back_as_it_was() -> None:
    document = report_document(audit_of(hostile_case()))
    text = dump(document)
    assert json.loads(text) == document
    text.encode("utf-8")


def test_terms_that_met_across_languages_are_given() -> None:
    one = next(quote.alignment for quote in sample().quotes if quote.alignment.terms)
    document = quote_document("q", one)
    assert document["terms"] == [{"quoted": quoted, "found": found} for quoted, found in one.terms]
    assert "terms" not in quote_document("q", replace(one, terms=()))
