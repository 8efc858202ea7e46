"""What a training found, for people."""
from __future__ import annotations

import re
from typing import Any, Optional, cast

from exoscout import api
from exoscout.tables import Table, moment

__all__ = ["Report"]


class Report:
    """The figures of a training, each with how far it could have come out otherwise; `print` it, or look at its tables."""

    def __init__(self, job: api.Job) -> None:
        #: the whole document, as the API has it
        self.job = job
        self.results = cast(api.StoredTrainingResults, job["results"])
        self.evaluation = self.results["evaluation"]
        #: how the figures were measured
        self.protocol = self.evaluation["protocol"]
        #: how the intervals were drawn
        self.intervals = self.evaluation["intervals"]["method"]
        #: what to bear in mind
        self.notes = list(dict.fromkeys(self.evaluation.get("notes", []) + self.results["candidates"]["notes"]))
        #: a text to copy for whoever publishes what the model says
        self.citation = self.results.get("citation", "")

    @property
    def figures(self) -> Table:
        """Each figure with the ends of its interval, its standard deviation over the folds, what always saying how common
        each class is would give, and its meaning.
        """
        found = cast("dict[str, Any]", self.results)
        bounds = cast("dict[str, Any]", self.evaluation["intervals"])
        spread = cast("dict[str, Any]", self.evaluation["spread"])
        majority = cast("dict[str, Any]", self.evaluation["baselines"]["majority_class"])
        return Table.of([
            {
                "figure": name,
                "value": found[name],
                "lower": bounds.get(name, {}).get("lower"),
                "upper": bounds.get(name, {}).get("upper"),
                "fold_deviation": spread.get(name, {}).get("standard_deviation"),
                "without_a_model": majority.get(name),
                "meaning": meaning,
            }
            for name, meaning in api.FIGURES.items() if name in found
        ])

    @property
    def importance(self) -> Table:
        """How much each feature contributed, most first."""
        return Table.of(list(self.results["feature_importance"]))

    def methods(self) -> str:
        """A paragraph for the section on methods of a paper."""
        params, dataset = self.job["params"], self.job["dataset"]
        named = {row["figure"]: row for row in self.figures}
        said = ["%s %.3f (%.3f to %.3f)" % (words, row["value"], row["lower"], row["upper"])
                for name, words in (("roc_auc", "ROC AUC"), ("average_precision", "average precision"), ("brier", "Brier score"))
                for row in [named.get(name)] if row and row["lower"] is not None]
        left_out = ", ".join(params.get("exclude_features") or []) or "nothing"
        counts = ", ".join("%d %s" % (count, name) for name, count in self.evaluation["class_counts"].items())
        return (
            "Candidates were ranked by a %s model of ExoScout (target %s, seed %d, feature set %s, left out: %s), trained on %d "
            "objects of %d stars (%s; table SHA-256 %s). Figures are from %s: %s; %d %% intervals by %s. %s"
        ) % (
            params.get("algorithm", "").replace("_", " "), params.get("target"), params.get("seed", 0),
            self.job["features"]["version"] if "features" in self.job else "unknown", left_out, self.evaluation["rows"],
            self.evaluation["groups"], counts, dataset["sha256"], self.protocol, ", ".join(said),
            round(100 * self.evaluation["intervals"]["level"]), self.intervals, self.citation,
        )

    def bibtex(self) -> str:
        """An entry that names the model, and how it can be made again."""
        made = moment(self.job.get("completed_at"))
        version = re.match(r"ExoScout (\S+), commit (\w+)", self.citation)
        return "\n".join(line for line in [
            "@misc{exoscout-%s," % self.job["job_id"][:12],
            "  author = {{ExoScout}},",
            "  title  = {Model %s, job %s}," % (bib(self.job["model_name"]), self.job["job_id"]),
            "  year   = {%d}," % made.year if made else "",
            "  version = {%s}," % bib(version.group(1).rstrip(".") if version else "unknown"),
            "  note   = {%s}" % bib(self.citation),
            "}",
        ] if line)

    def __str__(self) -> str:
        lines = ["%s (%s): %d objects of %d stars" % (self.job["model_name"], self.job["params"].get("algorithm"),
                                                      self.evaluation["rows"], self.evaluation["groups"]), ""]
        lines.append("%-18s %7s  %-16s %7s" % ("", "", "95 % interval" if self._level() == 95 else "interval", "without"))
        for row in self.figures:
            span = "" if row["lower"] is None else "%.3f to %.3f" % (row["lower"], row["upper"])
            lines.append("%-18s %7.3f  %-16s %7s" % (row["figure"], row["value"], span, number(row["without_a_model"])))
        lines += ["", "Measured by " + self.protocol + ".", "Intervals: " + self.intervals + ".",
                  "without: what always saying how common each class is would give."]
        return "\n".join(lines + ["Note: " + note for note in self.notes])

    def _level(self) -> int:
        return round(100 * self.evaluation["intervals"]["level"])


def number(value: Optional[float]) -> str:
    return "" if value is None else "%.3f" % value


def bib(text: str) -> str:
    """Text as BibTeX takes it."""
    escaped = re.sub(r"([&%$#_{}])", r"\\\1", text.replace("\\", "\0"))
    return escaped.replace("\0", r"\textbackslash{}")
