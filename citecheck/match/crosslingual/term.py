"""A word of a sentence with what it may mean, and all the words of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from citecheck.match.crosslingual.members import Members
from citecheck.match.crosslingual.senses import senses

EMPTY, LIGHT = "x", "l"
NOTHING = frozenset((EMPTY, LIGHT))
TELLING, THINGS = frozenset("nptmr"), frozenset("nptr")
ACTORS, SUBSTANCE = frozenset("pr"), frozenset("np")
"""Things and those who act: such a word is no light one, whatever row of light words it begins like."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase with a meaning of its own."""

    shown: str
    folded: str
    rows: frozenset[int]
    """Senses it may have; none where it is not listed."""
    place: str | None
    name: bool
    """Written as a name; names are compared on their own."""
    at: int
    loose: bool
    """May be a word without meaning, or one that translations drop and add."""
    clause: int
    """How many clauses end before it."""
    way: str
    """`from` or `to` where a preposition before it says so."""
    size: int = 1
    """Words it takes."""
    region: bool = False
    """A name beside a word such as *district*: where it is, not who acts."""
    governed: bool = False
    """Behind a preposition that says where, with whom or for whom: not who acts."""
    vague: str = ""
    """Its kind, where it says so little that it needs no counterpart (`vague.py`)."""
    members: Members = frozenset()
    """What it may be of the classes of `members.py`."""

    @property
    def places(self) -> range:
        """Places of its words."""
        return range(self.at, self.at + self.size)

    @property
    def kinds(self) -> str:
        """Kinds of words it may be, in order."""
        return "".join(sorted({senses()[row].kind for row in self.rows}))

    @property
    def kind_of_figure(self) -> str:
        """Kind of a number, empty for a word."""
        return self.folded.partition(" ")[0] if " " in self.folded else ""

    @property
    def capital(self) -> bool:
        """Whether it may be a name, which says nothing by what it means."""
        return self.shown[:1].isupper()

    @property
    def acts(self) -> bool:
        """Whether it is somebody, who may do something to another."""
        return (self.name and self.place is None and not self.region) or bool(ACTORS & set(self.kinds))

    @property
    def may_act(self) -> bool:
        """Whether it may be somebody for all that is known."""
        return self.acts or not (self.rows or self.place or self.region or self.kind_of_figure)

    @property
    def sides(self) -> frozenset[str]:
        """Sides of oppositions that it may name."""
        return frozenset(side for row in self.rows for side in senses()[row].sides)

    @property
    def telling(self) -> bool:
        """Whether a statement becomes another one where another word stands in its place: a thing, somebody,
        a time, a side of an opposition, what is not listed. An action or a manner may be put many ways."""
        sided = any(senses()[row].sides or senses()[row].weighs for row in self.rows)
        return not self.rows or sided or bool(set(self.kinds) & TELLING)

    @property
    def thing(self) -> bool:
        """Whether it may be a thing, somebody or a time for all that is known, and nothing light."""
        return not self.loose and (not self.rows or bool(set(self.kinds) & THINGS))

    @property
    def weighs(self) -> bool:
        """Whether a statement turns into another one where only one side has it."""
        return not self.loose and any(senses()[row].weighs for row in self.rows)


Languages = tuple[str | None, str | None]
"""Two-letter codes of a quotation and a sentence, where they are known."""
Pair = tuple[Term, Term]
"""A term of the quotation and its counterpart."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a sentence."""

    terms: tuple[Term, ...]
    figures: tuple[Term, ...]
    """Numbers, by their values."""
    pivots: frozenset[int]
    """Places of the words that set what follows against what stands before: *not*, *but*, *than*."""
    ones: frozenset[int] = frozenset()
    """Places of indefinite articles."""
    denials: frozenset[int] = frozenset()
    """Places of the words that deny."""
    words: tuple[str, ...] = ()
    """All folded words."""
    shown: tuple[str, ...] = ()
    """The same as written."""
    clauses: tuple[int, ...] = ()
    """Of each word, how many clauses end before it."""
    gaps: tuple[int, ...] = ()
    """Places of the words before which others are left out."""
    signs: frozenset[str] = frozenset()
    """English names of the currencies whose signs stand in it."""
    marks: frozenset[int] = frozenset()
    """Clauses that begin with or behind a quotation mark and nothing else, as names of firms do."""
    explains: frozenset[int] = frozenset()
    """Clauses behind a colon, a semicolon or a dash, which may stand for a *because*."""
    multiples: frozenset[str] = frozenset()
    """Parts and multiples that the sentence names in words, as in `fractions.py`."""

    asks: bool = False
    """Whether it is a question."""

    def parts(self, one: Term, other: Term) -> bool:
        """Whether such a word stands between two terms."""
        return any(one.at < pivot < other.at for pivot in self.pivots)
