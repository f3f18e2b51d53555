"""What makes a finding the same finding in the next run, and which findings somebody has accepted."""

from citecheck.accept.baseline import Entry, apply, dump, entries_of, load
from citecheck.accept.decisions import Decisions, load_decisions
from citecheck.accept.fingerprint import with_fingerprints
from citecheck.accept.inline import Ignore, apply_ignores, find_ignores

__all__ = [
    "Decisions",
    "Entry",
    "Ignore",
    "apply",
    "apply_ignores",
    "dump",
    "entries_of",
    "find_ignores",
    "load",
    "load_decisions",
    "with_fingerprints",
]
