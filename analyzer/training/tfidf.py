"""TF-IDF over words and characters: a sparse row a sentence, of unit length."""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.preprocessing import normalize

from analyzer.encoder import tidy

# Words keep their apostrophe ("didn't"), and marks that carry feeling stand as words of their own.
WORDS = r"(?u)\b\w[\w']*\b|[!?]+|[^\w\s.,;:'\"()-]"


class TfidfEncoder:
    """Encode sentences as TF-IDF of word 1–2-grams and character 2–5-grams within words."""

    def __init__(self, max_words: int = 60_000, max_characters: int = 100_000) -> None:
        """Keep at most so many word and character features, the most frequent ones."""
        self._words = TfidfVectorizer(
            token_pattern=WORDS, ngram_range=(1, 2), min_df=3, max_features=max_words,
            sublinear_tf=True, dtype=np.float32,
        )  # fmt: skip
        self._characters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(2, 5), min_df=5, max_features=max_characters,
            sublinear_tf=True, dtype=np.float32,
        )  # fmt: skip

    def fit(self, sentences: Sequence[str]) -> "TfidfEncoder":
        """Learn the features and their document frequencies."""
        plain = [tidy(sentence) for sentence in sentences]
        self._words.fit(plain)
        self._characters.fit(plain)
        for part in (self._words, self._characters):
            # NumPy integers in the vocabulary would triple the size of the artifact.
            part.vocabulary_ = {term: int(column) for term, column in part.vocabulary_.items()}
        return self

    @property
    def size(self) -> int:
        """The number of columns, d."""
        return len(self._words.vocabulary_) + len(self._characters.vocabulary_)

    def encode(self, sentences: Sequence[str]) -> csr_matrix:
        """Return float32 rows of shape (n_sentences, d) of unit length; no sentences gives (0, d)."""
        if not sentences:
            return csr_matrix((0, self.size), dtype=np.float32)
        plain = [tidy(sentence) for sentence in sentences]
        both = hstack([self._words.transform(plain), self._characters.transform(plain)], format="csr")
        return normalize(both, copy=False)
