"""That the package is what docs/openapi promises."""
from __future__ import annotations

import inspect
import json
import re
import unittest
from typing import Any
from unittest import mock

import generate
from exoscout import Scout, api

TRAINING = json.loads((generate.DOCUMENTS / "orchestrator.json").read_text("utf-8"))["components"]["schemas"]["TrainingParams"]


class Contract(unittest.TestCase):
    def test_the_generated_module_is_what_the_documents_make(self) -> None:
        self.assertEqual(generate.module(), generate.MODULE.read_text("utf-8"), "run generate.py")

    def test_every_call_of_the_documents_has_a_method(self) -> None:
        for path in sorted(generate.DOCUMENTS.glob("*.json")):
            for verbs in json.loads(path.read_text("utf-8"))["paths"].values():
                for call in verbs.values():
                    if call["operationId"] not in generate.OTHERWISE:
                        with self.subTest(call["operationId"]):
                            self.assertTrue(callable(getattr(api.Operations, generate.snake(call["operationId"]))))

    def test_only_what_is_the_same_when_made_twice_is_made_twice(self) -> None:
        again = set(re.findall(r'\n    def (\w+)\((?:(?!\n    def ).)*?repeatable=True', generate.MODULE.read_text("utf-8"), re.S))
        self.assertEqual({
            "cancel_job",  # a second wish to end is the first one
            "compute_features", "infer", "infer_version", "inspect_table", "profile_row",  # store nothing
            "predict",  # with mode=job it is the job of the same rows
            "add_points", "upload_table",  # known by their content
            "fit_ephemeris", "forecast_series", "whiten_curve",  # store nothing
            "train_series",  # the same training is the same model
        }, again)

    def test_a_call_that_is_gone_is_noticed(self) -> None:
        with mock.patch.object(generate, "REPEATABLE", {"noSuchCall"}), self.assertRaisesRegex(SystemExit, "noSuchCall"):
            generate.module()

    def test_train_takes_every_option_there_is(self) -> None:
        parameters = set(inspect.signature(Scout.train).parameters) - {"self", "table"}
        self.assertEqual(set(TRAINING["properties"]), parameters)

    def test_types_name_required_and_optional_members(self) -> None:
        self.assertIn("job_id", api.Job.__required_keys__)
        self.assertIn("results", api.Job.__optional_keys__)
        self.assertIn("class", api.Candidate.__required_keys__)

    def test_figures_have_their_meanings(self) -> None:
        self.assertIn("0.5 being chance", api.FIGURES["roc_auc"])

    def test_what_the_generator_does_not_know_it_does_not_leave_out(self) -> None:
        names = generate.Names({"d": {"components": {"schemas": {}}}})
        types: Any = generate.Types(names)
        with self.assertRaisesRegex(SystemExit, "patternProperties"):
            types.of("d", {"type": "object", "patternProperties": {}}, "New")
