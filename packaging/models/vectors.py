"""Word vectors with sub-words, trained on plain text and packed for the application."""

import lzma
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import numpy.typing as npt
from gensim.models import FastText
from gensim.models.word2vec import LineSentence

from reader.entities.neural.features import LONGEST_NGRAM, SHORTEST_NGRAM, word_sums

SIZE = 100
BUCKETS = 50_000
LEAST_COUNT = 5
WINDOW = 5
EPOCHS = 4


def train_vectors(unlabelled: Path, workers: int, few: int | None = None) -> dict[str, npt.NDArray[np.generic]]:
    """Train skip-gram vectors with n-grams (fastText); return them packed to int8 rows with a scale each.

    The text is an lzma file of tokens in the model's spelling, a sentence a line; of `few` lines, if not of all.
    """
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "unlabelled.txt"
        with lzma.open(unlabelled) as packed, plain.open("wb") as file:
            shutil.copyfileobj(packed, file)
        lines = LineSentence(str(plain), limit=few)
        model = FastText(
            lines, vector_size=SIZE, window=WINDOW, min_count=LEAST_COUNT, sg=1, negative=5, epochs=EPOCHS,
            workers=workers, sample=1e-4, min_n=SHORTEST_NGRAM, max_n=LONGEST_NGRAM, bucket=BUCKETS, seed=1,
        )  # fmt: skip
    keyed = model.wv
    lengths = np.linalg.norm(keyed.vectors, axis=1, keepdims=True) + 1e-9
    # Of words with the same sum the more frequent one is kept, which stands before the others.
    sums, order = np.unique(word_sums(keyed.index_to_key), return_index=True)
    rows, scales = _packed((keyed.vectors / lengths)[order])
    ngrams, ngram_scales = _packed(keyed.vectors_ngrams)
    return {"sums": sums, "rows": rows, "scales": scales, "ngrams": ngrams, "ngram_scales": ngram_scales}


def _packed(vectors: npt.NDArray[np.float32]) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    scales = (np.abs(vectors).max(1) / 127 + 1e-9).astype(np.float32)
    return np.round(vectors / scales[:, None]).astype(np.int8), scales
