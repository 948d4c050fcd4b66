"""A review screen as named pieces of HTML, and what of it must be sent when it changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

VERSION = "@version@"
"""Stands in forms for the version of the story: a decision changes it everywhere, and that alone is no change."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What one person sees of a story at one version."""

    pieces: Mapping[str, str] = field(default_factory=dict, repr=False)
    """HTML by the id of the element it fills."""
    items: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Whole elements (a person, a remark, a hidden detail) by their own id."""
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Ids of the items in each list, in order, by the id of the list."""

    def since(self, before: "Screen", version: int) -> dict[str, Any]:
        """Return the pieces, items and orders that differ from an earlier screen; `Screen()` for all of them."""
        pieces, items = _changed(before.pieces, self.pieces, version), _changed(before.items, self.items, version)
        lists = {name: ids for name, ids in self.lists.items() if before.lists.get(name) != ids}
        return {"pieces": pieces, "items": items, "lists": lists}

    def listed(self, name: str) -> str:
        """Return the items of a list, one after the other."""
        return "".join(self.items[id_] for id_ in self.lists.get(name, ()))


def at_version(html: str, version: int) -> str:
    """Fill the version into the forms of some HTML.

    No words of a story are mistaken for a form: their quotation marks are escaped.
    """
    return html.replace(f'value="{VERSION}"', f'value="{version}"')


def _changed(before: Mapping[str, str], after: Mapping[str, str], version: int) -> dict[str, str]:
    return {name: at_version(html, version) for name, html in after.items() if before.get(name) != html}
