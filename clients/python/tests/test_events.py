from __future__ import annotations

import unittest
from typing import Any, Optional
from unittest import mock

from exoscout import JobFailed, Scout
from exoscout.api import Progress
from tests.fake import FakeSuite, event, goes_on_saying, hangs_up, job, refuses, says, streams

ID = "a" * 64
HALF = {"phase": "cross_validation", "fraction": 0.5, "message": "half"}
SNAPSHOT = event(10, "snapshot", job={"status": "running", "progress": HALF}, moves=[], rounds=[], folds=[])
DONE = event(12, "state", status="completed")


class Watched:
    """Waits for a job, and remembers what it heard."""

    def __init__(self, *acts: Any, timeout: Optional[float] = None) -> None:
        self.heard: list[tuple[str, Optional[float]]] = []

        def seen(status: str, progress: Optional[Progress]) -> None:
            self.heard.append((status, progress and progress["fraction"]))

        with FakeSuite(*acts) as suite, mock.patch("time.sleep"):
            self.requests = suite.requests
            self.job = Scout(suite.url, progress=seen, patience=0).job(ID)
            self.job.wait(timeout=timeout)

    @property
    def last_ids(self) -> list[Optional[str]]:
        return [one.headers.get("Last-Event-ID") for one in self.requests if one.path.endswith("/events")]


class Streams(unittest.TestCase):
    def test_events_tell_until_the_job_is_done(self) -> None:
        watched = Watched(streams("retry: 2000\n\n" + SNAPSHOT + ": still here\n\n" + DONE), says(job("completed")))
        self.assertEqual([("running", 0.5), ("completed", None), ("completed", None)], watched.heard)
        self.assertEqual(2, len(watched.requests))

    def test_data_may_have_several_lines(self) -> None:
        lines = SNAPSHOT.replace('{"status"', '\ndata: {"status"').replace("\n", "\r\n")
        watched = Watched(streams(lines + DONE), says(job("completed")))
        self.assertEqual(("running", 0.5), watched.heard[0])

    def test_a_stream_that_breaks_off_goes_on_where_it_was(self) -> None:
        watched = Watched(streams(SNAPSHOT + event(11, "progress", progress=HALF) + "id: 12\ndata: {"), streams(DONE),
                          says(job("completed")))
        self.assertEqual([None, "11"], watched.last_ids)

    def test_a_job_that_is_over_has_no_events(self) -> None:
        watched = Watched(says("", 204), says(job("completed")))
        self.assertEqual([("completed", None)], watched.heard)

    def test_where_events_do_not_come_through_the_document_is_asked(self) -> None:
        for reason in (refuses(406, "not_acceptable"), says("<html>", kind="text/html"), refuses(503, "busy")):
            with self.subTest(reason):
                watched = Watched(reason, says(job("running", progress=HALF)), says(job("completed")))
                self.assertEqual([("running", 0.5), ("completed", None)], watched.heard)

    def test_a_stream_that_always_breaks_off_is_given_up(self) -> None:
        watched = Watched(streams(""), streams(""), streams(""), says(job("completed")))
        self.assertEqual([None, None, None], watched.last_ids)

    def test_a_suite_that_comes_back_is_asked_again(self) -> None:
        watched = Watched(streams(SNAPSHOT), *[hangs_up] * 12, says(job("completed")))
        self.assertEqual("completed", watched.heard[-1][0])


class Endings(unittest.TestCase):
    def test_a_job_that_failed_says_why(self) -> None:
        error = {"code": "one_class", "message": "Only planets", "failed_at": "2026-01-01T00:00:00Z"}
        with self.assertRaisesRegex(JobFailed, "Only planets") as caught:
            Watched(streams(event(1, "error", error=error)), says(job("error", error=error)))
        self.assertEqual(("error", "one_class", ID), (caught.exception.ended, caught.exception.code, caught.exception.job_id))

    def test_a_cancelled_job_is_no_result(self) -> None:
        with self.assertRaises(JobFailed) as caught:
            Watched(streams(event(1, "state", status="cancelled")), says(job("cancelled")))
        self.assertEqual("cancelled", caught.exception.ended)

    def test_a_deleted_job_is_no_result(self) -> None:
        with self.assertRaises(JobFailed) as caught:
            Watched(streams(SNAPSHOT + event(11, "deleted")))
        self.assertEqual("deleted", caught.exception.ended)

    def test_an_unknown_job_is_said(self) -> None:
        from exoscout import ScoutError

        with self.assertRaises(ScoutError) as caught:
            Watched(refuses(404, "unknown_job"))
        self.assertEqual(404, caught.exception.status)

    def test_patience_ends(self) -> None:
        with self.assertRaisesRegex(TimeoutError, "goes on"):
            Watched(refuses(406, "not_acceptable"), says(job("running")), timeout=0.05)

    def test_patience_ends_while_there_are_but_signs_of_life(self) -> None:
        with self.assertRaisesRegex(TimeoutError, "goes on"):
            Watched(goes_on_saying(": still here\n\n"), says(job("queued")), timeout=0.2)

    def test_candidates_wait_for_the_job(self) -> None:
        rows = '{"rank": 1, "object": "K1.01"}\n{"rank": 2}\n'
        acts = (streams(DONE), says(job("completed")), says(rows, kind="application/x-ndjson"))
        with FakeSuite(*acts) as suite:
            table = Scout(suite.url).job(ID).candidates(limit=2, fields=["rank", "object"])
            self.assertEqual([{"rank": 1, "object": "K1.01"}, {"rank": 2}], table.rows)
        self.assertIn("candidates?limit=2&fields=rank%2Cobject", suite.requests[-1].path)
