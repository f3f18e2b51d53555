"""What a quotation mark without its other half means.

Three faults are common in texts that were translated or scanned, and each leaves its own trace:

* the closing mark is lost: the quotation then ends with the sentence that the next note belongs to;
* a closing mark too many stands before the call of a note (`"one". 7Two".`): the quotation goes on after it;
* a name inside a quotation has lost a mark: the marks of its sentence belong to one long quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from citecheck.parse.body import Call
from citecheck.parse.counting import word_count
from citecheck.parse.quotation_marks import CLOSERS, PASSAGE_WORDS, Mark, Pair, Pairs, Side, outermost
from citecheck.parse.sentences import Sentences

RESUMED_AFTER = 6
"""Characters of punctuation and space between a stray closing mark and the text that goes on."""
LED_WORDS = 2
"""Words of a quotation that a colon leads in and a mark and a call close: with both, it may be short."""
LOOK_BACK = 8
"""Pairs before a stray closing mark that may be parts of the same quotation."""

_ONLY_SIGNS = re.compile(r"[\s.,;:…!?)\]»”\"]*+")


class Unpaired:
    """Puts quotations of one paragraph together out of marks that were left over."""

    def __init__(self, text: str, found: Pairs, sentences: Sentences, calls: Sequence[Call]) -> None:
        self.text = text
        self.found = found
        self.sentences = sentences
        self.calls = calls
        self.places = [call.at for call in calls]

    def repaired(self, *, runs_on: bool) -> list[Pair]:
        """All quotations in order of place, outermost only.

        `runs_on`: a quotation left open goes on in the next paragraph, which opens it anew.
        """
        pairs = self._with_stray_closers()
        for mark in self.found.opened:
            place = bisect_right(pairs, mark.start, key=lambda pair: pair.opener.start)
            if not place or pairs[place - 1].closer.end <= mark.start:
                last = mark is self.found.opened[-1]
                closed = self._closed(mark, pairs, place, runs_on=runs_on and last)
                if closed is not None:
                    pairs.insert(place, closed)
        return outermost(pairs)

    def _with_stray_closers(self) -> list[Pair]:
        done: list[Pair] = []
        waiting = iter(self.found.pairs)
        following = next(waiting, None)
        for mark in self.found.closed:
            while following is not None and following.closer.end <= mark.start:
                done.append(following)
                following = next(waiting, None)
            self._close(mark, done)
        if following is not None:
            done += [following, *waiting]
        return outermost(done)

    def _close(self, mark: Mark, done: list[Pair]) -> None:
        """Find what a stray closing mark closes; `done` are the quotations before it."""
        if not done:
            self._close_after_colon(mark, 0, done)
            return
        last = done[-1]
        place = bisect_left(self.places, last.closer.end)
        call = self.places[place] if place < len(self.places) else len(self.text)
        if call < mark.start and call - last.closer.end <= RESUMED_AFTER:
            only_call = bisect_left(self.places, mark.start) == place + 1
            if self._ends_with(call):
                self._close_after_colon(mark, call, done)
            elif only_call and _ONLY_SIGNS.fullmatch(self.text, last.closer.end, call):
                done.append(Pair(_unseen(call, last.opener.sign), mark, resumes=True))
            return
        head = self.sentences.start(self.sentences.at(mark.start - 1))
        first = len(done)
        while first and len(done) - first < LOOK_BACK and self._may_open(done[first - 1], mark, head):
            first -= 1
        if first < len(done) and not self.text[mark.start - 1].isdigit():
            whole = Pair(done[first].opener, mark)
            del done[first:]
            done.append(whole)
        elif first == len(done):
            self._close_after_colon(mark, last.closer.end, done)

    def _ends_with(self, call: int) -> bool:
        """Whether a call stands at the end of what it documents: glued to it, and before a stop or a new
        sentence."""
        behind = self.text[call : call + 2]
        ended = behind[:1] in tuple(".,;:!?…") or (behind[:1].isspace() and behind[1:].isupper())
        return ended and not self.text[call - 1].isspace()

    def _close_after_colon(self, mark: Mark, start: int, done: list[Pair]) -> None:
        """The opening mark is lost: a colon leads in what has a note right after its closing mark."""
        place = bisect_left(self.places, mark.end)
        if place == len(self.places) or self.places[place] - mark.end > 1:
            return
        head = max(start, self.sentences.start(self.sentences.at(max(0, mark.start - 1))))
        colon = self.text.find(": ", head, mark.start)
        inches = self.text[mark.start - 1 : mark.start].isdecimal()
        if colon >= 0 and not inches and word_count(self.text[colon + 2 : mark.start]) >= LED_WORDS:
            done.append(Pair(_unseen(colon + 2, mark.sign), mark))

    def _may_open(self, pair: Pair, mark: Mark, head: int) -> bool:
        """Whether the opening mark of `pair` can be that of a quotation up to `mark`."""
        if pair.opener.start < head or mark.sign not in CLOSERS[pair.opener.sign]:
            return False
        return bisect_right(self.places, pair.opener.start) == bisect_left(self.places, mark.start)

    def _closed(self, mark: Mark, pairs: Sequence[Pair], place: int, *, runs_on: bool) -> Pair | None:
        """The quotation that `mark` opens, where its end can be told."""
        if runs_on:
            end = len(self.text.rstrip())
        else:
            end = self._end_of_noted_sentence(mark)
            for pair in pairs[place : place + LOOK_BACK]:
                if pair.opener.start >= end:
                    break
                if word_count(self.text[pair.opener.end : pair.closer.start]) >= PASSAGE_WORDS:
                    end = self.sentences.start(self.sentences.at(pair.opener.start))
                    if not self._called(mark.start, end):
                        return None
                    break
        while end > mark.end and self.text[end - 1] in " \t\r\n.":
            end -= 1
        if word_count(self.text[mark.end : end]) < PASSAGE_WORDS:
            return None
        return Pair(mark, _unseen(end, mark.sign))

    def _called(self, start: int, end: int) -> bool:
        """Whether a note is called between two offsets."""
        place = bisect_right(self.places, start)
        return place < len(self.places) and self.places[place] <= end

    def _end_of_noted_sentence(self, mark: Mark) -> int:
        """End of the sentence in which, or at whose head, the note is called; nowhere without one.

        The note is the one called at the head of the mark's own sentence, else the next one.
        """
        own = self.sentences.at(mark.start)
        place = bisect_right(self.places, mark.start)
        if place and self.places[place - 1] >= max(self.sentences.start(own), 1):
            return self.sentences.end(own)
        if place == len(self.places):
            return mark.end
        call = self.places[place]
        leads = self.text[call - 1 : call].isspace()
        return self.sentences.end(self.sentences.at(min(call if leads else call - 1, len(self.text) - 1)))


def _unseen(at: int, sign: str) -> Mark:
    """A mark that should stand here."""
    return Mark(at, at, sign, Side.EITHER)
