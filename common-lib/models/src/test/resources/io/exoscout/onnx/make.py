"""Makes the ONNX files beside it, and what scikit-learn and XGBoost themselves say of the rows in rows.csv.

Ran with scikit-learn 1.2.1, XGBoost 1.7.4, skl2onnx 1.14.0, onnxmltools 1.11.1 and onnx 1.12.0.
"""
import csv

import numpy
import onnx
from onnxmltools import convert_xgboost
from onnxmltools.convert.common.data_types import FloatTensorType as XgboostFloats
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType
from sklearn.ensemble import ExtraTreesClassifier, GradientBoostingClassifier, RandomForestClassifier
from sklearn.tree import DecisionTreeClassifier
from xgboost import XGBClassifier

FEATURES = ["koi_period", "koi_duration", "koi_depth", "koi_prad"]
random = numpy.random.default_rng(3)
rows = numpy.exp(random.normal([2, 1.2, 6, 1], [1.5, 0.6, 2, 1], (400, 4))).astype(numpy.float32)
score = numpy.log(rows[:, 0]) - 0.5 * numpy.log(rows[:, 2]) + random.normal(0, 1, 400)
planet = numpy.where(score > -1, "CONFIRMED", "FALSE POSITIVE")
three = numpy.where(score > 0, "CONFIRMED", numpy.where(score > -2, "CANDIDATE", "FALSE POSITIVE"))
said = {}


def keep(name, model, file):
    onnx.save(file, name + ".onnx")
    said[name] = model.predict_proba(rows)


def single(name, model, labels, ml, **options):
    """One input for all features."""
    model.fit(rows, labels)
    keep(name, model, to_onnx(model, initial_types=[("X", FloatTensorType([None, 4]))],
                              target_opset={"": 15, "ai.onnx.ml": ml}, options={id(model): options}))


single("forest", RandomForestClassifier(10, max_depth=6, random_state=1), planet, 1)
single("forest-3-classes", RandomForestClassifier(10, max_depth=6, random_state=1), three, 3, zipmap=False)
single("extra-trees", ExtraTreesClassifier(10, max_depth=6, random_state=1), planet, 3, zipmap=False)
single("tree", DecisionTreeClassifier(max_depth=5, random_state=1), planet, 2)
single("boosting", GradientBoostingClassifier(n_estimators=10, max_depth=3, random_state=1), planet, 1)
single("boosting-3-classes", GradientBoostingClassifier(n_estimators=10, max_depth=3, random_state=1), three, 3,
       zipmap=False)

for name, labels in {"xgboost": planet == "CONFIRMED", "xgboost-3-classes": numpy.unique(three, return_inverse=True)[1]}.items():
    model = XGBClassifier(n_estimators=10, max_depth=3, n_jobs=1, base_score=0.5).fit(rows, labels.astype(int))
    keep(name, model, convert_xgboost(model, initial_types=[("X", XgboostFloats([None, 4]))], target_opset=15))

# one input for each column
model = RandomForestClassifier(10, max_depth=6, random_state=1).fit(rows, planet)
file = to_onnx(model, initial_types=[("X", FloatTensorType([None, 4]))], target_opset={"": 15, "ai.onnx.ml": 3},
               options={id(model): {"zipmap": False}})
columns = onnx.helper.make_node("Concat", FEATURES, ["X"], axis=1)
file.graph.node.insert(0, columns)
del file.graph.input[:]
file.graph.input.extend(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [None, 1]) for name in FEATURES)
onnx.checker.check_model(file)
keep("columns", model, file)

with open("rows.csv", "w", newline="") as out:
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(FEATURES)
    lines.writerows([[str(v) for v in row] for row in rows])
for name, probabilities in said.items():
    with open(name + ".csv", "w", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([[repr(float(p)) for p in row] for row in probabilities])
