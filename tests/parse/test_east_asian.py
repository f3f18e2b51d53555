"""Notes of Chinese, Japanese and Korean, and of Arabic and Hebrew: fields, dates of access, short forms."""

from __future__ import annotations

import pytest

from citecheck.model import Citation, CitationKind
from citecheck.parse.citations import find_citations
from tests.parse.written import note


def cited(text: str) -> tuple[Citation, ...]:
    [found], _ = find_citations([note(1, text)])
    return found.citations


Fields = tuple[str | None, str | None, int | None, str | None, str | None]
FIELDS: list[tuple[str, Fields]] = [
    ("张三：《水利与社会》，北京：河流出版社，2019年，第34页。", ("张三", "水利与社会", 2019, "34", None)),
    ("参见李四、王五主编：《古代的堤坝》（上册），河流出版社2011年版，第12-15页。",
     ("李四; 王五", "古代的堤坝", 2011, "12-15", None)),
    ("［美］约翰·史密斯著，张三译：《磨坊史》，河流出版社2004年版，第7页。",
     ("约翰·史密斯; 张三", "磨坊史", 2004, "7", None)),
    ("张三：《堤坝的社会史》，载《河流研究》2015年第3期，第99页。",
     ("张三", "堤坝的社会史", 2015, "99", None)),
    ("王五, 赵六, 等. 堤坝与水车: 一项研究[J]. 河流研究, 2019, 3(2): 12-15.",
     ("王五; 赵六", "堤坝与水车: 一项研究", 2019, "12-15", None)),
    ("张三. 水利史[M]. 北京: 河流出版社, 2010: 33.", ("张三", "水利史", 2010, "33", None)),
    ("河流网. 水车的故事[EB/OL]. (2019-01-02)[2020-03-04]. https://river.example/a.",
     ("河流网", "水车的故事", 2019, None, "2020-03-04")),
    ("张三, 李四. 堤坝史. 北京: 河流出版社, 2003.", ("张三; 李四", "堤坝史", 2003, None, None)),
    ("王小明 (2003). 堤坝史. 河流研究, 3(2), 12-15.", ("王小明", "堤坝史", 2003, "12-15", None)),
    ("Zhang S. 县里的水车. 1998. https://river.example/1998/a", ("Zhang S", "县里的水车", 1998, None, None)),
    ("水车的历史. 河流网, 2003. https://river.example/a", (None, "", 2003, None, None)),
    ("SMITH J, DOE A B. Mills and weirs[J]. River Studies, 2001, 12(3): 45-50.",
     ("SMITH J; DOE A B", "Mills and weirs", 2001, "45-50", None)),
    ("《水车的故事》，https://river.example/a，访问日期：2020年3月4日。",
     (None, "水车的故事", None, None, "2020-03-04")),
    ("水車的故事，https://river.example/a（檢索日期：2020年3月4日）。", ("", "", None, None, "2020-03-04")),
    ("李四：〈水車考〉，《河川學報》第3期（民國109年3月），頁34-36。",
     ("李四", "水車考", 2020, "34-36", None)),
    ("田中太郎『水車の歴史』（川辺書店、2010年）34頁。", ("田中太郎", "水車の歴史", 2010, "34", None)),
    ("山田花子＝佐藤一郎「堤防論」『河川研究』12巻3号（平成30年）120-125頁。",
     ("", "堤防論", 2018, "120-125", None)),
    ("川辺市「水車の話」https://river.example/a（最終閲覧日2020年3月4日）。",
     ("川辺市", "水車の話", None, None, "2020-03-04")),
    ("川辺市「水車の話」https://river.example/a（2020年3月4日アクセス）。",
     ("川辺市", "水車の話", None, None, "2020-03-04")),
    ("川辺市「水車の話」https://river.example/a、令和2年3月4日閲覧。",
     ("川辺市", "水車の話", None, None, "2020-03-04")),
    ("홍길동, 『물레방아의 역사』(서울: 강변출판사, 2010), 34쪽.",
     ("홍길동", "물레방아의 역사", 2010, "34", None)),
    ("김철수·이영희, 「둑과 사회」, 『강 연구』 3(2), 2015, 12–15쪽.",
     ("김철수; 이영희", "둑과 사회", 2015, "12–15", None)),
    ("강변시, 「물레방아 이야기」, https://river.example/a (접속일: 2020. 3. 4.).",
     ("강변시", "물레방아 이야기", None, None, "2020-03-04")),
    ("강변시, 「물레방아 이야기」, https://river.example/a (검색일: 2020년 3월 4일).",
     ("강변시", "물레방아 이야기", None, None, "2020-03-04")),
    ("강변시, 「물레방아 이야기」, https://river.example/a (2020년 3월 4일 접속).",
     ("강변시", "물레방아 이야기", None, None, "2020-03-04")),
    ("محمد علي، تاريخ النواعير، بيروت، دار النهر، 2010، ص 34.", ("", "", 2010, "34", None)),
    ("وزارة المياه، https://river.example/a (تاريخ الاطلاع: 4 مارس 2020).",
     ("", "", None, None, "2020-03-04")),
    ("דוד לוי, תולדות הטחנות (תל אביב: נהר, 2010), עמ' 34.", ("", "", 2010, "34", None)),
    ("רשות המים, https://river.example/a (נצפה ב-4.3.2020).", ("", "", None, None, "2020-03-04")),
    ("רשות המים, https://river.example/a (תאריך גישה: 4 במרץ 2020).", ("", "", None, None, "2020-03-04")),
]  # fmt: skip
"""Note → author, title, year, page, date of access; an empty string where any answer will do."""


@pytest.mark.parametrize(("text", "want"), FIELDS, ids=[text[:30] for text, _ in FIELDS])
def test_fields(text: str, want: Fields) -> None:
    [found] = cited(text)
    told = (found.author, found.title, found.year, found.locator, found.accessed)
    assert tuple(one if asked != "" else "" for one, asked in zip(told, want, strict=True)) == want
    assert found.kind is (CitationKind.WEB if "http" in text else CitationKind.PRINT)


@pytest.mark.parametrize(
    ("text", "year", "page"),
    [
        ("《题名》，全34页。", None, None),
        ("『書名』共120頁", None, None),
        ("《题名》，二〇一九年，第三十四页。", 2019, "三十四"),
        ("『書名』昭和99年、34頁", None, "34"),
        ("『書名』令和元年、34頁", 2019, "34"),
        ("《題名》，民國98年，頁5。", 2009, "5"),
        ("『책』, 2010년, 제3장.", 2010, "3"),
        ("『書名』34ページ、1999年", 1999, "34"),
    ],
)
def test_years_and_pages(text: str, year: int | None, page: str | None) -> None:
    [found] = cited(text)
    assert (found.year, found.locator) == (year, page)


def test_several_sources_are_parted() -> None:
    found = cited(
        "张三：《甲》，2001年，第3页；李四：《乙》，2002年，第4页。另见王五：《丙》，2003年，第5页。"
    )
    assert [(one.author, one.title, one.locator) for one in found] == [
        ("张三", "甲", "3"),
        ("李四", "乙", "4"),
        ("王五", "丙", "5"),
    ]


SHORT = [
    (["张三：《甲》，2001年，第3页。", "同上，第4页。"], {2: (1, "4")}),
    (["张三：《甲》，2001年，第3页。", "同上书，第5-6页。"], {2: (1, "5-6")}),
    (["张三：《甲》，2001年，第3页。", "李四：《乙》，2002年。", "张三，前揭书，第9页。"], {3: (1, "9")}),
    (["张三：《甲》，2001年，第3页。", "李四：《乙》，2002年。", "参见张三前引书，第9页。"], {3: (1, "9")}),
    (["张三：《甲》，2001年。", "李四：《乙》，2002年。", "前揭注1，第9页。"], {3: (1, "9")}),
    (["田中太郎『甲』川辺書店、2001年。", "山田『乙』2002年。", "田中・前掲書、34頁。"], {3: (1, "34")}),
    (["田中太郎『甲』川辺書店、2001年。", "同書34頁。"], {2: (1, "34")}),
    (["田中太郎『甲』川辺書店、2001年。", "山田『乙』2002年。", "田中・前掲注（1）34頁。"], {3: (1, "34")}),
    (["홍길동, 『갑』, 2001.", "김철수, 『을』, 2002.", "홍길동, 앞의 책, 34쪽."], {3: (1, "34")}),
    (["홍길동, 『갑』, 2001.", "위의 책, 34쪽."], {2: (1, "34")}),
    (["홍길동, 『갑』, 2001.", "같은 책, 34-35쪽."], {2: (1, "34-35")}),
    (["محمد علي، تاريخ النواعير، 2010، ص 3.", "المرجع نفسه، ص 34."], {2: (1, "34")}),
    (["محمد علي، تاريخ النواعير، 2010، ص 3.", "سامي حسن، النهر، 2011، ص 4.", "محمد علي، مرجع سابق، ص 34."],
     {3: (1, "34")}),
    (["דוד לוי, תולדות הטחנות, 2010, עמ' 3.", "שם, עמ' 34."], {2: (1, "34")}),
    (["דוד לוי, תולדות הטחנות, 2010.", "רות כהן, הנהר, 2011.", "לוי, לעיל הערה 1, עמ' 34."], {3: (1, "34")}),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "want"), SHORT, ids=[texts[-1] for texts, _ in SHORT])
def test_short_forms(texts: list[str], want: dict[int, tuple[int, str]]) -> None:
    found, problems = find_citations([note(number, text) for number, text in enumerate(texts, 1)])
    assert not problems
    for number, (antecedent, page) in want.items():
        [citation] = found[number - 1].citations
        assert citation.kind is CitationKind.SHORT_FORM
        assert citation.antecedent is not None
        assert (citation.antecedent.note_id, citation.locator) == (str(antecedent), page)


@pytest.mark.parametrize(
    "text",
    [
        "这一点前文已经说明，此处不再重复。",
        "同上述原因有关的讨论很多。",
        "同書店の目録による。",
        "참고로 앞에서 말한 내용과 같다.",
        "访问过该地的学者说，2020年是转折。",
    ],
)
def test_prose_is_no_short_form(text: str) -> None:
    found, problems = find_citations([note(1, text)])
    assert not problems
    assert all(one.kind is not CitationKind.SHORT_FORM for one in found[0].citations)
    assert all(one.accessed is None for one in found[0].citations)
