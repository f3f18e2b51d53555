"""A user's mistakes. Each is one line that says what and where, and an exit code of the contract (section 2).

A defect of ours is none of these: it ends with a traceback and exit 70.
"""

from __future__ import annotations


class CitecheckError(Exception):
    """Base of all that ends a command with one line on standard error."""

    exit_code = 2


class UsageMistake(CitecheckError):
    """An option, argument or configuration that cannot be followed."""


class UnreadableInput(CitecheckError):
    """A file that is missing, refused, damaged or of no known format."""


class UnwritableOutput(CitecheckError):
    """A place that cannot be written to."""


class NothingToCheck(CitecheckError):
    """No note and no link was found, or the input is empty."""

    exit_code = 3


class UnreadablePage(Exception):
    """A fetched page that gives no text; the message is the reason, a phrase without a full stop.

    Not a user's mistake: it becomes the reason of a `not-checkable` verdict.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
