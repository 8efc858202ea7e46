"""What goes wrong, as exceptions."""
from __future__ import annotations

from typing import Any, Optional


class ScoutError(Exception):
    """The suite refused a call, or could not be asked.

    status: of the answer, None where there was none
    code: a word for programs: one of those of docs/errors.md, or `unreachable`, `timeout`, `broken_answer`, `no_problem`
        for what happens between the suite and here
    message: what is wrong, for a person
    detail: the suite's own sentence, which names the offending value
    trace_id: what the suite's log of this request carries
    errors: the offending fields, columns or lines
    retry_after: seconds after which another try may succeed, None where nothing was said
    """

    def __init__(
        self,
        message: str,
        *,
        status: Optional[int] = None,
        code: str = "no_problem",
        detail: Optional[str] = None,
        trace_id: Optional[str] = None,
        errors: Optional[list[dict[str, Any]]] = None,
        retry_after: Optional[float] = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        self.code = code
        self.detail = detail if detail is not None else message
        self.trace_id = trace_id
        self.errors = errors or []
        self.retry_after = retry_after


class JobFailed(ScoutError):
    """A job that was waited for ended without results: in an error, cancelled or deleted.

    job_id: the job
    ended: how: `error`, `cancelled` or `deleted`
    """

    def __init__(self, message: str, *, job_id: str, ended: str, code: str) -> None:
        super().__init__(message, code=code)
        self.job_id = job_id
        self.ended = ended
