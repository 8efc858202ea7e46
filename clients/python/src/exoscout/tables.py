"""Lists of objects that the suite answers with."""
from __future__ import annotations

import csv
import datetime
import io
import os
import re
import warnings
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Optional, Union, cast, overload

from exoscout.api import MOMENTS
from exoscout.transport import Answer, written
from exoscout.uploads import cell

if TYPE_CHECKING:
    import astropy.table
    import pandas

__all__ = ["Table", "moment"]

RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
FORMS = {
    "csv": "text/csv",
    "ndjson": "application/x-ndjson",
    "votable": "application/x-votable+xml",
    "fits": "application/fits",
    "ecsv": "text/x-ecsv",
    "ipac": "text/x-ipac-table",
}


class Table:
    """Rows as dicts, in the order of the suite.

    Going through a table reads it from the suite row by row and keeps nothing; whatever needs all of it (`len`, an index,
    `columns`, `to_pandas`) reads it once and keeps it. `save`, `to_csv` and `to_astropy` ask the suite for the form that is
    wanted, with units and descriptions where the form has them.
    """

    def __init__(
        self,
        rows: Callable[[], Iterator[dict[str, Any]]],
        ask: Optional[Callable[[str], Answer[Any]]] = None,
        forms: tuple[str, ...] = tuple(FORMS),
        notes: Optional[list[str]] = None,
    ) -> None:
        self._read = rows
        self._ask = ask
        self._forms = forms if ask else ()
        self._kept: Optional[list[dict[str, Any]]] = None
        #: what to bear in mind, in words
        self.notes: list[str] = notes or []

    @classmethod
    def of(cls, rows: list[Any], notes: Optional[list[str]] = None) -> Table:
        """A table of rows that are here already."""
        table = cls(lambda: iter(rows), notes=notes)
        table._kept = cast("list[dict[str, Any]]", rows)
        return table

    @property
    def rows(self) -> list[dict[str, Any]]:
        """All rows, read once."""
        if self._kept is None:
            self._kept = list(self._read())
        return self._kept

    @property
    def columns(self) -> list[str]:
        """What rows have, in the order in which it is first seen."""
        return list(dict.fromkeys(column for row in self.rows for column in row))

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self._kept) if self._kept is not None else self._read()

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        return bool(self.rows)

    @overload
    def __getitem__(self, index: int) -> dict[str, Any]: ...

    @overload
    def __getitem__(self, index: slice) -> list[dict[str, Any]]: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[dict[str, Any], list[dict[str, Any]]]:
        return self.rows[index]

    def __repr__(self) -> str:
        if self._kept is None:
            return "<Table, not read yet>"
        return "<Table of %d rows: %s>" % (len(self), ", ".join(self.columns))

    def to_pandas(self) -> pandas.DataFrame:
        """A DataFrame with the columns of the suite's own CSV: numbers as numbers, names as text, moments in UTC."""
        import pandas

        frame = pandas.DataFrame([flat(row) for row in self.rows])
        for column in frame.columns:
            said = [value for value in frame[column] if isinstance(value, str)]
            # a field of somebody's own may be called that, too
            if column.rpartition(".")[2] in MOMENTS and said and len(said) == frame[column].notna().sum() \
                    and all(map(RFC_3339.fullmatch, said)):
                frame[column] = pandas.to_datetime([moment(value) if isinstance(value, str) else None for value in frame[column]],
                                                   utc=True)
        return frame

    def to_astropy(self) -> astropy.table.Table:
        """An astropy Table: by way of a VOTable, with units and descriptions, where the suite makes one of this list."""
        import astropy.table

        if "votable" in self._forms:
            with warnings.catch_warnings():
                # earthRad is a unit for astropy, which nevertheless warns that it is none of the standard of VOUnits
                warnings.filterwarnings("ignore", message=".*earthRad.*")
                found = astropy.table.Table.read(io.BytesIO(self._answer("votable").read()), format="votable")
            return cast("astropy.table.Table", found)
        rows = [flat(row) for row in self.rows]
        columns = list(dict.fromkeys(column for row in rows for column in row))
        table = astropy.table.Table()
        for column in columns:
            values = [row.get(column) for row in rows]
            empty = [value is None for value in values]
            filler = next((type(value)() for value in values if isinstance(value, (str, int, float))), "")
            if any(isinstance(value, (list, dict)) for value in values):
                values, filler = [None if value is None else str(value) for value in values], ""
            filled = [filler if value is None else value for value in values]
            table[column] = astropy.table.MaskedColumn(filled, mask=empty) if any(empty) else filled
        return table

    def to_csv(self, path: Union[str, os.PathLike[str]]) -> None:
        """Writes a CSV file: the suite's own where it makes one of this list."""
        if "csv" in self._forms:
            self.save(path, "csv")
            return
        rows = [flat(row) for row in self.rows]
        columns = list(dict.fromkeys(column for row in rows for column in row))
        file = io.StringIO(newline="")
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([cell(row.get(column)) for column in columns] for row in rows)
        written(path, [file.getvalue().encode("utf-8")])

    def save(self, path: Union[str, os.PathLike[str]], form: str) -> None:
        """Writes a file in a form of the suite's: csv, ndjson, votable, fits, ecsv or ipac."""
        self._answer(form).save(path)

    def _answer(self, form: str) -> Answer[Any]:
        if self._ask is None or form not in self._forms:
            raise ValueError("%r is no form of this list: it has %s" % (form, ", ".join(self._forms) or "none"))
        return self._ask(FORMS[form])


def flat(row: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """A row as columns, named as in the suite's own CSV: `probability_confirmed`, `reason_1`, `reason_1_value` …;
    other members of members as `aliases.champion`, other lists as they are.
    """
    found: dict[str, Any] = {}
    for key, value in row.items():
        if key == "probabilities" and isinstance(value, dict):
            for name, probability in value.items():
                found["probability_" + re.sub(r"[^a-z0-9]+", "_", name.lower())] = probability
        elif key in ("reasons", "explanation") and isinstance(value, list):
            for number, reason in enumerate(value, 1):
                found[prefix + "reason_%d" % number] = reason["feature"]
                for part in ("value", "contribution", "tags", "sentence"):
                    if part in reason:
                        said = reason[part]
                        found[prefix + "reason_%d_%s" % (number, part)] = " ".join(said) if isinstance(said, list) else said
        elif isinstance(value, dict):
            found.update(flat(value, prefix + key + "."))
        else:
            found[prefix + key] = value
    return found


def moment(text: Optional[str]) -> Optional[datetime.datetime]:
    """A moment as answers have it: RFC 3339, in UTC."""
    if text is None:
        return None
    seconds, _, fraction = text.rstrip("Z").partition(".")
    whole = datetime.datetime.fromisoformat(seconds).replace(tzinfo=datetime.timezone.utc)
    # Python knows microseconds and no more
    return whole + datetime.timedelta(microseconds=int((fraction + "000000")[:6]))
