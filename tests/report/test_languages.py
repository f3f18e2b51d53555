"""Reports in four languages: everything translated, fields and plurals right, each part in its language."""

from __future__ import annotations

import json
import pickle
import re
from dataclasses import replace
from importlib import resources
from pathlib import Path
from string import Formatter

import pytest

from citecheck.checks.url_repaired import STEP_WORDS
from citecheck.match.rules import all_rules
from citecheck.model import REASONS, Audit, Finding, Reason, Severity
from citecheck.repair import STEPS
from citecheck.report import FORMATS, html, json_, markdown, messages, terminal
from citecheck.report.redacted import redacted
from citecheck.report.words import LANGUAGES, PLURALS, Words, catalogue, entries, words_for, words_in
from tests.report.build import audit_of
from tests.report.hostile import hostile_case
from tests.report.sample import sample

OTHERS = [language for language in LANGUAGES if language != "en"]
PACKAGE = Path(str(resources.files("citecheck.report")))
TEMPLATE = re.compile(r'(?<![\w.])_\("([^"]+)"')
COUNTED = re.compile(r'several\([^"]+"([^"]+)"')
CALLED = re.compile(r'(?<![\w.])words\(\s*"([^"]+)"')
NUMBERED = re.compile(r'words\.count\(\s*[\w.()]+,\s*"([^"]+)"')


def in_language(audit: Audit, language: str) -> Audit:
    return replace(audit, run=replace(audit.run, language=language))


def used() -> set[str]:
    """Every message that templates and code ask for."""
    found = set(messages.templates()) | set(html.SCRIPT_WORDS)
    for path in (PACKAGE / "templates").glob("*.html"):
        text = path.read_text("utf-8")
        found |= {*TEMPLATE.findall(text), *COUNTED.findall(text)}
    for path in PACKAGE.glob("*.py"):
        text = path.read_text("utf-8")
        found |= {*CALLED.findall(text), *NUMBERED.findall(text)}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    known = catalogue(language)
    assert used() <= set(known)
    assert set(known) == set(catalogue("en"))
    assert all(form.strip() for forms in known.values() for form in forms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_fields_and_forms_are_those_of_the_message(language: str) -> None:
    text = PACKAGE.joinpath("locale", language, "LC_MESSAGES", "citecheck.po").read_text("utf-8")
    assert PLURALS[language][1] in text
    for entry, forms in entries(text):
        if entry["msgid"][0]:
            assert len(forms) == (
                len(set(map(PLURALS[language][0], range(200)))) if "msgid_plural" in entry else 1
            )
            for form in forms:
                assert fields(form) == fields(entry["msgid"][0])


def fields(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name}


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "1 адрес"),
        (2, "2 адреса"),
        (5, "5 адресов"),
        (11, "11 адресов"),
        (21, "21 адрес"),
        (112, "112 адресов"),
    ],
)
def test_russian_has_three_forms(number: int, text: str) -> None:
    assert words_in("ru").count(number, "{n} address", "{n} addresses") == text


def test_none_is_singular_in_french_only() -> None:
    assert words_in("fr").count(0, "{n} address", "{n} addresses") == "0 adresse"
    assert words_in("de").count(0, "{n} address", "{n} addresses") == "0 Adressen"
    assert words_in("de").count(1234, "{n} address", "{n} addresses") == "1.234 Adressen"


def plurals(language: str) -> list[tuple[str, str]]:
    """Every message that counts: for one and for several."""
    text = PACKAGE.joinpath("locale", language, "LC_MESSAGES", "citecheck.po").read_text("utf-8")
    return [(e["msgid"][0], e["msgid_plural"][0]) for e, _ in entries(text) if "msgid_plural" in e]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [0, 1, 2, 5, 11, 21, 1021])
def test_every_count_is_told_with_its_number_and_form(language: str, number: int) -> None:
    words = words_in(language)
    for one, several in plurals(language):
        given = dict.fromkeys(fields(one) - {"n"}, "7")
        told = words.count(number, one, several, **given)
        assert words.number(number) in told, told
        assert "{" not in told
        assert told == " ".join(told.split(" ")).strip(), told
    assert (
        words.count(21, "{n} error", "{n} errors")
        == {
            "en": "21 errors",
            "de": "21 Fehler",
            "fr": "21 erreurs",
            "ru": "21 ошибка",
        }[language]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_of_a_summary_agree_with_their_number(language: str) -> None:
    """One and two unseen pages and quotations: what is said of one is not said of several, but in German."""
    unseen = {
        "en": (" address could not be", " addresses could not be"),
        "de": ("von 1 Adresse nicht prüfbar", "von 2 Adressen nicht prüfbar"),
        "fr": ("sur 1 adresse n’a pas pu être vérifiée", "sur 2 adresses n’ont pas pu être vérifiées"),
        "ru": ("Не удалось проверить 1 из 1 адреса", "Не удалось проверить 2 из 2 адресов"),
    }[language]
    for number, said in enumerate(unseen, 1):
        notes = [{"links": [{"raw": f"https://a{n}.example/", "status": "blocked"}]} for n in range(number)]
        audit = in_language(audit_of({"notes": notes}), language)
        assert said in " ".join(terminal.text(audit, width=120).split())


def test_french_signs_keep_their_spaces_where_lines_break() -> None:
    """A line must not begin with a colon: a space that does not break stands before it, and inside quotes."""
    text = PACKAGE.joinpath("locale", "fr", "LC_MESSAGES", "citecheck.po").read_text("utf-8")
    for entry, forms in entries(text):
        for form in forms if entry["msgid"][0] else ():
            assert not re.search(r" [:;!?»]|« ", form), form
            assert not re.search(r"\w[;!?»](?!\w)|\w:(?=\s|$)|«\S", form.replace("://", "")), form


@pytest.mark.parametrize(
    "trouble",
    [
        "45 of 45 links on 4 hosts could not be reached",
        "the archive did not answer for 4 of 4 links",
        "9 of 10 hosts could not be connected to: the network seems to be down",
    ],
)
def test_a_network_that_is_down_is_told_in_sentences(trouble: str) -> None:
    audit = audit_of({"notes": [{"links": [{"raw": "https://a.example/", "status": "unreachable"}]}]})
    audit = replace(audit, run=replace(audit.run, trouble=trouble))
    told = {one: " ".join(terminal.text(in_language(audit, one)).split()) for one in LANGUAGES}
    assert f"{trouble[0].upper()}{trouble[1:]}. That tells more about the network" in told["en"]
    assert "mehr über das Netz" in told["de"]
    assert "plus sur le réseau" in told["fr"]
    assert "скорее о сети" in told["ru"]
    assert all(trouble[1:] not in told[one] for one in OTHERS)


def test_findings_that_are_not_shown_are_counted_in_words() -> None:
    dead = [
        {"links": [{"raw": f"https://a{n}.example/", "status": "gone", "reason": f"404, {n + 2} times"}]}
        for n in range(12)
    ]
    told = {
        language: " ".join(terminal.text(in_language(audit_of({"notes": dead}), language), width=120).split())
        for language in LANGUAGES
    }
    assert "and 2 more (2 errors)" in told["en"]
    assert "et 2 de plus (2 erreurs)" in told["fr"]
    assert "и ещё 2 (2 ошибки)" in told["ru"]
    assert "und 2 weitere (2 Fehler)" in told["de"]


@pytest.mark.parametrize(
    ("asked", "written", "given"),
    [(None, "ru", "ru"), ("de", "ru", "de"), (None, "pl", "en"), (None, None, "en"), ("en", "fr", "en")],
)
def test_language_is_the_one_asked_for_else_the_manuscript_s(
    asked: str | None, written: str | None, given: str
) -> None:
    audit = audit_of({"language": written, "run": {"language": asked}})
    assert words_for(audit).language == given
    assert f'<html lang="{given}"' in str(FORMATS["html"].render(audit, b""))


@pytest.mark.parametrize("language", OTHERS)
def test_what_checks_say_is_translated(language: str) -> None:
    words = words_in(language)
    for finding in sample().findings:
        assert messages.message(finding, words).language == language, finding.message
        assert messages.advice(finding, words).language == language, finding.advice


def test_named_fields_keep_what_stands_in_them() -> None:
    told = [messages.message(finding, words_in("de")).text for finding in sample().findings]
    assert (
        "Die Seite ist dauerhaft umgezogen: https://coast-herald.example/archive/2018/10/silos-full" in told
    )
    assert any("Zahl: hier „25“, dort „35“" in one and "Archivkopie vom 2018-10-16" in one for one in told)
    assert any(
        "Der Server sagt, dass die Seite nicht da ist (404)." in one and "2 Tage" in one for one in told
    )


def test_what_has_no_template_stays_english_and_says_so() -> None:
    finding = replace(sample().findings[0], message="Something new")
    assert messages.message(finding, words_in("fr")) == messages.Told("Something new", "en")


def test_text_from_outside_asks_for_no_field() -> None:
    assert words_in("ru")("Citations of {name}", name="{0.__class__} {n}") == "Цитаты: {0.__class__} {n}"
    assert messages.fields_of("Note {label} breaks off.", "Note {x} breaks off.") == {"label": "{x}"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["html", "terminal", "markdown"])
def test_no_message_is_asked_for_that_no_catalogue_has(
    monkeypatch: pytest.MonkeyPatch, language: str, name: str
) -> None:
    asked: set[str] = set()
    said, counted = Words.__call__, Words.count

    def saying(self: Words, message: str, **told: object) -> str:
        asked.add(message)
        return said(self, message, **told)

    def counting(self: Words, number: int, one: str, several: str, **told: object) -> str:
        asked.add(one)
        return counted(self, number, one, several, **told)

    monkeypatch.setattr(Words, "__call__", saying)
    monkeypatch.setattr(Words, "count", counting)
    for audit in (sample(), audit_of(hostile_case()), audit_of({})):
        FORMATS[name].render(in_language(audit, language), b"")
    assert asked <= set(catalogue(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_terminal_fits_its_width_in_every_language(language: str) -> None:
    text = terminal.text(in_language(sample(), language), width=80, fold=True)
    assert max(map(len, text.splitlines())) <= 80


def test_english_left_in_a_page_is_marked() -> None:
    audit = in_language(sample(), "de")
    new = replace(audit.findings[0], message="Something new", fingerprint="f" * 64)
    page = str(FORMATS["html"].render(replace(audit, findings=(new, *audit.findings)), b""))
    assert '<p lang="en"><i>Fehler: </i>Something new' in page
    assert re.search(r"<li class=\w+><p><i>", page)


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_is_left_in_a_page(language: str) -> None:
    page = str(FORMATS["html"].render(in_language(sample(), language), b""))
    assert re.findall(r'(?:<p|<p class=because|</b> <span) lang="en">(?!<i lang)', page) == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("code", REASONS)
def test_every_reason_of_a_verdict_is_translated(language: str, code: str) -> None:
    names = dict.fromkeys(fields(REASONS[code]), "7")
    told = messages.because(Reason(code, **names), words_in(language))
    assert told.language == language
    assert all("7" in told.text for _ in names)


def test_a_reason_within_a_reason_is_translated_too() -> None:
    why = Reason("needs-extra", extra="citecheck-audit[crosslingual]")
    reason = Reason("languages-differ", quote="French", page="Russian", why=why)
    assert messages.because(reason, words_in("de")).text == (
        "Das Zitat ist auf Französisch, die Seite auf Russisch; "
        "für den Vergleich braucht es citecheck-audit[crosslingual]."
    )
    page = Reason("no-page", why="the run is offline", link="offline")
    assert (
        messages.because(page, words_in("fr")).text
        == "Pas de page à consulter\u00a0: le contrôle est hors ligne."
    )
    assert str(reason).startswith("the quotation is in French, the page in Russian; comparing")


def test_a_reason_keeps_its_code_on_its_way_from_a_worker_and_without_its_secrets() -> None:
    reason = Reason("no-text", why=Reason("elsewhere", why="x", url="https://a.example/?token=s3cr3tvalue"))
    back = pickle.loads(pickle.dumps(reason))
    assert (back, back.code, back.facts["why"].code) == (reason, "no-text", "elsewhere")
    hidden = redacted(back)
    assert "s3cr3tvalue" not in hidden + hidden.facts["why"].facts["url"]
    assert hidden.code == "no-text"


def test_every_step_of_a_repair_has_words() -> None:
    assert {*STEPS, "letters"} <= set(STEP_WORDS)
    assert set(STEP_WORDS.values()) <= set(catalogue("en"))


def test_every_language_s_name_is_translated() -> None:
    names = {rules.name for rules in all_rules().values()}
    for language in LANGUAGES:
        assert names <= set(catalogue(language))


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
@pytest.mark.parametrize(
    "code",
    ["archived-copy", "copy-gone", "copy-not-ok", "copy-excluded", "copy-no-answer", "archive-today"],
)
def test_what_became_of_a_cited_copy_is_told_in_the_language_of_the_report(code: str, language: str) -> None:
    told = messages.reason(code, "The English sentence, with what the original answers.", words_in(language))
    assert told.language == language
    assert told.text != messages.reason(code, "The English sentence.", words_in("en")).text


def test_readings_of_a_doubtful_address_are_joined_in_the_language_of_the_report() -> None:
    advice = "Compare the readings with the source: http://a.example/1 or http://a.example/l"
    finding = Finding("url-doubtful", Severity.WARNING, "It can be read in 2 ways.", advice, line=1)
    told = messages.advice(finding, words_in("de"))
    assert told.language == "de"
    assert told.text.endswith(": http://a.example/1 oder http://a.example/l")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The manuscript’s file: pages 2–3 of the PDF are pictures without text."),
        ("de", "Datei des Manuskripts: die Seiten 2–3 der PDF-Datei sind Bilder ohne Text."),
        ("fr", "Fichier du manuscrit : les pages 2–3 du PDF sont des images sans texte."),
        ("ru", "Файл рукописи: страницы 2–3 файла PDF — изображения без текста."),
    ],
)
def test_what_of_the_file_could_not_be_read_is_told_in_every_format_for_people(
    language: str, said: str
) -> None:
    audit = in_language(audit_of({"notes": [{"links": [{"raw": "https://a.example/"}]}]}), language)
    file = audit.extraction.manuscript
    text = replace(file.text, warnings=(Reason("pages-are-pictures", pages="2–3"),))
    audit = replace(audit, extraction=replace(audit.extraction, manuscript=replace(file, text=text)))
    for shown in (terminal.text(audit, width=200), markdown.render(audit, b""), html.render(audit, b"")):
        assert said in shown.replace("\xa0", " ")
    told = json.loads(json_.render(audit, b""))["manuscript"]
    assert told["warnings"] == ["pages 2–3 of the PDF are pictures without text"]
