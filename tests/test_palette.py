"""The six families are told apart with each kind of colour vision, and without any colour."""

from itertools import combinations

import numpy as np
import pytest

from analyzer.palette import FAMILIES, IN_INK, INK, NEUTRAL, PAPER, QUIET, STEPS, colours, dark_rules, on_dark
from analyzer.taxonomy import load as load_taxonomy

# Machado, Oliveira & Fernandes (2009), severity 1, on linear RGB.
SEEN = {
    "all colours": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TO_LMS = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
]
TO_LAB = [
    [0.2104542553, 0.7936177850, -0.0040720468],
    [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660],
]
PAPERS = ["light", "dark"]


def linear(colour):
    part = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def luminance(colour):
    return float(linear(colour) @ [0.2126, 0.7152, 0.0722])


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lightness(colour):
    return 116 * np.cbrt(luminance(colour)) - 16


def oklab(colour, seen):
    return np.array(TO_LAB) @ np.cbrt(np.array(TO_LMS) @ np.clip(np.array(SEEN[seen]) @ linear(colour), 0, 1))


def test_black_on_white_has_the_contrast_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_every_family_of_the_guide_has_a_look_of_its_own():
    assert list(FAMILIES) == list(load_taxonomy().family_labels)
    assert len({look.shape for look in FAMILIES.values()}) == len({look.sign for look in FAMILIES.values()}) == 6


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_stands_out_from_the_paper(family, paper):
    assert contrast(getattr(FAMILIES[family].colour, paper), getattr(PAPER, paper)) >= 3


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("seen", SEEN)
def test_any_two_families_differ_however_colours_are_seen(seen, paper):
    apart = [
        np.linalg.norm(
            oklab(getattr(FAMILIES[a].colour, paper), seen) - oklab(getattr(FAMILIES[b].colour, paper), seen)
        )
        for a, b in combinations(FAMILIES, 2)
    ]
    assert min(apart) >= 0.095


@pytest.mark.parametrize("paper", PAPERS)
def test_any_two_families_differ_in_print_without_colour(paper):
    grey = sorted(lightness(getattr(look.colour, paper)) for look in FAMILIES.values())
    assert min(np.diff(grey)) >= 7


@pytest.mark.parametrize("paper", PAPERS)
def test_words_can_be_read(paper):
    assert contrast(getattr(INK, paper), getattr(PAPER, paper)) >= 7
    assert contrast(getattr(QUIET, paper), getattr(PAPER, paper)) >= 4.5
    assert contrast(getattr(NEUTRAL, paper), getattr(PAPER, paper)) >= 3
    for place, step in enumerate(STEPS):
        words = INK if place < IN_INK else PAPER
        assert contrast(getattr(words, paper), getattr(step, paper)) >= 4.5, place


@pytest.mark.parametrize("paper", PAPERS)
def test_the_steps_go_from_little_to_much(paper):
    away = [contrast(getattr(step, paper), getattr(PAPER, paper)) for step in STEPS]
    assert away == sorted(away)


def test_each_light_colour_has_one_in_its_place_on_dark_paper():
    assert len(on_dark()) == len(colours())
    assert on_dark()[PAPER.light] == PAPER.dark
    assert f'.picture [fill="{INK.light}"]{{fill:{INK.dark}}}' in dark_rules(".picture")
