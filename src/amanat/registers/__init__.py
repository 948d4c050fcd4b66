"""Questions over packs. A room asks a register; only packs know how facts are stored.

Each register is loaded and built when it is first asked, so a command that needs one does not pay for the others (their
modules take 0.03 s, the packs 0.02 s); that of bodies that help is built anew when somebody has recorded a call.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from amanat.packs import File, Packs, load

if TYPE_CHECKING:
    from amanat.registers.called import Called
    from amanat.registers.framework import Frameworks
    from amanat.registers.guides import Guides
    from amanat.registers.jurisdictions import Jurisdictions
    from amanat.registers.laws import Laws
    from amanat.registers.ledger import Ledger
    from amanat.registers.places import Places
    from amanat.registers.providers import Providers
    from amanat.registers.spelling import Spelling
    from amanat.registers.treaties import Treaties


@dataclass(frozen=True, eq=False)
class Registers:
    """Every register over one set of packs."""

    given: Packs | None = None
    """What is known; where nothing is given, what is installed, read when something is first asked."""
    house: tuple[File, ...] = ()
    """A newsroom's house style, the files it extends first (`packs.house_style`)."""

    @cached_property
    def packs(self) -> Packs:
        """What is known.

        Raises:
            PackError: K001–K009, a pack is wrong.
        """
        return self.given or load()

    @cached_property
    def jurisdictions(self) -> "Jurisdictions":
        """What jurisdictions are called and how they nest."""
        from amanat.registers.jurisdictions import Jurisdictions

        return Jurisdictions.over(self.packs)

    @cached_property
    def places(self) -> "Places":
        """Where a named place lies and how many people live there."""
        from amanat.registers.places import Places

        return Places.over(self.packs)

    @cached_property
    def spelling(self) -> "Spelling":
        """Places as people type them, slips included."""
        from amanat.registers.spelling import Spelling

        return Spelling.of(self.places.areas)

    @cached_property
    def laws(self) -> "Laws":
        """Statutes, offences, penalties, identity bans, bodies and office holders."""
        from amanat.registers.laws import Laws

        return Laws.over(self.packs)

    @cached_property
    def called(self) -> "Called":
        """What laws and bodies that help are called."""
        from amanat.registers.called import Called

        return Called.over(self.packs)

    @cached_property
    def treaties(self) -> "Treaties":
        """Treaties and who is bound by them, and TIP tiers."""
        from amanat.registers.treaties import Treaties

        return Treaties.over(self.packs)

    @cached_property
    def ledger(self) -> "Ledger":
        """Enforcement figures with source and period."""
        from amanat.registers.ledger import Ledger

        return Ledger.over(self.packs)

    @cached_property
    def frameworks(self) -> "Frameworks":
        """What states promised, and how law and practice keep it."""
        from amanat.registers.framework import Frameworks

        return Frameworks.over(self.packs, self.laws, self.treaties, self.ledger)

    @cached_property
    def guides(self) -> "Guides":
        """What somebody in a situation can be told, each sentence tied to facts."""
        from amanat.registers.guides import Guides

        return Guides.over(self.packs, self.laws)

    @property
    def providers(self) -> "Providers":
        """Legal aid and other help as of the newest call: who finds a number wrong is heard by programs that run."""
        return _providers(self.packs.newest())


@lru_cache(maxsize=4)
def _providers(packs: Packs) -> "Providers":
    from amanat.registers.providers import Providers

    return Providers.over(packs)


@lru_cache(maxsize=1)
def shipped() -> Registers:
    """Return the registers over the packs that are installed, built once in a process; packs that are wrong tell so."""
    return Registers(load())
