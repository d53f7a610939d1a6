"""A run through all stages with a tiny encoder: it learns, goes on where it stopped, and refuses what is not its own."""

from types import SimpleNamespace

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra train is not installed")

from analyzer.corpora import Item, label_names  # noqa: E402
from analyzer.messages import AnalyzerError  # noqa: E402
from analyzer.training import finetune as run  # noqa: E402
from analyzer.training.batches import lay_out  # noqa: E402
from analyzer.training.losses import Recipe, loss  # noqa: E402
from analyzer.training.network import Network  # noqa: E402
from analyzer.training.teachers import judge  # noqa: E402

LABELS = label_names()
WIDTH = 8


class Tiny(torch.nn.Module):
    """Token ids → vectors, without a look around."""

    def __init__(self):
        super().__init__()
        self.words = torch.nn.Embedding(200, WIDTH)

    def forward(self, input_ids, attention_mask):
        return SimpleNamespace(last_hidden_state=self.words(input_ids) * attention_mask[..., None])


def known(name, *present):
    return np.array([label in present for label in LABELS[name]], dtype=np.float32)


def entry(word, pattern, *, held_out=False):
    mention = {"pattern": pattern, "agent": "self", "status": "done", "when": "now", "at": (0, 2)}
    return Item(
        "journals",
        f"{word} x. y z.",
        [f"{word} x.", "y z."],
        held_out,
        {
            "feelings": known("feelings", "anger"),
            "levels": np.array([1.0, 2.0], dtype=np.float32),
            "topics": known("topics", "family"),
        },
        {"patterns": [[mention], []], "triggers": [[], [{"theme": "anger", "who": "partner", "at": (0, 1)}]]},
        [[110 + len(word), 120], [130, 131]],
        [[(0, 2), (3, 5)], [(0, 1), (2, 4)]],
    )


@pytest.fixture
def items():
    topics = {"topics": known("topics", "work")}
    return {
        "goemotions": [
            Item(
                "goemotions",
                "a b",
                ["a b"],
                False,
                {"emotions": known("emotions", "anger"), "twins": known("feelings", "anger")},
                tokens=[[140, 141]],
                places=[[(0, 1), (2, 3)]],
            )
        ],
        "journals": [entry("no", "shutdown"), entry("yes", "attack"), entry("well", "pause", held_out=True)],
        "lemotif": [
            Item(
                "lemotif",
                "c",
                ["c"],
                False,
                topics | {"own_feelings": known("feelings", "joy")},
                {},
                [[150]],
                [[(0, 1)]],
            )
        ],
        "sad": [
            Item(
                "sad",
                "d",
                ["d"],
                False,
                topics | {"levels": np.array([np.nan, 1.0], np.float32)},
                {},
                [[151]],
                [[(0, 1)]],
            )
        ],
    }


def network():
    torch.manual_seed(0)
    return Network(Tiny(), LABELS, hidden=6, dropout=0.0, width=WIDTH)


def soften(items):
    for corpus in items.values():
        judge(network().eval(), corpus, 0.5, LABELS)
    return 0


@pytest.fixture
def tiny_run(items, monkeypatch, tmp_path):
    settings = run.read_settings()
    settings["stages"] = [stage | {"epochs": 2} for stage in settings["stages"]]
    settings["go_on"] = settings["go_on"] | {"epochs": 2}
    monkeypatch.setattr(run, "read_settings", lambda: settings)
    monkeypatch.setattr(run, "read_corpora", lambda linear=None: items)
    monkeypatch.setattr(run, "add_soft", soften)
    monkeypatch.setattr(run, "Network", lambda encoder, labels, hidden, dropout: network())
    monkeypatch.setattr(run, "pretrained", lambda folder: None)
    return lambda: run.finetune(tmp_path, lambda step: None), settings, tmp_path


def test_all_stages_are_gone_through_and_the_weights_have_moved(tiny_run):
    train, settings, folder = tiny_run
    trained = torch.load(train(), weights_only=True)
    stages = {run.stage_file(number) for number in range(1, len(settings["stages"]) + 1)}
    assert {path.name for path in folder.iterdir()} == stages | {"network.pt"}
    start = network().state_dict()
    assert all(not torch.equal(trained[name], start[name]) for name in ("encoder.words.weight", "patterns.score.bias"))


def test_a_shipped_network_goes_on_by_one_stage_of_its_own(tiny_run):
    train, _, folder = tiny_run
    run.finetune(folder, lambda step: None, shipped=network())
    assert {path.name for path in folder.iterdir()} == {"stage-1.pt", "network.pt"}
    with pytest.raises(AnalyzerError, match=r"stage-1\.pt is of a run with other settings"):
        train()


def test_a_stage_of_other_settings_is_refused(tiny_run):
    train, settings, _ = tiny_run
    train()
    settings["weights"] = settings["weights"] | {"patterns": 9.0}
    with pytest.raises(AnalyzerError, match=r"stage-1\.pt is of a run with other settings"):
        train()


def test_a_stopped_run_goes_on_at_its_last_epoch(items, tmp_path):
    settings = run.read_settings() | run.read_settings()["stages"][0] | {"epochs": 2}
    checkpoint, said = tmp_path / "checkpoint.pt", []
    run.fit(network(), items, settings, said.append, checkpoint=checkpoint, origin={})
    held = torch.load(checkpoint, weights_only=True)
    torch.save(held | {"epoch": 1}, checkpoint)
    again = []
    run.fit(network(), items, settings, again.append, checkpoint=checkpoint, origin={})
    assert [line.split(",")[0] for line in said] == ["epoch 1", "epoch 2"]
    assert [line.split(",")[0] for line in again] == ["epoch 2"]


def test_a_label_costs_less_where_the_entry_holds_it_than_where_it_does_not(items):
    """The second sentence is said to hold what the first one does: the entry is right, only the place is not."""
    recipe = Recipe(LABELS, run.read_settings()["weights"])
    net, column = network().eval(), LABELS["patterns"].index("shutdown")
    with torch.no_grad():
        net.patterns.score.bias[column] = 4.0
        told = loss(net, items["journals"][:1], lay_out(items["journals"][:1]), recipe)
        other = loss(net, items["journals"][1:2], lay_out(items["journals"][1:2]), recipe)
    assert told < other


def test_a_larger_network_judges_sentences_mentions_and_texts(items):
    soften(items)
    soften({"journals": items["journals"][2:]})
    first, held = items["journals"][0], items["journals"][2]
    assert first.soft["patterns"].shape == (2, len(LABELS["patterns"]))
    assert first.soft["agent"].shape == (1, len(LABELS["agent"]))
    assert first.soft["who"].sum() == pytest.approx(1)
    # Two networks at half each.
    assert held.soft["agent"].sum() == pytest.approx(1)
    assert "emotions" in items["goemotions"][0].soft
    assert "emotions" not in first.soft
