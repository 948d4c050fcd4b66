"""Turn a net that the package carries back into a checkpoint, to begin a further training from what is shipped.

    python unpack.py latin --to /tmp/latin.pt
    python unpack.py roles --to /tmp/roles.pt
    python unpack.py urdu --keep /tmp/keep.json --to /tmp/urdu.pt

The 8-bit matrices become floats again (number x scale of its column); what quantisation lost stays lost. Word embeddings
are left to the base, which rounds them to the same 4 bits.
"""

import argparse
from pathlib import Path

import bases
import onnx
import torch
from onnx import numpy_helper

HERE = Path(__file__).parent
CARRIED = HERE.parent / "src/amanat/languages/models"


def weights(path: Path) -> dict[str, torch.Tensor]:
    """Every matrix and bias of a shipped net, by its name in the network."""
    graph = onnx.load(path).graph
    stored = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    found = {name.removeprefix("net."): value for name, value in stored.items() if name.startswith("net.")}
    for node in graph.node:
        packed = next((name for name in node.input if name.endswith("_quantized") and name in stored), "")
        if node.op_type == "MatMulInteger" and packed:
            scale = stored[packed.replace("_quantized", "_scale")]
            zero = stored[packed.replace("_quantized", "_zero_point")]
            matrix = (stored[packed].float() - zero.float()) * scale
            found[f"{_module(node.name)}.weight"] = matrix.T.contiguous()
        elif node.op_type == "MatMul" and "/out/" in node.name:
            found["out.weight"] = stored[node.input[1]].T.contiguous()
    return found


def _module(node: str) -> str:
    """`/bert/encoder/layer.0/attention/self/query/MatMul_quant` -> `bert.encoder.layer.0.attention.self.query`."""
    return ".".join(node.strip("/").removeprefix("net/").split("/")[:-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("net", choices=("latin", "roles", "urdu", "roles_urdu"))
    parser.add_argument("--to", required=True)
    parser.add_argument("--keep", default="", help="json list of vocabulary ids to keep (urdu)")
    parser.add_argument("--layers", default="0,1,2,3,4,5")
    args = parser.parse_args()
    found = weights(CARRIED / f"{args.net}.onnx")
    encoder, *_ = bases.of("urdu" if args.net.endswith("urdu") else "latin", args.keep, args.layers)
    base = {f"bert.{name}": value for name, value in encoder.state_dict().items()}
    positions = "bert.embeddings.position_embeddings.weight"
    shipped = found.pop(positions)
    found[positions] = torch.cat([shipped, base[positions][len(shipped) :]])
    unknown = set(base) - set(found) - {"bert.embeddings.word_embeddings.weight"}
    if unknown:
        raise SystemExit(f"not found in the shipped net: {', '.join(sorted(unknown))}")
    torch.save(base | found, args.to)


if __name__ == "__main__":
    main()
