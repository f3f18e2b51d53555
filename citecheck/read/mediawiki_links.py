"""Templates and links of wiki text once they are closed: name and parameters, and what a link shows."""

from __future__ import annotations

from citecheck.read.mediawiki_run import Run
from citecheck.read.mediawiki_signs import MEDIA, NAMESPACE, Frame
from citecheck.read.mediawiki_templates import Template


def template_of(frame: Frame) -> Template:
    """The template that `frame` held: numbered parameters in order, the others by name."""
    name = " ".join(frame.args[0][1].text.replace("_", " ").lower().split())
    plain: list[Run] = []
    named: dict[str, Run] = {}
    for key, run in frame.args[1:]:
        if key is None or (key.isdecimal() and key == str(len(plain) + 1)):
            plain.append(run)
        else:
            named[key] = run
    return Template(name, tuple(plain), named)


def link_text(frame: Frame, alone: bool) -> Run:
    """What an inner link shows: its text, a picture's caption, nothing for a category.

    `alone`: whether it takes up a line of its own, as categories and links to other wikis do.
    """
    target = frame.args[0][1].text.strip()
    last = frame.args[-1][1]
    if MEDIA.match(target):
        run = Run.of("\n")
        if len(frame.args) > 1 and (" " in last.text.strip() or last.marks):
            run.append(last.stripped())
            run.add("\n")
        return run
    if alone and NAMESPACE.match(target):
        return Run()
    return last if len(frame.args) > 1 else Run.of(target.removeprefix(":"))
