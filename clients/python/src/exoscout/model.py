"""A model: what it says of rows, why, and what it is."""
from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Optional, Union, cast

from exoscout import api
from exoscout.tables import FORMS, Table
from exoscout.transport import Answer
from exoscout.uploads import Upload, plain

if TYPE_CHECKING:
    from exoscout.job import Job
    from exoscout.scout import Scout

__all__ = ["Model", "Predictions"]

Path = Union[str, "os.PathLike[str]"]


class Predictions(Table):
    """What a model says of rows, and how much that is worth.

    information: how much of the model's knowledge is left with these columns, 0 to 1
    expected_accuracy: the share of the training rows that is told right with these columns, 0 to 1
    absent_columns: the columns that are absent, first the one that matters most
    drift: how far the rows lie from the training rows: none, moderate, strong, few_rows or unknown
    """

    information: Optional[float] = None
    expected_accuracy: Optional[float] = None
    absent_columns: list[str] = []
    drift: Optional[str] = None

    def _headed(self, answer: Answer[Any]) -> None:
        def share(header: str) -> Optional[float]:
            value = answer.headers.get(header)
            return None if value is None else float(value)

        self.information = share("X-Information")
        self.expected_accuracy = share("X-Expected-Accuracy")
        self.absent_columns = answer.words("X-Absent-Columns")
        self.drift = answer.headers.get("X-Drift")
        self.notes = answer.words("X-Notes")


class Model:
    """A model by its id, its label or an alias."""

    def __init__(self, scout: Scout, name: str) -> None:
        self._scout = scout
        self._api = scout.api
        self.name = name

    def __repr__(self) -> str:
        return "<Model %s>" % self.name

    def predict(self, table: Any, *, explain: int = 0, explain_class: Optional[str] = None,
                explain_min: Optional[float] = None, unit: Optional[str] = None, precision: Optional[float] = None,
                recall: Optional[float] = None, language: Optional[str] = None) -> Predictions:
        """What it says of the rows of a path, an open file, a DataFrame, an astropy Table, or of dicts.

        explain: how many features to name for each row
        unit: `probability` or `log-odds` for explanations of the calibrated probability; else the model's own score
        precision, recall: mark the rows to take if this share of those taken is to be planets, or of the planets to be taken
        language: of sentences, en or es
        """
        asked: dict[str, Any] = {"explain": explain or None, "explain_class": explain_class,
                                 "explain_min": explain_min, "unit": unit, "precision": precision, "recall": recall,
                                 "accept_language": language}
        rows = as_rows(table)
        upload = None if rows is not None else Upload.lasting(table)
        name = self.name

        def ask(accept: str) -> Answer[Any]:
            if rows is None:
                return self._api.predict(file=upload, model=name, **asked, accept=cast(Any, accept))
            body: api.RowsRequest = {"model": name, "rows": rows}
            return self._api.predict(body=body, **asked, accept=cast(Any, accept))

        with ask(FORMS["ndjson"]) as answer:
            # an alias may point elsewhere by the time they are written, and what is written is to be what was seen
            name = answer.headers.get("X-Model-Id") or name
            found = Predictions(lambda: ask(FORMS["ndjson"]).rows(), ask)
            found._headed(answer)
            found._kept = list(answer.rows())
        return found

    def predict_to(self, path: Path, table: Any, *, form: str = "csv", explain: int = 0) -> None:
        """Writes what it says into a file as it comes, whatever its size: csv, ndjson, votable, fits, ecsv or ipac."""
        if form not in FORMS:
            raise ValueError("%r is no form of predictions: there are %s" % (form, ", ".join(FORMS)))
        answer = self._api.predict(file=Upload.of(table), model=self.name, explain=explain or None,
                                   accept=cast(Any, FORMS[form]))
        answer.save(path)

    def predict_later(self, table: Any, *, explain: int = 0) -> Job:
        """The same as a job that nobody waits for: its `predictions()` are there once it is completed."""
        answer = self._api.predict(file=Upload.of(table), model=self.name, explain=explain or None, mode="job").json()
        return self._scout.job(cast("dict[str, Any]", answer)["job_id"])

    def explain(self, row: Mapping[str, Any], *, features: int = 10, unit: str = "probability",
                class_name: Optional[str] = None) -> dict[str, Any]:
        """What it says of one row, and which features say so: base value, contributions and rest add up to the score."""
        return self.predict([row], explain=features, unit=unit, explain_class=class_name)[0]

    def profile(self, row: Mapping[str, Any], column: str) -> api.ProfilePage:
        """What it would say of a row if one of its columns were another."""
        return self._api.profile_row(self.name, column, cast(Any, {"row": plain(row)})).json()

    def card(self) -> api.ModelDetails:
        """What it is: inputs with units and meanings, figures, doubts, where it ends."""
        return self._api.get_model(self.name).json()

    def card_html(self) -> str:
        """The same as a page to read."""
        return self._api.get_model(self.name, accept="text/html").text()

    def inputs(self) -> api.InputPage:
        """What can be put into it: columns with units, how they lie, examples."""
        return self._api.get_inputs(self.name).json()

    def download(self, path: Path) -> None:
        """Writes the model file, which any suite can import."""
        self._api.download_model(self.name).save(path)

    def download_onnx(self, path: Path) -> None:
        """Writes it as ONNX, to score elsewhere."""
        self._api.download_onnx(self.name).save(path)

    def delete(self) -> None:
        """Removes it."""
        self._api.delete_model(self.name).close()


def as_rows(table: Any) -> Optional[list[dict[str, Any]]]:
    """Rows that are dicts, as JSON takes them; None for a table."""
    if isinstance(table, Mapping):
        return [plain(table)]
    if isinstance(table, (list, tuple)):
        return [plain(row) for row in table]
    return None
