"""The end of a command's event loop."""

from __future__ import annotations

from citecheck.cli import loop


class Book:
    """As large as the audit of a book: nobody wants it spelt out."""

    spelt = 0

    def __repr__(self) -> str:
        Book.spelt += 1
        return "..."


async def audited() -> list[Book]:
    return [Book()]


def test_a_result_is_handed_over_without_being_spelt_out() -> None:
    assert len(loop.run(audited())) == 1
    assert Book.spelt == 0
