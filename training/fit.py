"""How the nets are taught: windows of like length together, AdamW, the mean of the last steps kept."""

import random
import time
from collections.abc import Callable, Sequence

import torch
from torch import nn


def settle(net: nn.Module) -> None:
    """Leave the word embeddings as they are, and drop nothing inside the attention: without dropout there it runs fused."""
    for weight in net.bert.embeddings.word_embeddings.parameters():
        weight.requires_grad = False
    for layer in net.bert.encoder.layer:
        layer.attention.self.dropout.p = 0.0


def begin_from(net: nn.Module, path: str) -> None:
    """Take over the weights of a checkpoint that fit: a net of the same kind goes on, one with other heads leaves them out."""
    own = net.state_dict()
    fitting = {k: v for k, v in torch.load(path).items() if k in own and own[k].shape == v.shape}
    net.load_state_dict(fitting, strict=False)


def packs(windows: list, tokens: int, rng: random.Random, near: int = 24) -> list[list]:
    """Windows of like length (within `near` pieces) in packs of about so many pieces, in random order."""
    ordered = sorted(windows, key=lambda w: (len(w.ids) // near, rng.random()))
    found, now = [], []
    for window in ordered:
        now.append(window)
        if len(now) * max(len(w.ids) for w in now) >= tokens:
            found.append(now)
            now = []
    found += [now] if now else []
    rng.shuffle(found)
    return found


def padded(rows: list[list[int]], fill: int) -> torch.Tensor:
    """Rows as one block, short ones filled up."""
    longest = max(len(row) for row in rows)
    return torch.tensor([row + [fill] * (longest - len(row)) for row in rows])


def fit(
    net: nn.Module, fresh: Sequence[nn.Parameter], epochs: list[list], cost: Callable[[list], torch.Tensor], rate: float
) -> dict[str, torch.Tensor]:
    """Teach a net.

    Args:
        net: an encoder `bert` and heads.
        fresh: weights that begin at random; their peak rate is 1e-3.
        epochs: packs of windows, by epoch.
        cost: the loss of one pack.
        rate: peak rate of the encoder; linear warm-up over 8 % of the steps and decay.

    Returns:
        The weights: the mean over the last 30 % of steps.
    """
    total = sum(len(plan) for plan in epochs)
    rest = [p for p in net.bert.parameters() if p.requires_grad]
    chooser = torch.optim.AdamW([{"params": rest}, {"params": fresh}], lr=rate, weight_decay=0.01, fused=True)
    mean = {k: v.detach().clone() for k, v in net.named_parameters() if v.requires_grad}
    counted, step, begin = 0, 0, time.time()
    print(f"steps {total}, pieces {sum(len(w.ids) for plan in epochs for pack in plan for w in pack)}", flush=True)
    for number, plan in enumerate(epochs):
        net.train()
        summed = 0.0
        for place, pack in enumerate(plan):
            share = min(1.0, (step + 1) / (0.08 * total)) * max(0.02, 1 - step / total)
            chooser.param_groups[0]["lr"], chooser.param_groups[1]["lr"] = rate * share, 1e-3 * share
            loss = cost(pack)
            chooser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*rest, *fresh], 1.0)
            chooser.step()
            step += 1
            summed += loss.item()
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
    print(f"done in {time.time() - begin:.0f} s; mean of the last {counted} steps kept", flush=True)
    return net.state_dict() | (mean if counted else {})
