"""Turn a checkpoint of `harm.py` into what the package carries. It shares the vocabulary of the Latin tagger.

python export_harm.py /tmp/harm.pt --epochs 6 --to ../src/amanat/languages/models
"""

import argparse
import hashlib
import json
from pathlib import Path

import bases
import torch
from export import POSITIONS, RECIPE, Packed, small_net, useful
from harm import WIDTHS, HarmNet
from templates.desk import CLAIMS, HARMS
from torch import nn

DATA = [
    {"name": "our Latin tagger (start), itself from all-MiniLM-L6-v2", "licence": "Apache-2.0"},
    {"name": "invented stories with an editor's marks (training/templates/desk_*.txt)", "licence": "Apache-2.0"},
]


class Shipped(nn.Module):
    """The net as it is shipped: ids, shapes and lengths in; chances of the categories of harm, then of the kinds of statements out.

    The head for stages only taught it.
    """

    def __init__(self, net: HarmNet) -> None:
        super().__init__()
        self.words = Packed(net.bert.embeddings.word_embeddings.weight)
        self.net = net

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, attend: torch.Tensor) -> torch.Tensor:
        seen = self.words(ids) + self.net.shape(shapes)
        logits = self.net.out(self.net.bert(inputs_embeds=seen, attention_mask=attend).last_hidden_state)
        harms, claims, _ = logits.split(WIDTHS, -1)
        return torch.cat([harms.softmax(-1), claims.softmax(-1)], -1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights")
    parser.add_argument("--to", required=True)
    parser.add_argument("--seed", type=int, default=1, help="as given to harm.py, for the card")
    parser.add_argument("--epochs", type=int, default=0, help="as given to harm.py, for the card")
    args = parser.parse_args()
    bert, tokenizer, edges, pad = bases.of("latin", "", "")
    net = HarmNet(bert)
    net.load_state_dict(torch.load(args.weights, weights_only=True))
    net.eval()
    pieces = [tokenizer.id_to_token(n) for n in range(tokenizer.get_vocab_size())]
    kept = [n for n, piece in enumerate(pieces) if useful(piece)]
    seen = net.bert.embeddings
    seen.word_embeddings.weight = nn.Parameter(seen.word_embeddings.weight[kept], requires_grad=False)
    seen.position_embeddings = nn.Embedding.from_pretrained(seen.position_embeddings.weight[:POSITIONS].detach())
    seen.position_ids = seen.position_ids[:, :POSITIONS]
    net.bert.set_attn_implementation("eager")
    target = Path(args.to)
    small = small_net(Shipped(net).eval(), target / "harm.onnx")
    new = {old: number for number, old in enumerate(kept)}
    book = target / "latin.vocabulary.xz"
    card = {
        "script": "latin",
        "net": {"file": small.name, "sha256": hashlib.sha256(small.read_bytes()).hexdigest(), "bytes": small.stat().st_size},
        "vocabulary": {"file": book.name, "sha256": hashlib.sha256(book.read_bytes()).hexdigest(), "bytes": book.stat().st_size},
        "pieces": "wordpiece-uncased",
        "open": new[edges[0]], "close": new[edges[1]], "pad": new[pad], "unknown": new[tokenizer.token_to_id("[UNK]")],
        "labels": ["O", *HARMS], "masks": ["O", *CLAIMS], "positions": POSITIONS, "decides": False,
        "licence": "Apache-2.0",
        "data": DATA,
        "recipe": {"seed": args.seed, "epochs": args.epochs, "layers": net.bert.config.num_hidden_layers, "read": RECIPE},
    }  # fmt: skip
    (target / "harm.json").write_text(json.dumps(card, indent=1) + "\n")


if __name__ == "__main__":
    main()
