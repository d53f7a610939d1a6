"""What the findings of a whole journal say together: pure functions from the two frames to tables of figures."""

from analyzer.trends.bonds import REPAIR_DAYS, cycles, repairs
from analyzer.trends.chains import chains, echoes
from analyzer.trends.pairs import LEAST, RATE, pairs
from analyzer.trends.phrases import Phrases, Quality, load_phrases, load_qualities
from analyzer.trends.rates import intensity, rates
from analyzer.trends.schema import (
    ANYONE,
    BYS,
    SIDES,
    VERDICTS,
    WEEKDAYS,
    By,
    Side,
    Verdict,
    chains_schema,
    changes_schema,
    cycles_schema,
    echoes_schema,
    intensity_schema,
    new_security_schema,
    pairs_schema,
    qualities_schema,
    rates_schema,
    repairs_schema,
    space_schema,
)
from analyzer.trends.security import new_security, qualities
from analyzer.trends.select import about
from analyzer.trends.space import changes, space
from analyzer.trends.statements import Evidence, Statement, supported
from analyzer.trends.tables import Trends

__all__ = [
    "ANYONE",
    "BYS",
    "LEAST",
    "RATE",
    "REPAIR_DAYS",
    "SIDES",
    "VERDICTS",
    "WEEKDAYS",
    "By",
    "Evidence",
    "Phrases",
    "Quality",
    "Side",
    "Statement",
    "Trends",
    "Verdict",
    "about",
    "chains",
    "chains_schema",
    "changes",
    "changes_schema",
    "cycles",
    "cycles_schema",
    "echoes",
    "echoes_schema",
    "intensity",
    "intensity_schema",
    "load_phrases",
    "load_qualities",
    "new_security",
    "new_security_schema",
    "pairs",
    "pairs_schema",
    "qualities",
    "qualities_schema",
    "rates",
    "rates_schema",
    "repairs",
    "repairs_schema",
    "space",
    "space_schema",
    "supported",
]
