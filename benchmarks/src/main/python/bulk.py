"""The peer that large tables are compared with: pandas reads a table, XGBoost for Python scores its columns as they are with 400
trees of up to 32 leaves on all cores, pandas writes rows, names and probabilities. No features, checks, or hash.
Started by io.exoscout.benchmarks.PandasPeer.

Usage: bulk.py TRAINING.csv
Reads the name of a table per line from standard input, and answers each with one line, {"seconds", "processor", "rows"}: how long
it took from the file to the bytes of the answer, and how much of the processors.
"""
import io
import json
import sys
import time

import pandas as pd
import xgboost

SETTINGS = dict(n_estimators=400, max_depth=5, max_leaves=32, learning_rate=0.05, tree_method="hist", random_state=42)
NOT_MEASURED = {"koi_score", "koi_tce_plnt_num", "koi_fpflag_nt", "koi_fpflag_ss", "koi_fpflag_co", "koi_fpflag_ec", "koi_time0bk"}


def train(path):
    # comments stand before the header only; a '#' may be in a cell
    with open(path, encoding="utf-8") as lines:
        skip = next(i for i, line in enumerate(lines) if not line.startswith("#"))
    table = pd.read_csv(path, skiprows=skip)
    columns = [name for name in table.select_dtypes("number").columns
               if name.startswith("koi_") and name not in NOT_MEASURED and table[name].notna().any()]
    decided = table[table["koi_disposition"].isin(["CONFIRMED", "FALSE POSITIVE"])]
    model = xgboost.XGBClassifier(**SETTINGS)
    model.fit(decided[columns].astype("float32"), (decided["koi_disposition"] == "CONFIRMED").astype(int))
    return model, columns


def answer(path, model, columns):
    table = pd.read_csv(path)
    planet = model.predict_proba(table[columns].astype("float32"))[:, 1]
    scored = pd.DataFrame({"row": range(1, len(table) + 1), "object": table["kepoi_name"], "false_positive": 1 - planet, "planet": planet})
    text = io.StringIO()
    scored.to_csv(text, index=False, float_format="%.6f")
    return len(table), text.getvalue().encode("utf-8")


model, columns = train(sys.argv[1])
for line in sys.stdin:
    began = time.perf_counter()
    worked = time.process_time()
    rows, _ = answer(line.rstrip("\n"), model, columns)
    print(json.dumps({"seconds": time.perf_counter() - began, "processor": time.process_time() - worked, "rows": rows}), flush=True)
