"""How certain a rule is of its answer, in three steps; what each is worth beside the head is learnt."""

# A default, a rule that is right more often than not, and words that leave no doubt ("did not", "nearly", "as a boy").
DEFAULT, SURE, CERTAIN = 0, 1, 2
