"""Fine-tune the net that reads a draft as an editor does: which words harm, what states law, what counts a stage.

    python harm.py --out /tmp/harm.pt --init /tmp/latin.pt

It never sees a name: where `people` finds somebody named, one and the same piece stands.
"""

import argparse
import random
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import bases
import fit
import torch
from network import IGNORED, SHAPES, WORD, shape
from templates import desk
from templates.desk import HEADS, Marked
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from amanat import people
from amanat.read import read_bytes
from amanat.registers import shipped

WIDTHS = tuple(1 + len(labels) for labels in HEADS.values())
WEIGHTS = {"d": 1.0, "c": 0.5, "e": 0.5}


@dataclass
class Row:
    """A cut of a text that the net sees at once."""

    ids: list[int]
    shapes: list[int]
    spans: list[tuple[int, int]]
    golds: dict[str, list[int]]


class HarmNet(nn.Module):
    """Encoder, case shapes, and three heads in one matrix."""

    def __init__(self, bert: nn.Module, hidden: int = 384) -> None:
        super().__init__()
        self.bert = bert
        self.shape = nn.Embedding(SHAPES, hidden)
        nn.init.normal_(self.shape.weight, std=0.02)
        self.drop = nn.Dropout(0.1)
        self.out = nn.Linear(hidden, sum(WIDTHS))

    def forward(self, ids: torch.Tensor, attend: torch.Tensor, shapes: torch.Tensor) -> torch.Tensor:
        seen = self.bert.embeddings.word_embeddings(ids) + self.shape(shapes)
        hidden = self.bert(inputs_embeds=seen, attention_mask=attend).last_hidden_state
        return self.out(self.drop(hidden))


def row(tokenizer, story: Marked, names: list[tuple[int, int]], hidden: int) -> Row:
    """One story as pieces; `hidden` is the piece that stands for a name."""
    made = Row([], [], [], {head: [] for head in HEADS})
    golds = {head: [0] * (len(story.text) + 1) for head in HEADS}
    for a, b, head, label, _ in sorted(story.marks, key=lambda m: (m[0], -m[1])):
        golds[head][a:b] = [1 + HEADS[head].index(label)] * (b - a)
    shapes = [5] * (len(story.text) + 1)
    for hit in WORD.finditer(story.text):
        shapes[hit.start() : hit.end()] = [shape(hit.group())] * (hit.end() - hit.start())
    end = 0
    for start, stop in [*sorted(names), (len(story.text), len(story.text))]:
        if start < end:
            continue
        coded = tokenizer.encode(story.text[end:start], add_special_tokens=False)
        for number, (a, b) in zip(coded.ids, coded.offsets, strict=True):
            _add(made, number, end + a, end + b, shapes[end + a], golds)
        if stop > start:
            _add(made, hidden, start, stop, 2, golds)
        end = stop
    return made


def _add(made: Row, number: int, a: int, b: int, form: int, golds: dict[str, list[int]]) -> None:
    made.ids.append(number)
    made.shapes.append(form)
    made.spans.append((a, b))
    for head, gold in golds.items():
        made.golds[head].append(gold[a])


def cut(whole: Row, size: int, overlap: int, edges: tuple[int, int], first: int = 0) -> list[Row]:
    """Windows of at most `size` pieces, both edges counted."""
    found, start, inner = [], 0, size - 2
    while True:
        width = first or inner
        part = slice(start, start + width)
        found.append(
            Row(
                [edges[0], *whole.ids[part], edges[1]],
                [0, *whole.shapes[part], 0],
                [(0, 0), *whole.spans[part], (0, 0)],
                {head: [IGNORED, *gold[part], IGNORED] for head, gold in whole.golds.items()},
            )
        )
        if start + width >= len(whole.ids):
            return found
        start += width - overlap
        first = 0


def forget(window: Row, mask: int, rng: random.Random, share: float) -> Row:
    """Hide some words, so that the net leans on more than one of them."""
    ids = [mask if place and rng.random() < share else number for place, number in enumerate(window.ids[:-1])]
    return replace(window, ids=[*ids, window.ids[-1]])


def batch(rows: list[Row], pad: int) -> dict[str, torch.Tensor]:
    """Pad windows to one length."""
    return {
        "ids": fit.padded([r.ids for r in rows], pad),
        "attend": fit.padded([[1] * len(r.ids) for r in rows], 0),
        "shapes": fit.padded([r.shapes for r in rows], 0),
        **{head: fit.padded([r.golds[head] for r in rows], IGNORED) for head in HEADS},
    }


def loss(logits: torch.Tensor, rows: dict[str, torch.Tensor], harm: float) -> torch.Tensor:
    """Cross-entropy of each head; a marked piece weighs more than an unmarked one."""
    total = torch.zeros(())
    for head, part in zip(HEADS, logits.float().split(WIDTHS, -1), strict=True):
        known = rows[head] != IGNORED
        if known.any():
            weight = torch.tensor([1.0] + [harm] * len(HEADS[head]))
            total = total + WEIGHTS[head] * nn.functional.cross_entropy(part[known], rows[head][known], weight=weight)
    return total


def named(texts: list[str]) -> list[list[tuple[int, int]]]:
    """Where each text names people, as the package sees it."""
    found = []
    for text in texts:
        document = read_bytes(text.encode())
        if document.text != text:
            raise SystemExit("a story is read as another text than its own: its marks would shift")
        scene = people.look(document, shipped())
        found.append([(s.start, s.end) for p in scene.people for s in p.names])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--out", required=True)
    parser.add_argument("--init", default="")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--forget", type=float, default=0.1)
    parser.add_argument("--harm", type=float, default=1.4, help="weight of a marked piece")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--tokens", type=int, default=2048)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    bert, tokenizer, edges, pad = bases.of("latin", "", "")
    net = HarmNet(bert)
    if args.init:
        fit.begin_from(net, args.init)
    fit.settle(net)
    mask = tokenizer.token_to_id("[MASK]")
    stories = desk.stories(*args.files)
    rows = [
        row(tokenizer, story, names, tokenizer.token_to_id("[UNK]"))
        for story, names in zip(stories, named([s.text for s in stories]), strict=True)
    ]
    made = []
    for _ in range(args.epochs):
        windows = []
        for whole in rows:
            size = rng.choice((256, 256, 128, 96))
            windows += [
                forget(w, mask, rng, args.forget)
                for w in cut(whole, size, size // 4, edges, rng.randrange(size // 3, size - 2))
            ]
        made.append(fit.packs(windows, args.tokens, rng))

    def cost(pack: list[Row]) -> torch.Tensor:
        block = batch(pack, pad)
        return loss(net(block["ids"], block["attend"], block["shapes"]), block, args.harm)

    torch.save(fit.fit(net, [*net.out.parameters(), *net.shape.parameters()], made, cost, args.rate), args.out)


if __name__ == "__main__":
    main()
