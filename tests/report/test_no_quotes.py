"""``--no-quotes``: no word of the journal stands in the file."""

import random
import re
from dataclasses import replace

import pytest

LEAST = 6  # letters from which a word tells something


def invented_word(chance):
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(5))


@pytest.fixture
def secret(year):
    """Return the year with every word of six letters or more replaced by an invented one, and all those words."""
    chance, words = random.Random(5), set()

    def new(text):
        made = " ".join(invented_word(chance) for _ in range(12))
        words.update(made.split())
        return f"{text} {made}"

    def changed(found):
        return replace(found, quote=new(found.quote), why=new(found.why))

    rows = [
        replace(
            row,
            id=new(row.id),
            place=new(row.place),
            text=new(row.text),
            patterns=tuple(changed(found) for found in row.patterns),
            triggers=tuple(changed(found) for found in row.triggers),
        )
        for row in year
    ]
    rows[5] = replace(rows[5], skipped=new("line 3 of"), patterns=(), triggers=())
    return rows, words


def words_of(page):
    return {word.lower() for word in re.findall(rf"[^\W\d_]{{{LEAST},}}", page)}


def test_the_words_would_be_seen_if_they_stood_there(html_of, secret):
    rows, words = secret
    assert len(words) > 1_000
    assert len(words & words_of(html_of(rows))) > 500


def test_no_word_of_the_journal_stands_in_the_file(html_of, secret):
    rows, words = secret
    assert words & words_of(html_of(rows, quotes=False)) == set()


def test_every_word_of_six_letters_is_a_word_of_the_page(html_of, secret, make_reflection):
    rows, _ = secret
    frame = words_of(html_of([replace(row, id=str(n), text="", place="") for n, row in enumerate(rows)], quotes=False))
    assert words_of(html_of(rows, quotes=False)) <= frame


def test_what_was_found_is_still_counted(html_of, year):
    page = html_of(year, quotes=False)
    assert "in 12 of 15 such entries" in page
    assert page.count('<details class="entry"') == len(year)
