"""A page in a kin language is no altered quotation, however short the texts and like the words; one that was
altered in one language still is."""

from __future__ import annotations

from itertools import permutations

import pytest

from citecheck.match import compare, prepare
from citecheck.model import Text, Verdict

PARALLEL = (
    {
        "es": "La responsabilidad civil es limitada.",
        "it": "La responsabilità civile è limitata.",
        "fr": "La responsabilité civile est limitée.",
    },
    {
        "es": "El motor eléctrico consume poca energía.",
        "it": "Il motore elettrico consuma poca energia.",
        "fr": "Le moteur électrique consomme peu d'énergie.",
    },
    {
        "ru": "Старый паромщик чинит свою лодку у моста.",
        "uk": "Старий поромник лагодить свій човен біля мосту.",
        "be": "Стары паромшчык рамантуе сваю лодку каля моста.",
    },
)
BEHIND = {
    "es": "Los vecinos llegaron por la mañana. Nadie sabía qué había pasado con el barco.",
    "it": "I vicini arrivarono di mattina. Nessuno sapeva che cosa fosse successo alla barca.",
    "fr": "Les voisins arrivèrent le matin. Personne ne savait ce qui était arrivé au bateau.",
    "ru": "Соседи пришли утром. Никто не знал, что случилось с мостом.",
    "uk": "Сусіди прийшли вранці. Ніхто не знав, що сталося з мостом.",
    "be": "Суседзі прыйшлі раніцай. Ніхто не ведаў, што здарылася з мостам.",
}
PAIRS = [(row[a], a, row[b], b) for row in PARALLEL for a, b in permutations(row, 2)]


@pytest.mark.parametrize(("ours", "language", "theirs", "other"), PAIRS)
def test_a_short_translation_is_neither_altered_nor_missing(
    ours: str, language: str, theirs: str, other: str
) -> None:
    page = prepare(Text(f"{theirs} {BEHIND[other]}"))
    found = compare(ours, page, language=language, across=False)
    assert found.verdict is Verdict.CANNOT_VERIFY
    assert found.page_language == other


@pytest.mark.parametrize(
    ("quotation", "page", "language"),
    [
        ("La responsabilità civile non è limitata.", PARALLEL[0]["it"], "it"),
        ("La responsabilità civile non è limitata.", PARALLEL[0]["it"], "es"),
        ("Il motore elettrico consuma molta energia.", PARALLEL[1]["it"], "it"),
        ("Le moteur électrique consomme trop d'énergie.", PARALLEL[1]["fr"], "it"),
        ("Старый паромщик продал свою лодку у моста.", PARALLEL[2]["ru"], "be"),
    ],
)
def test_a_changed_word_of_one_language_is_still_told(quotation: str, page: str, language: str) -> None:
    found = compare(quotation, prepare(Text(page)), language=language, across=False)
    assert found.verdict in (Verdict.ALTERED, Verdict.MODIFIED)


def test_a_long_foreign_title_in_both_makes_no_altered_quotation() -> None:
    title = "Some of the Best Parts of It: And What We Never Told Our Friends in the Old House"
    quotation = (
        f"Greta Halm, eine erfahrene Köchin und die Verfasserin des Buches „{title}“, hat nicht recht."
    )
    said = f"Greta Halm, doświadczona kucharka i autorka książki „{title}”, nie ma racji."
    page = prepare(Text(f"Rozmowa odbyła się w kuchni. {said} Potem podano herbatę. Goście wyszli późno."))
    assert compare(quotation, page, language="de").verdict not in (Verdict.ALTERED, Verdict.MODIFIED)
    altered = quotation.replace("erfahrene Köchin", "alte Köchin").replace("nicht recht", "immer recht")
    page = prepare(Text(f"Das Gespräch fand in der Küche statt. {altered} Danach gab es Tee. Es war spät."))
    assert compare(quotation, page, language="de").verdict in (Verdict.ALTERED, Verdict.MODIFIED)
