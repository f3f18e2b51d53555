"""Letters in ASCII are those of anyascii, however they are found."""

from __future__ import annotations

import pytest
from anyascii import anyascii

from citecheck.repair.latin import in_ascii


@pytest.mark.parametrize("first", range(0, 0x3000, 0x100))
def test_written_as_by_anyascii(first: int) -> None:
    block = map(chr, range(first, first + 0x100))
    different = [letter for letter in block if letter.isalpha() and in_ascii(letter) != anyascii(letter)]
    assert not different
