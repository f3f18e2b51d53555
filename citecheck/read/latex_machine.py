"""Runs through a LaTeX source once, command by command, and writes down what it reads as.

Not TeX: commands are known by name (`data/latex.json`) or are the manuscript's own simple macros; any other
leaves nothing but the text of its arguments. There is no recursion: an argument is entered by remembering
what is to be done at its closing brace, so no nesting is too deep, and macros are replaced a bounded number
of times.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from citecheck.model import MarkKind
from citecheck.read.entry import Entry
from citecheck.read.latex_counters import Counters
from citecheck.read.latex_macros import Macros
from citecheck.read.latex_output import Output
from citecheck.read.latex_setup import Setup
from citecheck.read.latex_signs import ESCAPED, LIGATURES, accented
from citecheck.read.latex_source import Source, address_ends, in_address, words

DEEPEST = 60
"""Frames (files, macros in macros) open at a time; TeX's own documents stay under 20."""
MOST_FILES = 500
OTHER = "*cite"  # what reads commands that are not known and sound like ones that cite
Action = Callable[[], None]
Handler = Callable[["Machine", str, int], int]
"""Takes the command's name and the offset after it; gives the offset to go on from."""

_TOKEN = re.compile(
    r"\\([A-Za-z@]{1,60})\*?|\\([^A-Za-z@])|[{}%$&~\n]|---?|``|''|,,(?=\w)|<<|>>|[`']"
    r"|\"(?:---|--[~*]|[`'<>=~\"|/-])",
    re.S,
)
_REMARK = re.compile(r"%[ \t]*citecheck:[^\n]{0,2400}")
_BLANKS = re.compile(r"[ \t]*")


@dataclass(slots=True, eq=False)
class Frame:
    """A source being read: a file, a macro's replacement, an argument without braces."""

    source: Source
    output: Output
    position: int = 0
    name: str = ""
    """File name; empty for a replacement."""
    macro: str = ""
    """The macro whose replacement this is."""
    at_close: dict[int, list[Action]] = field(default_factory=dict)
    """What is to be done at which closing brace."""
    at_end: list[Action] = field(default_factory=list)


@dataclass(slots=True)
class Machine:
    """State of one reading."""

    setup: Setup
    handlers: Mapping[str, Handler]
    files: Mapping[str, str]
    entries: Mapping[str, Entry]
    items: Mapping[str, str] = field(default_factory=dict)
    """Key → label of each entry of a list of sources written by hand."""
    macros: Macros = field(default_factory=Macros)
    counters: Counters = field(default_factory=Counters)
    frames: list[Frame] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)
    environments: list[tuple[str, Action]] = field(default_factory=list)
    hidden: int = 0
    """Open reasons why nothing is written but line ends: preamble, comments."""
    inside_notes: int = 0
    quote_depth: int = 0
    cited: dict[str, int] = field(default_factory=dict)
    """Keys of the sources called in the body and the number of each, in order."""
    listed: int = 0
    """How many of them the lists printed so far hold."""
    fields: dict[str, str] = field(default_factory=dict)
    """Title, author and date as the preamble gives them."""
    credit: int = 0
    """Line ends that a replacement brings along itself."""
    labels: dict[str, tuple[str, str]] = field(default_factory=dict)
    """`\\label` inside a note → shown label and key of the note."""
    note_stack: list[tuple[str, str]] = field(default_factory=list)
    """Label and key of the notes being read, the innermost last."""
    at_note_end: list[Action] = field(default_factory=list)
    spellings: dict[str, str] = field(default_factory=dict)
    """Keys by their letters, without regard to capitals."""
    item: tuple[str, str, Output, int] | None = None
    """Label, key and beginning of the entry of a list that is being read."""

    @property
    def frame(self) -> Frame:
        return self.frames[-1]

    @property
    def out(self) -> Output:
        return self.frames[-1].output

    @property
    def source(self) -> Source:
        return self.frames[-1].source

    def put(self, text: str) -> None:
        """Write characters, unless what is read is hidden."""
        if not self.hidden:
            self.out.put(text)
        elif "\n" in text:
            self.out.put("\n" * text.count("\n"))

    def open(self, source: Source, *, name: str = "", output: Output | None = None) -> Frame | None:
        """Go on with another source; `None` where too many are open."""
        if len(self.frames) >= DEEPEST:
            return None
        frame = Frame(source, output or self.out, name=name)
        self.frames.append(frame)
        return frame

    def open_file(self, name: str, text: str) -> None:
        """Go on with a file, its text kept apart from that of the others."""
        if len(self.outputs) < MOST_FILES and all(frame.name != name for frame in self.frames):
            output = Output(name)
            if frame := self.open(Source.of(text), name=name, output=output):
                self.outputs.append(output)
                if frame.source.is_whole() and not self.hidden:
                    self.hidden = 1  # its preamble, and what stands behind its end
                    frame.at_end.append(lambda: setattr(self, "hidden", 0))

    def enter(self, argument: tuple[int, int, int], action: Action) -> int:
        """Read an argument and then do `action`; the offset to go on from."""
        start, end, after = argument
        frame = self.frame
        if frame.source.closes.get(start - 1) == end:
            frame.at_close.setdefault(end, []).append(action)
            return start
        inner = self.open(Source.of(frame.source.text[start:end]))
        if inner is None:
            action()
        else:
            inner.at_end.append(action)
            self.credit += frame.source.text.count("\n", start, end)
        return after

    def run(self) -> None:
        """Read all that is open to its end."""
        while self.frames:
            frame = self.frames[-1]
            if not self._step(frame):
                left = [action for place in sorted(frame.at_close) for action in frame.at_close[place]]
                for action in (*left, *frame.at_end):
                    action()
                self.frames.remove(frame)

    def finish(self, output: Output, write: Callable[[Machine], None]) -> None:
        """Write what no source holds after the manuscript's last line."""
        self.frames.append(Frame(Source(""), output))
        self.put("\n\n")
        write(self)
        self.frames.pop()

    def _step(self, frame: Frame) -> bool:
        """Read on in `frame` until another is opened; whether something is left."""
        text = frame.source.text
        while found := _TOKEN.search(text, frame.position):
            if found.start() > frame.position:
                self.put(text[frame.position : found.start()])
            frame.position = found.end()
            if found.group(1):
                self._command(frame, found)
            elif found.group(2):
                self._escaped(frame, found.group(2))
            else:
                self._sign(frame, found)
            if self.frames[-1] is not frame:
                return True
        self.put(text[frame.position :])
        frame.position = len(text)
        return False

    def _command(self, frame: Frame, found: re.Match[str]) -> None:
        name, start = found.group(1), found.end()
        self.credit = 0
        kept = frame.source.kept.get(found.start())
        if kept is not None and name in ("verb", "lstinline"):
            self.verbatim(frame, start + 1, kept)
            frame.position = kept + 1
            return
        handler = self.handlers.get(name)
        if handler is None:
            name = self.macros.meant(name)
            handler = self.handlers.get(name)
        after = handler(self, name, start) if handler else self._unknown(frame, name, start)
        self.line_ends(frame.output, frame.source.text.count("\n", start, after) - self.credit)
        frame.position = after

    def line_ends(self, output: Output, count: int) -> None:
        """Line ends of what was passed over."""
        for _ in range(count):
            output.line_end(False, self._aside())

    def _aside(self) -> bool:
        """Whether lines are read that belong to no paragraph of the body."""
        return bool(self.hidden or self.inside_notes or self.item)

    def _unknown(self, frame: Frame, name: str, start: int) -> int:
        sign = words()["names"].get(name)
        if sign is not None:
            self.put(sign)
            blanks = _BLANKS.match(frame.source.text, start)
            after = blanks.end() if blanks else start
            return after + 2 if frame.source.text.startswith("{}", after) else after
        if any(opened.macro == name for opened in self.frames):
            return start  # conditions, which would end it, are not understood
        sounds = "cite" in name.lower() and name not in self.macros.known
        if sounds and (after := self.handlers[OTHER](self, name, start)) > start:
            return after
        expanded = self.macros.expand(name, frame.source, start)
        if expanded is not None:
            text, after = expanded
            inner = self.open(Source.of(text))
            if inner is not None:
                inner.macro = name
                self.credit = text.count("\n")
            return after
        if len(name) == 1 and name in words()["accents"]:
            return self._accent(frame.source, name, start)
        if frame.source.text[start : start + 1] == "[":
            return frame.source.option(start)[1]
        blanks = _BLANKS.match(frame.source.text, start)
        return blanks.end() if blanks else start

    def verbatim(self, frame: Frame, start: int, end: int) -> None:
        """Write characters of a source as they are, marked as code."""
        begin = self.out.length
        self.put(frame.source.text[start:end])
        self.out.mark(MarkKind.CODE, begin, self.out.length)

    def _accent(self, source: Source, sign: str, position: int) -> int:
        """Write the letter after an accent's command with its accent."""
        argument = source.argument(position)
        if argument is None or argument[1] - argument[0] > 2 or "\n" in source.text[position : argument[2]]:
            return position
        letter = source.text[argument[0] : argument[1]].strip()
        self.put(accented(sign, letter) or "" if letter else "")
        return argument[2]

    def _escaped(self, frame: Frame, sign: str) -> None:
        text, position = frame.source.text, frame.position
        if sign in words()["accents"]:
            frame.position = self._accent(frame.source, sign, position)
            return
        if sign == "\\":
            star = position + 1 if text[position : position + 1] == "*" else position
            if text[star : star + 1] == "[":
                star = frame.source.option(star)[1]
            frame.position = star
        if sign == "\n":
            self.out.line_end(False, self._aside())
            return
        self.put("" if sign in "()[]" else ESCAPED.get(sign, sign))

    def _remark(self, frame: Frame, start: int) -> None:
        """Write a comment to citecheck as it is, marked as a comment; others leave nothing."""
        remark = _REMARK.match(frame.source.text, start)
        if remark and not frame.macro:
            begin = self.out.length
            self.put(remark.group().rstrip())
            self.out.mark(MarkKind.COMMENT, begin, self.out.length)

    def _sign(self, frame: Frame, found: re.Match[str]) -> None:
        token, text = found.group(), frame.source.text
        if token == "\n":
            line = text.rfind("\n", max(0, found.start() - 400), found.start())
            blank = not text[line + 1 : found.start()].strip() and not (
                frame.name == "" and len(self.frames) > 1
            )
            self.out.line_end(blank, self._aside())
        elif token == "%":
            if in_address(text, found.start()):
                self.put("%")
                return
            end = text.find("\n", found.end())
            frame.position = end if end >= 0 else len(text)
            self._remark(frame, found.start())
        elif token == "}":
            for action in frame.at_close.pop(found.start(), ()):
                action()
            if address_ends(text, found.start()):
                self.put(" ")
        elif token == "&":
            self.put(" ")
        elif token == "~":
            self.put("\u00a0")
        elif token[0] == '"':
            short = words()["shorthands"].get(token) if self.setup.shorthands else None
            self.put(token if short is None else short)
        elif token not in "{$":
            self.put(LIGATURES[token])
