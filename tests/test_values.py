"""Values are what dataclasses with slots are, for whoever uses one and for `dataclasses` itself."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import get_type_hints

import pytest

from citecheck.model import Mark, MarkKind, Span
from citecheck.values import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Book:
    """A frozen value with a default and one that is made anew."""

    title: str
    year: int | None = None
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Shelf:
    """One that may be changed, with one field."""

    books: list[Book] = field(default_factory=list)


def test_fields_are_given_by_place_by_name_or_not_at_all() -> None:
    assert Book("Fog", notes=["1"]) == Book("Fog", None, ["1"])
    assert Book("Fog") != Book("Ice") != ("Ice", None, [])
    with pytest.raises(TypeError, match="title"):
        Book()  # type: ignore[call-arg]
    assert repr(Book("Fog", 3)) == "Book(title='Fog', year=3, notes=[])"


def test_what_is_made_anew_is_no_ones_else() -> None:
    first, second = Shelf(), Shelf()
    first.books.append(Book("Fog"))
    assert second.books == []
    assert Book("Fog").notes is not Book("Fog").notes


def test_frozen_values_cannot_be_changed() -> None:
    for change in (lambda: setattr(Span(1, 2), "end", 3), lambda: delattr(Span(1, 2), "end")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    with pytest.raises(AttributeError):
        Shelf().other = 1  # type: ignore[attr-defined]


def test_frozen_values_are_known_by_what_they_hold_and_others_are_not() -> None:
    assert {Span(1, 2): "a"}[Span(1, 2)] == "a"
    with pytest.raises(TypeError, match="unhashable"):
        hash(Shelf())


def test_order_is_that_of_the_fields() -> None:
    assert sorted([Span(2, 3), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(2, 3)]
    assert Span(2, 3) > Span(1, 9) >= Span(1, 9) <= Span(1, 9)
    with pytest.raises(TypeError):
        assert Span(1, 2) < (1, 2)  # type: ignore[operator]


@pytest.mark.parametrize("value", [Book("Fog", 1, ["x"]), Shelf([Book("Ice")]), Span(1, 2)])
def test_copies_are_equal(value: object) -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(value, protocol)) == value
    assert copy.copy(value) == copy.deepcopy(value) == value


def test_dataclasses_takes_them() -> None:
    assert dataclasses.is_dataclass(Book)
    assert [one.name for one in dataclasses.fields(Mark)][:2] == ["kind", "spans"]
    assert dataclasses.asdict(Shelf([Book("Fog")])) == {
        "books": [{"title": "Fog", "year": None, "notes": []}]
    }
    mark = Mark(MarkKind.LINK, (Span(1, 2),))
    assert (
        dataclasses.replace(mark, label="1") == replace(mark, label="1") == Mark(mark.kind, mark.spans, "1")
    )
    assert mark.__replace__(label="1") == replace(mark, label="1")  # type: ignore[attr-defined]
    with pytest.raises(TypeError, match="nothing"):
        replace(mark, nothing=1)  # type: ignore[call-arg]


def test_types_of_fields_are_told() -> None:
    assert get_type_hints(Span)["end"] is get_type_hints(Span.__init__)["end"] is int
    match Span(1, 2):
        case Span(1, end):
            assert end == 2
