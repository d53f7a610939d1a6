"""Entry points of the two commands. Nothing heavy is imported here: ``--help`` answers at once."""

from analyzer.cli.app import make_analyze, make_analyzer


def analyze_command() -> None:
    """Run ``analyze`` and leave with its exit code."""
    make_analyze()(prog_name="analyze")


def analyzer_command() -> None:
    """Run ``analyzer`` and leave with its exit code."""
    make_analyzer()(prog_name="analyzer")


if __name__ == "__main__":
    analyzer_command()
