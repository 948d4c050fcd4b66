"""Choose the pieces of multilingual-e5 that Urdu news needs: `python vocabulary.py keep_urdu.json`."""

import json
import re
import sys
from pathlib import Path

import bases

ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")


def wanted(piece: str, *, special: bool) -> bool:
    """Arabic-script pieces, single characters of common scripts, short ASCII."""
    bare = piece.strip("▁")
    if special or not bare or ARABIC.search(bare):
        return True
    return (bare.isascii() and (len(bare) <= 2 or bare.isdigit())) or (len(bare) == 1 and ord(bare) < 0x2100)


def main(target: str) -> None:
    file = bases.NanoFile()
    special = {file.bos, file.eos, file.pad, file.unk}
    kept = [i for i, (piece, _) in enumerate(file.pieces) if wanted(piece, special=i in special)]
    Path(target).write_text(json.dumps(kept))
    print(len(kept), "of", len(file.pieces), "pieces")


if __name__ == "__main__":
    main(sys.argv[1])
