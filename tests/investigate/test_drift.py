"""Drift: edits are none, another page under the address is, in scripts with and without spaces."""

from __future__ import annotations

import pytest

from citecheck.investigate.drift import confirmed_by, drift
from citecheck.model import Metadata, Text

SENTENCES = {
    "en": ("The harbour board counted lamp {} on the mole and wrote it down.", "counted", "numbered"),
    "ru": ("Портовая служба сосчитала фонарь {} на молу и записала его.", "сосчитала", "пересчитала"),
    "ja": ("第{}章では港の灯台について、海の仕事と人の暮らしを述べる。", "灯台", "古い燈台"),
    "zh": ("第{}盏灯立在外堤上，港务局把它记在册子里。", "记在", "写进"),
    "th": ("โคมไฟดวงที่ {} อยู่บนเขื่อนกันคลื่น เจ้าท่าจดไว้ในสมุด", "จดไว้", "บันทึกไว้"),
    "ko": ("항만청은 방파제의 {}번째 등불을 세어 장부에 적었다.", "적었다", "기록했다"),
}
OTHER = {
    "en": "In spring {} the road to the mountain village is closed and nobody sells tea.",
    "ru": "Весной {} дорога в горную деревню закрыта, и чай никто не продаёт.",
    "ja": "{}年の春、山の村では米を運ぶ道が雪で閉ざされ、人々は寺で歌った。",
    "zh": "第{}年春天，山路被雪封住，村里没有人卖茶。",
    "th": "ฤดูใบไม้ผลิ {} ถนนขึ้นหมู่บ้านบนเขาปิด ไม่มีใครขายชา",
    "ko": "{}년 봄 산골 마을로 가는 길이 막혀 차를 파는 사람이 없었다.",
}


def text(template: str, title: str, old: str = "", new: str = "") -> Text:
    lines = [template.format(number) for number in range(60)]
    if old:
        lines = [line.replace(old, new) if number % 2 else line for number, line in enumerate(lines)]
    return Text("\n".join(lines), metadata=Metadata(title=title))


@pytest.mark.parametrize("language", SENTENCES)
def test_a_word_changed_in_every_second_sentence_is_no_drift(language: str) -> None:
    template, old, new = SENTENCES[language]
    assert drift(text(template, "Q", old, new), text(template, "A harbour report")) is None


@pytest.mark.parametrize("language", SENTENCES)
def test_another_text_under_another_title_is(language: str) -> None:
    then = text(SENTENCES[language][0], "The harbour report")
    assert drift(text(OTHER[language], "Village news"), then) is not None
    assert drift(text(OTHER[language], "The harbour report"), then) is None


@pytest.mark.parametrize("language", SENTENCES)
def test_a_quotation_confirms_a_page_that_holds_it(language: str) -> None:
    template, _, _ = SENTENCES[language]
    page = text(template, "T")
    assert confirmed_by(None, [template.format(7)], page) == "quotation"
    assert confirmed_by(None, [OTHER[language].format(7)], page) is None
