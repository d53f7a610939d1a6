"""From the corpora in ``data/`` to the artifacts in ``models/``: run by ``analyzer train``, never at run time."""
