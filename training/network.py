"""The net: a small BERT, the case shape of each word added to its pieces, and two heads (type, and TAB's mask decision)."""

import re
from dataclasses import dataclass

import torch
from fit import padded
from sources import LABELS, TYPES, UNSURE, Example
from torch import nn

WORD = re.compile(r"\w+")
SHAPES = 6
MASKS = ("O", "M", "N")
IGNORED = -100


def shape(word: str) -> int:
    """Case shape of a whole word: 1 lower, 2 first capital, 3 all capitals, 4 with a digit, 5 other (0: no word)."""
    if any(c.isdigit() for c in word):
        return 4
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word[:1].isupper():
        return 2
    return 1 if word.islower() else 5


@dataclass
class Window:
    """A cut of a text that the net sees at once."""

    ids: list[int]
    shapes: list[int]
    offsets: list[tuple[int, int]]
    types: list[int]
    masks: list[int]
    open: list[bool]
    """True for types that an unmarked piece may have because nobody looked for them."""
    source: str


def encode(
    tokenizer, example: Example, size: int, overlap: int, edges: tuple[int, int], first: int = 0
) -> list[Window]:
    """Cut one example into windows of `size` pieces; the first one may be shorter, so that cuts fall elsewhere each epoch."""
    coded = tokenizer.encode(example.text, add_special_tokens=False)
    ids, offsets = coded.ids, coded.offsets
    shapes_at = [5] * (len(example.text) + 1)
    for hit in WORD.finditer(example.text):
        shapes_at[hit.start() : hit.end()] = [shape(hit.group())] * (hit.end() - hit.start())
    shapes = [shapes_at[_first(example.text, a, b)] for a, b in offsets]
    types = _types(example, offsets)
    masks = _masks(example, offsets)
    unseen = [kind not in example.types for kind in TYPES]
    found, start, inner = [], 0, size - 2
    while True:
        width = first or inner
        part = slice(start, start + width)
        found.append(
            Window(
                [edges[0], *ids[part], edges[1]],
                [0, *shapes[part], 0],
                [(0, 0), *offsets[part], (0, 0)],
                [IGNORED, *types[part], IGNORED],
                [IGNORED, *masks[part], IGNORED],
                unseen,
                example.source,
            )
        )
        if start + width >= len(ids):
            return found
        start += width - overlap
        first = 0


def _first(text: str, a: int, b: int) -> int:
    while a < b - 1 and text[a].isspace():
        a += 1
    return a


def _types(example: Example, offsets: list[tuple[int, int]]) -> list[int]:
    at = [0] * (len(example.text) + 1)
    for number, (a, b, kind) in enumerate(example.spans, 1):
        for i in range(a, b):
            if not at[i] or example.spans[at[i] - 1][2] == UNSURE or kind in ("PERSON", "CODE"):
                at[i] = number
    labels, last = [], 0
    for a, b in offsets:
        number = at[_first(example.text, a, b)]
        if not number:
            labels.append(0)
        elif example.spans[number - 1][2] == UNSURE:
            labels.append(IGNORED)
        else:
            labels.append(LABELS.index(("I-" if number == last else "B-") + example.spans[number - 1][2]))
        last = number
    return labels


def _masks(example: Example, offsets: list[tuple[int, int]]) -> list[int]:
    if example.masks is None:
        return [IGNORED] * len(offsets)
    at = [0] * (len(example.text) + 1)
    for a, b, side in sorted(example.masks, key=lambda m: m[2], reverse=True):
        at[a:b] = [MASKS.index(side)] * (b - a)
    return [at[_first(example.text, a, b)] for a, b in offsets]


class Net(nn.Module):
    """Encoder, shape embedding, two linear heads in one matrix: type logits first, mask logits after."""

    def __init__(self, bert: nn.Module, hidden: int = 384) -> None:
        super().__init__()
        self.bert = bert
        self.shape = nn.Embedding(SHAPES, hidden)
        nn.init.normal_(self.shape.weight, std=0.02)
        self.drop = nn.Dropout(0.1)
        self.out = nn.Linear(hidden, len(LABELS) + len(MASKS))

    def forward(self, ids: torch.Tensor, attend: torch.Tensor, shapes: torch.Tensor) -> torch.Tensor:
        seen = self.bert.embeddings.word_embeddings(ids) + self.shape(shapes)
        hidden = self.bert(inputs_embeds=seen, attention_mask=attend).last_hidden_state
        return self.out(self.drop(hidden))


def batch(windows: list[Window], pad: int) -> dict[str, torch.Tensor]:
    """Pad windows to one length."""
    return {
        "ids": padded([w.ids for w in windows], pad),
        "attend": padded([[1] * len(w.ids) for w in windows], 0),
        "shapes": padded([w.shapes for w in windows], 0),
        "types": padded([w.types for w in windows], IGNORED),
        "masks": padded([w.masks for w in windows], IGNORED),
        "open": torch.tensor([w.open for w in windows]),
    }


def loss(logits: torch.Tensor, rows: dict[str, torch.Tensor], mask_weight: float) -> torch.Tensor:
    """Marginal cross-entropy over types (an unmarked piece may be any type nobody looked for) plus the mask decision."""
    logits = logits.float()
    kinds, decisions = logits[..., : len(LABELS)], logits[..., len(LABELS) :]
    scores = kinds.log_softmax(-1)
    gold = rows["types"]
    plain = -scores.gather(-1, gold.clamp(min=0).unsqueeze(-1)).squeeze(-1)
    allowed = torch.cat([torch.ones(len(rows["open"]), 1, dtype=torch.bool), rows["open"].repeat_interleave(2, 1)], 1)
    none = -scores.masked_fill(~allowed.unsqueeze(1), -1e9).logsumexp(-1)
    each = torch.where(gold == 0, none, plain) * (gold != IGNORED)
    weight = torch.where(gold > 0, 1.3, 1.0) * (gold != IGNORED)
    total = (each * weight).sum() / weight.sum().clamp(min=1)
    known = rows["masks"] != IGNORED
    if known.any():
        chosen = nn.functional.cross_entropy(
            decisions[known], rows["masks"][known], weight=torch.tensor([1.0, 1.5, 1.0]), reduction="mean"
        )
        total = total + mask_weight * chosen * known.sum() / (gold != IGNORED).sum()
    return total
