"""The scanner of wiki text: tags, templates, links, headings, lists and tables, each where it closes."""

from __future__ import annotations

import re

from citecheck.model import Lines, MarkKind
from citecheck.read.mediawiki_links import link_text, template_of
from citecheck.read.mediawiki_notes import Notes
from citecheck.read.mediawiki_run import Run
from citecheck.read.mediawiki_signs import (
    ADDRESS,
    ATTRIBUTE,
    BREAKS,
    CELL,
    DEEPEST,
    LIST,
    NAME,
    QUOTES,
    RAW,
    RULE,
    TABLE,
    TAG,
    TOKEN,
    UNSEEN,
    Frame,
    decoded,
)
from citecheck.read.mediawiki_templates import linked, rules, shown


class Scan:
    """One reading of a source; `run` gives what is shown, notes go to `notes`."""

    def __init__(self, source: str, notes: Notes) -> None:
        self.source = source
        self.notes = notes
        self.stack = [Frame("root")]
        self.lines = Lines(source)
        self.never_closed: set[str] = set()
        self.tables = 0

    @property
    def top(self) -> Frame:
        return self.stack[-1]

    def run(self) -> Run:
        source, at = self.source, self._line_start(0)
        while match := TOKEN.search(source, at):
            self.top.run.from_line(self.lines.at(at))
            self._text(source[at : match.start()])
            at = self._token(match.group(), match.start(), match.end())
        self.top.run.from_line(self.lines.at(at))
        self._text(source[at:])
        while len(self.stack) > 1:
            self._as_it_is()
        self._end_line()
        return self.stack[0].run

    def _text(self, text: str) -> None:
        if text:
            self.top.run.add(decoded(text) if "&" in text else text)

    def _token(self, token: str, start: int, end: int) -> int:
        """What a token does; the offset to go on from."""
        if token == "\n":
            return self._newline(end)
        if token[0] == "<":
            return self._comment(end) if token == "<!--" else self._tag(token, end)
        if token in ("{{", "[["):
            self._open("template" if token == "{{" else "link", token)
        elif token in ("}}", "]]"):
            return self._close("template" if token == "}}" else "link", token, start, end)
        elif token == "[":
            return self._external(start, end)
        elif token == "]":
            self._close_external(token)
        elif token[0] == "|" or token == "!!":
            self._bar(token)
        elif token[0] == "=":
            self._equals(token, end)
        elif token[0] == "'" and len(token) == 4:
            self._text("'")
        return end

    # Lines

    def _newline(self, end: int) -> int:
        while self.top.kind == "external":
            self._as_it_is()
        self._end_line()
        self.top.run.add("\n")
        return self._line_start(end)

    def _end_line(self) -> None:
        if self.top.heading is not None:
            start, level = self.top.heading
            self.top.run.mark(MarkKind.HEADING, start, origin="wikitext", detail=str(level))
            self.top.heading = None

    def _line_start(self, at: int) -> int:
        """Signs that mean something at the beginning of a line only; the offset after them."""
        source = self.source
        if self.top.kind in ("template", "link", "external"):
            return at
        if TABLE.match(source, at):
            self.tables += {"{|": 1, "|}": -1}.get(source[at : at + 2], 0)
            stop = source.find("\n", at)
            return stop if stop >= 0 else len(source)
        if self.tables > 0 and (cell := CELL.match(source, at)):
            return cell.end()
        if match := LIST.match(source, at) or RULE.match(source, at):
            return match.end()
        level = 0
        while level < 6 and source.startswith("=", at + level):
            level += 1
        if level and self.top.kind == "root":
            self.top.heading = (self.top.run.size, level)
            while source.startswith(" ", at + level):
                level += 1
            return at + level
        return at

    def _equals(self, token: str, end: int) -> None:
        frame = self.top
        if frame.kind == "template" and frame.args and frame.name is None and NAME.fullmatch(frame.run.text):
            frame.name = frame.run.text.strip().lower()
            frame.run = Run.of(token[1:])
        elif frame.heading is None or self.source[end : end + 200].split("\n", 1)[0].strip():
            self._text(token)

    def _bar(self, token: str) -> None:
        if self.top.kind in ("template", "link") and token != "!!":
            for _ in token:
                self.top.next_argument()
        elif self.tables > 0 and len(token) == 2:
            self.top.run.add("\n")
        else:
            self._text(token)

    # What is open

    def _open(self, kind: str, token: str) -> None:
        if len(self.stack) > DEEPEST:
            self._text(token)
        else:
            self.stack.append(Frame(kind, token))

    def _reach(self, kind: str) -> bool:
        """Whether something of that kind is open; whatever stands open in it is then shown as it is."""
        for frame in reversed(self.stack):
            if frame.kind == kind:
                while self.top.kind != kind:
                    self._as_it_is()
                return True
            if frame.kind in ("ref", "root", "list"):
                return False
        return False

    def _as_it_is(self) -> None:
        """The innermost thing open was none: its source is text."""
        frame = self.stack.pop()
        frame.next_argument()
        run = self.top.run
        run.add(frame.token if frame.kind in ("template", "link", "external") else "")
        for place, (name, piece) in enumerate(frame.args):
            run.add("|" if place else "")
            run.add(f"{name}=" if name is not None else "")
            run.append(piece)

    def _close(self, kind: str, token: str, start: int, end: int) -> int:
        if kind == "link" and self.top.kind == "external":
            self._close_external("]")
            return start + 1
        if not self._reach(kind):
            self._text(token)
            return end
        frame = self.stack.pop()
        frame.next_argument()
        self.top.run.append(self._template(frame) if kind == "template" else self._link(frame, end))
        return end

    def _template(self, frame: Frame) -> Run:
        first = self.top.kind == "ref" and not self.top.run.text.strip()
        return shown(template_of(frame), self.notes, first=first)

    def _link(self, frame: Frame, end: int) -> Run:
        after = self.source[end : end + 1]
        alone = self.top.kind == "root" and after in ("\n", "") and self.top.run.line_is_blank()
        return link_text(frame, alone)

    def _external(self, start: int, end: int) -> int:
        address = ADDRESS.match(self.source, end)
        if address is None or len(self.stack) > DEEPEST:
            self._text("[")
            return end
        self.stack.append(Frame("external", f"[{address.group()}", said={"target": decoded(address.group())}))
        return address.end()

    def _close_external(self, token: str) -> None:
        if self.top.kind != "external":
            self._text(token)
            return
        frame = self.stack.pop()
        target = frame.said["target"]
        text = frame.run.stripped()
        self.top.run.append(linked(text if text else Run.of(target), target, "wikitext"))

    # Tags

    def _comment(self, end: int) -> int:
        close = self.source.find("-->", end)
        return close + 3 if close >= 0 else len(self.source)

    def _tag(self, token: str, end: int) -> int:
        match = TAG.match(token)
        name = match.group(1).lower() if match else ""
        closing, alone = token[1] == "/", token.endswith("/>")
        if (name in RAW or name in UNSEEN) and not closing and not alone:
            return self._raw(name, end)
        if name == "ref":
            self._ref(token, closing, alone)
        elif name == "references" and not alone:
            self._block("list", closing)
        elif name in QUOTES and not alone:
            self._block("quote", closing)
        elif name in BREAKS:
            self.top.run.add("\n")
        elif not match:
            self._text(token)
        return end

    def _raw(self, name: str, end: int) -> int:
        """Contents up to the closing tag, as they are."""
        close = None
        if name not in self.never_closed:
            close = re.compile(rf"</{name}\s*>", re.I).search(self.source, end)
        if close is None:
            self.never_closed.add(name)
            return end
        if name in RAW:
            start = self.top.run.size
            self._text(self.source[end : close.start()])
            if RAW[name]:
                self.top.run.mark(MarkKind.CODE, start, origin="wikitext")
        return close.end()

    def _ref(self, token: str, closing: bool, alone: bool) -> None:
        if closing:
            if self._reach("ref"):
                frame = self.stack.pop()
                self._note(frame.said, frame.run.stripped())
            return
        said = {
            m.group(1).lower(): m.group(2) or m.group(3) or m.group(4) or ""
            for m in ATTRIBUTE.finditer(token)
        }
        said = {key: " ".join(decoded(value).removesuffix("/").split()) for key, value in said.items()}
        if alone:
            self._note(said, Run())
        elif len(self.stack) <= DEEPEST and not any(frame.kind == "ref" for frame in self.stack):
            self.stack.append(Frame("ref", token, said=said))

    def _note(self, said: dict[str, str], body: Run) -> None:
        group, name = said.get("group", ""), said.get("name", "")
        if self._in_list():
            if name and body:
                self.notes.define(said.get("group", self._list_group()), name, body)
            return
        self.top.run.append(self.notes.call(group, name, body))

    def _in_list(self) -> bool:
        lists = rules()["lists"]
        return any(
            frame.kind == "list"
            or (frame.kind == "template" and frame.args and frame.args[0][1].text.strip().lower() in lists)
            for frame in self.stack
        )

    def _list_group(self) -> str:
        return next((frame.said.get("group", "") for frame in self.stack if frame.kind == "list"), "")

    def _block(self, kind: str, closing: bool) -> None:
        if not closing:
            if len(self.stack) <= DEEPEST:
                self.stack.append(Frame(kind))
            return
        if kind == "list" and not any(frame.kind == "list" for frame in self.stack):
            return
        while kind == "list" and self.top.kind not in ("list", "root"):
            self._as_it_is()
        if self.top.kind == kind or self._reach(kind):
            frame = self.stack.pop()
            run = self.top.run
            if kind == "quote":
                run.add("\n\n")
                start = run.size
                run.append(frame.run.stripped())
                run.mark(MarkKind.BLOCK_QUOTATION, start, origin="wikitext")
                run.add("\n\n")
