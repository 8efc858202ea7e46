"""The way into a suite."""
from __future__ import annotations

import functools
import ssl
from collections.abc import Callable, Iterator
from typing import Any, Optional, cast

from exoscout import api
from exoscout.errors import ScoutError
from exoscout.job import Job
from exoscout.model import Model, Path
from exoscout.progress import Watcher
from exoscout.tables import Table
from exoscout.transport import Answer, Transport
from exoscout.uploads import Upload

__all__ = ["Catalogue", "Scout", "Verdicts"]


class Scout:
    """A suite, and who asks it.

    url: where it is
    api_key, token: what it lets you in by, if it asks for something: a named key, or a token of the issuer it trusts.
        They are sent to nothing but that address and what lies below it
    timeout: how many seconds the suite may be silent
    patience: how many seconds in all may be spent on waiting where it answers that it is busy (429, 503)
    progress: what `Job.wait` shows unless it is told otherwise: None for a bar where stderr is a terminal, True for lines
        elsewhere, too, False for nothing, or a function of state and progress
    context: of TLS, where the machine's own authorities will not do
    """

    def __init__(self, url: str = "http://localhost:8080", api_key: Optional[str] = None, token: Optional[str] = None, *,
                 timeout: float = 60.0, patience: float = 60.0, progress: Watcher = None,
                 context: Optional[ssl.SSLContext] = None) -> None:
        self._transport = Transport(url, api_key, token, timeout, patience, context)
        #: each call of the API as it is documented
        self.api = api.Operations(self._transport)
        self.url = self._transport.url
        self.progress = progress
        self.verdicts = Verdicts(self.api)
        self.catalogue = Catalogue(self.api)

    def __repr__(self) -> str:
        return "<Scout of %s>" % self.url

    def inspect(self, table: Any, *, profile: bool = False) -> api.InspectedTable:
        """What would be understood of a table; nothing is stored.

        table: a path, an open file, a DataFrame, an astropy Table, or dicts
        profile: whether to add how the values of each column lie
        """
        return self.api.inspect_table(Upload.of(table), profile=profile or None).json()

    def train(self, table: Any, algorithm: Optional[str] = None, *, model_name: Optional[str] = None,
              target: Optional[str] = None, hyperparameters: Optional[dict[str, Any]] = None,
              exclude_features: Optional[list[str]] = None, features: Optional[str] = None, labels: Optional[dict[str, str]] = None,
              engine: Optional[str] = None, seed: Optional[int] = None) -> Job:
        """Has a model trained on a table, and its undecided objects ranked. The same table with the same options is the
        same job, however often it is sent.

        table: a path, an open file, a DataFrame, an astropy Table, or dicts
        algorithm: random_forest, gradient_boosting, xgboost or ensemble
        model_name: a label for the model
        target: `planet` tells planets from the rest, `disposition` the labels of the table
        hyperparameters: settings of the algorithm, see `options()`
        exclude_features: features, columns and tags to leave out
        features: which set of features to compute, e.g. "kepler-4"; the mission's usual one if left out
        labels: what the values of the label column stand for, e.g. {"1": "CONFIRMED"}
        engine: whose learner fits it, exoscout or tribuo
        seed: where all randomness starts
        """
        params = {"algorithm": algorithm, "model_name": model_name, "target": target, "hyperparameters": hyperparameters,
                  "exclude_features": exclude_features, "features": features, "labels": labels, "engine": engine, "seed": seed}
        given = cast(api.TrainingParams, {name: value for name, value in params.items() if value is not None})
        accepted = self.api.upload_table(Upload.of(table), params=given or None).json()
        return Job(self, accepted["job_id"], accepted=accepted)

    def options(self) -> api.TrainingChoices:
        """What `train` can be asked for, with defaults and bounds."""
        return self.api.training_options().json()

    def job(self, job_id: str) -> Job:
        """A job by its id."""
        return Job(self, job_id)

    def jobs(self, *, type: Optional[str] = None, status: Optional[str] = None, mission: Optional[str] = None,
             algorithm: Optional[str] = None, model_name: Optional[str] = None, fields: Optional[list[str]] = None) -> Table:
        """All jobs, newest first."""
        asked: dict[str, Any] = {"type": type, "status": status, "mission": mission, "algorithm": algorithm,
                                 "model_name": model_name, "fields": fields and ",".join(fields), "limit": 200}
        return Table(lambda: paged(lambda cursor: self.api.list_jobs(**asked, cursor=cursor)))

    def model(self, name: str) -> Model:
        """A model by its id, its label or an alias."""
        return Model(self, name)

    def models(self, *, mission: Optional[str] = None, algorithm: Optional[str] = None, target: Optional[str] = None,
               model_name: Optional[str] = None, order: Optional[str] = None) -> Table:
        """All models, newest first unless ordered otherwise, e.g. by `-roc_auc`."""
        asked: dict[str, Any] = {"mission": mission, "algorithm": algorithm, "target": target, "model_name": model_name,
                                 "order": order, "limit": 200}
        return Table(lambda: paged(lambda cursor: self.api.list_models(**asked, cursor=cursor)))

    def import_model(self, path: Path, *, model_name: Optional[str] = None) -> Model:
        """Takes in a model file that some suite has let go."""
        report = self.api.import_model(file=Upload.of(path), model_name=model_name).json()
        return Model(self, cast("dict[str, Any]", report)["model_id"])

    def find(self, name: str, *, mission: Optional[str] = None) -> list[api.FoundObject]:
        """An object by any of its names, or all of a star's, and what each model says of it."""
        return self.api.find_objects(name, mission=cast(Any, mission)).json()["objects"]

    def workers(self) -> api.WorkForce:
        """Who works, and how much waits."""
        return self.api.list_workers().json()

    def health(self) -> dict[str, Any]:
        """How the suite is; `status` is `down` where it can not do its job, which is said at once."""
        answer = self._transport.call("GET", "/health", accept="application/json", welcome=(503,))
        return cast("dict[str, Any]", answer.json())


class Verdicts:
    """What people make of objects themselves: a verdict, a note and tags, kept by name."""

    def __init__(self, operations: api.Operations) -> None:
        self._api = operations

    def get(self, name: str, *, mission: Optional[str] = None) -> api.OwnVerdict:
        """What was said of an object; 404 if nothing was."""
        return self._api.get_verdict_by_name(name, mission=cast(Any, mission)).json()

    def set(self, name: str, verdict: Optional[str] = None, *, note: Optional[str] = None, tags: Optional[list[str]] = None,
            mission: Optional[str] = None, replace: bool = True) -> api.OwnVerdict:
        """Says what you make of an object: planet, not_planet or unsure.

        replace: whether this takes the place of what was said before; an error with status 412 where it may not
        """
        said = cast(api.SaidVerdict, {key: value for key, value in
                                      (("verdict", verdict), ("note", note), ("tags", tags)) if value is not None})
        put = functools.partial(self._api.put_verdict_by_name, name, said, mission=cast(Any, mission))
        try:
            return put(if_none_match="*").json()
        except ScoutError as error:
            if error.status != 412 or not replace:
                raise
        return put(if_match="*").json()

    def delete(self, name: str, *, mission: Optional[str] = None) -> None:
        """Takes back what was said."""
        self._api.delete_verdict_by_name(name, mission=cast(Any, mission), if_match="*").close()

    def list(self, *, mission: Optional[str] = None, tag: Optional[str] = None) -> Table:
        """All of them, by mission and name."""
        asked: dict[str, Any] = {"mission": mission, "tag": tag}

        def ask(accept: str) -> Answer[Any]:
            return self._api.list_verdicts(**asked, accept=cast(Any, accept))

        return Table(lambda: ask("application/x-ndjson").rows(), ask, ("csv", "ndjson"))


class Catalogue:
    """Known planets: those that people save, and those of the archive."""

    def __init__(self, operations: api.Operations) -> None:
        self._api = operations

    def planets(self, q: Optional[str] = None, *, sort: Optional[str] = None, fields: Optional[list[str]] = None,
                **ranges: Any) -> Table:
        """Planets, page by page, e.g. `planets(method="Transit", max_radius=2, sort="-pl_rade")`."""
        asked: dict[str, Any] = {"q": q, "sort": sort, "fields": fields and ",".join(fields), "limit": 1000, **ranges}
        return Table(lambda: paged(lambda cursor: self._api.list_planets(**asked, cursor=cursor)))

    def get(self, planet_id: str) -> api.Planet:
        """One of them."""
        return self._api.get_planet(planet_id).json()

    def save(self, nombre: str, **fields: Any) -> str:
        """Saves a planet of your own, with any further fields; its id."""
        saved = self._api.save_planet(cast(api.SentPlanet, {"nombre": nombre, **fields})).json()
        return saved["id"]

    def import_table(self, table: Any, *, dry_run: bool = False) -> api.ImportReport:
        """Takes in the archive's table of confirmed planets, and says what is new, changed and refused."""
        return self._api.import_planets(Upload.of(table), dry_run=dry_run or None).json()

    def delete(self, planet_id: str) -> None:
        """Removes a planet."""
        self._api.delete_planet(planet_id).close()


def paged(page: Callable[[Optional[str]], Answer[Any]]) -> Iterator[dict[str, Any]]:
    """The rows of a list that comes in pages."""
    cursor: Optional[str] = None
    while True:
        answer = page(cursor)
        yield from answer.json()
        cursor = answer.next_cursor()
        if cursor is None:
            return
