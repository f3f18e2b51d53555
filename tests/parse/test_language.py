"""The language of a manuscript and of what it quotes."""

from __future__ import annotations

import pytest

from citecheck.model import Metadata, Text
from citecheck.parse.language import language_of_body, language_of_quotation
from tests.parse.written import note

BODIES = {
    "fr": "Le conseil du canton a voté un programme de réfection, et les ponts sont dans un triste état.",
    "ru": "В устье реки было построено несколько причалов, и ещё шесть ждали своей очереди, как и в те годы.",
    "de": "Als die Gemeinde beschloss, die Glocken neu gießen zu lassen, rechnete niemand mit einem Streit.",
    "en": "In the spring the county bought two ferries and, with them, forty years of litigation.",
    "pl": "Prace ruszyły w maju i trwały dwa lata, bo drewno sprowadzono z daleka, a koło ważyło sześć ton.",
    "es": "El alcalde afirmó que el río no tiene dueño y que los barcos de la orilla son de todos.",
    "it": "Il sindaco disse che il ponte non è di nessuno e che le pietre della riva sono di tutti.",
    "uk": "У гирлі річки було збудовано кілька причалів, і ще шість чекали на свою чергу, як і в ті роки.",
}


@pytest.mark.parametrize(("language", "body"), BODIES.items())
def test_body(language: str, body: str) -> None:
    assert language_of_body(Text(body * 3), []) == language


def test_notes_in_another_language_do_not_count() -> None:
    body, notes = BODIES["fr"], BODIES["ru"] * 5
    text = Text(f"{body}\n{notes}\n{body}")
    assert language_of_body(text, [note(1, notes, len(body) + 1)]) == "fr"


def test_what_cannot_be_told_is_what_the_document_says() -> None:
    assert language_of_body(Text("12 345", metadata=Metadata(language="pl")), []) == "pl"
    assert language_of_body(Text(""), []) is None


@pytest.mark.parametrize(
    ("passage", "manuscript", "language"),
    [
        ("une vallée", "fr", "fr"),
        ("причал без парохода", "fr", "ru"),
        ("the loss is not slowing down and will not stop", "fr", "en"),
        ("une flotte mince vaut mieux qu'un quai vide", "en", "fr"),
        ("Clean Water", "fr", "fr"),
        ("річка не терпить, і вона це знає", "ru", "uk"),
        ("12 %", None, None),
    ],
)
def test_quotation(passage: str, manuscript: str | None, language: str | None) -> None:
    assert language_of_quotation(passage, manuscript) == language
