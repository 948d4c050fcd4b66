"""What this room has worked out before its rules in code speak."""

from dataclasses import dataclass

from amanat.core import Scene
from amanat.dignity.field import Field
from amanat.dignity.quotes import Quotes


@dataclass(frozen=True, slots=True)
class View:
    """The scene, the quotations and the field of one document."""

    scene: Scene
    quotes: Quotes
    field: Field
