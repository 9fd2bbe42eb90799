"""What PySide6 does at its own start that takes longer than it must, done quicker. Begun before any of Qt is loaded.

WORKAROUND: PySide6 makes Python enumerations of all that Qt has in the classes it touches, about 4,500 members before
the first frame, each by the standard library's general way, which checks what cannot be wrong here. With all that Qt
has that is a third of a bare window's start. https://bugreports.qt.io/browse/PYSIDE-1735
"""

import enum
import gc
import linecache
import sys
from collections.abc import Sequence
from typing import Any, cast

SINCE, BEFORE = (3, 11), (3, 14)
"""The versions of Python whose enumerations are known inside out here; any other takes its own way."""

OWN = frozenset({"__dict__", "__weakref__", "__module__", "__qualname__", "__static_attributes__", "__firstlineno__"})
"""What every class has of its own."""


class QuickStart:
    """Has PySide6 start quickly, from `begin`, before it is imported, to `end`."""

    def __init__(self) -> None:
        self._enums = QuickEnums()

    def begin(self) -> None:
        """Import PySide6 and be quick from now on."""
        gc.disable()  # what is made before the first frame stays for good: looking through it again frees nothing
        self._enums.begin()
        import PySide6.QtCore  # noqa: F401

        # It reads the source of each module that is imported after it, to see whether that uses PySide6; told that all
        # do, it need not (PYSIDE-2029). What follows from the answer only matters to who imports __feature__.
        feature: Any = sys.modules.get("shibokensupport.feature")
        if hasattr(feature, "_mod_uses_pyside"):
            feature._mod_uses_pyside = lambda _: True  # noqa: SLF001

    def end(self) -> None:
        """Leave everything to Python's and PySide6's own ways again."""
        self._enums.end()
        linecache.clearcache()  # PySide6 looked into sources
        gc.freeze()
        gc.enable()


class QuickEnums:
    """Makes enumerations of names and whole numbers quickly, while it is in use; every other as ever."""

    def __init__(self) -> None:
        self._maker = cast("Any", enum.EnumType)  # its methods have no public names
        self._usual = self._maker._create_
        self._empty: dict[type[enum.Enum], dict[str, Any]] = {}
        self._names: dict[type[enum.Enum], frozenset[str]] = {}

    def begin(self) -> None:
        """Be in use from now on."""
        if SINCE <= sys.version_info < BEFORE:

            def create(cls: type[enum.Enum], class_name: str, names: Any, **more: Any) -> Any:
                if not is_plain(names, more, self._reserved(cls)):
                    return self._usual(cls, class_name, names, **more)
                made = self._make_empty(cls, class_name)
                add_members(made, names)
                return made

            self._maker._create_ = create

    def end(self) -> None:
        """Leave the making of enumerations to Python again."""
        self._maker._create_ = self._usual

    def _reserved(self, cls: type[enum.Enum]) -> frozenset[str]:
        if cls not in self._names:
            self._names[cls] = frozenset(dir(cls))
        return self._names[cls]

    def _make_empty(self, cls: type[enum.Enum], name: str) -> Any:
        """Return an enumeration without members, like one that Python made, with maps and lists of its own."""
        if cls not in self._empty:
            first = self._usual(cls, name, (), boundary=enum.FlagBoundary.KEEP, module=__name__)
            self._empty[cls] = {key: value for key, value in vars(first).items() if key not in OWN}
        body = {key: value.copy() if type(value) in (dict, list) else value for key, value in self._empty[cls].items()}
        body |= {"__module__": __name__, "__qualname__": name}
        return self._maker.__new__(self._maker, name, (cls,), body, boundary=None, _simple=True)


def is_plain(names: Any, more: dict[str, Any], reserved: frozenset[str]) -> bool:
    """Say whether an enumeration is one of names and whole numbers, none of which means something to Enum itself."""
    if type(names) is not list or not names or more.get("type") is not None:
        return False
    if more.get("boundary") is not enum.FlagBoundary.KEEP:
        return False
    by_name = dict(names)
    return reserved.isdisjoint(by_name) and "\n_" not in "\n" + "\n".join(by_name)


def add_members(made: Any, names: Sequence[tuple[str, int]]) -> None:
    """Give an enumeration without members these, as Python's own way would."""
    is_flag = issubclass(made, enum.Flag)
    new = int.__new__ if made._member_type_ is int else lambda cls, _: object.__new__(cls)
    by_name, by_value, listed = made._member_map_, made._value2member_map_, made._member_names_
    mask = singles = 0
    set_on_class = type.__setattr__
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(made, value)
            member._value_, member._name_, member.__objclass__ = value, name, made
            member._sort_order_ = len(listed)
            is_single = value > 0 and value & (value - 1) == 0
            if is_single or not is_flag:
                listed.append(name)
            if is_flag:
                mask |= value
                singles |= value if is_single else 0
        by_name[name] = member
        set_on_class(made, name, member)
    if is_flag:
        if hasattr(made, "_singles_mask_"):
            made._flag_mask_, made._singles_mask_ = mask, singles
        else:  # before Python 3.11.4 one mask was both
            made._flag_mask_ = singles
        made._all_bits_ = 2 ** mask.bit_length() - 1
        order = [by_name[name]._value_ for name in listed]
        if order != sorted(order):
            made._iter_member_ = made._iter_member_by_def_
