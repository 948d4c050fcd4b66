"""Choose the pieces of multilingual-e5 that Urdu news needs: `python vocabulary.py keep.json`.

`--both keep_both.json` also writes the list with the pieces of our English news stories, from which the Urdu net of roles
learns beside the Urdu ones; what it carries is the first list.
"""

import argparse
import json
import re
from pathlib import Path

import bases
from templates import press

ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")


def wanted(piece: str, *, special: bool) -> bool:
    """Arabic-script pieces, single characters of common scripts, short ASCII."""
    bare = piece.strip("▁")
    if special or not bare or ARABIC.search(bare):
        return True
    return (bare.isascii() and (len(bare) <= 2 or bare.isdigit())) or (len(bare) == 1 and ord(bare) < 0x2100)


def lent(file: bases.NanoFile) -> set[int]:
    """The pieces of the English news stories."""
    whole = bases.unigram(file.pieces, file.unk)
    return {n for e in press.stories("latin") for n in whole.encode(e.text, add_special_tokens=False).ids}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target")
    parser.add_argument("--both", default="")
    args = parser.parse_args()
    file = bases.NanoFile()
    special = {file.bos, file.eos, file.pad, file.unk}
    kept = [i for i, (piece, _) in enumerate(file.pieces) if wanted(piece, special=i in special)]
    Path(args.target).write_text(json.dumps(kept))
    print(len(kept), "of", len(file.pieces), "pieces")
    if args.both:
        Path(args.both).write_text(json.dumps(sorted({*kept, *lent(file)})))


if __name__ == "__main__":
    main()
