"""Turn a checkpoint of `roles.py` into what the package carries. It shares the vocabulary of its script's tagger.

python export_roles.py latin /tmp/roles.pt --to ../src/amanat/languages/models
python export_roles.py urdu /tmp/roles_urdu.pt --keep /tmp/keep_both.json --carry /tmp/keep.json --to ../src/amanat/languages/models
"""

import argparse
import hashlib
import json
from pathlib import Path

import bases
import torch
from export import POSITIONS, RECIPE, STORIES, Packed, small_net, useful
from roles import MARKERS, RoleNet
from sources import DETAILS, ROLES
from templates.casts import ROLES as CALLED
from torch import nn

PRESS = {"name": "invented news stories with roles (training/templates/press_*.txt)", "licence": "Apache-2.0"}
DATA = {
    "latin": [
        {"name": "our Latin tagger (start), itself from all-MiniLM-L6-v2", "licence": "Apache-2.0"},
        {"name": "invented scenes with roles (training/templates/roles_*.txt)", "licence": "Apache-2.0"},
        PRESS,
        STORIES,
    ],
    "urdu": [{"name": "our Urdu tagger (start), itself from multilingual-e5-small", "licence": "MIT"}, PRESS],
}


class Shipped(nn.Module):
    """The net as it is shipped: ids, shapes and lengths in; chances of roles and details out. Markers follow the words."""

    def __init__(self, net: RoleNet) -> None:
        super().__init__()
        self.words = Packed(net.bert.embeddings.word_embeddings.weight)
        self.first = len(net.bert.embeddings.word_embeddings.weight)
        self.net = net

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, attend: torch.Tensor) -> torch.Tensor:
        marked = (ids >= self.first).unsqueeze(-1)
        marker = self.net.marker((ids - self.first).clamp(min=0))
        seen = torch.where(marked, marker, self.words(ids.clamp(max=self.first - 1))) + self.net.shape(shapes)
        logits = self.net.out(self.net.bert(inputs_embeds=seen, attention_mask=attend).last_hidden_state)
        return torch.cat([logits[..., : len(ROLES)].softmax(-1), logits[..., len(ROLES) :].softmax(-1)], -1)


def carried(taught: str, shipped: str) -> list[int]:
    """Rows of the embeddings that are shipped: word embeddings are never trained, so leaving some out changes nothing."""
    wanted = set(json.loads(Path(shipped).read_text()))
    return [row for row, number in enumerate(json.loads(Path(taught).read_text())) if number in wanted]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("script", choices=("latin", "urdu"))
    parser.add_argument("weights")
    parser.add_argument("--to", required=True)
    parser.add_argument("--keep", default="", help="json list of vocabulary ids it was taught with (urdu)")
    parser.add_argument("--carry", default="", help="json list of those of them that are shipped (urdu)")
    parser.add_argument("--layers", default="0,1,2,3,4,5")
    parser.add_argument("--seed", type=int, default=1, help="as given to roles.py, for the card")
    parser.add_argument("--epochs", type=int, default=0, help="as given to roles.py, for the card")
    args = parser.parse_args()
    bert, tokenizer, edges, pad = bases.of(args.script, args.keep, args.layers)
    net = RoleNet(bert)
    net.load_state_dict(torch.load(args.weights, weights_only=True))
    net.eval()
    pieces = [tokenizer.id_to_token(n) for n in range(tokenizer.get_vocab_size())]
    kept = carried(args.keep, args.carry) if args.carry else [n for n, p in enumerate(pieces) if useful(p)]
    seen = net.bert.embeddings
    seen.word_embeddings.weight = nn.Parameter(seen.word_embeddings.weight[kept], requires_grad=False)
    seen.position_embeddings = nn.Embedding.from_pretrained(seen.position_embeddings.weight[:POSITIONS].detach())
    seen.position_ids = seen.position_ids[:, :POSITIONS]
    net.bert.set_attn_implementation("eager")
    target, name = Path(args.to), "roles" if args.script == "latin" else "roles_urdu"
    small = small_net(Shipped(net).eval(), target / f"{name}.onnx")
    new = {old: number for number, old in enumerate(kept)}
    book = target / f"{args.script}.vocabulary.xz"
    unknown = "[UNK]" if args.script == "latin" else "<unk>"
    card = {
        "script": args.script,
        "net": {"file": small.name, "sha256": hashlib.sha256(small.read_bytes()).hexdigest(), "bytes": small.stat().st_size},
        "vocabulary": {"file": book.name, "sha256": hashlib.sha256(book.read_bytes()).hexdigest(), "bytes": book.stat().st_size},
        "pieces": "wordpiece-uncased" if args.script == "latin" else "unigram", "markers": [len(kept), MARKERS],
        "open": new[edges[0]], "close": new[edges[1]], "pad": new[pad], "unknown": new[tokenizer.token_to_id(unknown)],
        "labels": [CALLED[letter] for letter in ROLES], "masks": ["O", *DETAILS], "positions": POSITIONS, "decides": False,
        "licence": "Apache-2.0",
        "data": DATA[args.script],
        "recipe": {"seed": args.seed, "epochs": args.epochs, "layers": net.bert.config.num_hidden_layers, "read": RECIPE},
    }  # fmt: skip
    (target / f"{name}.json").write_text(json.dumps(card, indent=1) + "\n")


if __name__ == "__main__":
    main()
