"""The commands: wire, write, exit. No decision about a citation is made here.

One place turns everything that can end a command into the exit codes of the contract (section 2).
"""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from citecheck import __version__
from citecheck.errors import CitecheckError
from citecheck.patterns import late

_OPTIONS = late(r" \(Possible options: ([^)]*)\)")
"""How the command line's parser offers what was meant."""
INTERRUPTED = 130
DEFECT = 70
USAGE = 2
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What a disk says that takes no more."""

YOUNG = 20_000
"""Objects made before it is looked which of them are no longer in use. Python looks at every 700; next to
nothing here goes in circles (some 600 objects of a book of 4,000 notes), and the looks took 4 % of the
processor time of a book, at every 5,000 still 2 %."""

READING = "extract"
"""Command that reads, says what it has read and ends: what goes in circles is not looked for at all."""
STORING = ("audit", "links")
"""Commands that keep what they have found."""
KEPT = "; what was checked is kept, the next run goes on from there"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line (without the program's name) and give its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    gc.set_threshold(YOUNG, 10, 10)
    if arguments is not None:
        return _answered(words)
    if words[0] == READING:
        gc.disable()
    code = _answered(words)
    # The program ends, and with it all that it made: to look once more which of it goes in circles takes a
    # tenth of the time of reading a book.
    gc.freeze()
    if words[0] == READING and code == 0:
        _end()
    return code


def _end() -> NoReturn:
    """End the program without taking apart what it made, which takes as long as to read ten notes."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # it was closed when the program began
            stream.flush()
    os._exit(0)


def _answered(words: list[str]) -> int:
    try:
        code = _run(words)
        sys.stdout.flush()
        return code
    except CitecheckError as mistake:
        return _complain(str(mistake), mistake.exit_code)
    except BrokenPipeError:
        _write_no_more()  # whoever read our output has seen enough
        return 0
    except KeyboardInterrupt:
        return _complain(f"interrupted{KEPT if words[0] in STORING else ''}", INTERRUPTED)
    except Exception as trouble:  # noqa: BLE001 - not hidden: shown whole, with a code of its own
        if isinstance(trouble, OSError) and trouble.errno in FULL:
            # Files of reports, records and the store say themselves that they cannot be written.
            _write_no_more()
            return _complain(f"{trouble.filename or 'standard output'}: {trouble.strerror}", USAGE)
        import traceback

        traceback.print_exc()
        return _complain("this is a defect of citecheck; please report it with the lines above", DEFECT)


def _write_no_more() -> None:
    """Nothing more can be written to standard output, also not at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(words: list[str]) -> int:
    match words:
        case ["--version"]:
            print(f"citecheck {__version__}")
            return 0
        case ["extract", name] | ["extract", name, "--json"] | ["extract", "--json", name] if (
            name == "-" or name[:1] not in ("", "-")
        ):
            # To set up a parser of command lines takes as long as ten notes, and here is nothing to parse.
            from citecheck.cli.extracting import tell_extraction

            tell_extraction(name, as_json="--json" in words)
            return 0
    return _parsed(words)


def _parsed(words: list[str]) -> int:
    import typer

    from citecheck.cli.app import COMMANDS, app_of

    # The base of all complaints about a command line; typer has it under several names.
    complaint: type[Any] = typer.BadParameter.__mro__[2]
    command = typer.main.get_command(app_of([words[0]] if words[0] in COMMANDS else COMMANDS))
    try:
        result = command.main(args=words, prog_name="citecheck", standalone_mode=False)
    except SystemExit:  # typer's own way with a closed pipe
        raise BrokenPipeError from None
    except typer.Abort:
        raise KeyboardInterrupt from None
    except complaint as mistake:
        text = mistake.format_message().rstrip(".")
        if words[0] not in COMMANDS and words[0] in text and "command" in text.lower():
            from citecheck.config import did_you_mean

            text = f"no such command: {words[0]}{did_you_mean(words[0], COMMANDS) or _for_file(words[0])}"
        text = _OPTIONS.sub(r"; did you mean \1?", text)
        return _complain(_one_line(text), USAGE)
    if result == INTERRUPTED:  # how typer hands an interrupt on
        raise KeyboardInterrupt
    return result if isinstance(result, int) else 0


def _for_file(word: str) -> str:
    return f"; to check a file: citecheck audit {word}" if Path(word).is_file() else ""


def _one_line(text: str) -> str:
    text = " ".join(text.split())
    return text[:1].lower() + text[1:] if text[:2] != text[:2].upper() else text


def _complain(message: str, code: int) -> int:
    from citecheck.report.safe import visible

    print(f"citecheck: {visible(message)}", file=sys.stderr)
    return code
