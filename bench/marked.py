"""How the rooms read whole stories that other hands wrote and marked: `python bench/marked.py [c] [h] [--frames]`.

The marks say which words harm, what states law and what counts a stage of a case; the head line says whether readers
are told where to turn (`training/templates/desk.py`). The sets here are only counted, never read by who mends a rule.
Overlap by one character is a hit, as in the annotated stories.
"""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from amanat.core import Claim, Finding, Room
from amanat.dignity import frame_codes
from amanat.packs import house_style
from amanat.read import read_bytes
from amanat.registers import Registers, shipped
from amanat.review import review

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "training"))
from templates import desk  # noqa: E402 - the reader of the marks stands with the stories that teach

VERDICT = {"supported": "true", "contradicted": "false", "outdated": "false", "unverified": "unknown"}


def asking(*, frames: bool) -> Registers:
    """What is known; with the frames on where they are wanted."""
    if not frames:
        return shipped()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "house.yaml"
        path.write_text(f"kind: house\nname: Bench\non: [L009, {', '.join(sorted(frame_codes()))}]\n", "utf-8")
        return Registers(house=house_style(path))


def over(found: Finding | Claim, mark: tuple[int, int, str, str, str]) -> bool:
    """Tell whether what was found touches a mark."""
    return found.span is not None and found.span.start < mark[1] and mark[0] < found.span.end


def count(story: desk.Marked, known: Registers) -> Counter[str]:
    """Count one story."""
    told = review(read_bytes(story.text.encode()), known)
    n: Counter[str] = Counter(stories=1, words=len(story.text.split()))
    spoken = [f for f in told.findings if f.room is Room.DIGNITY and f.span and len(f.span)]
    harms = [mark for mark in story.marks if mark[2] == "d"]
    n["harm"], n["remarks"] = len(harms), len(spoken)
    n["harm found"] = sum(any(over(f, mark) for f in spoken) for mark in harms)
    n["harm category"] = sum(any(over(f, mark) and f.category == mark[3] for f in spoken) for mark in harms)
    n["remarks right"] = sum(any(over(f, mark) for mark in harms) for f in spoken)
    law = [mark for mark in story.marks if mark[2] == "c"]
    n["law"], n["claims"] = len(law), len(told.claims)
    for mark in law:
        hit = [c for c in told.claims if over(c, mark)]
        n["law found"] += bool(hit)
        n["law verdict"] += any(VERDICT.get(c.verdict.value, c.verdict.value) == mark[4] for c in hit)
    n["claims right"] = sum(any(over(c, mark) for mark in law) for c in told.claims)
    wanted = {(mark[3], mark[4]) for mark in story.marks if mark[2] == "e"}
    given = {(f.stage.value, str(f.count)) for f in told.figures if f.count is not None}
    n["figures"], n["figures given"], n["figures right"] = len(wanted), len(given), len(wanted & given)
    n["help right"] = told.help.present == ("help: yes" in story.name)
    return n


def told(name: str, known: Registers) -> str:
    """Return the figures of one set."""
    n: Counter[str] = Counter()
    for story in desk.stories(HERE / "marked" / f"{name}.txt"):
        n += count(story, known)
    return (
        f"{name}: {n['stories']} stories, {n['words']:,} words\n"
        f"  harm     recall {n['harm found'] / n['harm']:.3f}, precision {n['remarks right'] / n['remarks']:.3f}, "
        f"category {n['harm category'] / n['harm found']:.3f} ({n['harm']} marks)\n"
        f"  law      recall {n['law found'] / n['law']:.3f}, precision {n['claims right'] / n['claims']:.3f}, "
        f"verdict {n['law verdict'] / n['law found']:.3f} ({n['law']} marks)\n"
        f"  figures  recall {n['figures right'] / n['figures']:.3f}, "
        f"precision {n['figures right'] / n['figures given']:.3f} ({n['figures']} marks)\n"
        f"  help     right {n['help right'] / n['stories']:.3f}"
    )


def main() -> None:
    """Print the figures of each set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=["c", "h"])
    parser.add_argument("--frames", action="store_true", help="as in a newsroom that lets the net read along")
    args = parser.parse_args()
    known = asking(frames=args.frames)
    for name in args.sets:
        print(told(name, known))


if __name__ == "__main__":
    main()
