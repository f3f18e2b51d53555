"""How values travel between processes, and to where they are kept packed."""

from __future__ import annotations

import copyreg
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter


def travels(*classes: type) -> None:
    """Have values of these frozen dataclasses pickled as what makes them again.

    What `dataclasses` generates for frozen ones with slots looks all fields up anew for every value, which
    takes twice as long; of a page with its text and a quotation some ten values go to and fro.

    >>> import pickle
    >>> from citecheck.model import Span
    >>> pickle.loads(pickle.dumps(Span(3, 5)))
    Span(start=3, end=5)
    """
    for each in classes:
        copyreg.pickle(each, _remaking(each))


def _remaking(made: type) -> Callable[[object], tuple[type, tuple[object, ...]]]:
    names = [field.name for field in fields(made)]
    assert len(names) > 1, "of one field the value itself would be got"
    values = attrgetter(*names)
    return lambda value: (made, values(value))
