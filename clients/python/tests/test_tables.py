from __future__ import annotations

import datetime
import importlib.util
import os
import pathlib
import re
import tempfile
import unittest
from typing import Any

from exoscout import Scout, Table
from exoscout.report import bib
from exoscout.tables import moment
from exoscout.uploads import Upload, dumped
from tests.fake import FakeSuite, says

ROWS = [
    {"rank": 1, "object": "1234.10", "probability": 0.9, "created_at": "2026-01-02T03:04:05.5Z",
     "probabilities": {"FALSE POSITIVE": 0.1, "CONFIRMED": 0.9},
     "reasons": [{"feature": "koi_depth", "value": None, "contribution": 0.5, "tags": ["transit", "star"]}]},
    {"rank": 2, "object": "0012.01", "probability": None, "created_at": "2026-01-02T03:04:05Z"},
]


def needs(module: str) -> bool:
    """Whether a module is there; in CI all have to be."""
    return importlib.util.find_spec(module) is not None or os.environ.get("CI") == "true"


class Papers(unittest.TestCase):
    def test_what_is_written_is_what_was_seen(self) -> None:
        ndjson = says('{"row": 1}\n', kind="application/x-ndjson", X_Model_Id="m1")
        with FakeSuite(ndjson, says("row\n1\n", kind="text/csv")) as suite, tempfile.TemporaryDirectory() as folder:
            table = pathlib.Path(folder, "t.csv")
            table.write_bytes(b"a\n1\n")
            with open(table, "rb") as file:
                found = Scout(suite.url).model("champion").predict(file)
            found.to_csv(pathlib.Path(folder, "p.csv"))
        self.assertEqual(["champion", "m1"], [name for one in suite.requests for name in re.findall("champion|m1", one.path)])
        self.assertEqual(2, sum(b"a\n1\n" in one.body for one in suite.requests))

    def test_a_list_without_a_form_of_the_suite_is_whole_or_not_at_all(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "t.csv")
            path.write_bytes(b"before")
            with self.assertRaises(TypeError):
                Table.of([{"a": object()}]).to_csv(path)
            self.assertEqual((b"before", ["t.csv"]), (path.read_bytes(), os.listdir(folder)))

    @unittest.skipUnless(needs("pandas"), "pandas is not there")
    def test_a_field_of_ones_own_may_have_the_name_of_a_moment(self) -> None:
        cases: list[list[Any]] = [[3.5, 4.5], ["2 h", "3 h"], ["2026-01-02T03:04:05Z", 3]]
        for values in cases:
            frame = Table.of([{"time": value} for value in values]).to_pandas()
            self.assertEqual(values, list(frame["time"]))

    def test_bibtex_takes_any_name(self) -> None:
        self.assertEqual(r"a\}\_\textbackslash{}b", bib("a}_\\b"))


class Tables(unittest.TestCase):
    def test_it_is_a_sequence_of_dicts(self) -> None:
        table = Table.of(ROWS)
        self.assertEqual((2, ROWS, ROWS[1], ROWS[:1], True), (len(table), list(table), table[-1], table[:1], bool(table)))
        self.assertEqual(["rank", "object", "probability", "created_at", "probabilities", "reasons"], table.columns)

    def test_going_through_it_keeps_nothing(self) -> None:
        with FakeSuite(says('{"id": "v", "object": "é"}\n' * 3, kind="application/x-ndjson")) as suite:
            table = Scout(suite.url).verdicts.list()
            self.assertEqual(3, sum(1 for _ in table))
            self.assertEqual("<Table, not read yet>", repr(table))
            self.assertEqual((3, 3), (len(table), len(table)))
        self.assertEqual(2, len(suite.requests))

    def test_pages_are_followed_to_the_last(self) -> None:
        pages = (says([{"job_id": "a"}], Link='<http://elsewhere/jobs?cursor=x%2By&limit=1>; rel="next"'), says([{"job_id": "b"}]))
        with FakeSuite(*pages) as suite:
            self.assertEqual(["a", "b"], [job["job_id"] for job in Scout(suite.url).jobs()])
        self.assertEqual("/exo-scout-jobs-api/jobs?limit=200&cursor=x%2By", suite.requests[1].path)

    def test_its_csv_is_the_suites(self) -> None:
        with tempfile.TemporaryDirectory() as folder, FakeSuite(says("a,b\n", kind="text/csv")) as suite:
            path = pathlib.Path(folder, "t.csv")
            Scout(suite.url).verdicts.list().to_csv(path)
            self.assertEqual("a,b\n", path.read_text())
        self.assertEqual("text/csv", suite.requests[0].headers["Accept"])

    def test_rows_that_are_here_become_csv_too(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "t.csv")
            Table.of([{"a": 0.1, "b": None}, {"a": "x,y", "c": 1}]).to_csv(path)
            self.assertEqual('a,b,c\n0.1,,\n"x,y",,1\n', path.read_text())

    def test_a_form_it_does_not_have_is_refused(self) -> None:
        with self.assertRaisesRegex(ValueError, "'fits' is no form of this list"):
            Table.of(ROWS).save("x", "fits")

    def test_moments_are_read_to_the_microsecond(self) -> None:
        at = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)
        self.assertEqual((at, at.replace(microsecond=478645), None),
                         (moment("2026-01-02T03:04:05Z"), moment("2026-01-02T03:04:05.478645571Z"), moment(None)))


@unittest.skipUnless(needs("pandas"), "pandas is not there")
class Frames(unittest.TestCase):
    def test_names_stay_text_and_numbers_are_numbers(self) -> None:
        frame = Table.of(ROWS).to_pandas()
        self.assertEqual(["1234.10", "0012.01"], list(frame["object"]))
        self.assertEqual(("int64", "float64"), (str(frame["rank"].dtype), str(frame["probability"].dtype)))
        self.assertTrue(frame["probability"].isna()[1])

    def test_its_columns_are_those_of_the_suites_csv(self) -> None:
        frame = Table.of(ROWS).to_pandas()
        self.assertEqual(["rank", "object", "probability", "created_at", "probability_false_positive", "probability_confirmed",
                          "reason_1", "reason_1_value", "reason_1_contribution", "reason_1_tags"], list(frame.columns))
        self.assertEqual("transit star", frame["reason_1_tags"][0])

    def test_moments_are_moments_with_and_without_fractions(self) -> None:
        column = Table.of(ROWS).to_pandas()["created_at"]
        self.assertEqual("2026-01-02 03:04:05.500000+00:00", str(column[0]))
        self.assertEqual("2026-01-02 03:04:05+00:00", str(column[1]))

    def test_an_empty_table_is_an_empty_frame(self) -> None:
        self.assertEqual(0, len(Table.of([]).to_pandas()))

    def test_a_frame_can_be_sent(self) -> None:
        import pandas

        frame = pandas.DataFrame({"name": ["a", None], "period": [0.1 + 0.2, float("nan")]})
        self.assertEqual(b"name,period\na,0.30000000000000004\n,\n", b"".join(Upload.of(frame).blocks()))

    def test_its_cells_can_be_sent(self) -> None:
        import pandas

        row = pandas.DataFrame({"n": [1], "x": [0.5], "t": [pandas.Timestamp("2026-01-02")], "no": [pandas.NaT]}).iloc[0]
        self.assertEqual('{"n": 1, "x": 0.5, "t": "2026-01-02T00:00:00", "no": null}', dumped(row.to_dict()))


@unittest.skipUnless(needs("astropy"), "astropy is not there")
class AstropyTables(unittest.TestCase):
    def test_rows_become_masked_columns(self) -> None:
        table = Table.of(ROWS).to_astropy()
        self.assertEqual([False, True], list(table["probability"].mask))
        self.assertEqual("0012.01", table["object"][1])

    def test_a_table_can_be_sent_with_its_units(self) -> None:
        import astropy.table
        import astropy.units

        table = astropy.table.QTable({"pl_orbper": [1.5] * astropy.units.day})
        sent = b"".join(Upload.of(table).blocks())
        self.assertIn(b"unit: d", sent)
