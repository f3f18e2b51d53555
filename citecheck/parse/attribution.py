"""Which note a quotation rests on.

Manuscripts set the call after the quotation or after its sentence. In texts that were translated by machine
and taken out of their layout it is glued to the next word: to that after the quotation, or to the head of
the quotation's own sentence, to which it was moved. Which is the rule is told from the manuscript: from what
its calls are glued to, and from where the quotations stand that have only one call beside them. No call is
looked for past another one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from citecheck.model import Marker, QuotationKind
from citecheck.parse.body import Call, Paragraph
from citecheck.parse.quotation_drafts import Draft
from citecheck.parse.said import as_one_says, left_out_between, told_by_the_same

DIRECT = 4
"""Characters of punctuation and space between a closing mark and the call that belongs to it."""
STRAYED = 0.5
"""Calls glued to the next word, as a share of those glued to the one before."""
NEAR = 2
"""Sentences between a quotation and the call of a sentence that quotes nothing."""
LED_WORDS = 12
"""Words at most between a call and what it leads in: *which outlines goals, principles, and a pledge*."""

_MARKED = re.compile(r"[«»“”„\"]")
_NAMED = re.compile(r"[^\W\d_a-zа-яёà-öø-ÿ][^\W\d_]+\s+[^\W\d_]")

Answer = tuple[Marker | None, str]


class Attributor:
    """Attributes the quotations of a manuscript; holds what is common to all its paragraphs."""

    def __init__(self, paragraphs: Sequence[Paragraph], drafts: Sequence[Sequence[Draft]]) -> None:
        self.paragraphs = paragraphs
        leads = [_leads(paragraph.text, call) for paragraph in paragraphs for call in paragraph.calls]
        glued_to_next = leads.count(True) > leads.count(False)
        self.slipped = glued_to_next and _slipped(paragraphs, drafts)
        """Calls are glued to the word after the sentence that they document."""
        self.leading = glued_to_next and not self.slipped
        """Calls stand before the sentence that they document."""
        self.strayed = leads.count(True) <= STRAYED * leads.count(False)
        """So few calls are glued to the next word that they have lost the space behind them."""

    def attribute(
        self, number: int, drafts: Sequence[Draft], followers: Sequence[Draft]
    ) -> Iterator[tuple[Draft, Answer]]:
        """Each quotation of paragraph `number` with the marker of its note (or `None`) and the reason.

        `followers` are the quotations of the paragraph after it.
        """
        if drafts and drafts[0].block:
            for draft in drafts:
                yield draft, self._of_block(number)
            return
        own = self.paragraphs[number]
        below = self.paragraphs[number + 1] if number + 1 < len(self.paragraphs) else None
        paragraph = _Paragraph(own, drafts, self)
        for place, draft in enumerate(drafts):
            if place + 1 < len(drafts) and drafts[place + 1].resumes:
                marker, _ = paragraph.answer(drafts[place + 1])
                yield draft, (marker, "it goes on after a stray closing mark, and the note is called there")
                continue
            answer = paragraph.answer(draft)
            after = drafts[place + 1] if place + 1 < len(drafts) else None
            if answer[0] is None and draft.kind is QuotationKind.PASSAGE and after is not None:
                parts = told_by_the_same(own.text, draft, after) or left_out_between(own.text, draft, after)
                told = paragraph.direct(after) if parts else None
                answer = (told[0], "the note is called behind its next part") if told else answer
            if answer[0] is None and place + 1 == len(drafts) and below is not None:
                answer = self._of_next_paragraph(paragraph, draft, below, followers) or answer
            yield draft, answer

    def _of_next_paragraph(
        self, paragraph: _Paragraph, draft: Draft, below: Paragraph, followers: Sequence[Draft]
    ) -> Answer | None:
        """The call at the head of the next paragraph, for a quotation that ends its own.

        In a text whose calls lead, only where the sentence of that call quotes nothing.
        """
        if draft.kind is QuotationKind.NAME or not below.calls or below.calls[0].at or below.block:
            return None
        if self.slipped:
            last = paragraph.sentences.at(len(paragraph.text) - 1)
            if paragraph.sentences.at(draft.inner_end - 1) == last:
                return below.calls[0].marker, "the note is called after the sentence of the quotation"
        if not self.leading:
            return None
        first = below.sentences.end(0)
        if any(follower.start < first and follower.kind is QuotationKind.PASSAGE for follower in followers):
            return None
        if any(map(str.isalnum, paragraph.text[draft.end :])):
            return None
        return below.calls[0].marker, "the next note is called right after it, where nothing is quoted"

    def _of_block(self, number: int) -> Answer:
        paragraph = self.paragraphs[number]
        if paragraph.calls:
            return paragraph.calls[-1].marker, "the note is called in the block quotation"
        if number:
            above = self.paragraphs[number - 1]
            last = above.sentences
            head = last.start(len(last.starts) - 1)
            calls = [call for call in above.calls if call.at >= head]
            if calls:
                return calls[-1].marker, "the note is called in the sentence that leads in the block"
        if number + 1 < len(self.paragraphs):
            below = self.paragraphs[number + 1]
            if below.calls and below.calls[0].at == 0 and not below.block:
                return below.calls[0].marker, "the note is called right after the block quotation"
        return None, "no note is called in the block quotation or beside it"


def _leads(text: str, call: Call) -> bool | None:
    """Whether a call is glued to what follows (`True`), to what precedes (`False`), or neither."""
    before, after = text[call.at - 1 : call.at], text[call.at : call.at + 1]
    free = not before or before.isspace()
    glued = bool(after) and not after.isspace() and (after.isalnum() or after in '"«“„‘‹([<')
    if free == glued:
        return free
    return None


def _slipped(paragraphs: Sequence[Paragraph], drafts: Sequence[Sequence[Draft]]) -> bool:
    """Whether calls glued to the next word mostly have their quotation before them, not after them.

    Counted are calls with a quotation on one side only: in the sentence before, or in their own.
    """
    before = after = 0
    above_quotes = False
    for paragraph, found in zip(paragraphs, drafts, strict=True):
        passages = [draft for draft in found if draft.kind is QuotationKind.PASSAGE and not draft.block]
        sentences = paragraph.sentences
        starts = [draft.start for draft in passages]
        previous = 0
        for call in paragraph.calls:
            own = sentences.at(call.at)
            head = sentences.start(max(0, own - 1) if call.at == sentences.start(own) else own)
            place = bisect_left(starts, call.at)
            follows = place < len(starts) and starts[place] < sentences.end(own)
            precedes = above_quotes if not call.at else False
            if place:
                last = passages[place - 1]
                precedes = last.end <= call.at and last.start >= previous and last.inner_end > head
            before += precedes and not follows
            after += follows and not precedes
            previous = call.at
        last_head = sentences.start(sentences.at(max(0, len(paragraph.text) - 1)))
        above_quotes = (
            bool(passages) and passages[-1].inner_end > last_head and passages[-1].start >= previous
        )
    return before > after


class _Paragraph:
    """One paragraph's quotations, calls and sentences."""

    def __init__(self, paragraph: Paragraph, drafts: Sequence[Draft], habits: Attributor) -> None:
        leading, strays = habits.leading, habits.slipped or habits.strayed
        self.text = paragraph.text
        self.calls = paragraph.calls
        self.places = [call.at for call in paragraph.calls]
        self.passages = [draft.start for draft in drafts if draft.kind is QuotationKind.PASSAGE]
        self.sentences = paragraph.sentences
        styles = [_leads(self.text, call) for call in self.calls]
        self.glued = [style is False for style in styles]
        """Calls that stand right behind a word, where their writer set them."""
        self.leads = [(leading if style is None else style) and not strays for style in styles]
        self.leading, self.slipped = leading, habits.slipped
        self.quoting = {
            sentence
            for draft in drafts
            if draft.kind is QuotationKind.PASSAGE
            for sentence in (self.sentences.at(draft.start), self.sentences.at(draft.inner_end - 1))
        }

    def answer(self, draft: Draft) -> Answer:
        """The marker of a quotation's note, or `None`, and why."""
        direct = self.direct(draft) or self._led_in(draft)
        if direct:
            return direct
        if draft.kind is QuotationKind.NAME:
            return self._as_said(draft) or (None, "a name or title, and no note is called at it")
        order = (self._leading, self._following) if self.leading else (self._following, self._leading)
        for rule in (*order, self._where_led_in, self._from_next_sentence, self._from_sentence_before):
            answer = rule(draft)
            if answer:
                return answer
        return None, "no note is called in its sentence or beside it"

    def direct(self, draft: Draft) -> Answer | None:
        """The marker of a call inside a quotation or with nothing said between the two."""
        return self._inside(draft) or self._beside(draft)

    def _inside(self, draft: Draft) -> Answer | None:
        """The last call inside: it belongs to the end of the quotation."""
        place = bisect_left(self.places, draft.end) - 1
        if place >= 0 and self.places[place] > draft.start:
            return self.calls[place].marker, "the note is called inside the quotation"
        return None

    def _beside(self, draft: Draft) -> Answer | None:
        place = self._next(draft)
        if place is not None and not self.leads[place]:
            gap = self.text[draft.end : self.places[place]][: DIRECT + 1]
            if len(gap) <= DIRECT and not any(map(str.isalnum, gap)):
                return self.calls[place].marker, "the note is called right after the quotation"
        place = bisect_right(self.places, draft.start) - 1
        if place >= 0 and self.places[place] == draft.start and self.leads[place]:
            return self.calls[place].marker, "the note is called right before the quotation"
        return None

    def _led_in(self, draft: Draft) -> Answer | None:
        """The call with only a colon between it and the quotation."""
        place = bisect_right(self.places, draft.start) - 1
        if place >= 0 and self.text[self.places[place] : draft.start].strip() == ":":
            return self.calls[place].marker, "the note is called where the quotation is led in"
        return None

    def _next(self, draft: Draft) -> int | None:
        """Place of the first call after a quotation."""
        place = bisect_left(self.places, draft.end)
        return place if place < len(self.places) else None

    def _leading(self, draft: Draft) -> Answer | None:
        """The last call before it, at the head of its sentence or in it."""
        place = bisect_right(self.places, draft.start) - 1
        head = self.sentences.start(self.sentences.at(draft.start))
        if place >= 0 and self.leads[place] and self.places[place] >= head:
            return self.calls[place].marker, "the note is called before the sentence of the quotation"
        return None

    def _as_said(self, draft: Draft) -> Answer | None:
        """The call behind who says a few words that are no title (`a “late modernity”, as Orr held2`)."""
        place = self._next(draft)
        if place is None or not self.glued[place] or not as_one_says(self.text, draft, self.places[place]):
            return None
        return self.calls[place].marker, "the note is called behind who says so"

    def _following(self, draft: Draft) -> Answer | None:
        """The first call after it, in the sentence in which it ends."""
        place = self._next(draft)
        end = self.sentences.end(self.sentences.at(draft.inner_end - 1))
        if place is not None and not self.leads[place] and self.places[place] <= end:
            return self.calls[place].marker, "the note is called after the sentence of the quotation"
        return None

    def _where_led_in(self, draft: Draft) -> Answer | None:
        """The last call before it in its own sentence, behind a word that leads it in (`wrote,2 that “…”`).

        A call before which that sentence quotes belongs to what is quoted there, and one behind which more is
        named in marks to what was said before.
        """
        place = bisect_left(self.places, draft.start) - 1
        head = self.sentences.start(self.sentences.at(draft.start))
        if place < 0 or self.slipped or not self.glued[place] or self.places[place] <= head:
            return None
        quoted = bisect_left(self.passages, head), bisect_left(self.passages, draft.start)
        led = self.text[self.places[place] : draft.start]
        if quoted[0] < quoted[1] or _MARKED.search(led) or len(led.split()) > LED_WORDS:
            return None
        if _NAMED.search(led) or (self.text[self.places[place] - 1] == "," and len(led.split()) > 1):
            return None  # somebody else says so: *Against Orr,2 Hartley insists that*
        return self.calls[place].marker, "the note is called in its sentence, where it is led in"

    def _from_next_sentence(self, draft: Draft) -> Answer | None:
        """The next call after it, where the sentence of that call quotes nothing and is near."""
        place = self._next(draft)
        if place is None:
            return None
        call = self.places[place]
        sentence = self.sentences.at(call if self.leads[place] else call - 1)
        between = bisect_left(self.passages, draft.end)
        crossed = between < len(self.passages) and self.passages[between] < call
        if crossed or sentence in self.quoting or sentence - self.sentences.at(draft.inner_end - 1) > NEAR:
            return None
        return self.calls[place].marker, "the next note is called near, in a sentence that quotes nothing"

    def _from_sentence_before(self, draft: Draft) -> Answer | None:
        """The last call before it, where calls lead and the near sentence of that call quotes nothing."""
        place = bisect_right(self.places, draft.start) - 1
        if place < 0 or not self.leads[place]:
            return None
        call = self.places[place]
        sentence = self.sentences.at(call)
        between = bisect_left(self.passages, call)
        crossed = between < len(self.passages) and self.passages[between] < draft.start
        if crossed or sentence in self.quoting or self.sentences.at(draft.start) - sentence > NEAR:
            return None
        return self.calls[
            place
        ].marker, "the note is called near, in a sentence before it that quotes nothing"
