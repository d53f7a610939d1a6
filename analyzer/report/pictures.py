import pandas as pd
def pictures(entries: pd.DataFrame, findings: pd.DataFrame) -> dict[str, object]:
    return dict.fromkeys("calendar heat flow cycle space feelings intensity".split())
