"""One run's web, store and workers, opened together and closed whatever happens."""

from __future__ import annotations
