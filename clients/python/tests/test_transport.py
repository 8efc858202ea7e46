from __future__ import annotations

import email.utils
import os
import pathlib
import socket
import tempfile
import threading
import time
import unittest
from collections.abc import Callable
from typing import Any
from unittest import mock

from exoscout import Scout, ScoutError
from exoscout.api import Operations
from exoscout.transport import Transport
from tests.fake import FakeSuite, Handler, cut, hangs_up, refuses, says


def operations(url: str, timeout: float = 5.0, patience: float = 5.0) -> Operations:
    return Operations(Transport(url, None, None, timeout, patience, None))


class Errors(unittest.TestCase):
    def test_a_problem_becomes_an_error_with_all_it_says(self) -> None:
        with FakeSuite(refuses(404, "unknown_job", "There is no job 'x'")) as suite:
            with self.assertRaises(ScoutError) as caught:
                operations(suite.url).get_job("x")
        error = caught.exception
        self.assertEqual((404, "unknown_job", "There is no job 'x'", "abc", None),
                         (error.status, error.code, error.detail, error.trace_id, error.retry_after))
        self.assertIn("There is no job 'x' (404 unknown_job)", str(error))

    def test_the_fields_at_fault_are_named(self) -> None:
        problem = {"detail": "Two are wrong", "code": "invalid_params", "errors": [{"field": "seed", "message": "no number"}]}
        with FakeSuite(says(problem, 400, "application/problem+json")) as suite:
            with self.assertRaisesRegex(ScoutError, "seed: no number") as caught:
                operations(suite.url).get_job("x")
        self.assertEqual([{"field": "seed", "message": "no number"}], caught.exception.errors)

    def test_what_stands_between_is_quoted(self) -> None:
        with FakeSuite(says("<html>Bad gateway</html>", 502, "text/html")) as suite:
            with self.assertRaisesRegex(ScoutError, "502 <html>Bad gateway</html>") as caught:
                operations(suite.url).get_job("x")
        self.assertEqual("no_problem", caught.exception.code)

    def test_a_problem_that_is_none_is_quoted(self) -> None:
        for body in (b"{", b"[]", b"\xff", b'{"detail": 3}'):
            with self.subTest(body), FakeSuite(says(body, 500, "application/problem+json")) as suite:
                with self.assertRaises(ScoutError) as caught:
                    operations(suite.url).get_job("x")
                self.assertEqual(500, caught.exception.status)

    def test_nobody_there_is_said_with_the_address(self) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            url = "http://127.0.0.1:%d" % taken.getsockname()[1]
            with mock.patch("time.sleep"), self.assertRaisesRegex(ScoutError, url) as caught:
                operations(url).get_job("x")
        self.assertEqual("unreachable", caught.exception.code)

    def test_silence_ends_after_the_timeout(self) -> None:
        done = threading.Event()

        def waits(handler: Handler) -> None:
            done.wait(10)

        with FakeSuite(waits) as suite:
            with self.assertRaisesRegex(ScoutError, "within 0.2 s") as caught:
                operations(suite.url, timeout=0.2).get_job("x")
            done.set()
        self.assertEqual("timeout", caught.exception.code)


class BrokenAnswers(unittest.TestCase):
    def test_an_answer_shorter_than_declared_is_an_error(self) -> None:
        with FakeSuite(cut(b'{"a": 1}', 100)) as suite:
            with self.assertRaisesRegex(ScoutError, "92 bytes are missing"):
                operations(suite.url).get_job("x").json()

    def test_a_chunk_that_breaks_off_is_an_error(self) -> None:
        with FakeSuite(cut(b'{"rank": 1}\n{"rank": 2}\n', None, "application/x-ndjson")) as suite:
            with self.assertRaises(ScoutError) as caught:
                list(operations(suite.url).list_candidates("x", accept="application/x-ndjson").rows())
        self.assertEqual("broken_answer", caught.exception.code)

    def test_what_is_no_json_is_an_error(self) -> None:
        with FakeSuite(says("<html>", kind="text/html")) as suite:
            with self.assertRaisesRegex(ScoutError, "no JSON"):
                operations(suite.url).get_job("x").json()

    def test_a_file_is_there_whole_or_not_at_all(self) -> None:
        with tempfile.TemporaryDirectory() as folder, FakeSuite(cut(b"PK", 100), says(b"whole")) as suite:
            path = pathlib.Path(folder, "model")
            path.write_bytes(b"before")
            with self.assertRaises(ScoutError):
                operations(suite.url).download_model("m").save(path)
            self.assertEqual(b"before", path.read_bytes())
            operations(suite.url).download_model("m").save(path)
            self.assertEqual((b"whole", ["model"]), (path.read_bytes(), os.listdir(folder)))

    def test_a_lost_connection_is_tried_again_for_reading(self) -> None:
        with FakeSuite(hangs_up, says({"status": "completed"})) as suite, mock.patch("time.sleep"):
            self.assertEqual("completed", operations(suite.url).get_job("x").json()["status"])

    def test_a_lost_connection_is_not_tried_again_for_what_changes_things(self) -> None:
        with FakeSuite(hangs_up) as suite, self.assertRaises(ScoutError):
            operations(suite.url).save_planet({"nombre": "b"})
        self.assertEqual(1, len(suite.requests))


class Patience(unittest.TestCase):
    def test_it_waits_as_long_as_it_is_told(self) -> None:
        for status in (429, 503):
            with self.subTest(status), FakeSuite(refuses(status, "busy", Retry_After="3"), says({"status": "queued"})) as suite:
                with mock.patch("time.sleep") as slept:
                    operations(suite.url).get_job("x").close()
                slept.assert_called_once_with(3.0)

    def test_it_does_not_wait_for_room_below_a_quota(self) -> None:
        with FakeSuite(refuses(429, "quota_exceeded")) as suite, mock.patch("time.sleep") as slept:
            with self.assertRaises(ScoutError) as caught:
                operations(suite.url).get_job("x")
        slept.assert_not_called()
        self.assertEqual("quota_exceeded", caught.exception.code)

    def test_what_may_have_been_done_is_not_done_again(self) -> None:
        calls: list[Callable[[Operations], Any]] = [
            lambda api: api.delete_model("m"),
            lambda api: api.put_verdict_by_name("x", {"verdict": "planet"}, if_match="*"),
        ]
        for call in calls:
            with self.subTest(call), FakeSuite(refuses(503, "database_unavailable")) as suite, self.assertRaises(ScoutError):
                call(operations(suite.url))
            self.assertEqual(1, len(suite.requests))

    def test_a_full_disk_is_not_waited_for(self) -> None:
        with FakeSuite(refuses(503, "disk_full")) as suite, self.assertRaises(ScoutError):
            Scout(suite.url).train(b"a,b\n1,2\n")
        self.assertEqual(1, len(suite.requests))

    def test_it_understands_a_date(self) -> None:
        when = email.utils.formatdate(time.time() + 3, usegmt=True)
        with FakeSuite(refuses(503, "busy", Retry_After=when), says({})) as suite, mock.patch("time.sleep") as slept:
            operations(suite.url).get_job("x").close()
        self.assertTrue(1 < slept.call_args.args[0] <= 3)

    def test_it_does_not_wait_longer_than_it_has_patience(self) -> None:
        with FakeSuite(refuses(503, "busy", Retry_After="3600")) as suite, mock.patch("time.sleep") as slept:
            with self.assertRaises(ScoutError) as caught:
                operations(suite.url).get_job("x")
        slept.assert_not_called()
        self.assertEqual(3600, caught.exception.retry_after)

    def test_it_gives_up_in_the_end(self) -> None:
        with FakeSuite(refuses(503, "busy", Retry_After="0")) as suite, mock.patch("time.sleep"):
            with self.assertRaises(ScoutError):
                operations(suite.url).get_job("x")
        self.assertLessEqual(len(suite.requests), 20)

    def test_what_can_not_be_done_twice_is_not_tried_again(self) -> None:
        with FakeSuite(refuses(503, "busy", Retry_After="0")) as suite, self.assertRaises(ScoutError):
            operations(suite.url).save_planet({"nombre": "b"})
        self.assertEqual(1, len(suite.requests))

    def test_a_senseless_retry_after_is_overlooked(self) -> None:
        for value in ("soon", "nan", "inf", "-1"):
            with self.subTest(value), FakeSuite(refuses(503, "busy", Retry_After=value), says({})) as suite:
                with mock.patch("time.sleep") as slept:
                    operations(suite.url).get_job("x").close()
                self.assertLessEqual(slept.call_args.args[0], 1)


class Credentials(unittest.TestCase):
    def test_key_and_token_go_into_their_headers(self) -> None:
        with FakeSuite(says({"status": "ok"})) as suite:
            Scout(suite.url, api_key="secret").health()
            Scout(suite.url, token="secret").health()
        self.assertEqual(["secret", None], [request.headers.get("X-API-Key") for request in suite.requests])
        self.assertEqual([None, "Bearer secret"], [request.headers.get("Authorization") for request in suite.requests])

    def test_they_are_not_sent_to_another_host(self) -> None:
        with FakeSuite(says({"status": "ok"})) as other:
            with FakeSuite(says("", 302, Location=other.url + "/health")) as suite:
                Scout(suite.url, api_key="secret").health()
        self.assertEqual("secret", suite.requests[0].headers.get("X-API-Key"))
        self.assertIsNone(other.requests[0].headers.get("X-API-Key"))

    def test_they_are_sent_on_within_the_suite(self) -> None:
        with FakeSuite(says("", 307, Location="/there"), says({"status": "ok"})) as suite:
            Scout(suite.url, api_key="secret").health()
        self.assertEqual([("/health", "secret"), ("/there", "secret")],
                         [(request.path, request.headers["X-API-Key"]) for request in suite.requests])

    def test_they_are_not_sent_beside_the_suite(self) -> None:
        for other in ("/elsewhere", "/exo/../elsewhere", "/exoplanets"):
            with self.subTest(other), FakeSuite(says("", 307, Location=other), says({"status": "ok"})) as suite:
                Scout(suite.url + "/exo", api_key="secret").health()
                self.assertEqual(["secret", None], [request.headers.get("X-API-Key") for request in suite.requests])

    def test_they_are_not_shown(self) -> None:
        with FakeSuite(refuses(403, "forbidden")) as suite:
            scout = Scout(suite.url, api_key="secret")
            with self.assertRaises(ScoutError) as caught:
                scout.workers()
        shown = [repr(scout), str(caught.exception), repr(caught.exception)]
        for address in ("http://:secret@x", "http://secret@x"):
            with self.assertRaises(ValueError) as refused:
                Scout(address)
            shown.append(str(refused.exception))
        self.assertNotIn("secret", " ".join(shown))

    def test_a_header_can_not_be_smuggled_in(self) -> None:
        with self.assertRaises(ValueError):
            Scout(api_key="a\r\nX: y")


class Health(unittest.TestCase):
    def test_that_a_suite_is_down_is_an_answer_that_comes_at_once(self) -> None:
        with FakeSuite(says({"status": "down"}, 503)) as suite, mock.patch("time.sleep") as slept:
            self.assertEqual("down", Scout(suite.url).health()["status"])
        slept.assert_not_called()
        self.assertEqual(1, len(suite.requests))


class Redirects(unittest.TestCase):
    def test_an_upload_is_not_sent_elsewhere(self) -> None:
        with FakeSuite(says("", 308, Location="https://elsewhere.example/x")) as suite:
            with self.assertRaisesRegex(ScoutError, "https://elsewhere.example/x: give that address"):
                Scout(suite.url).train(b"a,b\n1,2\n")

    def test_circles_end(self) -> None:
        with FakeSuite(says("", 302, Location="/health")) as suite, self.assertRaisesRegex(ScoutError, "on and on"):
            Scout(suite.url).health()

    def test_only_the_web_is_followed(self) -> None:
        with FakeSuite(says("", 302, Location="file:///etc/passwd")) as suite:
            with self.assertRaisesRegex(ScoutError, "no web address"):
                Scout(suite.url).health()


class Addresses(unittest.TestCase):
    def test_what_is_no_address_of_a_suite_is_refused(self) -> None:
        for url in ("localhost:8080", "ftp://x", "http://", "http://u:p@x", "http://x?y", ""):
            with self.subTest(url), self.assertRaises(ValueError):
                Scout(url)

    def test_a_suite_may_lie_below_a_path(self) -> None:
        with FakeSuite(says({"status": "ok"})) as suite:
            Scout(suite.url + "/exo/").health()
        self.assertEqual("/exo/health", suite.requests[0].path)

    def test_names_are_quoted(self) -> None:
        with FakeSuite(says({})) as suite:
            operations(suite.url).get_candidate("a/b", "K2-18 b?").close()
            operations(suite.url).get_object_by_name("x", "é&=").close()
        self.assertEqual(["/exo-scout-jobs-api/jobs/a%2Fb/candidates/K2-18%20b%3F",
                          "/exo-scout-jobs-api/jobs/x/object?name=%C3%A9%26%3D"], [one.path for one in suite.requests])

    def test_what_is_not_given_is_not_asked(self) -> None:
        with FakeSuite(says([])) as suite:
            operations(suite.url).list_planets(disputed=False, max_radius=1.5).close()
        self.assertEqual("/get-exoplanets?max_radius=1.5&disputed=false", suite.requests[0].path)
