"""One net, loaded: pieces in, probabilities out."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from amanat.languages.models import Model
from amanat.languages.models.pieces import pieces_of
from amanat.languages.models.windows import Window

Floats = NDArray[np.float32]
Row = tuple[Sequence[int], Sequence[int]]
"""Numbers and case shapes of the pieces of one window, edges left out."""

_AT_ONCE = 1024  # pieces in one batch: more is not faster on one core and costs memory
_LIKE = 0.95  # a window this much shorter than the longest of a batch goes into the next one


class Session:
    """A net with its pieces. onnxruntime is loaded when the first one is made."""

    def __init__(self, net: Model, threads: int = 1) -> None:
        """Load a net.

        Args:
            net: checked bytes and card.
            threads: threads of onnxruntime; one is best where many stories go through in turn.
        """
        import onnxruntime  # noqa: PLC0415  # 0.1 s that `--help` need not pay

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False
        self.card = net.card
        self.pieces = pieces_of(net)
        self._session: onnxruntime.InferenceSession = onnxruntime.InferenceSession(
            net.net, options, providers=["CPUExecutionProvider"]
        )

    def chances(self, rows: Sequence[Row]) -> list[Floats]:
        """Probabilities for each piece of each row, edges left out."""
        longest = max(len(numbers) for numbers, _ in rows) + 2
        ids = np.full((len(rows), longest), self.card.pad, dtype=np.int64)
        shapes = np.zeros_like(ids)
        attend = np.zeros_like(ids)
        for n, (numbers, forms) in enumerate(rows):
            size = len(numbers)
            ids[n, 0], ids[n, 1 : size + 1], ids[n, size + 1] = self.card.open, numbers, self.card.close
            shapes[n, 1 : size + 1] = forms
            attend[n, : size + 2] = 1
        (found,) = self._session.run(None, {"ids": ids, "shapes": shapes, "attend": attend})
        return [found[n, 1 : len(numbers) + 1] for n, (numbers, _) in enumerate(rows)]

    def over(self, texts: Sequence[Row], queue: Iterable[Window], overlap: int) -> list[Floats]:
        """Probabilities for each piece of each text, put together from windows that overlap.

        Args:
            texts: pieces of each text.
            queue: windows over them; `segment` is the number of the text.
            overlap: pieces two windows share; there the nearer to a window's middle counts more.
        """
        wide = len(self.card.labels) + len(self.card.masks)
        sums = [np.zeros((len(numbers), wide), np.float32) for numbers, _ in texts]
        weights = [np.zeros((len(numbers), 1), np.float32) for numbers, _ in texts]
        for batch in _batches(queue):
            rows = [(texts[w.segment][0][w.first : w.last], texts[w.segment][1][w.first : w.last]) for w in batch]
            for window, chances in zip(batch, self.chances(rows), strict=True):
                trust = _trust(len(chances), overlap)
                sums[window.segment][window.first : window.last] += chances * trust
                weights[window.segment][window.first : window.last] += trust
        return [
            (total / np.maximum(weight, 1e-9)).astype(np.float32) for total, weight in zip(sums, weights, strict=True)
        ]


def _batches(queue: Iterable[Window]) -> Iterable[list[Window]]:
    """Put windows of like length together: what is padded is read as well."""
    order = sorted((w for w in queue if w.last > w.first), key=lambda w: w.last - w.first, reverse=True)
    batch: list[Window] = []
    for window in order:
        longest = batch[0].last - batch[0].first if batch else 0
        full = (len(batch) + 1) * (longest + 2) > _AT_ONCE
        if batch and (full or window.last - window.first < _LIKE * longest):
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


@lru_cache(maxsize=512)
def _trust(length: int, overlap: int) -> Floats:
    """Weight of each piece of a window: rises from its edges over the overlap, so that a cut weighs little."""
    edge = np.minimum(np.arange(1, length + 1), np.arange(length, 0, -1))
    return np.minimum(edge, max(1, overlap)).astype(np.float32)[:, None]
