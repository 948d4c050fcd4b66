"""Put checkpoints of one net together, weight by weight: `python mean.py /tmp/a.pt:0.7 /tmp/b.pt:0.3 --to /tmp/mean.pt`.

Runs that began from the same weights may be averaged (Wortsman et al. 2022, model soups); the shares must add up to one.
"""

import argparse
import math

import torch


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="+", help="checkpoint:share")
    parser.add_argument("--to", required=True)
    args = parser.parse_args()
    parts = [
        (torch.load(path, weights_only=True), float(share)) for path, share in (p.rsplit(":", 1) for p in args.parts)
    ]
    if not math.isclose(sum(share for _, share in parts), 1.0):
        raise SystemExit("the shares must add up to one")
    first = parts[0][0]
    mixed = {
        key: sum(state[key] * share for state, share in parts) if value.is_floating_point() else value
        for key, value in first.items()
    }
    torch.save(mixed, args.to)


if __name__ == "__main__":
    main()
