"""How far a job is, for whoever looks on."""
from __future__ import annotations

import shutil
import sys
from types import TracebackType
from typing import Callable, Optional, TextIO, Union

from exoscout.api import Progress

__all__ = ["Watcher", "watching"]

#: what can be said of progress: None for a bar where there is a terminal, True for lines elsewhere, too, False for nothing,
#: or a function of state and progress
Watcher = Union[None, bool, Callable[[str, Optional[Progress]], None]]


class Bar:
    """One line of a terminal that is written over; elsewhere a line for each phase."""

    def __init__(self, file: TextIO, name: str, moving: bool) -> None:
        self._file = file
        self._name = name
        self._moving = moving
        self._last = ""
        self._phase: Optional[str] = None

    def __call__(self, status: str, progress: Optional[Progress]) -> None:
        if self._moving:
            self._show(self._line(status, progress))
            return
        phase = status if progress is None or status != "running" else progress["phase"]
        if phase != self._phase:
            self._phase = phase
            print(self._line(status, progress), file=self._file, flush=True)

    def _line(self, status: str, progress: Optional[Progress]) -> str:
        if progress is None or status != "running":
            return "%s: %s" % (self._name, status)
        fraction = min(1.0, max(0.0, progress["fraction"]))
        eta = progress.get("eta_s")
        line = "%s: %3.0f %%  %s" % (self._name, 100 * fraction, progress["message"])
        line += "" if eta is None else ", %d:%02d left" % divmod(eta, 60)
        if not self._moving:
            return line
        filled = round(20 * fraction)
        return "%s [%s%s]%s" % (self._name, "#" * filled, "." * (20 - filled), line[len(self._name) + 1:])

    def _show(self, line: str) -> None:
        line = line[: shutil.get_terminal_size().columns - 1]
        if line != self._last:
            self._file.write("\r" + line + " " * (len(self._last) - len(line)))
            self._file.flush()
            self._last = line

    def close(self) -> None:
        if self._last:
            self._file.write("\n")
            self._file.flush()
            self._last = ""


class watching:
    """Shows how far a job is while the block runs."""

    def __init__(self, watcher: Watcher, name: str, file: Optional[TextIO] = None) -> None:
        self._bar: Optional[Bar] = None
        self._seen: Callable[[str, Optional[Progress]], None] = lambda status, progress: None
        if callable(watcher):
            self._seen = watcher
        elif watcher is not False:
            file = file or sys.stderr
            terminal = file is not None and file.isatty()
            if terminal or watcher:
                self._seen = self._bar = Bar(file, name, terminal)

    def __enter__(self) -> Callable[[str, Optional[Progress]], None]:
        return self._seen

    def __exit__(self, kind: Optional[type[BaseException]], error: Optional[BaseException],
                 trace: Optional[TracebackType]) -> None:
        if self._bar is not None:
            self._bar.close()
