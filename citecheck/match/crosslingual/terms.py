"""What survives translation: numbers, dates, names, words of common origin, negation, opposites."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from citecheck.match.crosslingual.apart import particles
from citecheck.match.crosslingual.currency import of_money
from citecheck.match.crosslingual.degrees import of_smallness
from citecheck.match.crosslingual.figure import Figure
from citecheck.match.crosslingual.figures import figures_of, plain_text
from citecheck.match.crosslingual.firms import is_legal_form
from citecheck.match.crosslingual.fractions import fractions_of
from citecheck.match.crosslingual.given import same_given
from citecheck.match.crosslingual.lexicon import Lexicon, lexicon_for
from citecheck.match.crosslingual.months import MONTH_WORDS
from citecheck.match.crosslingual.palladius import transcribed
from citecheck.match.crosslingual.places import place_of
from citecheck.match.crosslingual.roman import is_roman, roman_value
from citecheck.match.crosslingual.rulers import ARTICLES, is_ruler, same_ruler
from citecheck.match.crosslingual.scripts import own_letters
from citecheck.match.crosslingual.senses import senses_of
from citecheck.match.crosslingual.sounds import like_words, same_named, skeleton
from citecheck.match.fold import WORD, Words, fold_word, split_words
from citecheck.match.names import SENTENCE_END
from citecheck.match.rules import Rules

WORD_LETTERS = 5
"""Shorter words of common origin are told too badly."""
MORE = frozenset({("more-less", 0)})
DENIALS = frozenset({"accept-reject", "allow-forbid"})
"""Oppositions whose second side denies whatever the sentence goes on to say."""
KING = re.compile(r"[A-ZА-ЯІЇЄҐŁŚŻÉ][^\W\d_]+\s$")
KING_REACH = 40
"""Before the number of a king or pope, who would be another one without it; characters that are looked at."""
DENIED, RESTRICTED = 6, 9
"""Words from a French *ne* to the second word that denies with it, and to the *que* that makes it *only*."""
NOBODY = frozenset(("nul", "nulle", "aucun", "aucune", "personne", "rien", "jamais", "ni"))
NOBODY_BEFORE = 6
"""Words that deny before a *ne* that is theirs: *rien n'indique que*."""
ONLY_WITH = frozenset(("plus", "guere"))
"""Second words that restrict before a *que*: *ne compte plus que 43 sièges*."""
ONLY_IF = frozenset(("si", "s", "lorsque", "lorsqu", "quand", "sous", "avec", "pour", "par"))
"""Words behind a later *que* with which that restricts."""
SCALE = re.compile(r"fahrenheit\w?|celsius\w?|фаренге\w{1,4}|фарэнге\w{1,4}|цельси\w{1,3}|цэльсі\w{1,3}")
"""Scales of temperature, as folded, which are named after somebody and are no names."""
CUT = re.compile("[,;:()«»“”„]")
OPENING = '«“„"([—–'
GERMAN = "de"
"""Where all nouns have a capital."""
GERMAN_LEADS = frozenset(
    ["in", "nach", "von", "aus", "bei", "bis", "zwischen", "und", "herr", "herrn", "frau", "minister"]
)
"""Words after which a German capital is a name's as a rule: no article stands between."""
INDEFINITE: Mapping[str, frozenset[str]] = {
    "en": frozenset(("a", "an", "one")),
    "fr": frozenset(("un", "une")),
    "de": frozenset(("ein", "eine", "einen", "einem", "einer", "eines")),
    "es": frozenset(("un", "una")),
    "it": frozenset(("un", "uno", "una")),
    "ru": frozenset(("один", "одна", "одно", "одного", "одному", "одним", "одном", "однои", "одну")),
    "uk": frozenset(
        ("один", "одна", "одне", "одного", "одному", "одним", "одніи", "однієі", "одною", "однією", "одну")
    ),
    "be": frozenset(("адзін", "адна", "адно", "аднаго", "аднаму", "адным", "аднои", "адною", "адну")),
    "pl": frozenset(("jeden", "jedna", "jedno", "jednego", "jednemu", "jednym", "jednej")),
}
"""Folded words that say that there is one of what follows."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as shown, and how it sounds."""

    shown: str
    folded: str
    place: str | None
    sure: bool
    """Whether its absence elsewhere says something."""
    alone: bool = False
    """Whether no word with a capital stands before it."""
    number: int | None = None
    """Of a ruler: *Ier*, *II*."""
    whose: str = ""
    """The folded name that the number of a ruler stands behind."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of one sentence."""

    figures: tuple[Figure, ...]
    fractions: frozenset[str]
    names: tuple[Name, ...]
    folded: tuple[str, ...]
    """All words that may answer to a name."""
    places: frozenset[str]
    words: frozenset[str]
    """Consonants of the longer words."""
    nearly_negated: bool
    """Holds a word that another language may say with a negation."""
    sides: frozenset[tuple[str, int]]
    """Sides of oppositions that are named: `("rise-fall", 0)`."""
    denials: int
    """Words that refuse, reject or forbid."""
    directions: frozenset[int]
    """Points of the compass."""
    language: str | None
    shown: Mapping[str | int | tuple[str, int], str] = field(default_factory=dict)
    """The first word, as written, that names each place, side and point of the compass."""


@lru_cache(maxsize=1024)
def terms_of(text: str, rules: Rules) -> Terms:
    """Terms of a sentence in the language of `rules`."""
    text = plain_text(own_letters(text))
    lexicon = lexicon_for(rules.code)
    words = split_words(text)
    names, longer, places, heading = list[Name](), set(), set(), set()
    said: set[tuple[str, int]] = set()
    denials, shown = 0, dict[str | int | tuple[str, int], str]()
    parted = _parted(text, words) if rules.code == GERMAN else {}
    for at, (word, start) in enumerate(zip(words.folded, words.starts, strict=True)):
        capital = text[start].isupper()
        place = place_of(word, rules.code, capital, at > 0 and rules.code != GERMAN)
        if place:
            places.add(place)
        name = _named(text, words, at, place, rules)
        if name is not None:
            names.append(name)
        if len(word) >= WORD_LETTERS and word.isalpha() and word not in rules.common:
            longer.add(skeleton(word))
        named = lexicon.sides_of(parted.get(at, word)) - (
            MORE if of_smallness(words.folded, at, rules.code or "") else set()
        )
        said |= named
        denials += any(side == 1 and name in DENIALS for name, side in named)
        if (direction := lexicon.directions.get(word)) is not None:
            heading.add(direction)
        for told in _told(place, direction, named):
            shown.setdefault(told, text[start : words.ends[at]])
    return Terms(
        figures=tuple(figures_of(text, lexicon, rules)),
        fractions=fractions_of(words.folded, lexicon, rules.code),
        names=tuple(dict.fromkeys(names)),
        folded=_born_apart(text, words) if rules.code == "fr" else words.folded,
        places=frozenset(places),
        words=frozenset(longer),
        nearly_negated=any(lexicon.near_negation.get(word) for word in words.folded),
        sides=frozenset(said),
        denials=denials,
        directions=frozenset(heading),
        language=rules.code or None,
        shown=shown,
    )


def _told(
    place: str | None, direction: int | None, named: frozenset[tuple[str, int]]
) -> Iterator[str | int | tuple[str, int]]:
    yield from named
    yield from () if place is None else (place,)
    yield from () if direction is None else (direction,)


def _parted(text: str, words: Words) -> dict[int, str]:
    """Places of German verbs whose particle stands at the end of the clause, with it: *schaffte … ab*."""
    cuts = [cut.end() for cut in CUT.finditer(text)]
    clauses = [bisect_right(cuts, start) for start in words.starts]
    small = [text[start].islower() for start in words.starts]
    found = particles(words.folded, small, clauses)
    return {verb: words.folded[at] + words.folded[verb] for at, verb in found.items()}


def _born_apart(text: str, words: Words) -> tuple[str, ...]:
    """Folded words of a French sentence with *né*, born, as its feminine: folded it were *ne*."""
    spans = zip(words.folded, words.starts, words.ends, strict=True)
    return tuple("nee" if text[start:end].casefold() == "né" else word for word, start, end in spans)


def _named(text: str, words: Words, at: int, place: str | None, rules: Rules) -> Name | None:
    """The word at a place of a sentence where it is a name; a number is none (*Вторая мировая война*)."""
    lexicon, word = lexicon_for(rules.code), words.folded[at]
    start, end, before = words.starts[at], words.ends[at], words.folded[at - 1] if at else ""
    if any(look.get(word) is not None for look in (lexicon.numbers, lexicon.about)):
        return None
    if of_money(text, words, at, rules) or SCALE.fullmatch(word) or is_legal_form(text, words, at):
        return None
    name = _name(text, start, end, word, before, rules)
    if name is None or (not name and senses_of(word, rules.code or "", "first")):
        return None
    alone = not at or not text[words.starts[at - 1]].isupper()
    listed = not text[start:end].isupper() and senses_of(word, rules.code or "", "name")
    common = word in lexicon.ordinary or bool(listed)
    number = roman_value(text[start:end], rules.code)
    return Name(text[start:end], word, place, name and not common, alone, number, before if number else "")


def second_halves(words: tuple[str, ...], lexicon: Lexicon) -> dict[int, tuple[int, bool]]:
    """Places of the second words of French negations, each with that of its *ne* and whether it restricts
    (*ne … que*) or denies (*ne … pas*)."""
    found = {}
    for at, word in enumerate(words):
        if word in lexicon.halves:
            nobody = not NOBODY.isdisjoint(words[max(0, at - NOBODY_BEFORE) : at])
            rest = enumerate(words[at + 1 : at + (DENIED if nobody else RESTRICTED)], at + 1)
            ended = ((place, lexicon.halves_ended.get(later)) for place, later in rest)
            place = next((to for to, kind in ended if kind or (kind == 0 and to < at + DENIED)), None)
            if place is not None:
                only = words[place] in ONLY_WITH and _only_if(words[place + 1 : at + RESTRICTED])
                found[place] = at, only or bool(lexicon.halves_ended[words[place]])
    return found


def _only_if(behind: tuple[str, ...]) -> bool:
    """Whether a *que* stands first, or one further on before what something is only done with: *ne pourront
    plus indiquer le cépage que si*."""
    first = behind[:1] in (("que",), ("qu",))
    return first or any(one in ("que", "qu") and other in ONLY_IF for one, other in pairwise(behind))


def met_name(name: Name, theirs: Terms) -> str | None:
    """What answers to a name in `theirs`, `None` where nothing does."""
    for other in theirs.names:
        if any(same(name.folded, other.folded) for same in (same_named, transcribed, same_given)):
            return other.shown
    for word in theirs.folded:
        if len(word) >= min(3, len(name.folded)) and same_named(name.folded, word):
            return word
    if name.number and (shown := next(_numbered(name, theirs), None)):
        return shown
    return name.place if name.place and name.place in theirs.places else None


def _numbered(name: Name, theirs: Terms) -> Iterator[str]:
    """The number of a ruler as `theirs` has it behind the same name (*Elizabeth II*, *Елизавета Вторая*);
    another number, of whatever it is, wherever it stands: *World War II*, *Вторая мировая война*."""
    for figure in theirs.figures:
        if figure.value == name.number:
            first = split_words(figure.shown).folded[:1]
            places = [at for at, word in enumerate(theirs.folded) if (word,) == first]
            before = (theirs.folded[max(0, at - 2) : at] for at in places)
            behind = ([word for word in words if word not in ARTICLES][-1:] for words in before)
            same = any(same_ruler(name.whose, one) for words in behind for one in words)
            if same or not is_ruler(name.whose):
                yield figure.shown


def shared_words(ours: Terms, theirs: Terms) -> float:
    """Share of our longer words that have a word of like sound on the other side."""
    if not ours.words:
        return 0.0
    met = sum(any(like_words(word, other) for other in theirs.words) for word in ours.words)
    return met / len(ours.words)


def _name(text: str, start: int, end: int, word: str, before: str, rules: Rules) -> bool | None:
    """Whether a word is a name for sure, perhaps (`False`) or not at all (`None`)."""
    shown = text[start:end]
    if not shown[:1].isupper() or word in rules.common or word in rules.months or len(word) < 2:
        return None
    if rules.code == "en" and word in MONTH_WORDS:
        return None
    if is_roman(shown, rules.code) and not (
        KING.search(text[max(0, start - KING_REACH) : start]) and _may_name(before, rules)
    ):
        return None
    if shown.isupper() and WORD.fullmatch(shown):
        return True
    lead = text[max(0, start - 8) : start].rstrip()
    if not lead or lead[-1] in SENTENCE_END + OPENING:
        return None if word in rules.negation or len(word) < 4 else False
    if rules.code == "de":
        previous = re.search(r"(\w+)\s*$", text[:start])
        beside = previous is not None and previous[1][:1].isupper() and before not in rules.common
        return False if beside or before in GERMAN_LEADS else None
    return len("".join(fold_word(shown))) > 2


def _may_name(word: str, rules: Rules) -> bool:
    return word not in rules.common and word not in lexicon_for(rules.code).governing
