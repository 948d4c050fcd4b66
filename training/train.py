"""Fine-tune one of the two taggers. Same seed, same threads, same data: the same weights but for the last digits.

python train.py latin --shared ../../shared --out /tmp/latin.pt
python train.py urdu  --shared ../../shared --out /tmp/urdu.pt
"""

import argparse
import random
import time

import bases
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


def batches(windows: list[Window], tokens: int, rng: random.Random) -> list[list[Window]]:
    """Batches of about `tokens` pieces, of windows of like length, in random order."""
    order = sorted(windows, key=lambda w: (len(w.ids) // 32, rng.random()))
    found, now = [], []
    for window in order:
        now.append(window)
        if len(now) * max(len(w.ids) for w in now) >= tokens:
            found.append(now)
            now = []
    if now:
        found.append(now)
    rng.shuffle(found)
    return found


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
    parser.add_argument("--bf16", action="store_true", help="only where the processor is quicker at it: ours was not")
    parser.add_argument("--limit", type=int, default=0, help="stop after so many steps (for trying out)")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    bert, tokenizer, edges, pad = bases.of(args.script, args.keep, args.layers)
    net = Net(bert)
    for weight in net.bert.embeddings.word_embeddings.parameters():
        weight.requires_grad = False
    for layer in net.bert.encoder.layer:  # without it the fused attention of torch runs: a quarter of the time
        layer.attention.self.dropout.p = 0.0
    plans = [mixtures.epoch(args.script, args.mix, args.shared, n, args.seed, args.without) for n in range(args.epochs)]
    made = []
    for plan in plans:
        windows = []
        for example in plan:
            size = rng.choice((256, 256, 128))
            windows += encode(tokenizer, example, size, size // 16, edges, rng.randint(size // 2, size - 2))
        made.append(batches([vary_case(w, rng, 0.12) for w in windows], args.tokens, rng))
    total = sum(len(m) for m in made)
    fresh = [*net.out.parameters(), *net.shape.parameters()]
    rest = [p for p in net.bert.parameters() if p.requires_grad]
    chooser = torch.optim.AdamW([{"params": rest}, {"params": fresh}], lr=args.rate, weight_decay=0.01, fused=True)
    mean = {k: v.detach().clone() for k, v in net.named_parameters() if v.requires_grad}
    counted, step, begin = 0, 0, time.time()
    print(f"steps {total}, pieces {sum(len(w.ids) for m in made for b in m for w in b)}", flush=True)
    for number, plan in enumerate(made):
        net.train()
        summed = 0.0
        for place, rows in enumerate(plan):
            share = min(1.0, (step + 1) / (0.08 * total)) * max(0.02, 1 - step / total)
            chooser.param_groups[0]["lr"], chooser.param_groups[1]["lr"] = args.rate * share, 1e-3 * share
            block = batch(rows, pad)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bf16):
                logits = net(block["ids"], block["attend"], block["shapes"])
            cost = loss(logits, block, args.mask_weight)
            chooser.zero_grad()
            cost.backward()
            torch.nn.utils.clip_grad_norm_([*rest, *fresh], 1.0)
            chooser.step()
            step += 1
            summed += cost.item()
            if step > 0.7 * total and step % 4 == 0:
                counted += 1
                for key, value in net.named_parameters():
                    if value.requires_grad:
                        mean[key] += (value.detach() - mean[key]) / counted
            if step % 25 == 0:
                left = (time.time() - begin) / step * (total - step)
                print(
                    f"epoch {number} step {step}/{total} loss {summed / (place + 1):.4f} left {left:.0f} s", flush=True
                )
            if args.limit and step >= args.limit:
                return
        torch.save(net.state_dict(), args.out)
    state = net.state_dict() | (mean if counted else {})
    torch.save(state, args.out)
    print(f"done in {time.time() - begin:.0f} s; mean of the last {counted} steps kept", flush=True)


if __name__ == "__main__":
    main()
