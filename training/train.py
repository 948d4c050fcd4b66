"""Fine-tune one of the two taggers. Same seed, same threads, same data: the same weights but for the last digits.

python train.py latin --shared ../../shared --out /tmp/latin.pt
python train.py urdu  --shared ../../shared --out /tmp/urdu.pt
"""

import argparse
import random

import bases
import fit
import mixtures
import torch
from network import Net, Window, batch, encode, loss

OVERLAP = {256: 64, 128: 32}


def vary_case(window: Window, rng: random.Random, share: float) -> Window:
    """Now and then all capitals, all lower case or Each Word: the shapes change, the (uncased) pieces do not."""
    if window.source == "tab" or rng.random() > share:
        return window
    to = rng.choice((1, 1, 2, 3, 3))
    shapes = [to if s in (1, 2, 3) else s for s in window.shapes]
    return Window(window.ids, shapes, window.offsets, window.types, window.masks, window.open, window.source)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("script", choices=("latin", "urdu"))
    parser.add_argument("--shared", default="../../shared")
    parser.add_argument("--out", required=True)
    parser.add_argument("--mix", default="")
    parser.add_argument("--without", default="", help="K/N: leave out a fold of the TAB cases (cross-validation)")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--tokens", type=int, default=2048)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--keep", default="", help="json list of vocabulary ids to keep (urdu)")
    parser.add_argument("--layers", default="0,1,2,3,4,5,6,7,8,9,10,11")
    parser.add_argument("--mask-weight", type=float, default=1.0)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    bert, tokenizer, edges, pad = bases.of(args.script, args.keep, args.layers)
    net = Net(bert)
    fit.settle(net)
    plans = [mixtures.epoch(args.script, args.mix, args.shared, n, args.seed, args.without) for n in range(args.epochs)]
    made = []
    for plan in plans:
        windows = []
        for example in plan:
            size = rng.choice((256, 256, 128))
            windows += encode(tokenizer, example, size, size // 16, edges, rng.randint(size // 2, size - 2))
        made.append(fit.packs([vary_case(w, rng, 0.12) for w in windows], args.tokens, rng, near=32))

    def cost(pack: list[Window]) -> torch.Tensor:
        block = batch(pack, pad)
        return loss(net(block["ids"], block["attend"], block["shapes"]), block, args.mask_weight)

    torch.save(fit.fit(net, [*net.out.parameters(), *net.shape.parameters()], made, cost, args.rate), args.out)


if __name__ == "__main__":
    main()
