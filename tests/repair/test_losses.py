"""What a document's addresses tell of each other's gaps: lost underscores, or white space that came in."""

from __future__ import annotations

import pytest

from citecheck.model import Span
from citecheck.repair import Place, readings, repair
from citecheck.repair.losses import losses

SOUND = ["https://dam.example/about", "https://weir.example/news/2019/opening-of-the-weir.html"]
LOST = [
    "https://dam.example/files/the old water mill.pdf",
    "https://weir.example/wiki/History of the Weir",
    "https://lock.example/docs/annual report 2019.pdf",
    "https://ford.example/img/view of the bridge.jpg",
]
KEPT = [url.replace(" ", "_") for url in LOST]
SPACED = [
    "https://dam.example /files/plan.pdf",
    "https://weir.exam ple/news/opening.html",
    "https://lock.example/do cuments/flood.html",
    "https://ford.example/archive ?page=2",
]
BETWEEN = "https://mills.example/lore/hay stack/2", "https://mills.example/river side/index.html"


def read(addresses: list[str]) -> list[str | None]:
    places = [Place((Span(at, at + 1),), raw) for at, raw in enumerate(addresses)]
    return [found.url for found in readings(places)]


@pytest.mark.parametrize("raw", BETWEEN)
def test_a_gap_that_may_be_either_is_what_the_documents_other_addresses_lost(raw: str) -> None:
    assert read([*SOUND, *LOST, raw])[-1] == raw.replace(" ", "_")
    assert read([*SOUND, *KEPT, *SPACED, raw])[-1] == raw.replace(" ", "")


def test_an_address_that_shows_mere_spaces_keeps_its_words_in_a_document_that_lost_underscores() -> None:
    assert (
        read([*LOST, "https://mills.ex ample /lore/hay stack/2"])[-1]
        == "https://mills.example/lore/haystack/2"
    )


def test_a_number_that_was_torn_stays_one_in_a_document_that_lost_underscores() -> None:
    assert read([*LOST, "https://mills.example/content/95 93"])[-1] == "https://mills.example/content/9593"


def test_a_years_issue_lost_its_underscore_where_others_did() -> None:
    issue = "http://mills.example/mail/1998 2/0020.html"
    others = [one.replace(".example", f"{number}.example") for one in LOST for number in range(3)]
    assert read([*SOUND, *others, issue])[-1] == issue.replace(" ", "_")


def test_sound_addresses_stay_whatever_the_document_lost() -> None:
    for document in ([*SOUND, *LOST], [*SOUND, *KEPT, *SPACED]):
        assert read(document)[:2] == SOUND


@pytest.mark.parametrize("raw", BETWEEN)
def test_a_reading_does_not_vouch_for_itself(raw: str) -> None:
    alone = [candidate.url for candidate in repair(raw).candidates]
    places = [Place((Span(at, at + 1),), one) for at, one in enumerate([*SOUND, raw])]
    assert [candidate.url for candidate in readings(places)[-1].candidates] == alone


def test_repeats_of_one_address_say_no_more_than_one() -> None:
    once = [repair(raw) for raw in LOST]
    assert losses(once) == losses(once * 9)


def test_a_document_that_shows_nothing_says_nothing() -> None:
    assert not any(losses([]))
    assert not any(losses([repair(raw) for raw in SOUND]))


def test_a_name_that_sites_share_is_spelled_as_its_own_site_spells_it() -> None:
    raw = "https://weir.example/latest/user guide/general.html"
    assert read(["https://dam.example/latest/userguide/a.html", raw])[-1] == raw.replace(" ", "_")
    own = "https://weir.example/latest/userguide/a.html"
    assert read([own, raw])[-1] == raw.replace(" ", "")
