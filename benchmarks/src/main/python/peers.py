"""The peers that our learners are compared with: scikit-learn and XGBoost for Python, fitted to the rows, columns and folds
that the comparison wrote, when it says so. Started by io.exoscout.study.peers.TrainingBenchmark.

Usage: peers.py MATRIX.csv
MATRIX.csv has one column for each feature (an empty cell is a missing value), then `label` (0 or 1) and `fold`.
Reads one fit per line from standard input, {"algorithm", "fold", "threads", "seed", "settings"}, in our names, and answers each
with one line, {"seconds", "probabilities"}: the time of the whole `fit`, and what the model says of the fold's rows.
"""
import json
import sys
import time

import numpy as np
import sklearn
import xgboost
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier, VotingClassifier
from sklearn.impute import SimpleImputer


def random_forest(settings, threads, seed):
    return RandomForestClassifier(
        n_estimators=settings["n_estimators"], max_depth=settings["max_depth"], min_samples_leaf=settings["min_samples_leaf"],
        max_features=settings["max_features"], criterion="entropy", n_jobs=threads, random_state=seed)


def gradient_boosting(settings, threads, seed):
    # knows no threads
    return GradientBoostingClassifier(
        n_estimators=settings["n_estimators"], max_depth=settings["max_depth"], learning_rate=settings["learning_rate"],
        subsample=settings["subsample"], min_samples_leaf=settings["min_samples_leaf"], max_features=settings["max_features"],
        random_state=seed)


def boosted_by_xgboost(settings, threads, seed):
    return xgboost.XGBClassifier(**settings, tree_method="hist", n_jobs=threads, random_state=seed)


def ensemble(settings, threads, seed):
    # has the settings of its members by name; they are fitted one after the other
    members = [(name, MODELS[name](settings[name], threads, seed)) for name in sorted(settings)]
    return VotingClassifier(members, voting="soft")


MODELS = {"random_forest": random_forest, "gradient_boosting": gradient_boosting, "xgboost": boosted_by_xgboost, "ensemble": ensemble}


def fit(rows, labels, folds, asked):
    train, test = folds != asked["fold"], folds == asked["fold"]
    known, unknown = rows[train], rows[test]
    if asked["algorithm"] != "xgboost":
        # scikit-learn's trees take no missing values; the time for filling them in is not counted
        imputer = SimpleImputer(strategy="median", keep_empty_features=True).fit(known)
        known, unknown = imputer.transform(known), imputer.transform(unknown)
    model = MODELS[asked["algorithm"]](asked["settings"], asked["threads"], asked["seed"])
    began = time.perf_counter()
    model.fit(known, labels[train])
    seconds = time.perf_counter() - began
    return {"seconds": seconds, "probabilities": model.predict_proba(unknown)[:, 1].tolist()}


def main(path):
    matrix = np.genfromtxt(path, delimiter=",", skip_header=1, dtype=np.float32)
    rows, labels, folds = matrix[:, :-2].copy(), matrix[:, -2].astype(int), matrix[:, -1].astype(int)
    answer({"python": sys.version.split()[0], "scikit-learn": sklearn.__version__, "xgboost": xgboost.__version__})
    for line in sys.stdin:
        answer(fit(rows, labels, folds, json.loads(line)))


def answer(document):
    print(json.dumps(document), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
