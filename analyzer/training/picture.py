"""The reliability plot of a card: do probabilities come true as often as they say?"""

from collections.abc import Sequence
from pathlib import Path


def draw_reliability(bins: Sequence[Sequence[float]], title: str, path: Path) -> None:
    """Write an SVG; ``bins`` holds (mean probability, share that is true, count) of each tenth."""
    import matplotlib as mpl

    mpl.use("svg")
    # The same picture for the same figures, byte for byte.
    mpl.rcParams["svg.hashsalt"] = title
    from matplotlib import pyplot as plt

    figure, axes = plt.subplots(figsize=(4, 4))
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    axes.plot([row[0] for row in bins], [row[1] for row in bins], color="black", marker="o", markersize=4)
    for mean, share, count in bins:
        axes.annotate(f"{int(count):,}", (mean, share), textcoords="offset points", xytext=(6, -9), fontsize=7)
    axes.set(xlabel="probability given", ylabel="share that is true", title=title, xlim=(0, 1), ylim=(0, 1))
    figure.savefig(path, format="svg", metadata={"Date": None}, bbox_inches="tight")
    plt.close(figure)
