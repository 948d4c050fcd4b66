"""Fine-tune the net that reads roles: who of the people named is harmed, accused, in office; and which details give the harmed away.

It never sees a name. Each person of a text is one marker (`sources.ROLES` says which roles there are), so the answer cannot
hang on how somebody is called, and all mentions of one person are seen as one.

    python roles.py latin --shared ../../shared --out /tmp/roles.pt
    python roles.py urdu  --shared ../../shared --out /tmp/roles_urdu.pt --keep /tmp/keep.json
"""

import argparse
import random
from dataclasses import dataclass

import bases
import fit
import sources
import torch
from network import IGNORED, SHAPES, WORD, shape
from sources import DETAILS, ROLES, Example
from templates import casts, names, places, press, story
from torch import nn

MARKERS = 48
KIND_WEIGHT = 0.6


@dataclass
class Row:
    """A cut of a text that the net sees at once. Marker n stands as the number `-1 - n`."""

    ids: list[int]
    shapes: list[int]
    spans: list[tuple[int, int]]
    roles: list[int]
    """A bit for each role the marked person may have; 0 elsewhere."""
    details: list[int]


class RoleNet(nn.Module):
    """Encoder, case shapes, markers, and two heads in one matrix: roles first, details after."""

    def __init__(self, bert: nn.Module, hidden: int = 384) -> None:
        super().__init__()
        self.bert = bert
        self.shape = nn.Embedding(SHAPES, hidden)
        self.marker = nn.Embedding(MARKERS, hidden)
        nn.init.normal_(self.shape.weight, std=0.02)
        nn.init.normal_(self.marker.weight, std=0.04)
        self.drop = nn.Dropout(0.1)
        self.out = nn.Linear(hidden, len(ROLES) + 1 + len(DETAILS))

    def forward(self, ids: torch.Tensor, attend: torch.Tensor, shapes: torch.Tensor) -> torch.Tensor:
        marked = (ids < 0).unsqueeze(-1)
        seen = torch.where(
            marked, self.marker((-1 - ids).clamp(min=0)), self.bert.embeddings.word_embeddings(ids.clamp(min=0))
        )
        hidden = self.bert(inputs_embeds=seen + self.shape(shapes), attention_mask=attend).last_hidden_state
        return self.out(self.drop(hidden))


def row(tokenizer, example: Example, places_of: list[int]) -> Row:
    """One text as pieces, with a marker for each name.

    Args:
        tokenizer: of the base.
        example: a text with its roles; details may be unknown.
        places_of: marker of each person, by the person's number.
    """
    made = Row([], [], [], [], [])
    end = 0
    for a, b, letters, who in sorted(example.roles):
        if a < end:
            continue
        _words(tokenizer, example, end, a, made)
        made.ids.append(-1 - places_of[who])
        made.shapes.append(2)
        made.spans.append((a, b))
        made.roles.append(sum(1 << ROLES.index(letter) for letter in letters))
        made.details.append(IGNORED if example.details is None else 0)
        end = b
    _words(tokenizer, example, end, len(example.text), made)
    return made


def _words(tokenizer, example: Example, start: int, end: int, made: Row) -> None:
    text = example.text[start:end]
    coded = tokenizer.encode(text, add_special_tokens=False)
    cased = [5] * (len(text) + 1)
    for hit in WORD.finditer(text):
        cased[hit.start() : hit.end()] = [shape(hit.group())] * (hit.end() - hit.start())
    for number, (a, b) in zip(coded.ids, coded.offsets, strict=True):
        first = next((i for i in range(a, b) if not text[i].isspace()), a)
        made.ids.append(number)
        made.shapes.append(cased[first])
        made.spans.append((start + a, start + b))
        made.roles.append(0)
        kind = next((k for x, y, k in example.details or () if x <= start + first < y), None)
        made.details.append(IGNORED if example.details is None else 0 if kind is None else 1 + DETAILS.index(kind))


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
                [0, *whole.roles[part], 0],
                [IGNORED, *whole.details[part], IGNORED],
            )
        )
        if start + width >= len(whole.ids):
            return found
        start += width - overlap
        first = 0


def forget(window: Row, mask: int, rng: random.Random, share: float) -> Row:
    """Hide some words, so that the net leans on more than one of them."""
    ids = [
        mask if number >= 0 and place and rng.random() < share else number
        for place, number in enumerate(window.ids[:-1])
    ]
    return Row([*ids, window.ids[-1]], window.shapes, window.spans, window.roles, window.details)


def batch(rows: list[Row], pad: int) -> dict[str, torch.Tensor]:
    """Pad windows to one length."""
    return {
        "ids": fit.padded([r.ids for r in rows], pad),
        "attend": fit.padded([[1] * len(r.ids) for r in rows], 0),
        "shapes": fit.padded([r.shapes for r in rows], 0),
        "roles": fit.padded([r.roles for r in rows], 0),
        "details": fit.padded([r.details for r in rows], IGNORED),
    }


def loss(logits: torch.Tensor, rows: dict[str, torch.Tensor]) -> torch.Tensor:
    """Marginal cross-entropy over the roles a person may have, plus cross-entropy over the details."""
    parts, telling = logits.float().split((len(ROLES), 1 + len(DETAILS)), -1)
    total = torch.zeros(())
    played = rows["roles"] > 0
    if played.any():
        may = (rows["roles"][played].unsqueeze(-1) >> torch.arange(len(ROLES))) & 1
        total = total - parts[played].log_softmax(-1).masked_fill(may == 0, -1e9).logsumexp(-1).mean()
    told = rows["details"] != IGNORED
    if told.any():
        weight = torch.tensor([1.0] + [2.0] * len(DETAILS))
        total = total + KIND_WEIGHT * nn.functional.cross_entropy(telling[told], rows["details"][told], weight=weight)
    return total


def epoch(root: str, rng: random.Random, scenes: int, plain: int) -> list[Example]:
    """Scenes with exact roles, and some stories whose cast narrows the role down. There are none in Urdu."""
    if not scenes:
        return []
    known, towns = names.read(root), places.read(root)
    stock = casts.scenes()
    order = [s for _ in range(1 + scenes // len(stock)) for s in rng.sample(stock, len(stock))][:scenes]
    found = [casts.write(known, towns, rng, stock, first=scene) for scene in order]
    return found + [story.write(known, towns, rng) for _ in range(plain)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("script", choices=("latin", "urdu"))
    parser.add_argument("--shared", default="../../shared")
    parser.add_argument("--out", required=True)
    parser.add_argument(
        "--init", default="", help="weights to begin from: a tagger's (train.py) or a net of roles to go on with"
    )
    parser.add_argument("--keep", default="", help="json list of vocabulary ids to keep (urdu)")
    parser.add_argument("--layers", default="0,1,2,3,4,5")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--scenes", type=int, default=400)
    parser.add_argument("--plain", type=int, default=60)
    parser.add_argument("--without", default="", help="K/N: leave out a fold of the news stories")
    parser.add_argument("--lent", type=int, default=0, help="urdu: so many of the English stories in each epoch")
    parser.add_argument("--forget", type=float, default=0.12)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--tokens", type=int, default=2048)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    bert, tokenizer, edges, pad = bases.of(args.script, args.keep, args.layers)
    net = RoleNet(bert)
    if args.init:
        fit.begin_from(net, args.init)
    fit.settle(net)
    mask = tokenizer.token_to_id("[MASK]" if args.script == "latin" else "<unk>")
    printed = sources.without(press.stories(args.script), args.without)
    lent = press.stories("latin") if args.script == "urdu" else []
    made = []
    for _ in range(args.epochs):
        windows = []
        for example in (
            printed + rng.sample(lent, min(args.lent, len(lent))) + epoch(args.shared, rng, args.scenes, args.plain)
        ):
            order = rng.sample(range(MARKERS), MARKERS)
            order += [rng.randrange(MARKERS) for _ in range(60)]
            whole = row(tokenizer, example, order)
            size = rng.choice((256, 256, 256, 128))
            windows += [forget(w, mask, rng, args.forget) for w in cut(whole, size, size // 4, edges)]
        made.append(fit.packs(windows, args.tokens, rng))

    def cost(pack: list[Row]) -> torch.Tensor:
        block = batch(pack, pad)
        return loss(net(block["ids"], block["attend"], block["shapes"]), block)

    fresh = [*net.out.parameters(), *net.shape.parameters(), *net.marker.parameters()]
    torch.save(fit.fit(net, fresh, made, cost, args.rate), args.out)


if __name__ == "__main__":
    main()
