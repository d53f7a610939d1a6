"""A linear model's view of GoEmotions' train split: what the encoder learns beside the labels.

Every comment is judged by a model that did not see it, so the model hands on what words usually mean and not the
labels themselves.
"""

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

from analyzer import corpora
from analyzer.evaluation.calibration import fit_calibration
from analyzer.heads.linear import calibrate
from analyzer.training.tfidf import TfidfEncoder

FOLDS = 3
SEED = 1
STRENGTH = 3.0


def judge_linearly() -> NDArray[np.float64]:
    """Return calibrated out-of-fold probabilities, shape (n_comments, 28)."""
    read = corpora.goemotions("train")
    vectors = TfidfEncoder().fit(read.texts).encode(read.texts)
    margins = np.zeros(read.truth.shape)
    for seen, unseen in KFold(FOLDS, shuffle=True, random_state=SEED).split(read.truth):
        for column in range(read.truth.shape[1]):
            # The dual form gives the same margins to two decimals in a third of the time.
            model = LogisticRegression(
                solver="liblinear",
                dual=True,
                tol=0.01,
                C=STRENGTH,
                intercept_scaling=3.0,
                max_iter=2000,
                random_state=0,
            )
            model.fit(vectors[seen], read.truth[seen, column])
            margins[unseen, column] = model.decision_function(vectors[unseen])
    return calibrate(margins, fit_calibration(margins, read.truth))
