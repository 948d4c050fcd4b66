"""What styles and lists mean: headings, numbered items, emphasis, hidden text."""

from dataclasses import dataclass, field

from amanat.core import Emphasis
from amanat.read.xml import Element, attribute, child, name

_OFF = frozenset({"0", "false", "off", "none"})
_DEEPEST = 6
_MARKS = {"b": Emphasis.BOLD, "i": Emphasis.ITALIC, "u": Emphasis.UNDERLINE, "strike": Emphasis.STRIKE}
_PLACES = {"superscript": Emphasis.RAISED, "subscript": Emphasis.LOWERED}
_TINY = 4  # half points; two points cannot be read
_WHITE = "FFFFFF"


@dataclass(frozen=True, slots=True)
class Look:
    """What run properties say of a stretch of text."""

    emphasis: frozenset[Emphasis] = frozenset()
    hidden: bool = False
    white: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """One named style."""

    based_on: str = ""
    level: int = 0
    """Heading depth, 0 for none."""
    list_: tuple[str, int] | None = None
    look: Look = field(default_factory=Look)


class Styles:
    """The styles and lists of one file."""

    __slots__ = ("_ordered", "_styles")

    def __init__(self, styles: "Element | None", numbering: "Element | None") -> None:
        """Read both parts; either may be missing."""
        self._styles = dict(_style(e) for e in styles if name(e) == "style") if styles is not None else {}
        self._ordered = _ordered(numbering) if numbering is not None else {}

    def look(self, properties: "Element | None") -> Look:
        """Return how a run looks: by itself, and by the style it names."""
        if properties is None:
            return Look()
        own = look_of(properties)
        named = child(properties, "rStyle")
        style = next((s.look for s in self._chain(attribute(named, "val"))), Look()) if named is not None else Look()
        return Look(own.emphasis | style.emphasis, own.hidden or style.hidden, own.white or style.white)

    def level(self, properties: "Element | None") -> int:
        """Return the heading depth of a paragraph, 0 when it is none."""
        if properties is None:
            return 0
        outline = child(properties, "outlineLvl")
        if outline is not None:
            return _depth(attribute(outline, "val"))
        return next((s.level for s in self._chain(_style_of(properties)) if s.level), 0)

    def hides(self, properties: "Element | None") -> bool:
        """Tell whether a paragraph's style hides it."""
        return properties is not None and any(s.look.hidden for s in self._chain(_style_of(properties)))

    def item(self, properties: "Element | None") -> tuple[int, bool] | None:
        """Return depth and whether numbered for an item of a list, else None."""
        if properties is None:
            return None
        found = _numbered(properties)
        if found is None:
            found = next((s.list_ for s in self._chain(_style_of(properties)) if s.list_), None)
        if found is None or found[0] in {"", "0"}:
            return None
        return found[1], self._ordered.get(found, False)

    def _chain(self, style: str) -> list[Style]:
        out: list[Style] = []
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            out.append(self._styles[style])
            style = out[-1].based_on
        return out


def look_of(properties: "Element") -> Look:
    """Return what run properties say themselves."""
    marks: set[Emphasis] = set()
    hidden = white = shaded = False
    for element in properties:
        what, value = name(element), attribute(element, "val")
        if what in _MARKS and value not in _OFF:
            marks.add(_MARKS[what])
        elif what == "vertAlign" and value in _PLACES:
            marks.add(_PLACES[value])
        elif what in {"vanish", "specVanish"}:
            hidden |= value not in _OFF
        elif what == "sz":
            hidden |= value.isdecimal() and int(value) <= _TINY
        elif what == "color":
            white = value.upper() == _WHITE
        elif what in {"shd", "highlight"}:
            shaded = True
    return Look(frozenset(marks), hidden, white and not shaded)


def _style(element: "Element") -> tuple[str, Style]:
    based, paragraph, run = (child(element, part) for part in ("basedOn", "pPr", "rPr"))
    title = child(element, "name")
    called = attribute(title, "val").lower() if title is not None else ""
    level = 1 if called == "title" else 0
    if called.startswith("heading ") and called[8:].isdecimal():
        level = min(int(called[8:]), _DEEPEST)
    outline = child(paragraph, "outlineLvl") if paragraph is not None else None
    if outline is not None:
        level = _depth(attribute(outline, "val"))
    return attribute(element, "styleId"), Style(
        attribute(based, "val") if based is not None else "",
        level,
        _numbered(paragraph) if paragraph is not None else None,
        look_of(run) if run is not None else Look(),
    )


def _depth(value: str) -> int:
    """Outline levels count from 0; 9 means running text."""
    return int(value) + 1 if value.isdecimal() and int(value) < _DEEPEST else 0


def _style_of(properties: "Element") -> str:
    named = child(properties, "pStyle")
    return attribute(named, "val") if named is not None else ""


def _numbered(properties: "Element") -> tuple[str, int] | None:
    numbering = child(properties, "numPr")
    if numbering is None:
        return None
    list_, level = child(numbering, "numId"), child(numbering, "ilvl")
    depth = attribute(level, "val") if level is not None else "0"
    return attribute(list_, "val") if list_ is not None else "", int(depth) if depth.isdecimal() else 0


def _ordered(numbering: "Element") -> dict[tuple[str, int], bool]:
    """Tell for each list and depth whether it counts."""
    shapes: dict[str, dict[int, bool]] = {}
    for abstract in numbering:
        if name(abstract) != "abstractNum":
            continue
        for level in abstract:
            form = child(level, "numFmt") if name(level) == "lvl" else None
            depth = attribute(level, "ilvl")
            if form is not None and depth.isdecimal():
                shape = shapes.setdefault(attribute(abstract, "abstractNumId"), {})
                shape[int(depth)] = attribute(form, "val") not in {"bullet", "none"}
    out: dict[tuple[str, int], bool] = {}
    for list_ in numbering:
        shape_of = child(list_, "abstractNumId") if name(list_) == "num" else None
        if shape_of is not None:
            for depth_, counts in shapes.get(attribute(shape_of, "val"), {}).items():
                out[attribute(list_, "numId"), depth_] = counts
    return out
