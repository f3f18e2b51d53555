"""URL repair, case by case; the tables stand in fixtures/urls, by origin."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citecheck.model import Text
from citecheck.repair import find_links, repair, replay

TABLES = Path(__file__).parents[2] / "fixtures" / "urls"


def table(name: str) -> list[Any]:
    rows: list[Any] = json.loads((TABLES / f"{name}.json").read_text("utf-8"))
    return rows


def about(case: dict[str, str]) -> str:
    return case["about"]


@pytest.mark.parametrize("case", table("in_the_wild") + table("synthetic"), ids=about)
def test_damage_is_undone(case: dict[str, str]) -> None:
    answer = repair(case["raw"])
    assert answer.url == case["url"]
    assert answer.raw == case["raw"]
    assert replay(answer.raw, answer.candidates[0].steps) == case["url"]


@pytest.mark.parametrize("url", table("negative"))
def test_a_sound_url_comes_back_byte_for_byte(url: str) -> None:
    answer = repair(url)
    assert (answer.url, answer.changed, answer.candidates[0].steps) == (url, False, ())


@pytest.mark.parametrize("case", table("known_failures"), ids=about)
@pytest.mark.xfail(strict=True, reason="cannot be told from the address alone")
def test_known_failure(case: dict[str, str]) -> None:
    assert repair(case["raw"]).url == case["url"]


def test_what_stands_behind_a_bad_copy_is_offered() -> None:
    printed = "https://semvar.-.bote.example/spec/v2https://semver.bote.example/spec/v2.0.0.html"
    assert "https://semver.bote.example/spec/v2.0.0.html" in [c.url for c in repair(printed).candidates]


def test_another_sites_address_in_a_path_is_no_copy() -> None:
    printed = "https://reader.example/https://www.zeitung.example/artikel/4711"
    assert [c.url for c in repair(printed).candidates][:1] == [printed]
    assert "https://www.zeitung.example/artikel/4711" not in [c.url for c in repair(printed).candidates]


def test_signs_of_html_are_undone_in_a_further_reading() -> None:
    first, second = repair("https://www.bote.example/?a=1&amp;b=2").candidates
    assert (first.url, first.steps) == ("https://www.bote.example/?a=1&amp;b=2", ())
    assert second.url == "https://www.bote.example/?a=1&b=2"
    assert [step.step for step in second.steps] == ["unescape"]


def test_a_line_below_a_folder_comes_second() -> None:
    first, second, *_ = repair("https://lake.example/news/\nNews from Leeds").candidates
    assert first.url == "https://lake.example/news/"
    assert second.url == "https://lake.example/news/News_from_Leeds"


@pytest.mark.parametrize("behind", ["12 Orr", "12", "The Weir"])
def test_a_full_stop_behind_the_sign_of_a_fragment_may_end_a_sentence(behind: str) -> None:
    assert repair(f"https://lake.example/page#.\n{behind}").url == "https://lake.example/page#"


def test_the_label_of_a_doi_takes_its_space_along() -> None:
    (candidate,) = repair("doi: 10.5555/past.12").candidates
    assert [step.step for step in candidate.steps] == ["expand-doi"]


def test_a_doubled_address_keeps_the_reading_with_its_dotted_copy() -> None:
    first, second = repair("http://http://rathaus.example/x.rathaus.example/x").candidates
    assert (first.url, second.url) == (
        "http://rathaus.example/x",
        "http://rathaus.example/x.rathaus.example/x",
    )


@pytest.mark.parametrize(
    ("sentence", "url"),
    [
        ("https://doi.org/10.5555/weir. 12.05.19.", "https://doi.org/10.5555/weir"),
        ("https://doi.org/10.5555/weir.9. 2019.12.03.", "https://doi.org/10.5555/weir.9"),
        ("doi:10.5555/weir. 2.3 of that work", "https://doi.org/10.5555/weir"),
        ("https://doi.org/10.5555/weir. 3.1.2 Methods.", "https://doi.org/10.5555/weir"),
        ("https://doi.org/10.5555/weir.7. 12.5 kg were found", "https://doi.org/10.5555/weir.7"),
        ("doi:10.5555/weir. 120.44.310 m were dug", "https://doi.org/10.5555/weir"),
    ],
)
def test_a_doi_ends_before_a_date_a_section_or_a_measure(sentence: str, url: str) -> None:
    (link,) = find_links(Text(f"Orr, {sentence}"), [])
    assert link.url == url


def test_a_doi_that_goes_on_with_numbers_keeps_its_shorter_reading() -> None:
    first, second, *_ = find_links(Text("Orr, doi:10.5555/j.weir. 2016.12.188."), [])[0].repair.candidates
    assert first.url == "https://doi.org/10.5555/j.weir.2016.12.188"
    assert second.url == "https://doi.org/10.5555/j.weir"
    assert second.confidence < first.confidence < 1


@pytest.mark.parametrize("below", ["thereafter", "ibid.", "abc)", "überall", "20190"])
def test_a_word_below_a_full_stop_comes_second_if_at_all(below: str) -> None:
    first, *others = repair(f"https://lake.example/a/story.\n{below}").candidates
    assert first.url == "https://lake.example/a/story"
    assert first.confidence < 1 or not others


@pytest.mark.parametrize("below", ["footerindexes", "00471"])
def test_a_code_below_a_full_stop_leaves_the_shorter_reading(below: str) -> None:
    first, second = repair(f"https://lake.example/a/story.\n{below}").candidates[:2]
    assert first.url == f"https://lake.example/a/story.{below}"
    assert second.url == "https://lake.example/a/story"
    assert second.confidence < first.confidence < 1


def test_words_below_the_full_stop_of_a_fragment_come_second() -> None:
    first, second = repair("https://lake.example/a#story.\nand so on it went").candidates[:2]
    assert first.url == "https://lake.example/a#story"
    assert second.url.endswith("_on_it_went")


@pytest.mark.parametrize(
    "printed",
    [
        "http://weir. Lake.example says",
        "http://intranet. Orr.et al",
    ],
)
def test_no_prose_goes_on_with_a_host_of_one_name(printed: str) -> None:
    assert repair(printed).url == printed.partition(".")[0]


def test_a_host_of_one_name_goes_on_to_a_known_domain() -> None:
    assert repair("http://weir. lake.example/a").url == "http://weir.lake.example/a"


@pytest.mark.parametrize(
    ("printed", "url"),
    [
        ("https://lake.example/p#Section: Orr says", "https://lake.example/p#Section"),
        ("https://lake.example/a/Some Title, Jones", "https://lake.example/a/Some_Title"),
        ("https://lake.example/Orr/Lamps of Leeds, Fenwick", "https://lake.example/Orr/Lamps_of_Leeds"),
        ("https://lake.example/a/12th Meeting", "https://lake.example/a/12th"),
        (
            "https://wiki.lake.example/Lamps of Leeds, Fenwick",
            "https://wiki.lake.example/Lamps_of_Leeds,_Fenwick",
        ),
    ],
)
def test_signs_lead_on_to_titles_on_wikis_alone(printed: str, url: str) -> None:
    assert repair(printed).url == url
