"""What this room has worked out before its rules speak."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from amanat.core import Cover, Document, Fix, Identifier, Mask, Person, Protection, Scene
from amanat.identity.bans import bans_for
from amanat.identity.labels import name_labels
from amanat.identity.masks import masks_of
from amanat.identity.risk import Fit, fit, places_of
from amanat.identity.scope import about, protected
from amanat.registers import Registers
from amanat.registers.law_values import IdentityBan


@dataclass(frozen=True, slots=True)
class View:
    """People, masks, bans and risk of one document."""

    scene: Scene
    masks: tuple[Mask, ...]
    bans: dict[str, tuple[IdentityBan, ...]]
    """By id of the person."""
    fits: tuple[Fit, ...]
    """For each person to protect."""

    labels: dict[str, str]
    """Label of each person to protect, by id: how messages speak of them."""
    _over: Mapping[str, tuple[Mask, ...]] = field(repr=False)
    """The masks by id of the person."""

    def direct(self, person: Person) -> tuple[Mask, ...]:
        """Return the masks over a person's names and numbers, in order."""
        return tuple(m for m in self._over.get(person.id, ()) if m.risk is Identifier.DIRECT)

    def quasi(self, person: Person) -> tuple[Mask, ...]:
        """Return the masks over what gives a person away together, in order."""
        return tuple(m for m in self._over.get(person.id, ()) if m.risk is Identifier.QUASI)

    @property
    def protected(self) -> tuple[Person, ...]:
        """Return the people to protect, in order of appearance."""
        return protected(self.scene)

    @property
    def editors_choice(self) -> tuple[Person, ...]:
        """Return the named people left to the editor."""
        return tuple(p for p in self.scene.people if p.protection is Protection.EDITOR and p.names)


def look(document: Document, scene: Scene, registers: Registers) -> View:
    """Work out masks, bans and risk."""
    scope = about(document, scene)
    masks = tuple(sorted(masks_of(document, scene, scope), key=lambda m: (m.span.start, m.span.end)))
    people = protected(scene)
    over: dict[str, list[Mask]] = {}
    for mask in masks:
        over.setdefault(mask.person, []).append(mask)
    hidden, near = Cover(m.span for m in masks), places_of(scene, scope)
    return View(
        scene,
        masks,
        {p.id: bans_for(p, scene, registers) for p in scene.people},
        tuple(fit(registers, p, hidden, near[p.id]) for p in people),
        name_labels(people),
        {id_: tuple(own) for id_, own in over.items()},
    )


def fixes(masks: tuple[Mask, ...]) -> tuple[Fix, ...]:
    """Offer each label as a one-click replacement."""
    return tuple(Fix(m.span, m.label) for m in masks)
