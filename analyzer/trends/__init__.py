"""What the findings of a whole journal say together: pure functions from the two frames to tables of figures."""

from analyzer.trends.schema import ANYONE, BYS, SIDES, VERDICTS, WEEKDAYS, By, Side, Verdict

__all__ = ["ANYONE", "BYS", "SIDES", "VERDICTS", "WEEKDAYS", "By", "Side", "Verdict"]
