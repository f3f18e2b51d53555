"""Dataclasses with slots that take little time to make.

`dataclasses` compiles five functions for each class, one at a time, and loads what reads source code: 0.7 ms
a class and 6 ms, so that the types of a manuscript took a tenth of the time in which one is read. Here a
class has one function compiled, what sets its fields, and shares the others. Values are made in two thirds of
the time, and are pickled as what makes them again.

For type checkers these are the functions of `dataclasses`, with the same meaning; those of its functions that
ask for fields (`fields`, `asdict`, `replace`) take these classes, too. What is not there: fields that are no
arguments, classes that inherit fields, `__post_init__`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["dataclass", "field", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, field, replace
else:
    import sys
    from functools import partial
    from operator import attrgetter

    def dataclass(*, slots, frozen=False, order=False):
        """Make a class with slots of the fields that are written in the decorated one.

        >>> from citecheck.model import Span
        >>> Span(3, end=5), Span(3, 5) == Span(3, 5), Span(3, 5) < Span(4, 4)
        (Span(start=3, end=5), True, True)
        """
        if not slots:
            raise TypeError("only with slots")
        return partial(_made, frozen, order)

    def field(*, default_factory):
        """A field whose default is made anew for each value."""
        return _Factory(default_factory)

    def replace(value, /, **changes):
        """A value of the same class with these fields changed.

        >>> from citecheck.model import Span
        >>> replace(Span(3, 5), end=9)
        Span(start=3, end=9)
        """
        names = value.__match_args__
        return value.__class__(**{**dict(zip(names, value.__reduce__()[1], strict=True)), **changes})

    class _Factory:
        __slots__ = ("make",)

        def __init__(self, make):
            self.make = make

    class _Fields:
        """What `dataclasses` knows a class by, which it makes itself when it is asked."""

        __slots__ = ("defaults", "frozen")

        def __init__(self, defaults, frozen):
            self.defaults, self.frozen = defaults, frozen

        def __get__(self, value, owner):
            import dataclasses

            twin = {"__annotations__": owner.__annotations__, "__doc__": owner.__doc__}
            for name, default in self.defaults.items():
                made = isinstance(default, _Factory)
                twin[name] = dataclasses.field(default_factory=default.make) if made else default
            fields = dataclasses.dataclass(type(owner.__name__, (), twin)).__dataclass_fields__
            owner.__dataclass_fields__ = fields
            return fields

    def _made(frozen, order, cls):
        own = dict(vars(cls))
        names = tuple(cls.__annotations__)
        defaults = {name: own.pop(name) for name in names if name in own}
        for name in ("__dict__", "__weakref__"):
            own.pop(name, None)
        own |= _methods(names, frozen, order) | {
            "__slots__": names,
            "__match_args__": names,
            "__dataclass_fields__": _Fields(defaults, frozen),
            "__qualname__": cls.__qualname__,
        }
        made = type(cls)(cls.__name__, cls.__bases__, own)
        made.__init__ = _init(made, names, defaults, frozen)
        return made

    def _methods(names, frozen, order):
        got = attrgetter(*names)
        # Of one field the value itself is got.
        values = got if len(names) > 1 else lambda one: (got(one),)

        def __repr__(self):
            told = ", ".join(f"{name}={value!r}" for name, value in zip(names, values(self), strict=True))
            return f"{self.__class__.__qualname__}({told})"

        def __eq__(self, other):
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        def __reduce__(self):
            return self.__class__, values(self)

        methods = {"__repr__": __repr__, "__eq__": __eq__, "__hash__": None, "__reduce__": __reduce__}
        methods["__replace__"] = replace  # of Python 3.13
        if frozen:
            methods |= {"__hash__": lambda self: hash(values(self))}
            methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
        if order:
            methods |= _in_order(values)
        return methods

    def _in_order(values):
        def __lt__(self, other):
            return values(self) < values(other) if other.__class__ is self.__class__ else NotImplemented

        def __le__(self, other):
            return values(self) <= values(other) if other.__class__ is self.__class__ else NotImplemented

        # The others are asked of the other value.
        return {"__lt__": __lt__, "__le__": __le__}

    def _refuse(self, name, *_):
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot change field {name!r}")

    def _init(made, names, defaults, frozen):
        """The function that sets the fields; of a frozen class each by the slot's own function, in two thirds
        of the time that `object.__setattr__` takes."""
        given = {f"_default_{name}": default for name, default in defaults.items()}
        given |= {f"_set_{name}": getattr(made, name).__set__ for name in names if frozen}
        arguments = [f"{name}=_default_{name}" if name in defaults else name for name in names]
        lines = []
        for name in names:
            if isinstance(defaults.get(name), _Factory):
                lines.append(f"if {name} is _default_{name}: {name} = _default_{name}.make()")
            lines.append(f"_set_{name}(self, {name})" if frozen else f"self.{name} = {name}")
        text = f"def make({', '.join(given)}):\n def __init__(self, {', '.join(arguments)}):\n  "
        text += "\n  ".join(lines) + "\n return __init__"
        local = {}
        exec(text, vars(sys.modules[made.__module__]), local)  # so that its annotations have a meaning
        init = local["make"](**given)
        init.__qualname__ = f"{made.__qualname__}.__init__"
        init.__annotations__ = {**made.__annotations__, "return": None}
        return init
