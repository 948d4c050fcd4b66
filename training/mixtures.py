"""Which examples one epoch holds. Every source is named with its share, so that the card can list them."""

import random

import sources
from sources import Example
from templates import names, places, story, urdu_story


def epoch(script: str, mix: str, root: str, number: int, seed: int, without: str = "") -> list[Example]:
    """The examples of one epoch.

    Args:
        script: `latin` or `urdu`.
        mix: a variant that is never shipped: `courts` (TAB alone), `nostory`, `uner`.
        root: where the sources lie.
        number: of the epoch, from 0.
        seed: of the whole run.
        without: `K/N` leaves out every TAB case whose number has the remainder K by N (for cross-validation).
    """
    rng = random.Random(seed * 1000 + number)
    if script == "latin":
        known, towns = names.read(root), places.read(root)

        def draw() -> tuple[str, str]:
            person = names.call(known, rng)
            return person.full, person.last

        cases = sources.without(sources.tab(root), without)
        found = [sources.renamed(e, draw, rng) if rng.random() < 0.3 else e for e in cases]
        if "courts" in mix:
            return found
        found += sources.joined(_some(sources.wnut(root), 0.25, rng), 500)
        found += sources.joined(_some(sources.presidio(root), 0.25, rng), 500)
        found += _some(sources.panorama(root), 0.5, rng)
        if "nostory" not in mix:
            found += [story.write(known, towns, rng) for _ in range(380)]
        return found
    plain = sources.ilner(root)
    marked = [e for e in plain if e.spans]
    found = sources.joined(plain if number == 0 else marked + _some([e for e in plain if not e.spans], 0.4, rng), 700)
    if "uner" in mix:
        found += sources.uner(root)
    return found + [urdu_story.write(rng) for _ in range(450)]


def _some(items: list[Example], share: float, rng: random.Random) -> list[Example]:
    return rng.sample(items, int(len(items) * share))
