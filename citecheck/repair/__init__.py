"""Raw URL text in, ordered candidates out, each with steps that can be played again (design 4, rule 4)."""

from citecheck.repair.address import canonical
from citecheck.repair.context import Context
from citecheck.repair.links import find_links
from citecheck.repair.pipeline import repair
from citecheck.repair.steps import STEPS, replay

__all__ = ["STEPS", "Context", "canonical", "find_links", "repair", "replay"]
