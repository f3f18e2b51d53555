"""Quotations against pages: located first, then audited word by word."""

from citecheck.match.compare import compare
from citecheck.match.language import language_of
from citecheck.match.page import Page, prepare

__all__ = ["Page", "compare", "language_of", "prepare"]
