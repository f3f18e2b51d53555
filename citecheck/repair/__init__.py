"""Raw URL text in, ordered candidates out, each with steps that can be played again (design 4, rule 4)."""

from citecheck.repair.address import canonical
from citecheck.repair.context import Context
from citecheck.repair.links import find_links, links_at, read_ahead, readings
from citecheck.repair.pipeline import is_plain, repair
from citecheck.repair.printed import Place, places_of
from citecheck.repair.steps import STEPS, replay

__all__ = [
    "STEPS",
    "Context",
    "Place",
    "canonical",
    "find_links",
    "is_plain",
    "links_at",
    "places_of",
    "read_ahead",
    "readings",
    "repair",
    "replay",
]
