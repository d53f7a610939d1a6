"""The commands ``analyze`` and ``analyzer``: they parse and print; the work is done by functions that return."""
