"""How much a rule's answer is worth beside the head's, in three steps; 0 counts as not sure."""

# A default, a rule that is right more often than not, and words that leave no doubt ("did not", "nearly", "as a boy").
DEFAULT, SURE, CERTAIN = 0, 1, 2
