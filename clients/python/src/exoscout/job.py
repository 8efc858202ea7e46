"""A job of the suite: a training, or predictions that nobody waits for."""
from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Callable, Optional, Union, cast

from exoscout import api
from exoscout.errors import JobFailed
from exoscout.events import ENDED, follow
from exoscout.model import Model
from exoscout.progress import Watcher, watching
from exoscout.report import Report
from exoscout.tables import Table, moment
from exoscout.transport import Answer

if TYPE_CHECKING:
    from exoscout.scout import Scout

__all__ = ["Job"]


class Job:
    """A job by its id. Whatever needs it completed waits for that first, and shows how far it is."""

    def __init__(self, scout: Scout, job_id: str, document: Optional[api.Job] = None,
                 accepted: Union[api.AcceptedJob, api.KnownJob, None] = None) -> None:
        self._scout = scout
        self._api = scout.api
        self._document = document
        #: the SHA-256 over table and options
        self.id = job_id
        #: what was understood of the table, where this comes from an upload
        self.accepted = accepted

    def __repr__(self) -> str:
        return "<Job %s>" % self.id

    def _repr_html_(self) -> str:
        return "<code>Job %s…</code>" % self.id[:12]

    @property
    def duplicate(self) -> bool:
        """Whether the upload was a job already."""
        return bool(self.accepted and self.accepted.get("duplicate"))

    @property
    def document(self) -> api.Job:
        """All of it, as the API has it; asked for until it has ended."""
        if self._document is None or self._document["status"] not in ENDED:
            self._document = self._api.get_job(self.id).json()
        return self._document

    @property
    def status(self) -> str:
        """queued, running, completed, error or cancelled."""
        return self.document["status"]

    @property
    def name(self) -> str:
        """The label of its model."""
        return self.document["model_name"]

    @property
    def created_at(self) -> Optional[datetime.datetime]:
        """When it was accepted, in UTC."""
        return moment(self.document["created_at"])

    @property
    def completed_at(self) -> Optional[datetime.datetime]:
        """When it completed, in UTC; None before."""
        return moment(self.document.get("completed_at"))

    def wait(self, timeout: Optional[float] = None, progress: Watcher = None) -> Job:
        """Waits until it is completed; JobFailed if it ends otherwise, TimeoutError after so many seconds.

        progress: None for a bar where stderr is a terminal, True for lines elsewhere, too, False for nothing, or a function
            of state and progress
        """
        watcher = self._scout.progress if progress is None else progress
        if self._document is None or self._document["status"] not in ENDED:
            with watching(watcher, "Job " + self.id[:8]) as seen:
                self._document = follow(self._api, self.id, seen, timeout)
        status = self._document["status"]
        if status == "error":
            error = self._document["error"]
            raise JobFailed("Job %s failed: %s (%s)" % (self.id, error["message"], error["code"]), job_id=self.id, ended=status,
                            code=error["code"])
        if status == "cancelled":
            raise JobFailed("Job %s was cancelled" % self.id, job_id=self.id, ended=status, code="cancelled")
        return self

    def result(self, timeout: Optional[float] = None, progress: Watcher = None) -> dict[str, Any]:
        """What came out, as the API has it, once it is completed."""
        self.wait(timeout, progress)
        return cast("dict[str, Any]", self.document["results"])

    def report(self) -> Report:
        """The figures of a training, once it is completed."""
        if "evaluation" not in self.result():
            raise ValueError("Job %s makes predictions: only trainings have a report" % self.id)
        return Report(self.document)

    def candidates(self, *, limit: Optional[int] = None, sort: Optional[str] = None, q: Optional[str] = None,
                   min_probability: Optional[float] = None, fields: Optional[list[str]] = None) -> Table:
        """What nobody has decided on, likeliest planets first, once it is completed.

        sort: a column, the largest first with - before it
        q: a part of the name of the object or its star
        fields: columns; among them may be own_verdict, own_tags and own_note
        """
        self.wait()
        results = cast("dict[str, Any]", self.document.get("results") or {})
        return self._listed(self._api.list_candidates, results.get("candidates", {}).get("notes"), limit, sort, q,
                            min_probability, fields)

    def objects(self, *, limit: Optional[int] = None, sort: Optional[str] = None, q: Optional[str] = None,
                min_probability: Optional[float] = None, fields: Optional[list[str]] = None) -> Table:
        """What the archive has decided on, those first of which the model says the opposite; each judged by a model that
        had not seen its star. The parameters are those of `candidates`.
        """
        self.wait()
        return self._listed(self._api.list_objects, None, limit, sort, q, min_probability, fields)

    def _listed(self, call: Callable[..., Answer[Any]], notes: Optional[list[str]], limit: Optional[int], sort: Optional[str],
                q: Optional[str], min_probability: Optional[float], fields: Optional[list[str]]) -> Table:
        def ask(accept: str) -> Answer[Any]:
            return call(self.id, limit=limit, sort=sort, q=q, min_probability=min_probability,
                        fields=fields and ",".join(fields), accept=accept)

        return Table(lambda: ask("application/x-ndjson").rows(), ask, notes=notes)

    def object(self, name: str) -> api.OneObject:
        """All there is to say of one object of its table: columns, the whole explanation, company on its star."""
        self.wait()
        return self._api.get_object_by_name(self.id, name).json()

    def predictions(self) -> Table:
        """What a job of predictions says, once it is completed."""
        self.wait()

        def ask(accept: str) -> Answer[Any]:
            return self._api.get_predictions(self.id, accept=cast(Any, accept))

        return Table(lambda: ask("application/x-ndjson").rows(), ask)

    @property
    def model(self) -> Model:
        """The model that a training made, once it is completed."""
        self.wait()
        return Model(self._scout, self.id)

    def cancel(self) -> Job:
        """Asks it to stop; whoever runs it does so soon."""
        self._api.cancel_job(self.id).close()
        return self

    def retry(self) -> Job:
        """Queues it again after it ended in an error or was cancelled."""
        self._document = None
        self._api.retry_job(self.id).close()
        return self

    def delete(self) -> None:
        """Removes it and everything stored for it, its model too."""
        self._document = None
        self._api.delete_job(self.id).close()
