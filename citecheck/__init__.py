"""citecheck verifies the citations of a manuscript."""

__version__ = "0.1.0"
