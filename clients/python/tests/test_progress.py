from __future__ import annotations

import io
import os
import unittest
from unittest import mock

from exoscout.api import Progress
from exoscout.progress import watching

HALF: Progress = {"phase": "cross_validation", "fraction": 0.5, "message": "7 of 15 models to go", "eta_s": 75}
LATER: Progress = {"phase": "cross_validation", "fraction": 0.8, "message": "3 of 15 models to go"}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Bars(unittest.TestCase):
    def test_a_terminal_sees_a_bar_on_one_line(self) -> None:
        file = Terminal()
        with watching(None, "Job", file) as seen:
            seen("running", HALF)
            seen("running", LATER)
            seen("completed", None)
        lines = file.getvalue().split("\r")
        self.assertEqual("Job [##########..........]  50 %  7 of 15 models to go, 1:15 left", lines[1])
        self.assertEqual("Job: completed", lines[-1].split("\n")[0].rstrip())
        self.assertEqual(1, file.getvalue().count("\n"))

    def test_a_bar_fits_the_terminal(self) -> None:
        file = Terminal()
        with mock.patch("shutil.get_terminal_size", return_value=os.terminal_size((40, 10))):
            with watching(None, "Job", file) as seen:
                seen("running", HALF)
        self.assertEqual(39, len(file.getvalue().strip("\r\n")))

    def test_elsewhere_nothing_is_shown(self) -> None:
        file = io.StringIO()
        with watching(None, "Job", file) as seen:
            seen("running", HALF)
        self.assertEqual("", file.getvalue())

    def test_elsewhere_there_are_lines_for_whoever_wants_them(self) -> None:
        file = io.StringIO()
        with watching(True, "Job", file) as seen:
            seen("queued", None)
            seen("running", HALF)
            seen("running", LATER)
            seen("completed", LATER)
        self.assertEqual("Job: queued\nJob:  50 %  7 of 15 models to go, 1:15 left\nJob: completed\n", file.getvalue())

    def test_a_terminal_can_be_told_to_be_quiet(self) -> None:
        file = Terminal()
        with watching(False, "Job", file) as seen:
            seen("running", HALF)
        self.assertEqual("", file.getvalue())

    def test_the_line_ends_when_waiting_is_interrupted(self) -> None:
        file = Terminal()
        with self.assertRaises(KeyboardInterrupt):
            with watching(None, "Job", file) as seen:
                seen("running", HALF)
                raise KeyboardInterrupt
        self.assertTrue(file.getvalue().endswith("\n"))
