"""Against a running suite, the one at EXOSCOUT_URL; skipped where there is none, which fails in CI."""
from __future__ import annotations

import contextlib
import csv
import gzip
import io
import os
import pathlib
import tempfile
import unittest
from typing import Any, Callable
from unittest import mock

from exoscout import Job, JobFailed, Scout, ScoutError, api
from tests.test_tables import needs

URL = os.environ.get("EXOSCOUT_URL", "")
TABLES = pathlib.Path(__file__).resolve().parents[3] / "test_data"
TABLE = TABLES / "kepler" / "training.csv"
ROWS = TABLES / "kepler" / "candidates.csv"


@unittest.skipUnless(URL or os.environ.get("CI") == "true", "EXOSCOUT_URL names no suite")
class Suite(unittest.TestCase):
    scout: Scout
    job: Job
    heard: list[tuple[str, Any]]
    asked: int

    @classmethod
    def setUpClass(cls) -> None:
        cls.scout = Scout(URL, progress=False)
        cls.job = cls.scout.train(TABLE, "xgboost", model_name="python", seed=5)
        if cls.job.duplicate:
            cls.job.delete()
            cls.job = cls.scout.train(TABLE, "xgboost", model_name="python", seed=5)
        cls.heard = []
        with mock.patch.object(api.Operations, "get_job", autospec=True, side_effect=api.Operations.get_job) as asked:
            cls.job.wait(timeout=120, progress=lambda status, progress: cls.heard.append((status, progress)))
        cls.asked = asked.call_count

    def test_a_table_is_understood_before_it_is_trained_on(self) -> None:
        seen = self.scout.inspect(TABLE)
        self.assertEqual(("kepler", 700), (seen["mission"], seen["rows"]))
        self.assertTrue(seen["trainable"]["possible"])
        self.assertEqual(seen["labels"], self.scout.inspect(io.BytesIO(gzip.compress(TABLE.read_bytes())))["labels"])

    def test_the_same_upload_is_the_same_job(self) -> None:
        again = self.scout.train(TABLE, "xgboost", seed=5)
        self.assertEqual((self.job.id, True), (again.id, again.duplicate))

    def test_progress_comes_by_events(self) -> None:
        self.assertEqual(1, self.asked)
        self.assertIn("completed", [status for status, _ in self.heard])
        self.assertTrue(any(progress and 0 < progress["fraction"] < 1 for _, progress in self.heard))

    def test_candidates_are_ranked(self) -> None:
        table = self.job.candidates()
        self.assertEqual(149, len(table))
        self.assertEqual(list(range(1, 150)), [row["rank"] for row in table])
        self.assertTrue(all(row["probability"] >= 0.9 for row in self.job.candidates(min_probability=0.9)))
        self.assertEqual(["rank", "object"], self.job.candidates(limit=2, fields=["rank", "object"]).columns)
        self.assertTrue(table.notes)

    def test_figures_have_intervals_and_meanings(self) -> None:
        report = self.job.report()
        figures = {row["figure"]: row for row in report.figures}
        self.assertLess(figures["roc_auc"]["lower"], figures["roc_auc"]["value"])
        self.assertLess(figures["roc_auc"]["value"], figures["roc_auc"]["upper"])
        self.assertIn("roc_auc", str(report))
        self.assertIn("@misc{exoscout-" + self.job.id[:12], report.bibtex())
        self.assertIn("xgboost model of ExoScout (target planet, seed 5", report.methods())

    def test_an_object_is_explained_and_found_again(self) -> None:
        first = self.job.candidates(limit=1)[0]
        one = self.job.object(first["object"])
        parts = one["explanation"]
        total = parts["base_value"]["probability"] + parts["rest"]["probability"] + sum(
            part["probability"] for part in parts["contributions"])
        self.assertAlmostEqual(first["probability"], total, 3)
        self.assertIn(self.job.id, [said["job_id"] for found in self.scout.find(first["object"]) for said in found["models"]])

    def test_a_model_scores_files_and_rows_alike(self) -> None:
        scored = self.job.model.predict(ROWS, explain=2, precision=0.9)
        self.assertEqual((60, 1.0, "few_rows"), (len(scored), scored.information, scored.drift))
        self.assertEqual(2, len(scored[0]["explanation"]))
        with open(ROWS, encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(line for line in file if not line.startswith("#"))]
        by_rows = self.scout.model("python").predict([{key: value or None for key, value in row.items()} for row in rows])
        self.assertEqual([row["probability"] for row in scored], [row["probability"] for row in by_rows])

    def test_a_row_of_few_columns_says_what_it_is_worth(self) -> None:
        row = {"koi_period": 14.4, "koi_duration": 4.1, "koi_depth": 310, "koi_prad": float("nan")}
        scored = self.job.model.predict(row)
        self.assertLess(scored.information or 1, 1)
        self.assertTrue(scored.absent_columns)
        said = self.job.model.explain(row, features=3)
        parts = said["base_value"] + said["rest"] + sum(part["contribution"] for part in said["explanation"])
        self.assertAlmostEqual(said["probability"], parts, 3)

    def test_predictions_can_wait(self) -> None:
        later = self.job.model.predict_later(ROWS)
        self.assertEqual(60, len(later.predictions()))
        with self.assertRaisesRegex(ValueError, "only trainings"):
            later.report()

    def test_files_are_written_as_they_come(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            files = {name: pathlib.Path(folder, name) for name in ("c.csv", "p.csv", "m.onnx", "m.exoscout", "c.fits")}
            self.job.candidates().to_csv(files["c.csv"])
            self.job.candidates().save(files["c.fits"], "fits")
            self.job.model.predict_to(files["p.csv"], ROWS)
            self.job.model.download_onnx(files["m.onnx"])
            self.job.model.download(files["m.exoscout"])
            self.assertEqual(150, len(files["c.csv"].read_text("utf-8").splitlines()))
            self.assertEqual(61, len(files["p.csv"].read_text("utf-8").splitlines()))
            self.assertTrue(files["c.fits"].read_bytes().startswith(b"SIMPLE"))
            brought = self.scout.import_model(files["m.exoscout"], model_name="brought")
            self.assertEqual(self.job.model.card()["class_names"], brought.card()["class_names"])
        self.assertIn("<html", self.job.model.card_html())

    def test_verdicts_are_said_changed_and_taken_back(self) -> None:
        name = self.job.candidates(limit=2)[1]["object"]
        self.scout.verdicts.set(name, "unsure", note="V-shaped?", tags=["look-again"])
        self.assertEqual("planet", self.scout.verdicts.set(name, "planet")["verdict"])
        with self.assertRaises(ScoutError) as caught:
            self.scout.verdicts.set(name, "unsure", replace=False)
        self.assertEqual(412, caught.exception.status)
        self.assertEqual("planet", self.scout.verdicts.get(name)["verdict"])
        self.assertIn(name, [said["object"] for said in self.scout.verdicts.list(mission="kepler")])
        self.scout.verdicts.delete(name)
        with self.assertRaises(ScoutError):
            self.scout.verdicts.get(name)

    def test_planets_are_saved_and_found_page_by_page(self) -> None:
        ids = [self.scout.catalogue.save("Python %s" % letter, distancia_ly=float(number)) for number, letter in enumerate("bcd")]
        pages = self.scout.api.list_planets(q="python", limit=2)
        self.assertIsNotNone(pages.next_cursor())
        pages.close()
        self.assertEqual(set(ids), {planet["id"] for planet in self.scout.catalogue.planets("python")})
        for one in ids:
            self.scout.catalogue.delete(one)
        report = self.scout.catalogue.import_table(b"pl_name,hostname,discoverymethod\nPy-1 b,Py-1,Transit\n", dry_run=True)
        self.assertEqual((1, True), (report["added"], report["dry_run"]))

    def test_jobs_end_in_other_ways(self) -> None:
        doomed = self.scout.train(TABLE, "random_forest", hyperparameters={"n_estimators": 1000}, seed=99)
        doomed.cancel()
        with self.assertRaises(JobFailed) as caught:
            doomed.wait(timeout=60)
        self.assertEqual("cancelled", caught.exception.ended)
        doomed.delete()
        with self.assertRaises(ScoutError) as gone:
            doomed.document
        self.assertEqual(404, gone.exception.status)

    def test_what_is_wrong_is_named(self) -> None:
        wrongs: list[tuple[Callable[[], Any], str]] = [
            (lambda: self.scout.train(TABLE, "magic"), "invalid_params"),
            (lambda: self.scout.inspect(b"a,b\n1,2\n"), "unknown_schema"),
            (lambda: self.scout.job("0" * 64).document, "job_not_found"),
        ]
        for wrong, code in wrongs:
            with self.subTest(code), self.assertRaises(ScoutError) as caught:
                wrong()
            self.assertEqual(code, caught.exception.code)
            self.assertTrue(caught.exception.trace_id)

    def test_the_suite_says_how_it_is(self) -> None:
        self.assertEqual("ok", self.scout.health()["status"])
        self.assertTrue(self.scout.workers()["workers"])
        self.assertIn("xgboost", [one["id"] for one in self.scout.options()["algorithms"]])
        self.assertIn(self.job.id, [one["job_id"] for one in self.scout.jobs(status="completed")])
        self.assertIn("python", [one["model_name"] for one in self.scout.models(mission="kepler")])

    def test_documents_have_what_the_types_promise(self) -> None:
        card = self.job.model.card()
        self.assertLessEqual(api.ModelDetails.__required_keys__, set(card))
        self.assertLessEqual(api.Job.__required_keys__, set(self.job.document))
        self.assertLessEqual(api.StoredTrainingResults.__required_keys__, set(self.job.result()))
        for row in self.job.candidates(limit=5):
            self.assertLessEqual(api.Candidate.__required_keys__, set(row))
            self.assertLessEqual(set(row), api.Candidate.__required_keys__ | api.Candidate.__optional_keys__)

    @unittest.skipUnless(needs("pandas"), "pandas is not there")
    def test_the_readme_runs_as_it_stands(self) -> None:
        readme = (pathlib.Path(__file__).resolve().parents[1] / "README.md").read_text("utf-8")
        code = readme.split("```python\n")[1].split("```")[0]
        with tempfile.TemporaryDirectory() as folder:
            for words, ours in (("http://localhost:8080", URL), ("cumulative.csv", str(TABLE)),
                                ("ranking.csv", str(pathlib.Path(folder, "ranking.csv")))):
                self.assertIn(words, code)
                code = code.replace(words, ours)
            said = io.StringIO()
            names: dict[str, Any] = {}
            with contextlib.redirect_stdout(said):
                exec(code, names)
            self.assertEqual((149, 150), (len(names["frame"]), len(pathlib.Path(folder, "ranking.csv").read_text().splitlines())))
        self.assertIn("95 % interval", said.getvalue())

    @unittest.skipUnless(needs("pandas"), "pandas is not there")
    def test_the_front_page_runs_as_it_stands(self) -> None:
        page = (pathlib.Path(__file__).resolve().parents[3] / "README.md").read_text("utf-8")
        code = page.split("```python\n")[1].split("```")[0]
        for words, ours in (("http://localhost:8080", URL), ("cumulative.csv", str(TABLE))):
            self.assertIn(words, code)
            code = code.replace(words, ours)
        said = io.StringIO()
        names: dict[str, Any] = {}
        with contextlib.redirect_stdout(said):
            exec(code, names)
        self.assertIn("95 % interval", said.getvalue())
        self.assertEqual(149, len(names["job"].candidates()))

    @unittest.skipUnless(needs("pandas"), "pandas is not there")
    def test_frames_have_the_columns_of_the_suites_csv(self) -> None:
        import pandas

        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "t.csv")
            for table in (self.job.candidates(), self.job.model.predict(ROWS, explain=2)):
                table.to_csv(path)
                frame, theirs = table.to_pandas(), pandas.read_csv(path)
                self.assertEqual(set(theirs.columns), set(frame.columns))
                self.assertEqual(list(theirs["probability"]), list(frame["probability"]))

    @unittest.skipUnless(needs("pandas"), "pandas is not there")
    def test_a_frame_is_the_same_table(self) -> None:
        import pandas

        frame = pandas.read_csv(TABLE, comment="#", dtype=str)
        self.assertEqual(self.job.id, self.scout.train(frame, "xgboost", seed=5).id)

    @unittest.skipUnless(needs("astropy"), "astropy is not there")
    def test_astropy_tables_have_units_and_can_be_sent(self) -> None:
        table = self.job.candidates().to_astropy()
        self.assertEqual((149, "d", "earthRad"), (len(table), str(table["period"].unit), str(table["radius"].unit)))
        self.assertTrue(table["period"].description)
        scored = self.job.model.predict(ROWS).to_astropy()
        self.assertEqual(60, len(scored))
