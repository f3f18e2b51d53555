"""Quotations against pages in another language: what can be said without a translation, never more.

Vectors of sentences choose the sentence and decide whether it is there, by a margin over the page's other
sentences and over the manuscript's other quotations: the raw likeness of a true sentence (.85 to .89) and
of a contradicting one (.84 to .86) overlap. Then numbers, names and negation must speak too, since a margin
alone does not tell a sibling (the same sentence about another firm) from the true one.
"""

from citecheck.match.crosslingual.across import Across
from citecheck.match.crosslingual.embedding import Cached, Embedder, installed
from citecheck.match.crosslingual.looking import compare_across

__all__ = ["Across", "Cached", "Embedder", "compare_across", "installed"]
