"""Following a job: by its server-sent events, and by asking again and again where these do not come through."""
from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any, Callable, Optional

from exoscout.api import Job, Operations, Progress
from exoscout.errors import JobFailed, ScoutError
from exoscout.transport import Answer

__all__ = ["ENDED", "follow"]

ENDED = ("completed", "error", "cancelled")
#: the suite says something every 15 s; whoever hears nothing for so long has lost it
SILENCE = 40.0
#: how long a suite may be away before whoever waits for its job gives up
AWAY = 120.0

Seen = Callable[[str, Optional[Progress]], None]


def follow(api: Operations, job_id: str, seen: Seen, timeout: Optional[float], interval: float = 0.5) -> Job:
    """Waits until a job has ended, and returns its document; `seen` hears state and progress meanwhile."""
    deadline = None if timeout is None else time.monotonic() + timeout
    try:
        listen(api, job_id, seen, deadline)
    except JobFailed:
        raise
    except ScoutError:
        pass  # what stands between may not let events through; the document says all of it, this error too
    away: Optional[float] = None
    while True:
        try:
            left = SILENCE if deadline is None else max(deadline - time.monotonic(), 1.0)
            job = (api if deadline is None else api.within(min(SILENCE, left))).get_job(job_id).json()
            away = None
            seen(job["status"], job.get("progress"))
            if job["status"] in ENDED:
                return job
        except ScoutError as error:
            away = away or time.monotonic()
            if error.status not in (None, 502, 503, 504) or time.monotonic() - away > AWAY:
                raise
        left = interval if deadline is None else deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("Job %s has not ended within %g s; it goes on" % (job_id, timeout or 0))
        time.sleep(min(interval, left))
        interval = min(interval * 1.5, max(interval, 5.0))


def listen(api: Operations, job_id: str, seen: Seen, deadline: Optional[float]) -> None:
    """Hears events until the job has ended, time is up, or they do not come any more."""
    last: Optional[int] = None
    failures = 0
    while failures < 3:
        before = last
        patience = SILENCE if deadline is None else min(SILENCE, deadline - time.monotonic())
        if patience <= 0:
            return
        try:
            # the snapshot that comes first says all there was; who comes back names what he heard last
            with api.within(patience).follow_job(job_id, last_event_id=last) as answer:
                if answer.status == 204 or not (answer.headers.get("Content-Type") or "").startswith("text/event-stream"):
                    return
                for number, message in events(answer):
                    last = number if number is not None else last
                    # a sign of life says nothing, and time may be up all the same
                    ended = message is not None and heard(job_id, message, seen)
                    if ended or (deadline is not None and time.monotonic() >= deadline):
                        return
        except ScoutError as error:
            if isinstance(error, JobFailed) or error.status is not None:
                raise
        failures = 0 if last != before else failures + 1


def heard(job_id: str, message: Any, seen: Seen) -> bool:
    """Passes a message on; whether it was the last one."""
    kind = message.get("type")
    if kind == "deleted":
        raise JobFailed("Job %s was deleted" % job_id, job_id=job_id, ended="deleted", code="deleted")
    line = message["job"] if kind == "snapshot" else message
    status, progress = line.get("status"), line.get("progress")
    if status or progress:
        seen(status or "running", progress)
    return status in ENDED or kind in ("completed", "error")


def events(answer: Answer[Any]) -> Iterator[tuple[Optional[int], Any]]:
    """The id and the JSON of each event, as the standard of server-sent events has them; `None` for a sign of life."""
    number: Optional[int] = None
    data: list[str] = []
    for line in answer.stream():
        if not line:
            yield number, json.loads("\n".join(data)) if data else None
            data = []
            continue
        field, _, value = line.partition(":")
        value = value[1:] if value.startswith(" ") else value
        if field == "data":
            data.append(value)
        elif field == "id" and value.isascii() and value.isdigit():
            number = int(value)
