from __future__ import annotations

import datetime
import email
import gzip
import io
import json
import math
import os
import pathlib
import tempfile
import tracemalloc
import unittest
from typing import Any
from unittest import mock

from exoscout import Scout, ScoutError
from exoscout.uploads import Body, JsonPart, Upload, dumped, multipart
from tests.fake import FakeSuite, refuses, says

ACCEPTED = says({"job_id": "a" * 64, "status": "processing"}, 202)


def sent(upload: Upload) -> bytes:
    return b"".join(upload.blocks())


class Unread(unittest.TestCase):
    def test_what_can_not_be_read_is_told_as_such(self) -> None:
        with tempfile.TemporaryDirectory() as folder, FakeSuite(ACCEPTED) as suite:
            with self.assertRaises(IsADirectoryError):
                Scout(suite.url).train(folder)
            path = pathlib.Path(folder, "t.csv")
            path.write_bytes(b"a" * 1000)
            upload = Upload.of(path)
            path.write_bytes(b"a")
            with self.assertRaisesRegex(OSError, "became shorter") as caught:
                Scout(suite.url).train(upload)
            self.assertNotIsInstance(caught.exception, ScoutError)
            path.unlink()
            with self.assertRaises(FileNotFoundError):
                Scout(suite.url).train(upload)


def parts(request: Any) -> dict[str, Any]:
    head = ("Content-Type: %s\r\n\r\n" % request.headers["Content-Type"]).encode()
    form = email.message_from_bytes(head + request.body)
    return {str(part.get_param("name", header="Content-Disposition")): part for part in form.get_payload()}


class Forms(unittest.TestCase):
    def test_a_file_is_sent_with_its_name_and_the_options(self) -> None:
        with tempfile.TemporaryDirectory() as folder, FakeSuite(ACCEPTED) as suite:
            path = pathlib.Path(folder, 'a "b".csv')
            path.write_bytes(b"a,b\r\n1,2\r\n")
            job = Scout(suite.url).train(path, "xgboost", seed=7)
        self.assertEqual("a" * 64, job.id)
        form = parts(suite.requests[0])
        self.assertEqual(b"a,b\r\n1,2\r\n", form["file"].get_payload(decode=True))
        self.assertEqual("a %22b%22.csv", form["file"].get_filename())
        self.assertEqual({"algorithm": "xgboost", "seed": 7}, json.loads(form["params"].get_payload()))

    def test_the_length_is_known_beforehand(self) -> None:
        body = multipart({"file": Upload.of(b"a,b\n"), "params": JsonPart("{}")})
        self.assertEqual(body.length, len(b"".join(body.blocks())))

    def test_without_options_none_are_sent(self) -> None:
        with FakeSuite(ACCEPTED) as suite:
            Scout(suite.url).train(b"a,b\n")
        self.assertEqual(["file"], list(parts(suite.requests[0])))

    def test_packed_files_are_sent_as_they_are(self) -> None:
        packed = gzip.compress(b"a,b\n1,2\n")
        with tempfile.TemporaryDirectory() as folder, FakeSuite(ACCEPTED) as suite:
            path = pathlib.Path(folder, "t.csv.gz")
            path.write_bytes(packed)
            Scout(suite.url).train(str(path))
        self.assertIn(packed, suite.requests[0].body)

    def test_an_upload_is_sent_again_from_its_beginning(self) -> None:
        with FakeSuite(refuses(503, "busy", Retry_After="0"), ACCEPTED) as suite, mock.patch("time.sleep"):
            file = io.BytesIO(b"skipped a,b\n1,2\n")
            file.seek(8)
            Scout(suite.url).train(file)
        self.assertEqual([b"a,b\n1,2\n"] * 2, [parts(one)["file"].get_payload(decode=True) for one in suite.requests])

    def test_a_refusal_before_the_end_of_the_body_is_heard(self) -> None:
        with FakeSuite(refuses(413, "too_large")) as suite:
            suite.refuses_bodies = True
            with self.assertRaises(ScoutError) as caught:
                Scout(suite.url).train(b"a" * 50_000_000)
        self.assertEqual("too_large", caught.exception.code)

    def test_a_large_file_is_not_held_in_memory(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "large")
            with path.open("wb") as file:
                file.truncate(50_000_000)
            tracemalloc.start()
            length = sum(map(len, multipart({"file": Upload.of(path)}).blocks()))
            peak = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
        self.assertGreater(length, 50_000_000)
        self.assertLess(peak, 1_000_000)


class Tables(unittest.TestCase):
    def test_a_pipe_is_read_once_and_can_be_sent_twice(self) -> None:
        reading, writing = os.pipe()
        with os.fdopen(reading, "rb") as pipe:
            with os.fdopen(writing, "wb") as other:
                other.write(b"a,b\n1,2\n")
            upload = Upload.of(pipe)
        self.assertEqual((8, b"a,b\n1,2\n", b"a,b\n1,2\n"), (upload.length, sent(upload), sent(upload)))

    def test_text_is_sent_as_utf_8(self) -> None:
        self.assertEqual("é\n".encode(), sent(Upload.of(io.StringIO("é\n"))))

    def test_rows_become_csv_without_losing_digits(self) -> None:
        rows = [{"name": 'a "b", c', "period": 0.1 + 0.2}, {"period": math.nan, "depth": None, "when": datetime.date(2026, 1, 2)}]
        self.assertEqual(b'name,period,depth,when\r\n"a ""b"", c",0.30000000000000004,,\r\n,,,2026-01-02\r\n',
                         sent(Upload.of(rows)))

    def test_what_is_no_table_is_refused(self) -> None:
        for table in (3, None, [], [1], object()):
            with self.subTest(table), self.assertRaises(TypeError):
                Upload.of(table)

    def test_a_file_that_is_not_there_is_said_at_once(self) -> None:
        with self.assertRaises(FileNotFoundError):
            Scout("http://127.0.0.1:9").train("nowhere.csv")

    def test_a_file_that_shrinks_is_an_error(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "t.csv")
            path.write_bytes(b"a" * 10)
            upload = Upload.of(path)
            path.write_bytes(b"a" * 5)
            with self.assertRaisesRegex(OSError, "became shorter"):
                sent(upload)


class Json(unittest.TestCase):
    def test_what_is_no_number_is_null(self) -> None:
        self.assertEqual('{"a": null, "b": [1.5, "2026-01-02"]}',
                         dumped({"a": math.nan, "b": (1.5, datetime.date(2026, 1, 2))}))

    def test_what_is_infinite_is_refused(self) -> None:
        with self.assertRaises(ValueError):
            dumped({"a": math.inf})

    def test_what_json_does_not_know_is_refused(self) -> None:
        with self.assertRaises(TypeError):
            dumped({"a": object()})

    def test_its_length_is_counted_in_bytes(self) -> None:
        self.assertEqual(len('{"a": "é"}'.encode()), Body.json({"a": "é"}).length)
