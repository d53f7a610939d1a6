"""Where the shipped files lie: inside the installed package, or beside it in a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def shipped(name: str) -> Path:
    """Return the path of a shipped file or folder, such as ``models/feelings`` or ``data/cues/care.yaml``.

    The wheel carries ``models`` and parts of ``data`` inside the package; in a checkout they lie beside it.

    Raises:
        FileNotFoundError: neither place has it, so the installation is broken.
    """
    for root in (PACKAGE, PACKAGE.parent):
        path = root / name
        if path.exists():
            return path
    raise FileNotFoundError(f"{name} is missing from the installation of analyzer: install it again")
