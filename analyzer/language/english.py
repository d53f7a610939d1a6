"""Which language an entry is in, without a network: py3langid's small model."""

import re
from functools import cache
from typing import Any

# Journals of one line hold names, dialect and slang that no model can place; below this many words an entry
# counts as English unless its script says otherwise.
ENOUGH_WORDS = 12
SURE = 0.9
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
LETTER = re.compile(r"[^\W\d_]")


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the text's language, or "" where it holds no letters."""
    letters = LETTER.findall(text)
    if not letters:
        return ""
    if len(LATIN.findall(text)) < len(letters) / 2:
        return str(_identifier().classify(text)[0])
    if len(text.split()) < ENOUGH_WORDS:
        return "en"
    code, probability = _identifier().classify(text[:2000])
    return str(code) if probability >= SURE else "en"


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
