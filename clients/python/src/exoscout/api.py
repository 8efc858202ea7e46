"""What the suite's API documents promise: types of what goes in and comes out, and a method for each call.

Made by generate.py from docs/openapi; changes belong there.
"""
from __future__ import annotations

from typing import Any, Literal, Optional, TypedDict, Union

from exoscout.transport import Answer, JsonPart, Transport
from exoscout.uploads import Upload

#: members of answers that are moments
MOMENTS = frozenset(
    {
        "at",
        "changed_at",
        "completed_at",
        "created_at",
        "expires_at",
        "failed_at",
        "imported_at",
        "last_heartbeat",
        "learned_at",
        "model_created_at",
        "moved_at",
        "since",
        "started_at",
        "time",
        "uploaded_at",
        "watermark",
    }
)

#: what the figures of a training mean
FIGURES = {
    "accuracy": "share of the rows that are called what they are, 0 to 1",
    "average_precision": "area under the precision-recall curve as a sum of steps, 0 to 1; left out where a class has no rows",
    "brier": "mean squared error of the probabilities, 0 to 1, less is better",
    "calibration_error": "expected calibration error over 15 bins of equal width, 0 to 1, less is better",
    "f1_score": "harmonic mean of precision and recall, weighted by the rows of the classes, 0 to 1",
    "log_loss": "mean negative natural logarithm of the probability given to the true class, 0 or more, less is better",
    "roc_auc": "area under the ROC curve, 0 to 1, 0.5 being chance; left out where a class has no rows",
}


class AbsentColumn(TypedDict):
    """A column that a model looks at and a table lacks, wholly or in all of its rows."""

    column: str
    """Its name."""
    importance: float
    """Share of the model's importance that lies in features which need it."""


class AcceptedBatch(TypedDict):
    """The answer to accepted light curves of many stars."""

    batch_id: str
    """Where to look for the outcomes."""
    queued: int
    """How many searches were queued by this; the others are there already."""
    refused: list[RefusedFile]
    """The files that were not taken, and why."""
    status: str
    """Always `processing`."""
    targets: list[SentTarget]
    """The stars, each with its search and its files."""


class _AcceptedJobAlways(TypedDict):
    """What every AcceptedJob has."""

    column_details: list[ColumnUse]
    """What becomes of each column."""
    columns: int
    """Columns of the header."""
    dataset: DatasetRef
    """The stored table."""
    explanation: str
    """Why it was taken for that mission, in a sentence."""
    features: FeaturePlan
    """What is computed from it."""
    ignored: list[IgnoredColumn]
    """Every other column, with the reason."""
    job_id: str
    """Where to look for the outcome."""
    labels: dict[str, int]
    """How many objects carry each label; blank ones count under `(blank)`, values the archive does not use under
    `(other)` (never under a name somebody sent: these are keys of stored documents).
    """
    mission: Literal["kepler", "tess", "k2"]
    """The mission its columns belong to."""
    model_name: str
    """The label the model will have."""
    notes: list[str]
    """What the reader should know besides, e.g. cells that are no finite numbers."""
    objects: int
    """Objects after merging the rows of one object (K2 has several)."""
    rows: int
    """Data rows."""
    status: str
    """Always `processing`, as the original backend said it."""
    used: list[str]
    """The columns a model is trained on, in header order."""


class AcceptedJob(_AcceptedJobAlways, total=False):
    """The answer to an accepted upload."""

    leak_audit: LeakAudit
    """What the columns give away by themselves; `null` where that was not measured, as in documents older than the
    audit.
    """
    sent_as: dict[str, str]
    """What columns were called in the file, of those that were called otherwise."""


class _AcceptedPredictionAlways(TypedDict):
    """What every AcceptedPrediction has."""

    dataset: DatasetRef
    """The stored table."""
    job_id: str
    """Where to look for the outcome."""
    model_created_at: str
    """When the model was stored, since several may have that label."""
    model_name: str
    """The label of the model."""
    params: JobParams
    """Mission, model and explanations."""
    status: str
    """Always `processing`, as for a training."""


class AcceptedPrediction(_AcceptedPredictionAlways, total=False):
    """The answer to an accepted prediction job."""

    notes: list[str]
    """What the caller should know besides."""


class AcceptedSearch(TypedDict):
    """The answer to an accepted search."""

    curve: CurveReport
    """What was understood of the files."""
    dataset: DatasetRef
    """The stored points."""
    job_id: str
    """Where to look for the outcome."""
    params: JobParams
    """What is searched."""
    status: str
    """Always `processing`, as for a training."""


class Added(TypedDict):
    """What became of a table."""

    added: int
    """How many of them are new."""
    collection_name: str
    """Where its rows are."""
    known: int
    """How many were there already, from the same file."""
    rows: int
    """How many it has."""


class AliasTarget(TypedDict):
    """Where an alias is to point."""

    model: Optional[str]
    """A model by its id, an alias or its label, of which the newest is meant; the alias stays with that model until
    it is moved.
    """


class Amount(TypedDict):
    """The same amount in both units."""

    log_odds: float
    """`ln(p / (1 - p))`."""
    probability: float
    """From 0 to 1."""


class _AnswerTensorAlways(TypedDict):
    """What every AnswerTensor has."""

    datatype: Literal["BOOL", "UINT8", "UINT16", "UINT32", "UINT64", "INT8", "INT16", "INT32", "INT64", "FP16", "BF16", "FP32", "FP64", "BYTES"]
    """Of its elements."""
    name: str
    """What it is called."""
    shape: list[int]
    """How many rows, and how many elements each has."""


class AnswerTensor(_AnswerTensorAlways, total=False):
    """An output."""

    data: list[Optional[Union[str, float, bool]]]
    """Its elements, row by row; left out where they are behind the JSON."""
    parameters: dict[str, int]
    """`binary_data_size`: bytes of it behind the JSON."""


class _ArchiveScoreAlways(TypedDict):
    """What every ArchiveScore has."""

    accuracy: float
    """Share of the rows on the right side of 0.5, 0 to 1."""
    brier: float
    """Mean squared error, 0 to 1."""
    f1_score: float
    """Harmonic mean of precision and recall, weighted by the rows of the classes, 0 to 1."""
    precision_at: list[PrecisionAtTop]
    """How many of the first rows of the ranking are right."""
    recall_at_precision: list[RecallAtPrecision]
    """Which share of the planets is found when so many of those called so must be right."""
    remark: str
    """What to bear in mind, for a person."""
    rows_without_score: int
    """How many rows have no score, or none that can be."""


class ArchiveScore(_ArchiveScoreAlways, total=False):
    """How the archive's own score does. It is no probability, so that log loss and calibration error are left out."""

    average_precision: float
    """Area under the precision-recall curve, 0 to 1."""
    roc_auc: float
    """Area under the ROC curve, 0 to 1."""


class Asked(TypedDict):
    """What a model says."""

    predictions: list[Foreseen]
    """What it says of each event."""
    rejected: list[RejectedLine]
    """Events that can not be read, and why."""
    seq: int
    """The number of the last entry that it learned from."""


class _AskedTrainingAlways(TypedDict):
    """What every AskedTraining has."""

    at: str
    """When that was decided."""
    label: int
    """By the how many-th label."""
    seq: int
    """The entry by which it was noticed."""
    state: Literal["asked", "accepted", "refused", "skipped"]
    """`asked`: the training was asked for and is not accepted yet; `accepted`; `refused`; or `skipped`: it was not
    asked for.
    """


class AskedTraining(_AskedTrainingAlways, total=False):
    """What came of a change that was noticed, where changes ask for trainings."""

    job: str
    """The id of the training; of one that was accepted."""
    reason: str
    """Why there is none; of what was refused or skipped."""
    rows: int
    """How many labelled rows its table has; of one that was asked for."""


class _AuditRecordAlways(TypedDict):
    """What every AuditRecord has."""

    id: str
    """Sorts by time."""
    milliseconds: float
    """Until the answer was written, or from the request for a job to its end."""
    outcome: Literal["answered", "accepted", "refused", "failed", "cut_short", "cancelled"]
    """What came of it."""
    path: str
    """The address, as it was sent; of the end of a job that of its result."""
    time: str
    """When it came, or when the job ended, to the millisecond."""


class AuditRecord(_AuditRecordAlways, total=False):
    """One request for predictions, at once or as a job; a job leaves another record when it ends. Holds no cell of
    any table.
    """

    caller: str
    """Who asked, as keys and tokens name them; `null` where nobody has to say, and of the end of a job, whose id
    leads to the request.
    """
    code: str
    """What was wrong, as in problems."""
    job_id: str
    """The prediction job that was asked for or ended; `null` of direct answers."""
    model_id: str
    """The model that was asked, once it was found."""
    model_sha256: str
    """Digest of its file."""
    rows: int
    """How many it has."""
    status: int
    """Of the answer; `null` of the end of a job."""
    table_sha256: str
    """Digest of the table in canonical form, as datasets and jobs name it; of rows that came as JSON or tensors that
    of the same rows as a job keeps them.
    """


class AuditedColumn(TypedDict):
    """A column by itself."""

    column: str
    """Its name."""
    finding: str
    """Why, in words; blank when it is not flagged."""
    flagged: bool
    """Whether it is left out."""
    missing_roc_auc: float
    """What its blanks reach."""
    roc_auc: float
    """What its values reach, blanks being one of them; 0.5 is nothing."""


class _BatchRowAlways(TypedDict):
    """What every BatchRow has."""

    depth_ppm: float
    """In parts per million."""
    diagnostics: dict[str, float]
    """All other figures, by name."""
    duration_hours: float
    """From first to last contact."""
    epoch: float
    """The middle of a transit, in the curve's time, in days."""
    files: list[str]
    """Its files."""
    job_id: str
    """The search."""
    number: int
    """From 1."""
    reasons: list[str]
    """The names of the tests that it failed."""
    sde: float
    """Signal detection efficiency of its peak."""
    single_event: bool
    """Whether it was seen once only, so that it has no period."""
    snr: float
    """Signal to noise of all transits together, red noise included."""
    target: str
    """The star's name."""
    tests: list[JudgedTest]
    """All tests, with value, threshold and source."""
    transits: int
    """How many were observed."""
    verdict: str
    """`candidate`, `false_alarm` or `false_positive`."""


class BatchRow(_BatchRowAlways, total=False):
    """A signal of one of many stars."""

    depth_error_ppm: float
    """Of that."""
    duration_error_hours: float
    """Of that."""
    epoch_error: float
    """In days."""
    impact: float
    """The least distance of their middles, in radii of the star."""
    not_asked: list[UnaskedTest]
    """What a vetter would ask besides, and why it was not; none in results of earlier times."""
    period: float
    """In days."""
    period_error: float
    """Its standard deviation, in days."""
    radius_ratio: float
    """Of planet and star."""


class BatchSignals(TypedDict):
    """All signals there are by now."""

    batch_id: str
    """The batch."""
    ended: bool
    """Whether no more outcomes are to be expected."""
    missing: int
    """How many have no outcome, be it yet or for good."""
    signals: list[BatchRow]
    """By star and number."""
    targets: int
    """How many stars it has."""


class _BatchStandingAlways(TypedDict):
    """What every BatchStanding has."""

    batch_id: str
    """The batch."""
    created_at: str
    """When it was sent first."""
    ended: bool
    """Whether no more outcomes are to be expected."""
    failures: list[FailedSearch]
    """The searches that ended in error."""
    missing: int
    """How many have no outcome, be it yet or for good."""
    refused: list[RefusedFile]
    """The files that were not taken."""
    states: dict[str, int]
    """How many of their searches are in each state; `gone` are those that were deleted."""
    targets: int
    """How many stars it has."""


class BatchStanding(_BatchStandingAlways, total=False):
    """How far a batch is."""

    searches: list[SentTarget]
    """All stars, if that was asked for."""


class BlobRef(TypedDict):
    """Points at stored bytes."""

    bytes: int
    """How many there are."""
    sha256: str
    """Hex digest of the bytes, which is their address."""


class _BoundedAlways(TypedDict):
    """What every Bounded has."""

    used: int
    """How much there is."""


class Bounded(_BoundedAlways, total=False):
    """One thing of which there may be a bound."""

    limit: int
    """How much there may be; `null` for any amount."""


class Bounds(TypedDict):
    """Between which values a figure lies."""

    lower: float
    """The lower end, in the unit of the figure."""
    upper: float
    """The upper end, in the unit of the figure."""


class _ByFigureDoubleAlways(TypedDict):
    """What every ByFigureDouble has."""

    accuracy: float
    """Share of the rows that are called what they are, 0 to 1."""
    brier: float
    """Mean squared error of the probabilities, 0 to 1, less is better."""
    calibration_error: float
    """Expected calibration error over 15 bins of equal width, 0 to 1, less is better."""
    f1_score: float
    """Harmonic mean of precision and recall, weighted by the rows of the classes, 0 to 1."""
    log_loss: float
    """Mean negative natural logarithm of the probability given to the true class, 0 or more, less is better."""


class ByFigureDouble(_ByFigureDoubleAlways, total=False):
    """Something about each single figure. Where a figure is about one class against the rest, it is about the last
    of two classes, and the plain mean over several.
    """

    average_precision: float
    """Area under the precision-recall curve as a sum of steps, 0 to 1; left out where a class has no rows."""
    roc_auc: float
    """Area under the ROC curve, 0 to 1, 0.5 being chance; left out where a class has no rows."""


class _ByFigureFigureSpreadAlways(TypedDict):
    """What every ByFigureFigureSpread has."""

    accuracy: FigureSpread
    """Share of the rows that are called what they are, 0 to 1."""
    brier: FigureSpread
    """Mean squared error of the probabilities, 0 to 1, less is better."""
    calibration_error: FigureSpread
    """Expected calibration error over 15 bins of equal width, 0 to 1, less is better."""
    f1_score: FigureSpread
    """Harmonic mean of precision and recall, weighted by the rows of the classes, 0 to 1."""
    log_loss: FigureSpread
    """Mean negative natural logarithm of the probability given to the true class, 0 or more, less is better."""


class ByFigureFigureSpread(_ByFigureFigureSpreadAlways, total=False):
    """Something about each single figure. Where a figure is about one class against the rest, it is about the last
    of two classes, and the plain mean over several.
    """

    average_precision: FigureSpread
    """Area under the precision-recall curve as a sum of steps, 0 to 1; left out where a class has no rows."""
    roc_auc: FigureSpread
    """Area under the ROC curve, 0 to 1, 0.5 being chance; left out where a class has no rows."""


class Calibration(TypedDict):
    """Turns a model's probabilities into ones that can be taken at their word: `p'[c] ∝ exp(slope · ln(p[c] + FLOOR)
    + offset[c])`. For two classes that is a sigmoid of the log-odds (Platt 1999), for several a temperature and a
    bias for each class (Guo et al. 2017). The slope is positive, so that for two classes the ranking stays as it
    is.
    """

    offsets: list[float]
    """One per class, in favour of the class; none at all for `Calibration[slope=1.0, offsets=[]]`."""
    slope: float
    """Less than 1 where the model was too sure, more where it was not sure enough."""


_CandidateAlwaysMembers = TypedDict(
    "_CandidateAlwaysMembers",
    {
        "class": str,
        "probability": float,
        "rank": int,
        "reasons": "list[Reason]",
        "row": int,
    },
    total=True,
)


class _CandidateAlways(_CandidateAlwaysMembers):
    """What every Candidate has."""


class Candidate(_CandidateAlways, total=False):
    """An object of a training table, as the model trained on that table sees it: a candidate that nobody has decided
    on, or one whose fold the model did not see.
    """

    corrected_probability: float
    """The same, if planets are as common among the undecided objects as the prior of the summary says."""
    dec: float
    """Declination in degrees."""
    depth: float
    """Transit depth in ppm."""
    exofop: str
    """ExoFOP's page about its star."""
    folds: list[float]
    """How likely it is a planet by the model of each fold, in their order; left out of lists, in files of earlier
    times, and where a model has seen its star.
    """
    label: str
    """What the archive decided, `null` while it has not."""
    link: str
    """The archive's page about the object."""
    lower: float
    """Lowest probability that the model, or one fitted without a fold, gives."""
    magnitude: float
    """Brightness of the star in the band of its survey: Kepler, TESS, or V for K2."""
    object: str
    """Its name, if the table names objects."""
    own_note: str
    """What a person noted about it, where `fields` asks for it."""
    own_tags: str
    """The tags a person gave it, where `fields` asks for them."""
    own_verdict: Literal["planet", "not_planet", "unsure"]
    """What a person takes it for, where `fields` asks for it."""
    period: float
    """Orbital period in days."""
    ra: float
    """Right ascension in degrees."""
    radius: float
    """Radius in Earth radii."""
    star: str
    """Its star's name, if the table names stars."""
    upper: float
    """Highest probability that the model, or one fitted without a fold, gives."""


class _CandidatePageAlways(TypedDict):
    """What every CandidatePage has."""

    candidates: list[Candidate]
    """Those asked for, in the order asked for, each with the parts asked for."""
    contribution: str
    """What the contributions of the reasons mean, for a person."""
    count: int
    """How many there are."""
    interval: str
    """What lower and upper mean, for a person."""
    job_id: str
    """The job."""
    model: str
    """The label of its model."""
    notes: list[str]
    """What else to bear in mind, for a person."""
    planet_classes: list[str]
    """The classes that mean a planet; probabilities are summed over them."""
    ranked_by: str
    """What the list is sorted by, for a person."""


class CandidatePage(_CandidatePageAlways, total=False):
    """Some of the candidates of a job."""

    prior: Prior
    """How common planets are, if that was estimated."""


class _CandidateSummaryAlways(TypedDict):
    """What every CandidateSummary has."""

    contribution: str
    """What the contributions of the reasons mean, for a person."""
    count: int
    """How many there are."""
    interval: str
    """What lower and upper mean, for a person."""
    notes: list[str]
    """What else to bear in mind, for a person."""
    planet_classes: list[str]
    """The classes that mean a planet; probabilities are summed over them."""
    ranked_by: str
    """What the list is sorted by, for a person."""


class CandidateSummary(_CandidateSummaryAlways, total=False):
    """What holds for all of a list of candidates."""

    prior: Prior
    """How common planets are, if that was estimated."""


class CardColumn(TypedDict):
    """A column that a model needs, and what goes with it."""

    column: str
    """Its name."""
    core: bool
    """Whether it is one of those that matter most to this mission."""
    features: list[str]
    """The features that are not known without it."""
    importance: float
    """Share of the model's importance that needs the column, 0 to 1."""


class _CardDataAlways(TypedDict):
    """What every CardData has."""

    sha256: str
    """SHA-256 hex of its canonical form."""
    table: str
    """What it is called in the archive."""


class CardData(_CardDataAlways, total=False):
    """The training table."""

    class_counts: dict[str, int]
    """How many objects are of each class, where that is known."""
    downloaded: str
    """When it was downloaded, where that is known."""
    objects: int
    """How many objects were trained on, where that is known."""
    stars: int
    """How many stars they belong to, where that is known."""


class _CardFigureAlways(TypedDict):
    """What every CardFigure has."""

    better: str
    """`higher` or `lower`."""
    figure: str
    """Its name, e.g. `roc_auc`."""
    value: float
    """The figure."""


class CardFigure(_CardFigureAlways, total=False):
    """A figure of a model, from predictions of stars that it was not trained on."""

    baseline: float
    """The same figure of somebody who always says how common each class is; left out where none was measured."""
    lower: float
    """The lower end of its interval; left out where none was measured."""
    upper: float
    """The upper end of its interval; left out where none was measured."""


class Cell(TypedDict):
    """A column of the table."""

    meaning: str
    """What it holds, in words."""
    name: str
    """The archive's name for it."""
    unit: str
    """Of the value, blank where there is none."""
    used: bool
    """Whether the model looks at it, by itself or in something computed."""
    value: Optional[float]
    """What stands there, `null` if nothing does."""


class CentroidPlot(TypedDict):
    """Where the light fell around transits, against where it falls before and after, folded. Of a telescope that
    turns between quarters only the place with the most transits is shown: there columns and rows mean the same.
    """

    column_errors: list[float]
    """Of these means, by the scatter in each."""
    columns: list[float]
    """Means in each, in thousandths of a pixel."""
    hours: list[float]
    """From the middle of the transit, the middles of equal stretches that have points."""
    row_errors: list[float]
    """As those of columns."""
    rows: list[float]
    """As columns."""
    transits: int
    """How many were folded."""


class Change(TypedDict):
    """A planet that changed."""

    fields: list[str]
    """Which of its fields."""
    name: str
    """Its name."""


class ClassFigures(TypedDict):
    """Figures of one class, or of several together, by the rules of scikit-learn: a figure whose denominator is zero
    counts as zero.
    """

    f1_score: float
    """Harmonic mean of the two, 0 to 1."""
    precision: float
    """Share of those called so that are, 0 to 1."""
    recall: float
    """Share of those that are that are called so, 0 to 1."""
    support: int
    """How many are, in rows."""


class _ClusterMessageAlways(TypedDict):
    """What every ClusterMessage has."""

    at: str
    """When this was put together."""
    id: int
    """Its place in the stream."""
    queue_depth: Optional[int]
    """Requests waiting in all queues, `null` while the broker can not be asked."""
    queues: dict[str, int]
    """The same for each job type."""
    type: Literal["snapshot", "workers"]
    """`snapshot` or `workers`."""
    workers: list[Worker]
    """Those heard from lately."""


class ClusterMessage(_ClusterMessageAlways, total=False):
    """How all jobs and workers stand."""

    jobs: list[JobLine]
    """The newest jobs, and all that wait or run, newest first; in a snapshot only."""


class _ColumnProfileAlways(TypedDict):
    """What every ColumnProfile has."""

    column: str
    """Its name in the archive."""
    meaning: str
    """What it holds, in words."""
    missing: float
    """Share of the objects that have no number here, from 0 to 1; impossible values count as missing."""
    quantiles: list[float]
    """0 %, 5 %, ..., 100 %; empty where all are missing."""
    role: str
    """`feature`, `uncertainty`, `position`, `epoch` or `leak`."""
    unit: str
    """Of the values, blank where there is none."""


class ColumnProfile(_ColumnProfileAlways, total=False):
    """The values of a column."""

    histogram: Histogram
    """The values by label; absent where all are missing."""


class _ColumnUseAlways(TypedDict):
    """What every ColumnUse has."""

    column: str
    """Its name in the archive, or as sent where that is not known."""
    meaning: str
    """What it holds, in words."""
    role: str
    """What it may be used for: `feature`, `uncertainty`, `identifier`, `label`, `leak`, `position`, `epoch`,
    `bookkeeping` or `unknown`.
    """
    unit: str
    """Of its values, blank where there is none."""
    used_in: list[str]
    """The features that see it: itself, and those computed from it."""


class ColumnUse(_ColumnUseAlways, total=False):
    """What becomes of a column of a table."""

    sent_as: str
    """What it was called in the file, if otherwise."""


class _CompanionAlways(TypedDict):
    """What every Companion has."""

    probability: float
    """How likely it is a planet."""
    undecided: bool
    """Whether the archive has not decided on it."""


class Companion(_CompanionAlways, total=False):
    """Another object on the same star."""

    label: str
    """What the archive decided, if it did."""
    object: str
    """Its name."""
    period: float
    """Orbital period in days."""
    radius: float
    """In Earth radii."""


class _ComparedFigureAlways(TypedDict):
    """What every ComparedFigure has."""

    better: str
    """`higher` or `lower`."""
    figure: str
    """Its name."""
    values: list[CardFigure]
    """That of each model, `null` where it was not measured."""


class ComparedFigure(_ComparedFigureAlways, total=False):
    """A figure."""

    best: str
    """The id of the model with the best value; left out where the figures may not be compared."""
    clear: bool
    """Whether the interval of the best has nothing in common with that of any other; left out where the figures may
    not be compared.
    """


class ComparedModel(TypedDict):
    """One of them."""

    algorithm: str
    """The learner."""
    features: int
    """How many features it looks at."""
    mission: str
    """Whose tables it scores."""
    model_id: str
    """Its id."""
    model_name: str
    """Its label."""
    target: str
    """What it tells apart."""
    training_data: CardData
    """What it was trained on."""


class ComparedSetting(TypedDict):
    """A setting."""

    same: bool
    """Whether all have the same."""
    setting: str
    """Its name."""
    values: list[str]
    """That of each model, `null` where it has none."""


class ConfusionMatrix(TypedDict):
    """What rows were taken for."""

    labels: list[str]
    """The classes, in the order of lines and columns."""
    matrix: list[list[int]]
    """A line per true class, a column per predicted one; rows counted."""


class _ContributionAlways(TypedDict):
    """What every Contribution has."""

    contribution: float
    """In the unit that was asked for; without one in log-odds for boosted models, in probability for a random forest
    and for averages of several forests.
    """
    feature: str
    """The column."""
    value: Optional[float]
    """What stands there, `null` if nothing does."""


class Contribution(_ContributionAlways, total=False):
    """What one feature added to the score of a class, compared with the average object (TreeSHAP, Lundberg et al.
    2020).
    """

    sentence: str
    """The same in words, in the reader's language; `null` for a weak contribution."""
    tags: list[str]
    """What kind of thing the feature tells; `null` in files from before there were tags."""


class CurveOptions(TypedDict, total=False):
    """How light curves are to be read, where the files leave a choice."""

    cadence_minutes: float
    """How far points are apart, for files without times."""
    flux: str
    """The column of fluxes, by its name in any case; `null` for the one that was corrected furthest."""
    quality_mask: str
    """`default`, `none`, `hard`, or the bits that make a point unusable as one whole number."""
    row: int
    """Which row of a matrix of fluxes is read, from 1."""
    unit: Literal["counts", "relative", "fraction", "ppt", "ppm", "magnitudes"]
    """What the fluxes are given in; `null` for what the file says, or its values."""


class _CurvePointsAlways(TypedDict):
    """What every CurvePoints has."""

    precision_recall: dict[str, list[PrecisionRecallPoint]]
    """From everything called so to nothing called so."""
    reliability: dict[str, list[ReliabilityBin]]
    """What became of rows that were given about the same probability."""
    roc: dict[str, list[RocPoint]]
    """From nothing called so to everything called so."""


class CurvePoints(_CurvePointsAlways, total=False):
    """Curves for drawing, by class name, at most 200 points each: for two classes those of the last one, for more
    those of each against the rest.
    """

    confusion: dict[str, ThresholdCounts]
    """How many rows are called right and wrong by the threshold; left out of jobs of earlier times."""


class _CurveReportAlways(TypedDict):
    """What every CurveReport has."""

    cadence_minutes: float
    """The median step between neighbouring points."""
    centroids: bool
    """Whether it is known where the light fell."""
    end: float
    """The last of them."""
    files: list[FileReport]
    """It was read from, in the order of time."""
    gaps: int
    """How many steps are longer than half a day."""
    longest_gaps: list[Gap]
    """The longest of them, by time."""
    noise_ppm: float
    """Scatter from point to point, in parts per million of the flux: what is left of the noise when everything slow
    is taken out.
    """
    points: int
    """Usable points of all files."""
    start: float
    """The first of their times, in days."""
    time_system: Literal["bjd", "bkjd", "btjd", "hjd", "jd", "mjd", "relative"]
    """What times count from."""


class CurveReport(_CurveReportAlways, total=False):
    """What was understood of a light curve."""

    points_before_averaging: int
    """How many there were before those of a shorter cadence than others were averaged; none if all have the same."""
    star: HeaderStar
    """What a file says of the star."""
    target: str
    """The name of the star, if a file says it."""


class _CurveSearchAlways(TypedDict):
    """What every CurveSearch has."""

    max_signals: int
    """How many signals are searched for at most."""
    reading: CurveOptions
    """How the files were read, where they leave a choice."""


class CurveSearch(_CurveSearchAlways, total=False):
    """How a light curve is searched for transits. What is `null` was left to the search, whose result says what it
    took.
    """

    period_max: float
    """The longest, in days."""
    period_min: float
    """The shortest period that is searched, in days."""
    star: KnownStar
    """What is known of the star."""
    window_days: float
    """Length of the window in which trends are taken out, in days."""


class DatabaseTest(TypedDict):
    """What the database of the series answered."""

    collections: int
    """How many there are."""
    database: str
    """Its name."""
    milliseconds: float
    """How long it took to answer."""
    status: str
    """`ok`."""


class _DatasetRefAlways(TypedDict):
    """What every DatasetRef has."""

    bytes: int
    """Size of the canonical body."""
    columns: int
    """Columns of the header."""
    filename: str
    """The name the uploader gave, cleaned; a label only, never a path."""
    rows: int
    """Data rows."""
    sha256: str
    """Hex digest of the canonical body (no byte order mark, no leading comment lines, LF line ends, the archive's
    names, commas and decimal points), which is also its address in the blob store.
    """


class DatasetRef(_DatasetRefAlways, total=False):
    """Points at a stored table."""

    downloaded: str
    """When the archive made the file, as its comments say, e.g. `2025-10-04T07:34:55` (no time zone is given);
    `null` where they do not.
    """
    sent_sha256: str
    """Hex digest of the file as it was sent, packed or in another form; `null` where that was not recorded."""


class Decided(TypedDict):
    """An object that was decided since."""

    label: str
    """What the archive says now."""
    object: str
    """Its name."""
    planet: bool
    """Whether that means a planet."""
    probability: float
    """How likely a planet it was said to be."""
    rank: int
    """Its place in the ranking."""


class DecidedPage(TypedDict):
    """Some of the decided objects of a job's table."""

    count: int
    """How many there are in all."""
    job_id: str
    """The job."""
    judged_by: str
    """Where the probabilities come from, for a person."""
    model: str
    """The label of its model."""
    objects: list[Candidate]
    """Those asked for, in the order asked for, each with the parts asked for."""
    planet_classes: list[str]
    """The classes that mean a planet; probabilities are summed over them."""


class _DeedRecordAlways(TypedDict):
    """What every DeedRecord has."""

    address: str
    """Where the request came from."""
    id: str
    """Sorts by time."""
    method: str
    """What was to be done."""
    path: str
    """To what, as it was sent, without a query."""
    role: Literal["none", "reader", "analyst", "admin"]
    """How much he might do then."""
    status: int
    """Of the answer."""
    time: str
    """When it was answered, to the millisecond."""


class DeedRecord(_DeedRecordAlways, total=False):
    """That somebody changed something, or tried to."""

    caller: str
    """Who it was, as keys and tokens name them; `null` where nobody has to say."""
    code: str
    """What was wrong, as in problems."""
    route: str
    """The same as the API documents write it; `null` if it is none of theirs."""
    target: str
    """Where what was made is, or the name of what was meant, if it is not in the path."""


class Deleted(TypedDict):
    """The answer to a delete."""

    id: str
    """Which one."""
    status: str
    """`deleted`."""


class DeletedAlias(TypedDict):
    """The answer to a delete."""

    alias: str
    """Which one."""
    status: Literal["deleted"]
    """`deleted`."""


class DeletedCollection(TypedDict):
    """The answer to a delete."""

    collection_name: str
    """Which one."""
    status: str
    """`deleted`."""


class DeletedJob(TypedDict):
    """The answer to a delete."""

    job_id: str
    """Which one."""
    status: Literal["deleted"]
    """`deleted`."""


class DeletedModel(TypedDict):
    """The answer to a delete."""

    model_id: str
    """Which one."""
    status: Literal["deleted"]
    """`deleted`."""


class DeletedVerdict(TypedDict):
    """The answer to a delete."""

    object: str
    """Which one."""
    status: Literal["deleted"]
    """`deleted`."""


class _DiscriminationAlways(TypedDict):
    """What every Discrimination has."""

    value: float
    """The chance that a planet has a higher score than something else, ties counted half: 0.5 is a guess, 1 no
    mistake.
    """


class Discrimination(_DiscriminationAlways, total=False):
    """How well scores tell planets from others."""

    lower: float
    """End of the interval that holds it with a confidence of 95 %; `null` where no pair, or every pair, is in the
    wrong order.
    """
    upper: float
    """End of the same."""


class _DriftAlways(TypedDict):
    """What every Drift has."""

    features: list[FeatureDrift]
    """Those that differ most, first the one that differs most."""
    level: Literal["none", "moderate", "strong", "few_rows", "unknown"]
    """`none`, `moderate` or `strong`, by the overall stability index; `few_rows` below `200`; `unknown` of a model
    that has kept no training rows.
    """
    rows: int
    """How many rows were looked at: all, or a sample of a large table."""


class Drift(_DriftAlways, total=False):
    """How far the rows of a request lie from the rows their model was trained on. Features that no row can have for
    want of columns are left out: `absent_columns` speaks of them.
    """

    missing: float
    """Share of values that are missing."""
    missing_in_training: float
    """The same among the training rows."""
    outside: float
    """Share of the values that are there which lie outside the range of the training rows."""
    psi: float
    """The population stability index, the mean over all features, weighted by their importance to the model; `null`
    where there is no verdict.
    """


class EarlierJob(TypedDict):
    """A job that there is already."""

    created_at: str
    """Since when there is one."""
    job_id: str
    """Where to look for it."""
    model_name: str
    """The label of its model."""
    status: Literal["queued", "running", "completed", "error", "cancelled"]
    """How far it is."""


class EnsembleHyperparameters(TypedDict, total=False):
    """Settings of ensemble."""

    forest_weight: float
    """Weight of a random forest in the average."""
    n_estimators: int
    """Number of rounds, or trees, of each learner."""


class Envelope(TypedDict):
    """What is pushed."""

    deliveryAttempt: Optional[int]
    """The how many-th time it is pushed; not looked at."""
    message: Message
    """With the events."""
    subscription: Optional[str]
    """Where it comes from; not looked at."""


class _EphemerisAnswerAlways(TypedDict):
    """What every EphemerisAnswer has."""

    chi_square: Optional[float]
    """The sum of squared O−C over squared errors; none where no errors were sent, and they were taken from the
    scatter.
    """
    covariance: float
    """Of epoch and period, in days squared."""
    degrees_of_freedom: int
    """How many transits there are beyond the two that a line needs."""
    epoch: float
    """The time of transit 0, that which is known best."""
    epoch_error: float
    """Its standard deviation."""
    next: list[NextTransit]
    """Those to come."""
    period: float
    """From one transit to the next."""
    period_error: float
    """Its standard deviation."""
    transits: list[SeenTransit]
    """Those sent, in order."""


class EphemerisAnswer(_EphemerisAnswerAlways, total=False):
    """A linear ephemeris, in days."""

    expires: NextTransit
    """The first transit that is uncertain by more than 30 minutes; none if that is too far away to count."""


class _EphemerisRequestAlways(TypedDict):
    """What every EphemerisRequest has."""

    times: list[float]
    """Of mid-transit, in days (such as BJD), in any order."""


class EphemerisRequest(_EphemerisRequestAlways, total=False):
    """Transit times."""

    after: float
    """From when on the next transits are wanted, in days; from the last one sent if it is not told."""
    errors: list[float]
    """Their standard deviations in days; if there are none, they are taken from the scatter."""
    next: int
    """How many of them."""
    period: float
    """About what the period is, in days; needed only if no two transits in a row were seen."""


ErrorCode = Literal[
    "malformed_request", "malformed_parameters", "malformed_upload", "malformed_json", "unreadable_body",
    "missing_body", "missing_part", "missing_file", "missing_parameter", "missing_rows", "unknown_parameter",
    "repeated_parameter", "invalid_parameter", "invalid_field", "invalid_input", "invalid_tensor", "unknown_output",
    "unknown_address", "method_not_allowed", "not_acceptable", "unsupported_media_type", "request_too_large",
    "body_too_large", "upload_too_large", "requested_range_not_satisfiable", "expectation_failed", "not_implemented",
    "http_version_not_supported", "internal_error", "unauthorized", "invalid_token", "forbidden", "host_not_allowed",
    "origin_not_allowed", "too_many_requests", "quota_exceeded", "too_many_failures", "issuer_unavailable",
    "empty_file", "upload_interrupted", "broken_gzip", "not_text", "not_utf8", "broken_zip", "too_many_files",
    "several_files", "fits_file", "pdf_file", "spreadsheet", "python_object", "parquet_file", "arrow_file", "hdf5_file",
    "database_file", "packed_file", "html_page", "lfs_pointer", "archive_error", "votable_file", "xml_file",
    "ecsv_table", "ipac_table", "light_curve_matrix", "broken_json", "json_without_table", "broken_quoting",
    "ragged_row", "blank_column", "duplicate_column", "column_name_too_long", "name_too_long", "invalid_row",
    "too_many_columns", "too_many_objects", "table_too_large", "row_too_large", "cell_too_large", "too_costly",
    "json_too_large", "unknown_schema", "ambiguous_schema", "published_planets", "no_rows", "not_numeric",
    "empty_core_columns", "impossible_values", "no_label_column", "unknown_labels", "one_class", "too_few_rows",
    "no_usable_column", "wrong_mission", "missing_columns", "no_such_threshold", "no_time_column", "no_flux_column",
    "no_finite_flux", "constant_flux", "too_few_points", "not_a_light_curve", "truncated_fits", "ambiguous_table",
    "too_many_points", "batch_not_found", "malformed_params", "invalid_params", "params_too_large",
    "invalid_hyperparameter", "unknown_column", "job_not_found", "job_state_conflict", "job_not_completed", "no_result",
    "no_candidates", "no_places", "model_not_named", "object_not_found", "model_not_found", "model_changed",
    "no_tribuo_file", "invalid_onnx_file", "unsupported_onnx", "model_too_large", "invalid_model_file",
    "unknown_feature_set", "alias_not_found", "alias_moved", "alias_not_seen", "model_has_alias", "model_has_stream",
    "model_of_job", "blob_not_found", "stored_bytes_damaged", "stream_not_found", "stream_state_conflict",
    "stream_not_trainable", "too_many_streams", "idempotency_key_reused", "unordered_events", "snapshot_not_found",
    "stream_behind", "stream_engine_unavailable", "stream_state_newer", "stream_state_other", "invalid_verdict",
    "verdict_not_found", "verdict_changed", "verdict_not_seen", "too_many_verdicts", "invalid_collection",
    "collection_not_found", "invalid_series", "irregular_series", "window_mismatch", "group_not_named",
    "too_many_collections", "too_many_series_models", "invalid_planet", "too_many_fields", "not_confirmed_planets",
    "unusable_planets", "too_many_planets", "import_running", "unknown_planet", "database_unavailable",
    "database_read_only", "storage_unavailable", "disk_full", "too_many_fits", "too_many_bodies", "service_unavailable",
    "out_of_memory", "training_failed", "transit_search_failed", "prediction_failed", "too_many_attempts",
    "workers_too_old", "unreadable_message", "request_timeout", "not_found", "too_large", "uri_too_long",
    "service_unreachable", "service_timeout",
]
"""What is wrong, in a word; docs/errors.md says what to do."""


class Example(TypedDict):
    """A row to begin with."""

    label: str
    """What the archive says of it."""
    probability: float
    """How likely the model finds it to be a planet; it has seen it."""
    row: dict[str, float]
    """Its values by column, as the predictor takes them; `null` where there is none."""


class FailedSearch(TypedDict):
    """A search that ended in error."""

    code: str
    """Why, in a word."""
    files: list[str]
    """Its files."""
    job_id: str
    """The search."""
    message: str
    """The same for people."""
    target: str
    """The star."""


class _FeatureAlways(TypedDict):
    """What every Feature has."""

    formula: str
    """How it is computed, from columns and from other lines of the set."""
    meaning: str
    """What it says, in words."""
    name: str
    """Its name."""
    reference: str
    """The paper it follows, or blank."""
    sources: list[str]
    """The table's columns it comes from in the end."""
    tags: list[Literal["transit", "star", "company", "measurement", "possible_follow_up"]]
    """What kind of thing it tells; none in sets from before there were tags."""
    unit: str
    """The unit of its values, blank where there is none."""


class Feature(_FeatureAlways, total=False):
    """A feature, as its feature set declares it: computed, or a column as it is."""

    doubt: str
    """What speaks against trusting it, for the reader of a ranking; or blank."""


class _FeatureDocumentAlways(TypedDict):
    """What every FeatureDocument has."""

    features: list[str]
    """What the numbers of each row are, in their order."""
    ignored_columns: list[str]
    """Columns of the table the model does not look at."""
    job_id: str
    """The job that trained the model."""
    missing_columns: list[str]
    """Columns it looks at that the table does not have, or that are blank in all of its rows."""
    model: str
    """The model's label."""
    rows: list[FeatureRow]
    """The objects."""


class FeatureDocument(_FeatureDocumentAlways, total=False):
    """A feature matrix as one JSON document."""

    context: TableContext
    """Among which objects these were seen, `null` where the model does not look at other objects."""
    notes: list[str]
    """What to know besides, in words; `null` if there is nothing."""


class _FeatureDriftAlways(TypedDict):
    """What every FeatureDrift has."""

    feature: str
    """Its name."""
    level: Literal["none", "moderate", "strong", "few_rows"]
    """As of all of them."""
    missing: float
    """Share of rows that lack it."""
    missing_in_training: float
    """The same among the training rows."""
    outside: float
    """Share of its values that lie outside the range of the training rows."""


class FeatureDrift(_FeatureDriftAlways, total=False):
    """The same of one feature."""

    psi: float
    """Of this feature; `null` where there is no verdict."""


class FeatureImportance(TypedDict):
    """How much a feature contributed."""

    feature: str
    """Its name."""
    importance: float
    """Its share, 0 to 1; those of all features sum to 1."""


class _FeatureInputAlways(TypedDict):
    """What every FeatureInput has."""

    kind: str
    """`column` or `computed`."""
    meaning: str
    """What it says, in words."""
    name: str
    """The feature's name."""
    tags: list[Literal["transit", "star", "company", "measurement", "possible_follow_up"]]
    """What kind of thing it tells."""
    unit: str
    """The unit of its values, blank where there is none."""


class FeatureInput(_FeatureInputAlways, total=False):
    """Something a model looks at, for people: a column of the table, or what is computed from columns."""

    column: str
    """The column it is, if it is one."""
    doubt: str
    """What speaks against trusting it, or blank."""
    formula: str
    """How it is computed, if it is."""


class _FeatureLeaksAlways(TypedDict):
    """What every FeatureLeaks has."""

    columns: list[AuditedColumn]
    """Figures of the flagged columns, and of the strongest others; empty where there are too few objects to judge
    by.
    """
    flagged: list[str]
    """The columns above a threshold by more than chance explains."""
    objects: int
    """Decided objects that were looked at, at most `20000`."""
    threshold_missing_roc_auc: float
    """The same for its blank cells, and for those of all columns in use together."""
    threshold_roc_auc: float
    """Area under the ROC curve above which a column is flagged."""


class FeatureLeaks(_FeatureLeaksAlways, total=False):
    """What the features give away by themselves."""

    blanks_roc_auc: float
    """What the blank cells of all columns left in use reach together; `null` where there are too few objects."""
    flagged_in_table: list[AuditedColumn]
    """The columns that were left out when the table was received; `null` where they were not audited."""


class _FeaturePlanAlways(TypedDict):
    """What every FeaturePlan has."""

    computed: list[str]
    """Names of the features that are."""
    left_out: list[LeftOut]
    """Features that are not, since the table lacks a column they come from, or its column is not used, or they were
    to be left out; and columns that were to be left out as features, though others may be computed from them.
    """
    version: str
    """The feature set, e.g. `kepler-2`."""


class FeaturePlan(_FeaturePlanAlways, total=False):
    """What is computed from a table."""

    tags: dict[str, list[str]]
    """What the model looks at, columns and computed features, by the ids of their tags; `null` in plans from before
    there were tags.
    """


class _FeatureRowAlways(TypedDict):
    """What every FeatureRow has."""

    row: int
    """1-based data row it stands in."""
    values: list[float]
    """One for each feature, as exact as the model has it; `null` where it is missing."""


class FeatureRow(_FeatureRowAlways, total=False):
    """One object as a model sees it."""

    object: str
    """Its name, if the table names objects."""


class _FigureBaselinesAlways(TypedDict):
    """What every FigureBaselines has."""

    majority_class: RankedFigures
    """Always says how common each class is among the rows trained on."""


class FigureBaselines(_FigureBaselinesAlways, total=False):
    """What can be had without a model, judged on the same rows."""

    archive_score: ArchiveScore
    """Ranks by the archive's own score; `null` where the table has none, or more than two classes."""


class _FigureIntervalsAlways(TypedDict):
    """What every FigureIntervals has."""

    accuracy: Bounds
    """Share of the rows that are called what they are, 0 to 1."""
    brier: Bounds
    """Mean squared error of the probabilities, 0 to 1, less is better."""
    calibration_error: Bounds
    """Expected calibration error over 15 bins of equal width, 0 to 1, less is better."""
    f1_score: Bounds
    """Harmonic mean of precision and recall, weighted by the rows of the classes, 0 to 1."""
    level: float
    """Share of the resamples that lies within an interval, 0 to 1."""
    log_loss: Bounds
    """Mean negative natural logarithm of the probability given to the true class, 0 or more, less is better."""
    method: str
    """How they were drawn, for a person."""
    recall_at_precision: list[RecallBounds]
    """An interval for the recall at each precision."""
    resamples: int
    """How many there were."""


class FigureIntervals(_FigureIntervalsAlways, total=False):
    """How far the figures could have come out otherwise."""

    average_precision: Bounds
    """Area under the precision-recall curve as a sum of steps, 0 to 1; left out where a class has no rows."""
    roc_auc: Bounds
    """Area under the ROC curve, 0 to 1, 0.5 being chance; left out where a class has no rows."""


class FigureSpread(TypedDict):
    """How a figure differs from fold to fold."""

    mean: float
    """Over the folds that have it."""
    standard_deviation: float
    """Of the sample."""


class _FiguresAlways(TypedDict):
    """What every Figures has."""

    decided: int
    """How many of the ranked objects are decided by now."""
    expected_planets: float
    """How many that would be by their probabilities."""
    gone: int
    """How many are not in the newer table."""
    hits: list[Hits]
    """What became of the first ones."""
    planets: int
    """How many of these are planets."""
    undecided: int
    """How many are still undecided."""


class Figures(_FiguresAlways, total=False):
    """How good the ranking was."""

    auc: Discrimination
    """How well their probabilities tell planets from others; `null` with fewer than ten of either."""


class File(TypedDict):
    """Where the rest is."""

    bytes: int
    """Size."""
    sha256: str
    """Digest, and address in the blob store."""


class _FileReportAlways(TypedDict):
    """What every FileReport has."""

    columns: dict[str, str]
    """Names of the columns by what they are used for: `time`, `flux`, `error`, `quality`, `centroid_column`,
    `centroid_row`.
    """
    empty: int
    """Points that lack a time or a flux, or have a number that stands for none, such as -99999."""
    file: str
    """Its name."""
    flagged: int
    """Points with a flux that their quality excludes."""
    flux_unit: Literal["counts", "relative", "fraction", "ppt", "ppm", "magnitudes"]
    """What its fluxes are in."""
    format: str
    """`fits`, `text` or `flux_matrix`."""
    ignored_columns: list[str]
    """Names of the others."""
    points: int
    """That are left."""
    repeated: int
    """Points at the same time as another."""
    rows: int
    """Points in the file."""
    time_system: Literal["bjd", "bkjd", "btjd", "hjd", "jd", "mjd", "relative"]
    """What its times count from."""


class FileReport(_FileReportAlways, total=False):
    """What was understood of one file."""

    table: str
    """Which part of a FITS file was read, by number and name, or which row of a matrix."""
    target: str
    """The name of the star, if the file says it."""


class FinishedFold(TypedDict):
    """What the model of one fold said of the rows it had not seen, before calibration."""

    figures: ByFigureDouble
    """How good it was."""
    fold: int
    """Which, from 1."""
    folds: int
    """Of how many."""
    rows: int
    """How many rows it scored."""
    seconds: float
    """Since the folds were begun."""


class _FitCurveAlways(TypedDict):
    """What every FitCurve has."""

    fold: int
    """Which, from 1."""
    round: list[int]
    """How many rounds were done each time."""
    rounds: int
    """How many rounds there are in all."""
    test_loss: list[float]
    """The same on (at most 512 of) the rows it has not seen."""
    training_loss: list[float]
    """Mean log loss then, on the rows it learns from or 512 of them."""


class FitCurve(_FitCurveAlways, total=False):
    """The rounds of one fold that were looked at, as columns; those of an ensemble by member."""

    member: str
    """Which learner of an ensemble; `null` where there is one alone."""


class _FitRoundAlways(TypedDict):
    """What every FitRound has."""

    fold: int
    """Which, from 1."""
    folds: int
    """Of how many."""
    round: int
    """How many rounds are done, those of members before among them."""
    rounds: int
    """Of how many."""
    test_loss: float
    """The same on (at most 512 of) the rows it has not seen."""
    training_loss: float
    """Mean log loss on the rows it learns from or 512 of them."""


class FitRound(_FitRoundAlways, total=False):
    """A round of the fit of one fold."""

    member: str
    """Which learner of an ensemble that is, each of which begins anew; `null` where there is one alone."""


class FluxPlot(TypedDict):
    """The points in time."""

    flat: list[float]
    """Relative, without it."""
    fluxes: list[float]
    """Relative, with what changes slowly."""
    sample: list[int]
    """Which of these points, from 0, were drawn at random: folded by any period they lie like all points of the
    curve do, while the others are there for being deep.
    """
    times: list[float]
    """In the curve's time, in days."""
    trend: list[float]
    """What changes slowly."""


class _FoldFiguresAlways(TypedDict):
    """What every FoldFigures has."""

    accuracy: float
    """Share of the rows that are called what they are, 0 to 1."""
    brier: float
    """Mean squared error of the probabilities, 0 to 1, less is better."""
    calibration_error: float
    """Expected calibration error over 15 bins of equal width, 0 to 1, less is better."""
    f1_score: float
    """Harmonic mean of precision and recall, weighted by the rows of the classes, 0 to 1."""
    fold: int
    """Its number, from 1."""
    log_loss: float
    """Mean negative natural logarithm of the probability given to the true class, 0 or more, less is better."""
    rows: int
    """How many objects it has."""
    stars: int
    """How many stars they belong to."""


class FoldFigures(_FoldFiguresAlways, total=False):
    """The figures of one fold."""

    average_precision: float
    """Area under the precision-recall curve as a sum of steps, 0 to 1; left out where a class has no rows."""
    roc_auc: float
    """Area under the ROC curve, 0 to 1, 0.5 being chance; left out where a class has no rows."""


class FoldPlot(TypedDict):
    """Points folded by a period."""

    bins: list[float]
    """The middles of equal stretches that have points."""
    errors: list[float]
    """Of these means, by the scatter in each."""
    fluxes: list[float]
    """Of these."""
    means: list[float]
    """Of all points in each."""
    model: list[float]
    """What the fitted transit has there."""
    points: list[float]
    """Where they lie across, some of them if they are too many."""
    unit: str
    """Of what is across: `hours` from the middle of the transit, or `phase`, as a share of the period from it."""


class ForecastAnswer(TypedDict):
    """What comes after some values."""

    after: Optional[float]
    """The time of the last value, if values had times, in the unit of the model."""
    chosen: str
    """How it forecasts."""
    forecasts: list[StepForecast]
    """The same for each step until then."""
    group: str
    """Which series of it; empty where it has one only."""
    interval: PredictedInterval
    """Where that lies in nine of ten cases."""
    model_id: str
    """The model that says so."""
    prediction: float
    """What is expected as many steps ahead as was asked for."""


class ForecastErrors(TypedDict):
    """How far forecasts were from what came, on values that the fit had not seen."""

    mae: float
    """The mean of the absolute errors, in the unit of the values."""
    mase: Optional[float]
    """The mean absolute error as a part of the mean absolute change from one training value to the next (Hyndman and
    Koehler 2006); none where nothing ever changed.
    """
    mse: float
    """The mean of their squares."""
    rmse: float
    """Its root."""


class _ForecastRequestAlways(TypedDict):
    """What every ForecastRequest has."""

    data: list[Union[float, dict[str, Optional[Union[str, float, bool]]]]]
    """Numbers in the order of time, or points as the collection has them, in any order."""


class ForecastRequest(_ForecastRequestAlways, total=False):
    """Asks what comes after some values."""

    group: str
    """Which series of it, where it has several."""
    horizon: int
    """How many steps ahead; at most that of the model."""
    model_id: str
    """Which model; the newest if none is named."""
    window_size: int
    """The window of the model, if it is to be checked."""


class _ForeseenAlways(TypedDict):
    """What every Foreseen has."""

    line: int
    """Where it stood."""


class Foreseen(_ForeseenAlways, total=False):
    """What it says of one event."""

    id: str
    """What it is called, if events have names."""
    probability: float
    """Of the positive label; left out for an event that it leaves out, such as one that is incomplete."""


class _FoundDocumentAlways(TypedDict):
    """What every FoundDocument has."""

    ended: str
    """Why the search ended."""
    grid: GridUsed
    """The periods that were searched."""
    job_id: str
    """The search."""
    left_out: dict[str, int]
    """How many points were left out of the search, by reason."""
    noise_ppm: float
    """Scatter from point to point of what was searched."""
    signals: list[FoundTransit]
    """What was found, strongest first."""


class FoundDocument(_FoundDocumentAlways, total=False):
    """The answer."""

    curve: CurveReport
    """What was understood of the files."""
    data_source: str
    """Whose light curve it is: `kepler`, `k2` or `tess`."""
    plots: SearchPlots
    """What can be drawn, if that was asked for."""
    star: KnownStar
    """What is known of the star; what is not was taken as the Sun's."""


class _FoundObjectAlways(TypedDict):
    """What every FoundObject has."""

    mission: Literal["kepler", "tess", "k2"]
    """In whose tables it is."""
    models: list[Said]
    """What each model says, newest first."""
    names: list[str]
    """What else they are called."""
    object: str
    """Its name there."""


class FoundObject(_FoundObjectAlways, total=False):
    """An object with what each model says of it."""

    own: OwnVerdict
    """What a person made of it."""
    star: str
    """Its star's name there, if it has one."""


class FoundObjects(TypedDict):
    """What is found by a name."""

    jobs: int
    """How many completed jobs were looked through."""
    name: str
    """What was looked for."""
    objects: list[FoundObject]
    """The objects of that name, or on the star of that name, 200 at most."""
    unlisted: int
    """How many more could not be, since they were completed before there were lists of objects, or their table is
    too large.
    """


class _FoundSignalAlways(TypedDict):
    """What every FoundSignal has."""

    depth_ppm: float
    """In parts per million."""
    number: int
    """From 1."""
    snr: float
    """Signal to noise."""
    verdict: str
    """What it is taken for: `candidate`, `false_alarm` or `false_positive`."""


class FoundSignal(_FoundSignalAlways, total=False):
    """A signal in short."""

    period: float
    """In days; none of a single event."""


class FoundSignals(TypedDict):
    """The signals of a search, as its document shows them under `results`."""

    candidates: int
    """How many of them may be planets."""
    ended: str
    """Why the search ended."""
    result: File
    """Where all that was measured is kept, in a file of its own."""
    signals: list[FoundSignal]
    """All of them, strongest first."""


class _FoundTransitAlways(TypedDict):
    """What every FoundTransit has."""

    depth_ppm: float
    """In parts per million."""
    diagnostics: dict[str, float]
    """All other figures, by name."""
    duration_hours: float
    """From first to last contact."""
    epoch: float
    """The middle of a transit, in the curve's time, in days."""
    number: int
    """From 1."""
    reasons: list[str]
    """The names of the tests that it failed."""
    sde: float
    """Signal detection efficiency of its peak."""
    single_event: bool
    """Whether it was seen once only, so that it has no period."""
    snr: float
    """Signal to noise of all transits together, red noise included."""
    tests: list[JudgedTest]
    """All tests, with value, threshold and source."""
    transits: int
    """How many were observed."""
    verdict: str
    """`candidate`, `false_alarm` or `false_positive`."""


class FoundTransit(_FoundTransitAlways, total=False):
    """A signal."""

    depth_error_ppm: float
    """Of that."""
    duration_error_hours: float
    """Of that."""
    epoch_error: float
    """In days."""
    impact: float
    """The least distance of their middles, in radii of the star."""
    not_asked: list[UnaskedTest]
    """What a vetter would ask besides, and why it was not; none in results of earlier times."""
    period: float
    """In days."""
    period_error: float
    """Its standard deviation, in days."""
    radius_ratio: float
    """Of planet and star."""


class Gap(TypedDict):
    """A time without points."""

    days: float
    """How long it is."""
    start: float
    """The time of the point before it."""


class GradientBoostingHyperparameters(TypedDict, total=False):
    """Settings of gradient_boosting."""

    learning_rate: float
    """How far each round goes."""
    max_depth: int
    """How many splits may follow one another."""
    max_features: float
    """Share of the features that each tree may choose from."""
    min_samples_leaf: int
    """Fewest training rows in a leaf."""
    n_estimators: int
    """Number of rounds."""
    subsample: float
    """Share of the rows that each round looks at."""


class GridUsed(TypedDict):
    """Which periods were searched, and after which filter; nothing is changed in silence."""

    oversampling: int
    """How much finer they are than a transit's duration asks for."""
    period_max: float
    """The longest, in days."""
    period_min: float
    """The shortest, in days."""
    periods: int
    """How many."""
    star_mass: float
    """Of it, in solar masses."""
    star_radius: float
    """Of the star by which durations go, in solar radii."""
    window_days: float
    """The window of the filter."""


class GroupReport(TypedDict):
    """What became of a series."""

    baselines: dict[str, ForecastErrors]
    """How good the ways that need no fit were on the same values."""
    chosen: str
    """The way that forecast best in the blocks that decide."""
    coverage: float
    """How often the intervals of 90 % held what came, from 0 to 1."""
    duplicates: int
    """How many points had the time of another one; of such the mean counts."""
    final_loss: float
    """The mean square that the last fit leaves of values it has seen."""
    gaps: int
    """How often values are missing between two."""
    key: str
    """Which one; empty where there is one only."""
    metrics: ForecastErrors
    """How good forecasts were of values that the fit had not seen."""
    missing: int
    """How many are."""
    off_grid: int
    """How many points lay between two steps."""
    points: int
    """How many values it has."""
    step: float
    """From one value to the next."""
    test_samples: int
    """How many of these the figures are of: the last 30 %, forecast by a fit on what comes before."""
    training_samples: int
    """How many of them have a whole window before them, and were fitted in the end."""


class HeaderStar(TypedDict, total=False):
    """What the header of a mission's file says of the star."""

    logg: float
    """Decimal logarithm of its surface gravity, in cm/s²."""
    radius: float
    """In solar radii."""
    teff: float
    """Its effective temperature, in kelvin."""


class Histogram(TypedDict):
    """How often values fall between edges, by label."""

    counts: dict[str, list[int]]
    """Of each label, a number per bin."""
    edges: list[float]
    """One more than there are bins, rising; the first and the last bin also count what lies beyond."""
    scale: str
    """`log` where the edges grow by a factor, as suits values over several orders of magnitude, else `linear`."""


class Hits(TypedDict):
    """What became of the first objects of the ranking."""

    decided: int
    """How many of them are decided by now."""
    first: int
    """How many are meant."""
    planets: int
    """How many of these are planets."""


class IgnoredColumn(TypedDict):
    """A column that is not used."""

    column: str
    """Its name."""
    detail: str
    """The reason in full, or an empty string."""
    reason: str
    """A short, stable phrase: `identifier`, `label leak`, `empty`, `constant`, `not numeric` …."""


class ImportReport(TypedDict):
    """What became of a table of confirmed planets."""

    absent: int
    """Planets from earlier imports that this table does not have, or not in a row that was taken; they stay."""
    added: int
    """Planets that were not there."""
    changed: int
    """Planets of which the table says something else than was there."""
    changes: list[Change]
    """Which columns changed, for the first of the changed planets."""
    dataset: DatasetRef
    """The table: digests, name and size."""
    dry_run: bool
    """Whether nothing was written."""
    ignored_columns: list[str]
    """What the table has and is not kept."""
    missing_columns: list[str]
    """What is usually kept of a planet and the table does not have."""
    notes: list[str]
    """What else to know of the table."""
    own: list[OwnPlanet]
    """Planets that somebody entered by hand and the table has, too: both are kept, the first of them are named."""
    own_count: int
    """How many of these there are."""
    refusals: list[InputError]
    """What is wrong with the first of the refused rows, with line and column."""
    refused: int
    """Rows that were not taken."""
    same: int
    """Planets that are as they were."""


class Imported(TypedDict):
    """Where a model from elsewhere comes from."""

    filename: str
    """What its file was called."""


class _InferenceAnswerAlways(TypedDict):
    """What every InferenceAnswer has."""

    model_name: str
    """What the model was called in the address."""
    model_version: str
    """The job that trained it."""
    outputs: list[AnswerTensor]
    """Those asked for."""
    parameters: dict[str, Optional[Union[str, float, bool]]]
    """What is the same for all rows: `information`, `expected_accuracy`, `absent_columns`, `ignored_columns`,
    `uninformative_rows`, `partial_table`, `drift`, `drift_psi`, `outside_range`, `drift_features`, `notes`, with
    explanations `explain_unit`, and with a selection `selected_class`, `threshold`, `expected_precision` and
    `expected_recall`; what is a list elsewhere is a text here, with " | " between its entries.
    """


class InferenceAnswer(_InferenceAnswerAlways, total=False):
    """The answer to a request, as its JSON is."""

    id: str
    """Of the request."""


class InputColumn(TypedDict):
    """A column of a row."""

    core: bool
    """Whether a prediction without it makes no sense."""
    importance: float
    """Of all features that need it, 0 to 1."""
    meaning: str
    """What it holds, in words."""
    missing: Optional[float]
    """The share of the training rows that have no value."""
    name: str
    """The archive's name for it."""
    quantiles: list[float]
    """21 of the values of the training rows, from the lowest to the highest; none where these are not kept, or all
    are blank.
    """
    unit: str
    """Of its values, blank where there is none."""


class _InputErrorAlways(TypedDict):
    """What every InputError has."""

    message: str
    """What is wrong and what would be accepted."""


class InputError(_InputErrorAlways, total=False):
    """One thing that is wrong with the input, as listed under `errors` of a problem."""

    column: str
    """The offending column of a table, if it is one."""
    field: str
    """The offending field or parameter, if it is one."""
    line: int
    """The offending line of a file, 1-based and counting comment lines, if known."""


class InputPage(TypedDict):
    """What can be put into a model, for those who want to try."""

    class_names: list[str]
    """What it tells apart."""
    columns: list[InputColumn]
    """The columns of a row, those first that matter most."""
    examples: list[Example]
    """Rows that it was trained on: known planets, then what is known to be none; of either one that it finds
    unlikely, one typical and one likely to be a planet.
    """
    job_id: str
    """The job that trained it."""
    mission: Literal["kepler", "tess", "k2"]
    """Whose tables it scores."""
    model: str
    """Its label."""


class _InspectedCurveAlways(TypedDict):
    """What every InspectedCurve has."""

    cadence_minutes: float
    """The median step between neighbouring points."""
    centroids: bool
    """Whether it is known where the light fell."""
    end: float
    """The last of them."""
    files: list[FileReport]
    """It was read from, in the order of time."""
    gaps: int
    """How many steps are longer than half a day."""
    longest_gaps: list[Gap]
    """The longest of them, by time."""
    noise_ppm: float
    """Scatter from point to point, in parts per million of the flux: what is left of the noise when everything slow
    is taken out.
    """
    points: int
    """Usable points of all files."""
    sha256: str
    """Hex digest of its points, the same however they were packed or split."""
    start: float
    """The first of their times, in days."""
    time_system: Literal["bjd", "bkjd", "btjd", "hjd", "jd", "mjd", "relative"]
    """What times count from."""


class InspectedCurve(_InspectedCurveAlways, total=False):
    """What would be understood of a light curve."""

    known_job: str
    """The job that the same upload would be answered with."""
    points_before_averaging: int
    """How many there were before those of a shorter cadence than others were averaged; none if all have the same."""
    star: HeaderStar
    """What a file says of the star."""
    target: str
    """The name of the star, if a file says it."""


class _InspectedTableAlways(TypedDict):
    """What every InspectedTable has."""

    column_details: list[ColumnUse]
    """What becomes of each column."""
    columns: int
    """Columns of the header."""
    explanation: str
    """Why it was taken for that mission, in a sentence."""
    features: FeaturePlan
    """What a training would compute from it."""
    ignored: list[IgnoredColumn]
    """Every other column, with the reason."""
    labels: dict[str, int]
    """How many objects carry each label; blank ones count under `(blank)`, values the archive does not use under
    `(other)` (never under a name somebody sent: these are keys of stored documents).
    """
    mission: Literal["kepler", "tess", "k2"]
    """The mission its columns belong to."""
    notes: list[str]
    """What the reader should know besides, e.g. cells that are no finite numbers."""
    objects: int
    """Objects after merging the rows of one object (K2 has several)."""
    predictable: Usability
    """Whether a model can score it, and why not."""
    rows: int
    """Data rows."""
    trainable: Usability
    """Whether a model can be trained on it, and why not."""
    used: list[str]
    """The columns a model is trained on, in header order."""


class InspectedTable(_InspectedTableAlways, total=False):
    """What a table looks like to us."""

    known_job: EarlierJob
    """The job that an upload with these options would be answered with; absent where it would make a new one."""
    leak_audit: LeakAudit
    """What the columns give away by themselves; `null` where that was not measured, as in documents older than the
    audit.
    """
    profile: TableProfile
    """How the values of each column are distributed, if asked for."""
    sent_as: dict[str, str]
    """What columns were called in the file, of those that were called otherwise."""


class _IntakeAnswerAlways(TypedDict):
    """What every IntakeAnswer has."""

    accepted: int
    """How many are in the log by this request."""
    duplicates: int
    """How many were there already."""
    rejected: list[RejectedLine]
    """The first 100 of these, and why."""
    rejected_count: int
    """How many were not taken."""


class IntakeAnswer(_IntakeAnswerAlways, total=False):
    """What became of the entries of a request. What was accepted is kept."""

    first_seq: int
    """The number of the first accepted one; left out where none was."""
    last_seq: int
    """The number of the last accepted one."""


class _JobAlways(TypedDict):
    """What every Job has."""

    attempts: int
    """How often it was claimed; the current number is the fencing token of every write by the worker that holds it."""
    cancel_requested: bool
    """Whether a running job was asked to stop."""
    created_at: str
    """When it was first accepted."""
    dataset: DatasetRef
    """The table."""
    job_id: str
    """SHA-256 hex over table and options."""
    model_name: str
    """The label of the model it makes or scores with."""
    params: JobParams
    """What was asked."""
    status: Literal["queued", "running", "completed", "error", "cancelled"]
    """Where it stands."""
    type: Literal["training", "prediction", "transit_search"]
    """Training or prediction."""


class Job(_JobAlways, total=False):
    """A job: the document is the truth and the outbox. Its JSON is the job document of the HTTP contract; what only
    the protocol needs is left out of it.
    """

    completed_at: str
    """When it completed."""
    curve: CurveReport
    """What was understood of the light curve; of a search for transits only."""
    error: JobFailure
    """Why it failed, once it did."""
    expires_at: str
    """When it goes by itself, with all that belongs to it. Only in the document of one job, once it has ended, where
    a time was set for which such jobs stay and it is neither kept nor needed by an alias.
    """
    features: FeaturePlan
    """What is computed from it, `null` for predictions and for jobs from before there was anything computed."""
    kept: bool
    """`true` if it stays, however old it is."""
    owner: str
    """The caller whose job it is: who had it queued first, or again after it had ended in vain; `null` where nobody
    was asked who he is.
    """
    progress: Progress
    """How far it is."""
    report: TableReport
    """What was understood of the table; `null` for predictions, whose results say what the model made of it."""
    results: Union[StoredTrainingResults, StoredPredictions, FoundSignals]
    """What came out, once completed."""
    started_at: str
    """When the current or last attempt was claimed."""
    worker_id: str
    """Who holds or last held it."""


class _JobEventAlways(TypedDict):
    """What every JobEvent has."""

    at: str
    """When, by the clock of whoever noted it."""
    id: int
    """Its place in the stream of this job."""
    job_id: str
    """The job."""
    type: Literal["state", "progress", "round", "fold_finished", "completed", "error", "deleted"]
    """What it is about."""


class JobEvent(_JobEventAlways, total=False):
    """Something that happened to a job. Ids rise within the stream of one job, over all its attempts: each is made
    of the number of the last move from state to state and the number of what the worker told since, so that
    nobody has to be asked for the next one.
    """

    attempt: int
    """The number of the attempt, once there was one."""
    cancel_requested: bool
    """Whether the worker has learned that it is to stop."""
    error: JobFailure
    """Why it ended in error."""
    fold: FinishedFold
    """A fold that is done."""
    progress: Progress
    """How far the work is."""
    results: dict[str, float]
    """The figures of what came out, each a number."""
    round: FitRound
    """A round of a fit."""
    status: Literal["queued", "running", "completed", "error", "cancelled"]
    """The new state."""
    worker_id: str
    """Who claimed the job."""


class JobFailure(TypedDict):
    """Why a job ended in `error`."""

    code: str
    """One of `ErrorCode`, or a word of the version that did the job."""
    failed_at: str
    """When."""
    message: str
    """The reason, for a person."""


class _JobLineAlways(TypedDict):
    """What every JobLine has."""

    attempts: int
    """How often it was claimed."""
    cancel_requested: bool
    """Whether it was asked to stop."""
    created_at: str
    """When it was first accepted."""
    job_id: str
    """Its id."""
    model_name: str
    """The label of the model it makes or scores with."""
    status: Literal["queued", "running", "completed", "error", "cancelled"]
    """Where it stands."""
    type: Literal["training", "prediction", "transit_search"]
    """What it does."""


class JobLine(_JobLineAlways, total=False):
    """A job in short."""

    completed_at: str
    """When it completed."""
    error: JobFailure
    """Why it ended in error."""
    progress: Progress
    """How far it is."""
    results: dict[str, float]
    """The figures of what came out, each a number."""
    started_at: str
    """When the current or last attempt was claimed."""
    worker_id: str
    """Who holds or last held it."""


JobMessage = Union["JobEvent", "JobSnapshot"]
"""What is heard; type says which it is."""


class JobParams(TypedDict, total=False):
    """What a job was asked to do, in the words of the HTTP contract. A training has the parts up to the seed, a
    prediction those from the model on; both have the mission. A search for transits has the last part alone, and
    the mission if it is known.
    """

    algorithm: Literal["random_forest", "gradient_boosting", "xgboost", "ensemble"]
    """E.g. `random_forest`."""
    data_source: Literal["kepler", "tess", "k2"]
    """`kepler`, `tess` or `k2`."""
    engine: Literal["exoscout", "tribuo"]
    """Whose learner, e.g. `tribuo`; `null` for our own."""
    exclude_features: list[str]
    """Columns, features and tags to leave out."""
    explain: int
    """How many features to name in each explanation."""
    explain_class: str
    """The class to explain, if one was named."""
    explain_min: float
    """The probability from which on rows are explained, if there is one."""
    hyperparameters: dict[str, float]
    """All of them, defaults filled in."""
    input: Literal["table", "rows"]
    """`table` or `rows`."""
    labels: dict[str, str]
    """What the values of the table's label column were said to stand for."""
    model_id: str
    """The model to score with."""
    model_sha256: str
    """Digest of its file."""
    search: CurveSearch
    """How a light curve is searched."""
    seed: int
    """Where all randomness starts."""
    select: WantedSelection
    """Which rows to select, if any."""
    target: Literal["planet", "disposition"]
    """`planet` or `disposition`."""
    unit: str
    """What the explanations are measured in, if that was said."""


class JobSnapshot(TypedDict):
    """How a job stands, with all that its last attempt has told so far."""

    at: str
    """When this was put together."""
    folds: list[FinishedFold]
    """The folds that are done."""
    id: int
    """The place in its stream from which it goes on."""
    job: JobLine
    """The job in short."""
    job_id: str
    """The job."""
    moves: list[JobEvent]
    """Each state it went to, oldest first."""
    rounds: list[FitCurve]
    """The rounds of each fold that were looked at, and of each member of an ensemble."""
    type: Literal["snapshot"]
    """Always `snapshot`."""


class _JobSummaryAlways(TypedDict):
    """What every JobSummary has."""

    job_id: str
    """SHA-256 hex over table and options."""


class JobSummary(_JobSummaryAlways, total=False):
    """A job as an element of a list. Without `fields`, all of its document but what is marked as shown on request;
    with `fields`, its id and what that names.
    """

    attempts: int
    """How often it was claimed; the current number is the fencing token of every write by the worker that holds it."""
    cancel_requested: bool
    """Whether a running job was asked to stop."""
    completed_at: str
    """When it completed."""
    created_at: str
    """When it was first accepted."""
    curve: JobSummaryCurve
    """What was understood of the light curve; of a search for transits only."""
    dataset: JobSummaryDataset
    """The table."""
    error: JobSummaryError
    """Why it failed, once it did."""
    features: JobSummaryFeatures
    """What is computed from it, `null` for predictions and for jobs from before there was anything computed."""
    kept: bool
    """`true` if it stays, however old it is."""
    model_name: str
    """The label of the model it makes or scores with."""
    owner: str
    """The caller whose job it is: who had it queued first, or again after it had ended in vain; `null` where nobody
    was asked who he is.
    """
    params: JobSummaryParams
    """What was asked."""
    progress: JobSummaryProgress
    """How far it is."""
    report: JobSummaryReport
    """What was understood of the table; `null` for predictions, whose results say what the model made of it."""
    results: Union[JobSummaryResults1, JobSummaryResults2, JobSummaryResults3]
    """What came out, once completed."""
    started_at: str
    """When the current or last attempt was claimed."""
    status: Literal["queued", "running", "completed", "error", "cancelled"]
    """Where it stands."""
    type: Literal["training", "prediction", "transit_search"]
    """Training or prediction."""
    worker_id: str
    """Who holds or last held it."""


class JobSummaryCurve(TypedDict, total=False):
    """What was understood of the light curve; of a search for transits only."""

    cadence_minutes: float
    """The median step between neighbouring points."""
    centroids: bool
    """Whether it is known where the light fell."""
    end: float
    """The last of them."""
    files: list[FileReport]
    """It was read from, in the order of time."""
    gaps: int
    """How many steps are longer than half a day."""
    longest_gaps: list[Gap]
    """The longest of them, by time."""
    noise_ppm: float
    """Scatter from point to point, in parts per million of the flux: what is left of the noise when everything slow
    is taken out.
    """
    points: int
    """Usable points of all files."""
    points_before_averaging: int
    """How many there were before those of a shorter cadence than others were averaged; none if all have the same."""
    star: JobSummaryCurveStar
    """What a file says of the star."""
    start: float
    """The first of their times, in days."""
    target: str
    """The name of the star, if a file says it."""
    time_system: Literal["bjd", "bkjd", "btjd", "hjd", "jd", "mjd", "relative"]
    """What times count from."""


class JobSummaryCurveStar(TypedDict, total=False):
    """What a file says of the star."""

    logg: float
    """Decimal logarithm of its surface gravity, in cm/s²."""
    radius: float
    """In solar radii."""
    teff: float
    """Its effective temperature, in kelvin."""


class JobSummaryDataset(TypedDict, total=False):
    """The table."""

    bytes: int
    """Size of the canonical body."""
    columns: int
    """Columns of the header."""
    downloaded: str
    """When the archive made the file, as its comments say, e.g. `2025-10-04T07:34:55` (no time zone is given);
    `null` where they do not.
    """
    filename: str
    """The name the uploader gave, cleaned; a label only, never a path."""
    rows: int
    """Data rows."""
    sent_sha256: str
    """Hex digest of the file as it was sent, packed or in another form; `null` where that was not recorded."""
    sha256: str
    """Hex digest of the canonical body (no byte order mark, no leading comment lines, LF line ends, the archive's
    names, commas and decimal points), which is also its address in the blob store.
    """


class JobSummaryError(TypedDict, total=False):
    """Why it failed, once it did."""

    code: str
    """One of `ErrorCode`, or a word of the version that did the job."""
    failed_at: str
    """When."""
    message: str
    """The reason, for a person."""


class JobSummaryFeatures(TypedDict, total=False):
    """What is computed from it, `null` for predictions and for jobs from before there was anything computed."""

    computed: list[str]
    """Names of the features that are. Only where `fields` asks for it."""
    left_out: list[LeftOut]
    """Features that are not, since the table lacks a column they come from, or its column is not used, or they were
    to be left out; and columns that were to be left out as features, though others may be computed from them.
    Only where `fields` asks for it.
    """
    tags: dict[str, list[str]]
    """What the model looks at, columns and computed features, by the ids of their tags; `null` in plans from before
    there were tags. Only where `fields` asks for it.
    """
    version: str
    """The feature set, e.g. `kepler-2`."""


class JobSummaryParams(TypedDict, total=False):
    """What was asked."""

    algorithm: Literal["random_forest", "gradient_boosting", "xgboost", "ensemble"]
    """E.g. `random_forest`."""
    data_source: Literal["kepler", "tess", "k2"]
    """`kepler`, `tess` or `k2`."""
    engine: Literal["exoscout", "tribuo"]
    """Whose learner, e.g. `tribuo`; `null` for our own."""
    exclude_features: list[str]
    """Columns, features and tags to leave out."""
    explain: int
    """How many features to name in each explanation."""
    explain_class: str
    """The class to explain, if one was named."""
    explain_min: float
    """The probability from which on rows are explained, if there is one."""
    hyperparameters: dict[str, float]
    """All of them, defaults filled in."""
    input: Literal["table", "rows"]
    """`table` or `rows`."""
    labels: dict[str, str]
    """What the values of the table's label column were said to stand for."""
    model_id: str
    """The model to score with."""
    model_sha256: str
    """Digest of its file."""
    search: JobSummaryParamsSearch
    """How a light curve is searched."""
    seed: int
    """Where all randomness starts."""
    select: JobSummaryParamsSelect
    """Which rows to select, if any."""
    target: Literal["planet", "disposition"]
    """`planet` or `disposition`."""
    unit: str
    """What the explanations are measured in, if that was said."""


class JobSummaryParamsSearch(TypedDict, total=False):
    """How a light curve is searched."""

    max_signals: int
    """How many signals are searched for at most."""
    period_max: float
    """The longest, in days."""
    period_min: float
    """The shortest period that is searched, in days."""
    reading: CurveOptions
    """How the files were read, where they leave a choice."""
    star: KnownStar
    """What is known of the star."""
    window_days: float
    """Length of the window in which trends are taken out, in days."""


class JobSummaryParamsSelect(TypedDict, total=False):
    """Which rows to select, if any."""

    class_name: str
    """The class; `null` for planets."""
    precision: float
    """The share of selected rows that are to be of the class, above 0 and up to 1, or."""
    recall: float
    """The share of the class that is to be selected, above 0 and up to 1."""


class JobSummaryProgress(TypedDict, total=False):
    """How far it is."""

    eta_s: int
    """How many seconds it will still take, if it goes on like this; `null` while that can not be told."""
    fraction: float
    """Done, from 0 to 1, over the whole job."""
    message: str
    """The same for a person."""
    phase: str
    """A short word: `loading`, `cross_validation`, `final_fit` …."""


class JobSummaryReport(TypedDict, total=False):
    """What was understood of the table; `null` for predictions, whose results say what the model made of it."""

    columns: int
    """Columns of the header."""
    explanation: str
    """Why it was taken for that mission, in a sentence."""
    ignored: list[IgnoredColumn]
    """Every other column, with the reason. Only where `fields` asks for it."""
    labels: dict[str, int]
    """How many objects carry each label; blank ones count under `(blank)`, values the archive does not use under
    `(other)` (never under a name somebody sent: these are keys of stored documents).
    """
    leak_audit: JobSummaryReportLeakAudit
    """What the columns give away by themselves; `null` where that was not measured, as in documents older than the
    audit. Only where `fields` asks for it.
    """
    mission: Literal["kepler", "tess", "k2"]
    """The mission its columns belong to."""
    notes: list[str]
    """What the reader should know besides, e.g. cells that are no finite numbers."""
    objects: int
    """Objects after merging the rows of one object (K2 has several)."""
    rows: int
    """Data rows."""
    sent_as: dict[str, str]
    """What columns were called in the file, of those that were called otherwise."""
    used: list[str]
    """The columns a model is trained on, in header order. Only where `fields` asks for it."""


class JobSummaryReportLeakAudit(TypedDict, total=False):
    """What the columns give away by themselves; `null` where that was not measured, as in documents older than the
    audit. Only where `fields` asks for it.
    """

    blanks_roc_auc: float
    """What the blank cells of all columns left in use reach together; `null` where there are too few objects."""
    columns: list[AuditedColumn]
    """Figures of the flagged columns, and of the strongest others; empty where there are too few objects to judge
    by.
    """
    flagged: list[str]
    """The columns above a threshold by more than chance explains."""
    objects: int
    """Decided objects that were looked at, at most `20000`."""
    threshold_missing_roc_auc: float
    """The same for its blank cells, and for those of all columns in use together."""
    threshold_roc_auc: float
    """Area under the ROC curve above which a column is flagged."""


class JobSummaryResults1(TypedDict, total=False):
    """What a training found, as its document shows it under `results`."""

    accuracy: float
    """Share of the rows that are called what they are, 0 to 1."""
    average_precision: float
    """Area under the precision-recall curve as a sum of steps, 0 to 1; left out where a class has no rows."""
    brier: float
    """Mean squared error of the probabilities, 0 to 1, less is better."""
    calibration_error: float
    """Expected calibration error over 15 bins of equal width, 0 to 1, less is better."""
    candidates: JobSummaryResults1Candidates
    """What holds for all of the ranked candidates."""
    citation: str
    """A text to copy for whoever publishes what the model says; `null` in jobs of earlier times. Only where `fields`
    asks for it.
    """
    classification_report: dict[str, Union[ClassFigures, float]]
    """How well each class is recognised."""
    confusion_matrix: JobSummaryResults1ConfusionMatrix
    """What rows were taken for."""
    curves: JobSummaryResults1Curves
    """For drawing. Only where `fields` asks for it."""
    evaluation: JobSummaryResults1Evaluation
    """How the figures came about and what they are worth."""
    f1_score: float
    """Harmonic mean of precision and recall, weighted by the rows of the classes, 0 to 1."""
    feature_importance: list[FeatureImportance]
    """How much each feature contributed, most first. Only where `fields` asks for it."""
    leak_audit: JobSummaryResults1LeakAudit
    """What the features give away by themselves. Only where `fields` asks for it."""
    log_loss: float
    """Mean negative natural logarithm of the probability given to the true class, 0 or more, less is better."""
    model: JobSummaryResults1Model
    """Where the model is kept."""
    precision_at: list[PrecisionAtTop]
    """How many of the first rows of the ranking are right. Only where `fields` asks for it."""
    provenance: JobSummaryResults1Provenance
    """What the model is made of and by."""
    recall_at_precision: list[RecallAtPrecision]
    """Which share of a class is found when so many of those called so must be right. Only where `fields` asks for
    it.
    """
    roc_auc: float
    """Area under the ROC curve, 0 to 1, 0.5 being chance; left out where a class has no rows."""
    timings: JobSummaryResults1Timings
    """How long it took."""
    uncalibrated: JobSummaryResults1Uncalibrated
    """The same before calibration. Only where `fields` asks for it."""


class JobSummaryResults1Candidates(TypedDict, total=False):
    """What holds for all of the ranked candidates."""

    contribution: str
    """What the contributions of the reasons mean, for a person. Only where `fields` asks for it."""
    count: int
    """How many there are."""
    interval: str
    """What lower and upper mean, for a person. Only where `fields` asks for it."""
    notes: list[str]
    """What else to bear in mind, for a person. Only where `fields` asks for it."""
    planet_classes: list[str]
    """The classes that mean a planet; probabilities are summed over them."""
    prior: Prior
    """How common planets are, if that was estimated. Only where `fields` asks for it."""
    ranked_by: str
    """What the list is sorted by, for a person. Only where `fields` asks for it."""


class JobSummaryResults1ConfusionMatrix(TypedDict, total=False):
    """What rows were taken for."""

    labels: list[str]
    """The classes, in the order of lines and columns."""
    matrix: list[list[int]]
    """A line per true class, a column per predicted one; rows counted."""


class JobSummaryResults1Curves(TypedDict, total=False):
    """For drawing. Only where `fields` asks for it."""

    confusion: dict[str, ThresholdCounts]
    """How many rows are called right and wrong by the threshold; left out of jobs of earlier times."""
    precision_recall: dict[str, list[PrecisionRecallPoint]]
    """From everything called so to nothing called so."""
    reliability: dict[str, list[ReliabilityBin]]
    """What became of rows that were given about the same probability."""
    roc: dict[str, list[RocPoint]]
    """From nothing called so to everything called so."""


class JobSummaryResults1Evaluation(TypedDict, total=False):
    """How the figures came about and what they are worth."""

    baselines: FigureBaselines
    """What can be had without a model. Only where `fields` asks for it."""
    class_counts: dict[str, int]
    """How many of them are of each class, by its name."""
    folds: int
    """How many parts the rows were dealt out to."""
    groups: int
    """How many stars there are; all rows of one are in one fold."""
    intervals: FigureIntervals
    """How far the figures could have come out otherwise. Only where `fields` asks for it."""
    leak_audit: FeatureLeaks
    """What the features give away by themselves. Only where `fields` asks for it."""
    notes: list[str]
    """What else to bear in mind, for a person; left out where there is nothing. Only where `fields` asks for it."""
    per_fold: list[FoldFigures]
    """The figures of each fold for itself. Only where `fields` asks for it."""
    protocol: str
    """How they were measured, for a person."""
    rows: int
    """How many objects were trained on."""
    spread: ByFigureFigureSpread
    """Mean and standard deviation over the folds. Only where `fields` asks for it."""


class JobSummaryResults1LeakAudit(TypedDict, total=False):
    """What the features give away by themselves. Only where `fields` asks for it."""

    blanks_roc_auc: float
    """What the blank cells of all columns left in use reach together; `null` where there are too few objects."""
    columns: list[AuditedColumn]
    """Figures of the flagged columns, and of the strongest others; empty where there are too few objects to judge
    by.
    """
    flagged: list[str]
    """The columns above a threshold by more than chance explains."""
    flagged_in_table: list[AuditedColumn]
    """The columns that were left out when the table was received; `null` where they were not audited."""
    objects: int
    """Decided objects that were looked at, at most `20000`."""
    threshold_missing_roc_auc: float
    """The same for its blank cells, and for those of all columns in use together."""
    threshold_roc_auc: float
    """Area under the ROC curve above which a column is flagged."""


class JobSummaryResults1Model(TypedDict, total=False):
    """Where the model is kept."""

    bytes: int
    """Its size, in bytes."""
    model_id: str
    """Its id, which is the id of the job."""
    sha256: str
    """Its digest, SHA-256 hex."""


class JobSummaryResults1Provenance(TypedDict, total=False):
    """What the model is made of and by."""

    commit: str
    """Of this program; `null` in jobs of earlier times."""
    exoscout: str
    """Version of this program."""
    feature_set: str
    """Version of the feature set, e.g. `kepler-1`."""
    java: str
    """Version of the Java runtime."""
    seed: int
    """Where all randomness starts."""
    sent_sha256: str
    """SHA-256 hex of the file as it was sent, where that differs."""
    table_downloaded: str
    """When the table was downloaded, where it says so."""
    table_sha256: str
    """SHA-256 hex of the canonical table."""
    tribuo: str
    """Version of Tribuo, where that had a part in it."""
    xgboost: str
    """Version of XGBoost, where that had a part in it."""


class JobSummaryResults1Timings(TypedDict, total=False):
    """How long it took."""

    cross_validation_seconds: float
    """Until the last fold was done, calibration and all, in seconds."""
    final_fit_seconds: float
    """The fit on all rows, which overlaps with those of the folds, in seconds."""


class JobSummaryResults1Uncalibrated(TypedDict, total=False):
    """The same before calibration. Only where `fields` asks for it."""

    accuracy: float
    """Share of the rows that are called what they are, 0 to 1."""
    average_precision: float
    """Area under the precision-recall curve as a sum of steps, 0 to 1; left out where a class has no rows."""
    brier: float
    """Mean squared error of the probabilities, 0 to 1, less is better."""
    calibration_error: float
    """Expected calibration error over 15 bins of equal width, 0 to 1, less is better."""
    f1_score: float
    """Harmonic mean of precision and recall, weighted by the rows of the classes, 0 to 1."""
    log_loss: float
    """Mean negative natural logarithm of the probability given to the true class, 0 or more, less is better."""
    precision_at: list[PrecisionAtTop]
    """How many of the first rows of the ranking are right."""
    recall_at_precision: list[RecallAtPrecision]
    """Which share of a class is found when so many of those called so must be right."""
    roc_auc: float
    """Area under the ROC curve, 0 to 1, 0.5 being chance; left out where a class has no rows."""


class _JobSummaryResults2Always(TypedDict):
    """What every JobSummaryResults2 has."""

    job_id: str
    """The job that trained the model."""


class JobSummaryResults2(_JobSummaryResults2Always, total=False):
    """The predictions of a job, as its document shows them under `results`."""

    absent_columns: list[AbsentColumn]
    """Missing columns that matter most, first the one that matters most. Only where `fields` asks for it."""
    class_names: list[str]
    """Its classes."""
    context: JobSummaryResults2Context
    """Among which objects these were seen, `null` where the model does not look at other objects."""
    drift: JobSummaryResults2Drift
    """How far the rows lie from those the model was trained on; `null` in jobs of earlier times."""
    expected_accuracy: float
    """Share of the training rows whose class is told with these columns, out of fold; `null` where the model has
    kept no rows to find out.
    """
    ignored_columns: list[str]
    """Columns of the table the model does not look at. Only where `fields` asks for it."""
    information: float
    """How much of the model's knowledge of the classes is left with these columns, from 0 to 1: by how much the log
    loss is lower than that of the base rates, compared with the whole model, out of fold; `null` in jobs of
    earlier times, as are the two that follow.
    """
    missing_columns: list[str]
    """Columns it looks at that the table does not have, or that are blank in all of its rows."""
    model: str
    """The model's label."""
    model_created_at: str
    """When the model was stored, since several may have that label; `null` in jobs of earlier times."""
    notes: list[str]
    """What to know besides, in words; `null` if there is nothing."""
    result: JobSummaryResults2Result
    """Where they are kept, in a file of their own."""
    selection: JobSummaryResults2Selection
    """From which probability on rows are selected, when that was asked for."""
    uninformative_rows: int
    """How many rows hold so little that their probabilities say little more than how common the classes are; `null`
    if there are none.
    """


class JobSummaryResults2Context(TypedDict, total=False):
    """Among which objects these were seen, `null` where the model does not look at other objects."""

    found: int
    """How many of the training table's objects are in the request."""
    note: str
    """What this means, in words."""
    objects: int
    """How many objects the request has."""
    partial: bool
    """Whether the request holds only a part of what the model was trained on."""
    training_objects: int
    """How many the training table had."""


class JobSummaryResults2Drift(TypedDict, total=False):
    """How far the rows lie from those the model was trained on; `null` in jobs of earlier times."""

    features: list[FeatureDrift]
    """Those that differ most, first the one that differs most."""
    level: Literal["none", "moderate", "strong", "few_rows", "unknown"]
    """`none`, `moderate` or `strong`, by the overall stability index; `few_rows` below `200`; `unknown` of a model
    that has kept no training rows.
    """
    missing: float
    """Share of values that are missing."""
    missing_in_training: float
    """The same among the training rows."""
    outside: float
    """Share of the values that are there which lie outside the range of the training rows."""
    psi: float
    """The population stability index, the mean over all features, weighted by their importance to the model; `null`
    where there is no verdict.
    """
    rows: int
    """How many rows were looked at: all, or a sample of a large table."""


class JobSummaryResults2Result(TypedDict, total=False):
    """Where they are kept, in a file of their own."""

    bytes: int
    """Size."""
    sha256: str
    """Digest, and address in the blob store."""


class JobSummaryResults2Selection(TypedDict, total=False):
    """From which probability on rows are selected, when that was asked for."""

    class_name: str
    """The class that is selected."""
    precision: float
    """The share of rows so selected that were of the class, 0 to 1."""
    recall: float
    """The share of the class that was so selected, 0 to 1; as much is to be expected of rows like those of the
    training table.
    """
    threshold: float
    """Rows whose probability of the class is at least this are selected."""
    wanted: float
    """The precision that was asked for, 0 to 1."""
    wanted_recall: float
    """The recall that was asked for in its place, 0 to 1."""


class JobSummaryResults3(TypedDict, total=False):
    """The signals of a search, as its document shows them under `results`."""

    candidates: int
    """How many of them may be planets."""
    ended: str
    """Why the search ended."""
    result: JobSummaryResults3Result
    """Where all that was measured is kept, in a file of its own."""
    signals: list[FoundSignal]
    """All of them, strongest first."""


class JobSummaryResults3Result(TypedDict, total=False):
    """Where all that was measured is kept, in a file of its own."""

    bytes: int
    """Size."""
    sha256: str
    """Digest, and address in the blob store."""


JobsMessage = Union["JobEvent", "ClusterMessage"]
"""What is heard; type says which it is."""


class _JudgedRankingAlways(TypedDict):
    """What every JudgedRanking has."""

    decided: list[Decided]
    """What was decided since, best rank first."""
    job_id: str
    """The job."""
    mission: Literal["kepler", "tess", "k2"]
    """Whose tables they are."""
    model: str
    """The label of its model."""
    overturned: list[Overturned]
    """Objects that were decided when the model was trained, and the other way by now."""
    ranked: int
    """How many objects it ranked, none of them decided by then."""


class JudgedRanking(_JudgedRankingAlways, total=False):
    """How a job's ranking fares by a newer table of its mission."""

    figures: Figures
    """How good the ranking was."""
    judged_by: NewerTable
    """The newer table; `null` if there is none, and then no more is said."""
    moved: Moves
    """What a model of the newer table says of those still undecided; `null` if there is none yet."""


class _JudgedTestAlways(TypedDict):
    """What every JudgedTest has."""

    fails: str
    """What a failure speaks for."""
    name: str
    """Of the test."""
    passed: bool
    """Whether it speaks for a planet."""
    source: str
    """Where test and threshold are from."""


class JudgedTest(_JudgedTestAlways, total=False):
    """A question that a signal was asked."""

    threshold: float
    """What it was compared with."""
    value: float
    """What was measured; none if it is beyond all numbers."""


class _KnownJobAlways(TypedDict):
    """What every KnownJob has."""

    attempts: int
    """How often it was claimed; the current number is the fencing token of every write by the worker that holds it."""
    cancel_requested: bool
    """Whether a running job was asked to stop."""
    created_at: str
    """When it was first accepted."""
    dataset: DatasetRef
    """The table."""
    duplicate: bool
    """Always `true`."""
    job_id: str
    """SHA-256 hex over table and options."""
    model_name: str
    """The label of the model it makes or scores with."""
    params: JobParams
    """What was asked."""
    status: Literal["queued", "running", "completed", "error", "cancelled"]
    """Where it stands."""
    type: Literal["training", "prediction", "transit_search"]
    """Training or prediction."""


class KnownJob(_KnownJobAlways, total=False):
    """The answer to an upload that is already a job."""

    completed_at: str
    """When it completed."""
    curve: CurveReport
    """What was understood of the light curve; of a search for transits only."""
    error: JobFailure
    """Why it failed, once it did."""
    features: FeaturePlan
    """What is computed from it, `null` for predictions and for jobs from before there was anything computed."""
    kept: bool
    """`true` if it stays, however old it is."""
    notes: list[str]
    """What is to be known besides, in words."""
    owner: str
    """The caller whose job it is: who had it queued first, or again after it had ended in vain; `null` where nobody
    was asked who he is.
    """
    progress: Progress
    """How far it is."""
    report: TableReport
    """What was understood of the table; `null` for predictions, whose results say what the model made of it."""
    results: Union[StoredTrainingResults, StoredPredictions, FoundSignals]
    """What came out, once completed."""
    started_at: str
    """When the current or last attempt was claimed."""
    worker_id: str
    """Who holds or last held it."""


class KnownStar(TypedDict, total=False):
    """What is known of a star."""

    mass: float
    """In solar masses."""
    radius: float
    """In solar radii."""
    teff: float
    """Its effective temperature, in kelvin."""


class _LeakAuditAlways(TypedDict):
    """What every LeakAudit has."""

    columns: list[AuditedColumn]
    """Figures of the flagged columns, and of the strongest others; empty where there are too few objects to judge
    by.
    """
    flagged: list[str]
    """The columns above a threshold by more than chance explains."""
    objects: int
    """Decided objects that were looked at, at most `20000`."""
    threshold_missing_roc_auc: float
    """The same for its blank cells, and for those of all columns in use together."""
    threshold_roc_auc: float
    """Area under the ROC curve above which a column is flagged."""


class LeakAudit(_LeakAuditAlways, total=False):
    """What columns give away by themselves. Lists of leaks rot, so each column is also measured: how well it alone,
    and which of its cells are blank alone, tells planets from the rest on stars it was not learnt from. No honest
    measurement of the archive's tables comes near the thresholds; what exceeds one was most likely written after,
    or because of, the verdict.
    """

    blanks_roc_auc: float
    """What the blank cells of all columns left in use reach together; `null` where there are too few objects."""


class LearnerChoice(TypedDict):
    """A learner."""

    engines: list[str]
    """Who has it."""
    hyperparameters: list[SettingChoice]
    """What can be set."""
    id: str
    """The word to send."""
    meaning: str
    """What it does."""


class LeftOut(TypedDict):
    """A feature that is not looked at."""

    feature: str
    """Its name."""
    reason: str
    """Why not."""


class LightCurveParams(TypedDict, total=False):
    """How a light curve is read and searched. Unknown names are refused."""

    cadence_minutes: float
    """How far points are apart, for files without times."""
    flux: str
    """The column of fluxes, such as SAP_FLUX or sap; left out, the one that was corrected furthest."""
    max_signals: int
    """How many signals are looked for at most."""
    period_max: float
    """The longest period, in days."""
    period_min: float
    """The shortest period, in days."""
    quality_mask: Union[Literal["default", "none", "hard"], int]
    """Which quality flags make a point unusable."""
    row: int
    """Which row of a matrix is meant, from 1."""
    star: LightCurveParamsStar
    """What is known of the star; before what the file says of it."""
    unit: Literal["counts", "relative", "fraction", "ppt", "ppm", "magnitudes"]
    """What the fluxes are in; left out, what the file says, or its values."""
    window_days: float
    """The window in which slow changes are taken out."""


class LightCurveParamsStar(TypedDict, total=False):
    """What is known of the star; before what the file says of it."""

    mass: float
    """In solar masses."""
    radius: float
    """In solar radii."""
    teff: float
    """Its effective temperature, in kelvin."""


class Line(TypedDict):
    """A collection, as lists show it."""

    name: str
    """Its name."""
    rows: int
    """How many documents it has."""


class _ListedModelAlways(TypedDict):
    """What every ListedModel has."""

    aliases: list[str]
    """The names that point at it."""
    calibration: str
    """How scores are calibrated, in a word; `none` when they are not."""
    calibrator: Calibration
    """What calibrates them; models of earlier times have none, and their scores are left as they are."""
    class_names: list[str]
    """Its classes, in the order of its probabilities."""
    created_at: str
    """When it was stored."""
    dataset_sha256: str
    """Digest of the canonical training table."""
    evaluation: TrainingEvaluation
    """How those figures came about: protocol, folds, groups, rows."""
    feature_set: str
    """Version of the feature set, e.g. `kepler-1`."""
    features: list[str]
    """The columns it looks at, in the order of its feature vector."""
    file: BlobRef
    """The model file."""
    importance: list[float]
    """How much each feature contributed, same order as `features`, sums to 1."""
    job_id: str
    """The job that trained it."""
    metrics: dict[str, float]
    """Out-of-fold figures by name: `roc_auc`, `accuracy` …."""
    mission: Literal["kepler", "tess", "k2"]
    """Whose tables it scores."""
    model_id: str
    """Its id, which is the id of the job that trained it; of a model from elsewhere the digest of its file."""
    model_name: str
    """The label its owner gave it."""
    options: TrainingOptions
    """How it was trained."""
    provenance: dict[str, str]
    """Versions of code and libraries."""


class ListedModel(_ListedModelAlways, total=False):
    """A model in a list."""

    candidates: StoredCandidates
    """The objects of its training table, ranked; `null` on cards from before there were such lists, and of models
    from elsewhere.
    """
    imported: Imported
    """Where it comes from; `null` if it was trained here."""
    owner: str
    """The caller whose model it is: who had it trained, or brought it in first; `null` where nobody was asked who he
    is.
    """
    tribuo: BlobRef
    """The model in Tribuo's own form, as gzip; `null` unless Tribuo trained it."""


class _ListedStreamAlways(TypedDict):
    """What every ListedStream has."""

    created_at: str
    """When it was defined."""
    id: str
    """Its address."""
    lag: int
    """How many entries it has still to learn from."""
    last_seq: int
    """The number of the last entry that is kept."""
    seq: int
    """The number of the last entry that it learned from."""
    state: str
    """`running`, `paused`, or `unreadable`: of a definition that this version refuses."""


class ListedStream(_ListedStreamAlways, total=False):
    """A stream in the list."""

    algorithm: str
    """Of its model."""
    learned_at: str
    """When it learned from something last; left out before it has."""
    name: str
    """What it is called."""


class Message(TypedDict):
    """A message."""

    attributes: Optional[dict[str, str]]
    """What else is said of it; not looked at."""
    data: Optional[str]
    """A JSON array of events, in Base64."""
    messageId: Optional[str]
    """What it is called."""
    message_id: Optional[str]
    """The same, as it is also sent."""
    orderingKey: Optional[str]
    """With which it is in order; not looked at."""
    publishTime: Optional[str]
    """When it was sent; not looked at."""
    publish_time: Optional[str]
    """The same; not looked at."""


class _ModelAliasAlways(TypedDict):
    """What every ModelAlias has."""

    alias: str
    """The name."""
    model_id: str
    """The model it points at."""
    moved_at: str
    """When it was made, or last moved."""


class ModelAlias(_ModelAliasAlways, total=False):
    """A name that stands for one model, until somebody moves it."""

    owner: str
    """The caller who made it; `null` where nobody was asked who he is."""
    previous_model_id: str
    """The model it pointed at before; `null` if there was none."""


class _ModelCardAlways(TypedDict):
    """What every ModelCard has."""

    calibration: str
    """How scores are calibrated, in a word; `none` when they are not."""
    calibrator: Calibration
    """What calibrates them; models of earlier times have none, and their scores are left as they are."""
    class_names: list[str]
    """Its classes, in the order of its probabilities."""
    created_at: str
    """When it was stored."""
    dataset_sha256: str
    """Digest of the canonical training table."""
    evaluation: TrainingEvaluation
    """How those figures came about: protocol, folds, groups, rows."""
    feature_set: str
    """Version of the feature set, e.g. `kepler-1`."""
    features: list[str]
    """The columns it looks at, in the order of its feature vector."""
    file: BlobRef
    """The model file."""
    importance: list[float]
    """How much each feature contributed, same order as `features`, sums to 1."""
    job_id: str
    """The job that trained it."""
    metrics: dict[str, float]
    """Out-of-fold figures by name: `roc_auc`, `accuracy` …."""
    mission: Literal["kepler", "tess", "k2"]
    """Whose tables it scores."""
    model_id: str
    """Its id, which is the id of the job that trained it; of a model from elsewhere the digest of its file."""
    model_name: str
    """The label its owner gave it."""
    options: TrainingOptions
    """How it was trained."""
    provenance: dict[str, str]
    """Versions of code and libraries."""


class ModelCard(_ModelCardAlways, total=False):
    """A stored model's entry in the model store."""

    candidates: StoredCandidates
    """The objects of its training table, ranked; `null` on cards from before there were such lists, and of models
    from elsewhere.
    """
    imported: Imported
    """Where it comes from; `null` if it was trained here."""
    owner: str
    """The caller whose model it is: who had it trained, or brought it in first; `null` where nobody was asked who he
    is.
    """
    tribuo: BlobRef
    """The model in Tribuo's own form, as gzip; `null` unless Tribuo trained it."""


class ModelComparison(TypedDict):
    """Several models side by side. Lists have one entry for each model, in the order in which they were asked for."""

    common_features: list[str]
    """The features that all of them look at."""
    comparable: bool
    """Whether the figures were measured on the same objects and classes, so that they may be compared."""
    figures: list[ComparedFigure]
    """What was measured of each."""
    models: list[ComparedModel]
    """Which they are."""
    notes: list[str]
    """What to bear in mind, a sentence each."""
    own_features: dict[str, list[str]]
    """The features of each that not all of them look at, by its id."""
    settings: list[ComparedSetting]
    """How each was trained."""


class _ModelDetailsAlways(TypedDict):
    """What every ModelDetails has."""

    aliases: list[str]
    """The names that point at it."""
    calibration: str
    """How scores are calibrated, in a word; `none` when they are not."""
    calibrator: Calibration
    """What calibrates them; models of earlier times have none, and their scores are left as they are."""
    citation: str
    """A text to copy."""
    class_names: list[str]
    """Its classes, in the order of its probabilities."""
    computed_features: list[Feature]
    """Name, unit, formula, sources, reference and meaning of those that are computed."""
    created_at: str
    """When it was stored."""
    dataset_sha256: str
    """Digest of the canonical training table."""
    doubts: list[str]
    """What speaks against trusting some of them, a sentence each."""
    evaluation: TrainingEvaluation
    """How those figures came about: protocol, folds, groups, rows."""
    feature_set: str
    """Version of the feature set, e.g. `kepler-1`."""
    features: list[str]
    """The columns it looks at, in the order of its feature vector."""
    file: BlobRef
    """The model file."""
    importance: list[float]
    """How much each feature contributed, same order as `features`, sums to 1."""
    inputs: list[FeatureInput]
    """Name, kind, unit, column or formula, tags and meaning of each feature."""
    job_id: str
    """The job that trained it."""
    metrics: dict[str, float]
    """Out-of-fold figures by name: `roc_auc`, `accuracy` …."""
    mission: Literal["kepler", "tess", "k2"]
    """Whose tables it scores."""
    model_id: str
    """Its id, which is the id of the job that trained it; of a model from elsewhere the digest of its file."""
    model_name: str
    """The label its owner gave it."""
    options: TrainingOptions
    """How it was trained."""
    provenance: dict[str, str]
    """Versions of code and libraries."""
    statement: ModelStatement
    """What it is for, what it was trained on, how good it is and where it ends."""


class ModelDetails(_ModelDetailsAlways, total=False):
    """A model card with what its feature set says of what the model looks at."""

    candidates: StoredCandidates
    """The objects of its training table, ranked; `null` on cards from before there were such lists, and of models
    from elsewhere.
    """
    dataset: DatasetRef
    """The training table: as it was sent, and as it is kept; `null` if its job is gone."""
    imported: Imported
    """Where it comes from; `null` if it was trained here."""
    owner: str
    """The caller whose model it is: who had it trained, or brought it in first; `null` where nobody was asked who he
    is.
    """
    tribuo: BlobRef
    """The model in Tribuo's own form, as gzip; `null` unless Tribuo trained it."""


class ModelReady(TypedDict):
    """Whether a model can be asked."""

    name: str
    """What it was called in the address."""
    ready: bool
    """Always; a model that is not is a problem."""


class ModelReport(TypedDict):
    """What a model of series is, and how good."""

    collection_name: str
    """Whose points it was trained on."""
    created_at: str
    """When it was trained last."""
    group_by: Optional[str]
    """What tells several series apart."""
    groups: list[GroupReport]
    """What became of each series."""
    horizon: int
    """How many steps ahead forecasts go."""
    model_id: str
    """The digest of its file."""
    needed_values: int
    """How many consecutive values a forecast needs."""
    refused: list[RefusedGroup]
    """Series that could not be modelled."""
    season: Optional[int]
    """How many steps a season has; none if it was not told."""
    time_unit: str
    """`seconds`, or `as_sent` where times were plain numbers."""
    timestamp_field: str
    """Where they have their times."""
    value_field: str
    """Where these have their values."""
    window_size: int
    """How many values a forecast looks at."""


class ModelSignature(TypedDict):
    """What goes into a model and comes out of it."""

    inputs: list[TensorSignature]
    """A tensor for each column that it looks at, and for the names that objects are told by; any of them may be left
    out, and then `information` says what that costs.
    """
    name: str
    """What it was called in the address."""
    outputs: list[TensorSignature]
    """What it can say of each row; `features`, `contributions`, `base_value` and `rest` with the parameter
    `explain`, `selected` with `precision` or `recall`.
    """
    platform: str
    """What computes it."""
    versions: list[str]
    """The jobs that trained a model of this name, newest first; a version is one of them, or an alias of one."""


class _ModelStatementAlways(TypedDict):
    """What every ModelStatement has."""

    columns: list[CardColumn]
    """The columns it needs, first the one that matters most."""
    figures: list[CardFigure]
    """What was measured, with intervals."""
    intended_use: list[str]
    """What it is for, a sentence each."""
    leaks_excluded: list[LeftOut]
    """What would have told the verdict, and was kept from it."""
    limits: list[str]
    """What to bear in mind, a sentence each."""
    missing_columns: list[str]
    """What happens to a table that lacks columns, a sentence each."""
    out_of_scope: list[str]
    """What it is not for, a sentence each."""
    training_data: CardData
    """What it was trained on."""


class ModelStatement(_ModelStatementAlways, total=False):
    """What model cards say besides (Mitchell et al. 2019, "Model Cards for Model Reporting"): what a model is for
    and what it is not for, what it was trained on, what was kept from it, how good it is by which protocol, and
    where it ends. All of it follows from what the model says of itself.
    """

    intervals: str
    """What the intervals are, for a person; left out where there are none."""
    protocol: str
    """How its figures were measured, for a person; left out where it is not known."""


class Moved(TypedDict):
    """An object that two models see differently."""

    object: str
    """Its name."""
    probability: float
    """How likely a planet it is by the older model."""
    probability_now: float
    """How likely by the newer one."""
    rank: int
    """Its place in the older ranking."""
    rank_now: int
    """Its place in the newer one."""


class Moves(TypedDict):
    """Two models side by side."""

    compared: int
    """How many objects are undecided for both."""
    job_id: str
    """The job of the newer one."""
    mean_change: float
    """How much their probabilities changed, on average."""
    model: str
    """Its label."""
    objects: list[Moved]
    """Those that moved most."""


class _NewerTableAlways(TypedDict):
    """What every NewerTable has."""

    job_id: str
    """The job it came with."""
    sha256: str
    """Its digest."""
    uploaded_at: str
    """When it came."""


class NewerTable(_NewerTableAlways, total=False):
    """A table that came later."""

    filename: str
    """What the sender called it."""


class NextTransit(TypedDict):
    """A transit to come."""

    error: float
    """Its standard deviation."""
    number: int
    """Counted from transit 0."""
    time: float
    """When it is to come."""


_OneObjectAlwaysMembers = TypedDict(
    "_OneObjectAlwaysMembers",
    {
        "class": str,
        "columns": "list[Cell]",
        "company": "list[Companion]",
        "explanation": "Waterfall",
        "job_id": str,
        "model": str,
        "notes": "list[str]",
        "probability": float,
        "rank": int,
        "reasons": "list[Reason]",
        "row": int,
        "undecided": bool,
    },
    total=True,
)


class _OneObjectAlways(_OneObjectAlwaysMembers):
    """What every OneObject has."""


class OneObject(_OneObjectAlways, total=False):
    """All there is to say of one object of a job's table."""

    corrected_probability: float
    """The same, if planets are as common among the undecided objects as the prior of the summary says."""
    dec: float
    """Declination in degrees."""
    depth: float
    """Transit depth in ppm."""
    exofop: str
    """ExoFOP's page about its star."""
    folds: list[float]
    """How likely it is a planet by the model of each fold, in their order; left out of lists, in files of earlier
    times, and where a model has seen its star.
    """
    label: str
    """What the archive decided, `null` while it has not."""
    link: str
    """The archive's page about the object."""
    lower: float
    """Lowest probability that the model, or one fitted without a fold, gives."""
    magnitude: float
    """Brightness of the star in the band of its survey: Kepler, TESS, or V for K2."""
    object: str
    """Its name, if the table names objects."""
    own: OwnVerdict
    """What a person made of it; `null` if nobody said anything."""
    period: float
    """Orbital period in days."""
    ra: float
    """Right ascension in degrees."""
    radius: float
    """Radius in Earth radii."""
    star: str
    """Its star's name, if the table names stars."""
    upper: float
    """Highest probability that the model, or one fitted without a fold, gives."""


class OrchestratorReason(TypedDict):
    """One reason."""

    code: ErrorCode
    """The code with which it would be refused."""
    detail: str
    """In words."""


class Overturned(TypedDict):
    """An object of which the archive says the opposite now."""

    label: str
    """What the archive said then."""
    label_now: str
    """What it says now."""
    object: str
    """Its name."""
    planet: bool
    """Whether that means a planet."""
    probability: float
    """How likely a planet it was said to be, by a model that had not seen its star."""


class OwnPlanet(TypedDict):
    """A planet that somebody entered by hand."""

    id: str
    """Of that entry."""
    name: str
    """As it was entered."""


class _OwnVerdictAlways(TypedDict):
    """What every OwnVerdict has."""

    changed_at: str
    """When something was last said of it."""
    created_at: str
    """When something was first said of it."""
    mission: Literal["kepler", "tess", "k2"]
    """Whose object it is."""
    object: str
    """Its name as the archive spells it."""
    tags: list[str]
    """Words to find it by."""


class OwnVerdict(_OwnVerdictAlways, total=False):
    """What a person makes of an object, whatever becomes of the jobs that have it."""

    note: str
    """In the person's own words; `null` if there is none."""
    owner: str
    """The caller who said it first; `null` where nobody was asked who he is."""
    verdict: Literal["planet", "not_planet", "unsure"]
    """What it is taken for; `null` if nothing was said."""


class Part(TypedDict):
    """What one feature adds."""

    feature: str
    """Its name."""
    log_odds: float
    """What it adds to the log-odds."""
    meaning: str
    """What it says, in words."""
    probability: float
    """What it adds to the probability."""
    tags: list[str]
    """What kind of thing it tells."""
    unit: str
    """Of the value, blank where there is none."""
    value: Optional[float]
    """Of this object, `null` if it has none."""


class PeriodMatch(TypedDict):
    """A signal whose period is that of an object."""

    off: float
    """By which share it misses that."""
    ratio: float
    """Its period over the object's: 1, or a half, a third, twice, three times, which a search may take for the
    period.
    """
    signal: int
    """Its number in the search."""


class PeriodPlot(TypedDict):
    """How well each period explains dips."""

    periods: list[float]
    """In days."""
    power: list[float]
    """Signal to noise of the best box."""


class _PlanetAlways(TypedDict):
    """What every Planet has."""

    id: str
    """Names it; opaque to clients."""
    nombre: str
    """Its name."""


class Planet(_PlanetAlways, total=False):
    """A planet: what the user sent, as it was sent, or what the archive says of it, and the id it got.. Further
    members are allowed, which a type can not say.
    """

    dec: Optional[Union[str, float, bool]]
    """Declination, in degrees."""
    disc_facility: Optional[Union[str, float, bool]]
    """What it was found with."""
    disc_year: Optional[Union[str, float, bool]]
    """Year of the discovery."""
    discoverymethod: Optional[Union[str, float, bool]]
    """How it was found."""
    distancia_ly: Optional[Union[str, float, bool]]
    """Its distance in light years, 0 or more."""
    hostname: Optional[Union[str, float, bool]]
    """Name of its star."""
    owner: str
    """The caller who saved it; `null` where nobody was asked who he is, and of what the archive says."""
    pl_bmasse: Optional[Union[str, float, bool]]
    """Mass or mass times the sine of the inclination, in Earth masses."""
    pl_bmasseerr1: Optional[Union[str, float, bool]]
    """Its uncertainty upwards, in Earth masses."""
    pl_bmasseerr2: Optional[Union[str, float, bool]]
    """Its uncertainty downwards, in Earth masses."""
    pl_bmasselim: Optional[Union[str, float, bool]]
    """1 where the mass is an upper limit; -1 where it is a lower one."""
    pl_bmassprov: Optional[Union[str, float, bool]]
    """What the mass is: measured or computed from the radius."""
    pl_controv_flag: Optional[Union[str, float, bool]]
    """1 where its existence is disputed."""
    pl_eqt: Optional[Union[str, float, bool]]
    """Equilibrium temperature, in K."""
    pl_eqtlim: Optional[Union[str, float, bool]]
    """1 where the equilibrium temperature is an upper limit; -1 where it is a lower one."""
    pl_insol: Optional[Union[str, float, bool]]
    """Light it gets, in Earth's."""
    pl_insollim: Optional[Union[str, float, bool]]
    """1 where the light is an upper limit; -1 where it is a lower one."""
    pl_orbeccen: Optional[Union[str, float, bool]]
    """Eccentricity of the orbit."""
    pl_orbeccenlim: Optional[Union[str, float, bool]]
    """1 where the eccentricity is an upper limit; -1 where it is a lower one."""
    pl_orbper: Optional[Union[str, float, bool]]
    """Orbital period, in days."""
    pl_orbpererr1: Optional[Union[str, float, bool]]
    """Its uncertainty upwards, in days."""
    pl_orbpererr2: Optional[Union[str, float, bool]]
    """Its uncertainty downwards, in days."""
    pl_orbperlim: Optional[Union[str, float, bool]]
    """1 where the period is an upper limit; -1 where it is a lower one."""
    pl_orbsmax: Optional[Union[str, float, bool]]
    """Semi-major axis of the orbit, in au."""
    pl_orbsmaxlim: Optional[Union[str, float, bool]]
    """1 where the semi-major axis is an upper limit; -1 where it is a lower one."""
    pl_rade: Optional[Union[str, float, bool]]
    """Radius, in Earth radii."""
    pl_radeerr1: Optional[Union[str, float, bool]]
    """Its uncertainty upwards, in Earth radii."""
    pl_radeerr2: Optional[Union[str, float, bool]]
    """Its uncertainty downwards, in Earth radii."""
    pl_radelim: Optional[Union[str, float, bool]]
    """1 where the radius is an upper limit; -1 where it is a lower one."""
    provenance: Provenance
    """Where it comes from, if nobody entered it by hand."""
    ra: Optional[Union[str, float, bool]]
    """Right ascension, in degrees."""
    st_logg: Optional[Union[str, float, bool]]
    """Surface gravity of the star, in log10(cm/s**2)."""
    st_logglim: Optional[Union[str, float, bool]]
    """1 where the surface gravity is an upper limit; -1 where it is a lower one."""
    st_mass: Optional[Union[str, float, bool]]
    """Mass of the star, in solar masses."""
    st_masslim: Optional[Union[str, float, bool]]
    """1 where the star's mass is an upper limit; -1 where it is a lower one."""
    st_met: Optional[Union[str, float, bool]]
    """Metallicity of the star, in dex."""
    st_metlim: Optional[Union[str, float, bool]]
    """1 where the metallicity is an upper limit; -1 where it is a lower one."""
    st_metratio: Optional[Union[str, float, bool]]
    """Which elements the metallicity compares."""
    st_rad: Optional[Union[str, float, bool]]
    """Radius of the star, in solar radii."""
    st_radlim: Optional[Union[str, float, bool]]
    """1 where the star's radius is an upper limit; -1 where it is a lower one."""
    st_spectype: Optional[Union[str, float, bool]]
    """Spectral type of the star."""
    st_teff: Optional[Union[str, float, bool]]
    """Temperature of the star, in K."""
    st_tefflim: Optional[Union[str, float, bool]]
    """1 where the star's temperature is an upper limit; -1 where it is a lower one."""
    sy_dist: Optional[Union[str, float, bool]]
    """Distance, in pc."""
    sy_gaiamag: Optional[Union[str, float, bool]]
    """Brightness as Gaia sees it, in mag."""
    sy_kmag: Optional[Union[str, float, bool]]
    """Brightness in Ks, in mag."""
    sy_pnum: Optional[Union[str, float, bool]]
    """Planets in the system."""
    sy_snum: Optional[Union[str, float, bool]]
    """Stars in the system."""
    sy_vmag: Optional[Union[str, float, bool]]
    """Brightness in V, in mag."""
    tipo: Optional[Union[str, float, bool]]
    """What kind of planet it is."""
    ttv_flag: Optional[Union[str, float, bool]]
    """1 where its transits come early and late."""


class PrecisionAtTop(TypedDict):
    """The head of the ranking."""

    precision: float
    """Share of them that is of the class, 0 to 1."""
    top: int
    """How many rows are looked at."""


class _PrecisionRecallPointAlways(TypedDict):
    """What every PrecisionRecallPoint has."""

    precision: float
    """Share of those called so that are, 0 to 1."""
    recall: float
    """Share of the class that is called so, 0 to 1."""


class PrecisionRecallPoint(_PrecisionRecallPointAlways, total=False):
    """A point of the precision-recall curve."""

    threshold: float
    """The probability from which on rows are called so; left out where none is."""


class PredictedInterval(TypedDict):
    """Where a value lies in as many of all cases as `level` says."""

    high: float
    """Where it ends."""
    level: float
    """Of 1."""
    low: float
    """Where it begins."""


_PredictionAlwaysMembers = TypedDict(
    "_PredictionAlwaysMembers",
    {
        "class": str,
        "probabilities": "dict[str, float]",
        "probability": float,
        "row": int,
    },
    total=True,
)


class _PredictionAlways(_PredictionAlwaysMembers):
    """What every Prediction has."""


class Prediction(_PredictionAlways, total=False):
    """What a model says of one object."""

    base_value: float
    """The score of the average training object."""
    calibrated: bool
    """Whether the parts add up to the probability that is shown (or its log-odds), or to the score before
    calibration.
    """
    dec: float
    """Declination in degrees."""
    depth: float
    """Transit depth in ppm."""
    exofop: str
    """ExoFOP's page about its star."""
    expected_accuracy: float
    """Share of training rows whose class is told with what this row holds, out of fold; `null` where nobody can
    tell.
    """
    explained_class: str
    """The class whose score is explained."""
    explanation: list[Contribution]
    """The features that mattered most, strongest first, when asked for."""
    information: float
    """How much of the model's information this row holds, from 0 to 1; `null` in predictions kept in earlier times."""
    link: str
    """The archive's page about the object."""
    magnitude: float
    """Brightness of the star in the band of its survey: Kepler, TESS, or V for K2."""
    object: str
    """Its name, if the table names objects."""
    period: float
    """Orbital period in days."""
    ra: float
    """Right ascension in degrees."""
    radius: float
    """Radius in Earth radii."""
    rest: float
    """What all features together contribute that are not named."""
    selected: bool
    """Whether its probability reaches the threshold of the `Selection`, when one was asked for."""
    unit: str
    """Of all parts, `log-odds` or `probability`."""


class _PredictionDocumentAlways(TypedDict):
    """What every PredictionDocument has."""

    class_names: list[str]
    """Its classes."""
    ignored_columns: list[str]
    """Columns of the table the model does not look at."""
    job_id: str
    """The job that trained the model."""
    missing_columns: list[str]
    """Columns it looks at that the table does not have, or that are blank in all of its rows."""
    model: str
    """The model's label."""
    predictions: list[Prediction]
    """One for each object, in the order of the table."""


class PredictionDocument(_PredictionDocumentAlways, total=False):
    """All predictions of one request in one document, as the format `json` has it."""

    absent_columns: list[AbsentColumn]
    """Missing columns that matter most, first the one that matters most."""
    context: TableContext
    """Among which objects these were seen, `null` where the model does not look at other objects."""
    drift: Drift
    """How far the rows lie from those the model was trained on; `null` in jobs of earlier times."""
    expected_accuracy: float
    """Share of the training rows whose class is told with these columns, out of fold; `null` where the model has
    kept no rows to find out.
    """
    information: float
    """How much of the model's knowledge of the classes is left with these columns, from 0 to 1: by how much the log
    loss is lower than that of the base rates, compared with the whole model, out of fold; `null` in jobs of
    earlier times, as are the two that follow.
    """
    model_created_at: str
    """When the model was stored, since several may have that label; `null` in jobs of earlier times."""
    notes: list[str]
    """What to know besides, in words; `null` if there is nothing."""
    selection: Selection
    """From which probability on rows are selected, when that was asked for."""
    uninformative_rows: int
    """How many rows hold so little that their probabilities say little more than how common the classes are; `null`
    if there are none.
    """


class Prior(TypedDict):
    """How common planets are among the decided and among the undecided objects."""

    estimated_share: float
    """Estimated share of planets among the undecided ones, 0 to 1."""
    method: str
    """How it was estimated, for a person."""
    training_share: float
    """Share of planets among the objects trained on, 0 to 1."""


class _ProblemAlways(TypedDict):
    """What every Problem has."""

    code: ErrorCode
    """What is wrong, for programs."""
    detail: str
    """The sentence a person reads."""
    error: str
    """Equal to `detail`, for clients of the old backend."""
    status: int
    """HTTP status."""
    title: str
    """Short summary of that sort."""
    type: str
    """Names the sort of problem: `urn:exoscout:problem:` and the code."""


class Problem(_ProblemAlways, total=False):
    """What a caller gets to read when something went wrong: problem details as of RFC 9457, with a code for programs
    and the trace id for whoever reads the log.
    """

    errors: list[InputError]
    """The offending fields, columns or lines, left out when there are none."""
    instance: str
    """Path of the request."""
    trace_id: str
    """What the log of this request carries."""


class ProfilePage(TypedDict):
    """What a model would say of one row if one of its columns were another."""

    column: str
    """The column."""
    job_id: str
    """The job that trained the model."""
    model: str
    """Its label."""
    probabilities: dict[str, list[float]]
    """Of each class, in the order of the values."""
    unit: str
    """Of its values, blank where there is none."""
    values: list[float]
    """41 of them, from the lowest to the highest of the training rows, by quantiles."""


class ProfileRequest(TypedDict):
    """Asks what would be."""

    row: Optional[dict[str, Optional[Union[str, float, bool]]]]
    """Values by column, as for predictions."""


class _ProgressAlways(TypedDict):
    """What every Progress has."""

    fraction: float
    """Done, from 0 to 1, over the whole job."""
    message: str
    """The same for a person."""
    phase: str
    """A short word: `loading`, `cross_validation`, `final_fit` …."""


class Progress(_ProgressAlways, total=False):
    """How far a running job is."""

    eta_s: int
    """How many seconds it will still take, if it goes on like this; `null` while that can not be told."""


class _ProvenanceAlways(TypedDict):
    """What every Provenance has."""

    imported_at: str
    """When it was taken from there."""
    sha256: str
    """Hex digest of the table that first said what is said of it now."""
    table: str
    """The archive's name of the table."""


class Provenance(_ProvenanceAlways, total=False):
    """Where a planet that nobody entered by hand comes from."""

    downloaded: str
    """When the archive made that table, as its comments say; no time zone is given."""
    link: str
    """The archive's page about the planet, where one planet is asked for."""


class _PushedAlways(TypedDict):
    """What every Pushed has."""

    status: str
    """`ok` or `no_data`."""


class Pushed(_PushedAlways, total=False):
    """What became of it, in the words of the old backend."""

    roc: float
    """The area under the ROC curve of all predictions so far; null as long as there is none."""


class RandomForestHyperparameters(TypedDict, total=False):
    """Settings of random_forest."""

    max_depth: int
    """How many splits may follow one another."""
    max_features: float
    """Share of the features that each split may choose from."""
    min_samples_leaf: int
    """Fewest training rows in a leaf."""
    n_estimators: int
    """Number of trees."""


class _RankedFiguresAlways(TypedDict):
    """What every RankedFigures has."""

    accuracy: float
    """Share of the rows that are called what they are, 0 to 1."""
    brier: float
    """Mean squared error of the probabilities, 0 to 1, less is better."""
    calibration_error: float
    """Expected calibration error over 15 bins of equal width, 0 to 1, less is better."""
    f1_score: float
    """Harmonic mean of precision and recall, weighted by the rows of the classes, 0 to 1."""
    log_loss: float
    """Mean negative natural logarithm of the probability given to the true class, 0 or more, less is better."""
    precision_at: list[PrecisionAtTop]
    """How many of the first rows of the ranking are right."""
    recall_at_precision: list[RecallAtPrecision]
    """Which share of a class is found when so many of those called so must be right."""


class RankedFigures(_RankedFiguresAlways, total=False):
    """All figures about predictions."""

    average_precision: float
    """Area under the precision-recall curve as a sum of steps, 0 to 1; left out where a class has no rows."""
    roc_auc: float
    """Area under the ROC curve, 0 to 1, 0.5 being chance; left out where a class has no rows."""


class _ReasonAlways(TypedDict):
    """What every Reason has."""

    contribution: float
    """In the unit that the summary names."""
    feature: str
    """The column."""
    value: Optional[float]
    """What stands there, `null` if nothing does."""


class Reason(_ReasonAlways, total=False):
    """What one feature added to the score for being a planet, compared with the average object (TreeSHAP, Lundberg
    et al. 2020).
    """

    tags: list[str]
    """What kind of thing the feature tells; `null` in files from before there were tags."""


class RecallAtPrecision(TypedDict):
    """A point of the precision-recall curve."""

    precision: float
    """What is asked for, 0 to 1."""
    recall: float
    """The largest recall that reaches it, 0 to 1."""


class RecallBounds(TypedDict):
    """Between which values the recall lies at a precision."""

    lower: float
    """The lower end, 0 to 1."""
    precision: float
    """What is asked for, 0 to 1."""
    upper: float
    """The upper end, 0 to 1."""


class RefusedFile(TypedDict):
    """A file that was not taken, or whose star was not because of it."""

    code: str
    """What is wrong, in a word."""
    detail: str
    """The same for people."""
    file: str
    """Its name."""


class RefusedGroup(TypedDict):
    """A series that could not be modelled."""

    code: str
    """Why, in a word."""
    key: str
    """Which one."""
    reason: str
    """Why."""


class RejectedLine(TypedDict):
    """An entry that was not taken."""

    line: int
    """The line of the body on which it stood, or its place in the array."""
    reason: str
    """Why not."""


class ReliabilityBin(TypedDict):
    """Rows that were given about the same probability, and what became of them."""

    fraction_of_class: float
    """Share of them that is of the class."""
    lower: float
    """Lowest probability in the bin."""
    mean_probability: float
    """What was said of them, on average."""
    rows: int
    """How many rows there are, 1 or more."""
    upper: float
    """Where the next bin begins."""


class Removed(TypedDict):
    """The answer to a delete."""

    id: str
    """Which one."""
    status: str
    """`deleted`."""


class _ReplayAnswerAlways(TypedDict):
    """What every ReplayAnswer has."""

    events: int
    """How many of its rows are events."""
    rejected: list[RejectedLine]
    """The first 100 of these, and why."""
    rejected_count: int
    """How many are not."""


class ReplayAnswer(_ReplayAnswerAlways, total=False):
    """What becomes of a file."""

    kept: IntakeAnswer
    """What was kept of it; left out where it has just begun."""
    seconds: float
    """How long it takes with the speed that was asked for; left out where it is done."""


class _ReplayViewAlways(TypedDict):
    """What every ReplayView has."""

    of: int
    """How many there are."""
    sent: int
    """How many of its events were given to the stream."""


class ReplayView(_ReplayViewAlways, total=False):
    """A file that is being replayed."""

    trouble: str
    """Why it can not go on for now, if so; it is tried again."""


class _RocPointAlways(TypedDict):
    """What every RocPoint has."""

    false_positive_rate: float
    """Share of the others that is called so, 0 to 1."""
    true_positive_rate: float
    """Share of the class that is called so, 0 to 1."""


class RocPoint(_RocPointAlways, total=False):
    """A point of the ROC curve."""

    threshold: float
    """The probability from which on rows are called so; left out where none is."""


class RowsRequest(TypedDict, total=False):
    """Rows to score, as JSON."""

    job_id: str
    """The job that trained the model, or."""
    model: str
    """Its id, an alias of it, or its label, of several the newest."""
    rows: list[dict[str, Any]]
    """Objects of column and value, or."""
    search: str
    """The job that searched a light curve, whose signals are the rows: in the names and units of its mission's
    table, as its result has them as CSV.
    """
    signals: list[int]
    """The numbers of those that are meant; without it all but false alarms."""


_SaidAlwaysMembers = TypedDict(
    "_SaidAlwaysMembers",
    {
        "algorithm": str,
        "class": str,
        "created_at": str,
        "job_id": str,
        "link": str,
        "model": str,
        "probability": float,
        "rank": int,
        "undecided": bool,
    },
    total=True,
)


class _SaidAlways(_SaidAlwaysMembers):
    """What every Said has."""


class Said(_SaidAlways, total=False):
    """What a model says of an object."""

    label: str
    """What the table had decided, if it had."""


class SaidVerdict(TypedDict, total=False):
    """What somebody says of an object; takes the place of what was said before."""

    note: Optional[str]
    """Up to 4,000 characters."""
    tags: Optional[list[str]]
    """Up to 20, each of 1 to 40 letters, digits, `. _ -`."""
    verdict: Optional[Literal["planet", "not_planet", "unsure"]]
    """What it is taken for."""


class Saved(TypedDict):
    """The answer to a save, in the words of the old backend."""

    data: SentPlanet
    """What was saved."""
    id: str
    """Of the new planet."""
    status: str
    """`éxito`."""


class SearchPlots(TypedDict):
    """What can be drawn of a search: few enough points for a page, the deepest of each stretch and a sample among
    them.
    """

    flux: FluxPlot
    """The points in time."""
    periodogram: PeriodPlot
    """Of the first pass."""
    signals: list[SignalPlot]
    """Each of them, folded."""


class SeenTransit(TypedDict):
    """A transit that was seen."""

    computed: float
    """When it should have been."""
    error: Optional[float]
    """Of the time, if it was sent."""
    number: int
    """Counted from transit 0."""
    o_minus_c: float
    """The difference."""
    observed: float
    """When it was."""


class _SelectionAlways(TypedDict):
    """What every Selection has."""

    class_name: str
    """The class that is selected."""
    precision: float
    """The share of rows so selected that were of the class, 0 to 1."""
    recall: float
    """The share of the class that was so selected, 0 to 1; as much is to be expected of rows like those of the
    training table.
    """
    threshold: float
    """Rows whose probability of the class is at least this are selected."""


class Selection(_SelectionAlways, total=False):
    """From which probability on rows are selected, by the precision-recall curve of the job that trained the model,
    out of fold: the lowest threshold where those selected are of a class as often as was asked for, or the
    highest where as much of it is found.
    """

    wanted: float
    """The precision that was asked for, 0 to 1."""
    wanted_recall: float
    """The recall that was asked for in its place, 0 to 1."""


class _SentDriftAlways(TypedDict):
    """What every SentDrift has."""

    detector: str
    """`none`, `adwin` or `page_hinkley`."""


class SentDrift(_SentDriftAlways, total=False):
    """How change is watched for."""

    delta: float
    """How sensitive it is."""
    retrain: SentRetraining
    """That a change asks for a training; left out, none does."""
    threshold: float
    """How large the sum of `page_hinkley` may get."""


class _SentFeatureAlways(TypedDict):
    """What every SentFeature has."""

    column: str
    """Its name."""


class SentFeature(_SentFeatureAlways, total=False):
    """A column and what is made of it."""

    impute: str
    """What stands in for one: `none`, `zero`, `mean`, `median`, `last` or `drop`; left out, none."""
    impute_by_key: bool
    """Whether that is found among the values of the same key."""
    lag: int
    """Of which event before this one the values are; left out, of this one."""
    missing: list[float]
    """Numbers that stand for a missing value."""
    rolling: list[SentWindow]
    """Statistics over windows of event time."""


class SentInference(TypedDict, total=False):
    """A request of the protocol, as its JSON is."""

    id: str
    """Comes back with the answer."""
    inputs: list[SentTensor]
    """One for each column, all of one length."""
    model_name: str
    """The model once more, which some clients repeat here."""
    model_version: str
    """Its version once more."""
    outputs: list[SentOutput]
    """Those that are wanted; all of them where none is named."""
    parameters: dict[str, Optional[Union[str, float, bool]]]
    """`explain`: how many features to name in each explanation, 0 for none; `explain_class`: the class whose score
    is explained, that which is predicted of each row if none is named; `explain_min`: explain rows from this
    probability of it on, all others have blanks and zeros; `unit`: `log-odds` or `probability`, calibration
    included, without it the model's own scores; `precision` or `recall`: which rows are `selected`, of the class
    named by `precision_class` or `recall_class`, planets if none is; `binary_data_output`: whether outputs come
    behind the JSON unless they say otherwise; `content_type`: how the client made the tensors.
    """


class SentKeep(TypedDict, total=False):
    """How much of the log is kept: one of the two."""

    days: int
    """What came in as many days."""
    entries: int
    """So many of the last entries."""


class _SentLabelAlways(TypedDict):
    """What every SentLabel has."""

    column: str
    """Where it stands."""
    positive: list[str]
    """What stands there for the positive one."""


class SentLabel(_SentLabelAlways, total=False):
    """The label."""

    arrives: str
    """`with_event` or `later`; left out, with the event."""
    known: str
    """A column that tells when the label of the row became known."""
    negative: list[str]
    """What stands there for the negative one; left out, anything else."""
    timeout: str
    """How long after the event it still counts, such as `P3Y`; of labels that come later."""


class _SentModelAlways(TypedDict):
    """What every SentModel has."""

    algorithm: str
    """`logistic_sgd`, `logistic_ftrl`, or `stored:` and the id of the job that trained it."""


class SentModel(_SentModelAlways, total=False):
    """The model."""

    beta: float
    """Of `logistic_ftrl`."""
    intercept_rate: float
    """How fast its intercept does."""
    l1: float
    """Weight of the absolute values in the penalty."""
    l2: float
    """Weight of the squares in the penalty."""
    rate: float
    """How fast it learns."""
    sha256: str
    """Digest of the file of a stored model; may be left out when a stream is defined, and is there afterwards."""


class SentOutput(TypedDict, total=False):
    """An output that is wanted."""

    name: str
    """Of the output."""
    parameters: dict[str, Optional[Union[str, float, bool]]]
    """`binary_data`: whether it comes behind the JSON; `content_type`."""


class _SentPlanetAlways(TypedDict):
    """What every SentPlanet has."""

    nombre: str
    """Its name."""


class SentPlanet(_SentPlanetAlways, total=False):
    """A planet, as it is sent. Further members are allowed, which a type can not say."""

    distancia_ly: Optional[Union[str, float, bool]]
    """Its distance in light years, 0 or more."""
    tipo: Optional[Union[str, float, bool]]
    """What kind of planet it is."""


class SentQuality(TypedDict, total=False):
    """Over what quality is told."""

    fading: float
    """By which factor the weight of a label shrinks with each that follows."""
    last: int
    """Over how many of the last labels."""


class SentRetraining(TypedDict, total=False):
    """That a change which is noticed asks for a training: of the stored model's kind, on the rows whose labels are
    known by then. It changes nothing of what the stream is scored by.
    """

    cooldown: int
    """How many labels there are at least between two changes that ask; left out, 1,000."""
    least: int
    """How many labelled rows there have to be; left out, 500."""


class _SentTargetAlways(TypedDict):
    """What every SentTarget has."""

    files: list[str]
    """Its files."""
    job_id: str
    """The search."""
    target: str
    """Its name, or that of its file or folder."""


class SentTarget(_SentTargetAlways, total=False):
    """A star."""

    data_source: str
    """Whose light curve it is, if that is known."""


class SentTensor(TypedDict, total=False):
    """A column."""

    data: list[Union[Optional[Union[str, float, bool]], list[Optional[Union[str, float, bool]]]]]
    """Its cells in order, flat or each in a list of its own; NaN, null and "NaN" are cells without a number."""
    datatype: str
    """Of its cells."""
    name: str
    """Of the column, in the archive's words or others that tables may use."""
    parameters: dict[str, Optional[Union[str, float, bool]]]
    """`binary_data_size`: bytes of it behind the JSON; `content_type`."""
    shape: list[int]
    """N, or n and 1."""


class SentWindow(TypedDict):
    """A statistic over a window."""

    stat: str
    """`mean`, `min`, `max` or `std`."""
    window: str
    """How long it is, such as `P7D`."""


class SeriesDeletedModel(TypedDict):
    """The answer to a delete."""

    model_id: str
    """Which one."""
    status: str
    """`deleted`."""


class SeriesHealth(TypedDict):
    """How series are."""

    database: str
    """`up` or `down`."""
    status: str
    """`ok` or `down`."""


class SeriesModelCard(TypedDict):
    """What is known of a model without reading it."""

    bytes: int
    """How many its file has."""
    collection_name: str
    """Whose points it was trained on."""
    created_at: str
    """When it was trained last."""
    model_id: str
    """The digest of its file."""
    owner: Optional[str]
    """Whose it is; `null` for nobody's."""


class ServerLive(TypedDict):
    """Whether the server is there."""

    live: bool
    """Always, or nobody would say so."""


class ServerReady(TypedDict):
    """Whether models can be asked."""

    ready: bool
    """Always; a server that is not answers 503."""


class ServerSignature(TypedDict):
    """What answers here."""

    extensions: list[str]
    """Of the protocol that are understood."""
    name: str
    """Always `exoscout`."""
    version: str
    """Of this program."""


class SettingChoice(TypedDict):
    """A hyper-parameter."""

    default: float
    """The value where none is given."""
    max: float
    """Largest accepted value."""
    meaning: str
    """What it does."""
    min: float
    """Smallest accepted value."""
    name: str
    """As users know it from scikit-learn and XGBoost."""
    type: str
    """`integer` or `number`."""


class _SignalPlotAlways(TypedDict):
    """What every SignalPlot has."""

    folded: FoldPlot
    """All transits."""
    number: int
    """Of the signal."""


class SignalPlot(_SignalPlotAlways, total=False):
    """A signal, folded."""

    centroid: CentroidPlot
    """Where the light fell; none if nobody knows."""
    even: FoldPlot
    """The others; none of a single event."""
    odd: FoldPlot
    """Those of an odd number, the first among them."""
    secondary: FoldPlot
    """The whole of the period; none of a single event."""
    secondary_phase: float
    """Where in it the deepest other dip is."""


class _StarSearchAlways(TypedDict):
    """What every StarSearch has."""

    candidates: int
    """How many of its signals may be planets."""
    created_at: str
    """When it was asked for."""
    job_id: str
    """Its id."""
    links: dict[str, str]
    """Where what was found is, and where it is drawn: by name `result`, and with a match `folded`."""
    points: int
    """How many were understood."""
    signals: list[FoundSignal]
    """All of them, strongest first."""
    target: str
    """The star by the name in its files."""


class StarSearch(_StarSearchAlways, total=False):
    """A search."""

    data_source: str
    """Whose light curve it is, if that is known."""
    match: PeriodMatch
    """The one with the object's period, if there is one."""


class StarSearches(TypedDict):
    """The completed searches of a star's light curves."""

    searches: list[StarSearch]
    """First those with a signal of the period that was asked for, then the newest."""
    star: list[str]
    """What was looked for, as files call it."""


class StepForecast(TypedDict):
    """What comes some steps ahead."""

    interval: PredictedInterval
    """Where that lies in nine of ten cases."""
    prediction: float
    """What is expected."""
    step: int
    """How many."""


class _StoredCandidatesAlways(TypedDict):
    """What every StoredCandidates has."""

    contribution: str
    """What the contributions of the reasons mean, for a person."""
    count: int
    """How many there are."""
    file: BlobRef
    """Their list: one candidate as JSON on each line, in rank order."""
    interval: str
    """What lower and upper mean, for a person."""
    notes: list[str]
    """What else to bear in mind, for a person."""
    planet_classes: list[str]
    """The classes that mean a planet; probabilities are summed over them."""
    ranked_by: str
    """What the list is sorted by, for a person."""


class StoredCandidates(_StoredCandidatesAlways, total=False):
    """The ranked objects of a training table in the model store."""

    decided: StoredList
    """The list of the others, in the same form; `null` on cards from before there was one."""
    prior: Prior
    """How common planets are, if that was estimated."""


class StoredList(TypedDict):
    """A list in the store."""

    count: int
    """How many objects it has."""
    file: BlobRef
    """One object as JSON on each line, in rank order."""


class StoredModel(TypedDict):
    """A model file."""

    bytes: int
    """Its size, in bytes."""
    model_id: str
    """Its id, which is the id of the job."""
    sha256: str
    """Its digest, SHA-256 hex."""


class _StoredPredictionsAlways(TypedDict):
    """What every StoredPredictions has."""

    class_names: list[str]
    """Its classes."""
    ignored_columns: list[str]
    """Columns of the table the model does not look at."""
    job_id: str
    """The job that trained the model."""
    missing_columns: list[str]
    """Columns it looks at that the table does not have, or that are blank in all of its rows."""
    model: str
    """The model's label."""
    result: File
    """Where they are kept, in a file of their own."""


class StoredPredictions(_StoredPredictionsAlways, total=False):
    """The predictions of a job, as its document shows them under `results`."""

    absent_columns: list[AbsentColumn]
    """Missing columns that matter most, first the one that matters most."""
    context: TableContext
    """Among which objects these were seen, `null` where the model does not look at other objects."""
    drift: Drift
    """How far the rows lie from those the model was trained on; `null` in jobs of earlier times."""
    expected_accuracy: float
    """Share of the training rows whose class is told with these columns, out of fold; `null` where the model has
    kept no rows to find out.
    """
    information: float
    """How much of the model's knowledge of the classes is left with these columns, from 0 to 1: by how much the log
    loss is lower than that of the base rates, compared with the whole model, out of fold; `null` in jobs of
    earlier times, as are the two that follow.
    """
    model_created_at: str
    """When the model was stored, since several may have that label; `null` in jobs of earlier times."""
    notes: list[str]
    """What to know besides, in words; `null` if there is nothing."""
    selection: Selection
    """From which probability on rows are selected, when that was asked for."""
    uninformative_rows: int
    """How many rows hold so little that their probabilities say little more than how common the classes are; `null`
    if there are none.
    """


class _StoredTrainingResultsAlways(TypedDict):
    """What every StoredTrainingResults has."""

    accuracy: float
    """Share of the rows that are called what they are, 0 to 1."""
    brier: float
    """Mean squared error of the probabilities, 0 to 1, less is better."""
    calibration_error: float
    """Expected calibration error over 15 bins of equal width, 0 to 1, less is better."""
    candidates: CandidateSummary
    """What holds for all of the ranked candidates."""
    classification_report: dict[str, Union[ClassFigures, float]]
    """How well each class is recognised."""
    confusion_matrix: ConfusionMatrix
    """What rows were taken for."""
    curves: CurvePoints
    """For drawing."""
    evaluation: TrainingEvaluation
    """How the figures came about and what they are worth."""
    f1_score: float
    """Harmonic mean of precision and recall, weighted by the rows of the classes, 0 to 1."""
    feature_importance: list[FeatureImportance]
    """How much each feature contributed, most first."""
    leak_audit: FeatureLeaks
    """What the features give away by themselves."""
    log_loss: float
    """Mean negative natural logarithm of the probability given to the true class, 0 or more, less is better."""
    model: StoredModel
    """Where the model is kept."""
    precision_at: list[PrecisionAtTop]
    """How many of the first rows of the ranking are right."""
    provenance: TrainingProvenance
    """What the model is made of and by."""
    recall_at_precision: list[RecallAtPrecision]
    """Which share of a class is found when so many of those called so must be right."""
    timings: TrainingTimings
    """How long it took."""
    uncalibrated: RankedFigures
    """The same before calibration."""


class StoredTrainingResults(_StoredTrainingResultsAlways, total=False):
    """What a training found, as its document shows it under `results`."""

    average_precision: float
    """Area under the precision-recall curve as a sum of steps, 0 to 1; left out where a class has no rows."""
    citation: str
    """A text to copy for whoever publishes what the model says; `null` in jobs of earlier times."""
    roc_auc: float
    """Area under the ROC curve, 0 to 1, 0.5 being chance; left out where a class has no rows."""


class _StreamDocumentAlways(TypedDict):
    """What every StreamDocument has."""

    features: list[SentFeature]
    """What from."""
    label: SentLabel
    """What is to be predicted."""
    name: str
    """What it is called."""


class StreamDocument(_StreamDocumentAlways, total=False):
    """The definition of a stream as it is sent, kept and shown."""

    allowed_lateness: str
    """How much earlier than the latest an event may have happened, such as `P1D`; left out, not at all."""
    drift: SentDrift
    """How change is watched for; left out, `adwin`."""
    id: list[str]
    """The columns that together name an event; left out, events have no names."""
    keep: SentKeep
    """How much of the log is kept; left out, all of it. It changes nothing of what is learned."""
    keys: list[str]
    """The columns that say whose an event is."""
    model: SentModel
    """Which model does; left out, `logistic_sgd`."""
    quality: SentQuality
    """Over what quality is told; left out, the last 1,000 and a factor of 0.999."""
    time: str
    """The column of the event's time; left out, events follow each other as they come."""


class StreamSnapshot(TypedDict):
    """A state of a stream that was kept."""

    bytes: int
    """How many the state has."""
    created_at: str
    """When it was kept."""
    seq: int
    """The number of the last entry that it learned from."""
    sha256: str
    """Of the state: the same log gives the same one, bit by bit."""


class _StreamViewAlways(TypedDict):
    """What every StreamView has."""

    created_at: str
    """When."""
    definition: StreamDocument
    """What it is."""
    duplicates: int
    """How many entries were sent again."""
    id: str
    """Its address."""
    lag: int
    """How many entries it has still to learn from."""
    last_seq: int
    """The number of the last entry that is kept."""
    late: int
    """How many were."""
    name: str
    """What it is called."""
    pending_labels: int
    """How many labels are awaited."""
    rejected: int
    """How many entries were sent that can not be read."""
    seq: int
    """The number of the last entry that it learned from."""
    state: Literal["running", "paused"]
    """`running` or `paused`; events are taken and kept either way."""


class StreamView(_StreamViewAlways, total=False):
    """A stream as it is shown."""

    owner: str
    """Who defined it, if he is known by name."""
    replay: ReplayView
    """The file that is being replayed, if there is one."""
    retraining: list[AskedTraining]
    """What came of the changes that were noticed, the oldest first; where they ask for trainings."""
    trouble: TroubleView
    """Why it can not learn for now, if so."""
    watermark: str
    """The time before which events are late; left out before the first."""


class SurveyChoice(TypedDict):
    """A mission."""

    features: list[str]
    """Feature sets that can be asked for, first the one that is taken where nothing is said."""
    id: str
    """The word for it."""
    label_column: str
    """The column that says what was decided."""
    labels: list[str]
    """What is understood there."""
    object_column: str
    """The column that names an object."""
    star_column: str
    """The column that names its star."""
    table: str
    """What its table is called in the archive."""
    title: str
    """As people write it."""


class TableBounds(TypedDict):
    """How large what is sent may be."""

    cell_characters: int
    """Characters of a cell."""
    columns: int
    """Columns of a table."""
    objects: int
    """Objects of a table to be trained on."""
    row_characters: int
    """Characters of a row."""
    table_bytes: int
    """Bytes of a table once it is unpacked."""
    upload_bytes: int
    """Bytes of a file as it is sent."""
    values: int
    """Objects times columns, and characters of names."""


class TableContext(TypedDict):
    """Among which objects those of a request were seen. Features such as the number of objects on a star look at
    other rows; a part of a table, or single rows, would miss some of them, so the objects of the training table
    stand in for what was not sent.
    """

    found: int
    """How many of the training table's objects are in the request."""
    note: str
    """What this means, in words."""
    objects: int
    """How many objects the request has."""
    partial: bool
    """Whether the request holds only a part of what the model was trained on."""
    training_objects: int
    """How many the training table had."""


class _TableProfileAlways(TypedDict):
    """What every TableProfile has."""

    columns: list[ColumnProfile]
    """Its columns of measurements, places, times and suspected leaks, in the order of the table; of the latter those
    that hold numbers.
    """
    objects: int
    """How many were looked at: all, or a random sample of a larger table, the same whenever it is asked for."""


class TableProfile(_TableProfileAlways, total=False):
    """How the values of a table are distributed."""

    stars: int
    """How many stars the table is about; absent where they are too many to tell apart."""


class _TableReportAlways(TypedDict):
    """What every TableReport has."""

    columns: int
    """Columns of the header."""
    explanation: str
    """Why it was taken for that mission, in a sentence."""
    ignored: list[IgnoredColumn]
    """Every other column, with the reason."""
    labels: dict[str, int]
    """How many objects carry each label; blank ones count under `(blank)`, values the archive does not use under
    `(other)` (never under a name somebody sent: these are keys of stored documents).
    """
    mission: Literal["kepler", "tess", "k2"]
    """The mission its columns belong to."""
    notes: list[str]
    """What the reader should know besides, e.g. cells that are no finite numbers."""
    objects: int
    """Objects after merging the rows of one object (K2 has several)."""
    rows: int
    """Data rows."""
    used: list[str]
    """The columns a model is trained on, in header order."""


class TableReport(_TableReportAlways, total=False):
    """What was understood of a table: shown to the uploader, and the ground on which a table is accepted for
    training or refused.
    """

    leak_audit: LeakAudit
    """What the columns give away by themselves; `null` where that was not measured, as in documents older than the
    audit.
    """
    sent_as: dict[str, str]
    """What columns were called in the file, of those that were called otherwise."""


class TensorSignature(TypedDict):
    """A tensor."""

    datatype: Literal["BOOL", "UINT8", "UINT16", "UINT32", "UINT64", "INT8", "INT16", "INT32", "INT64", "FP16", "BF16", "FP32", "FP64", "BYTES"]
    """Of inputs the one that loses nothing; others are taken as well."""
    name: str
    """Of the column or the output."""
    shape: list[int]
    """-1 stands for any length."""


class ThresholdCounts(TypedDict):
    """The confusion of one class with the others, at 201 thresholds; as columns, because there are many."""

    false_negatives: list[int]
    """Rows of the class that are not."""
    false_positives: list[int]
    """Others that are called so."""
    threshold: list[float]
    """The probability from which on rows are called so: 0 to 1 by steps of 0.005."""
    true_negatives: list[int]
    """Others that are not."""
    true_positives: list[int]
    """Rows of the class that are called so."""


class _TrainRequestAlways(TypedDict):
    """What every TrainRequest has."""

    collection_name: str
    """The collection with the points."""


class TrainRequest(_TrainRequestAlways, total=False):
    """What to model, and how."""

    epochs: int
    """How many steps the old neuron goes down, where it is asked for."""
    group_by: str
    """What tells several series apart, such as a sensor or a star; one model is made for each."""
    horizon: int
    """How many steps ahead forecasts are to go."""
    limit: int
    """Only so many points, the newest."""
    season: int
    """How many steps a season has, such as 24 for hours of days."""
    solver: Literal["ridge", "gd"]
    """`ridge` chooses the best of several ways; `gd` is the neuron of the old backend, by gradient descent."""
    timestamp_field: str
    """Where they have their time."""
    value_field: str
    """Where documents have their value; dots lead into documents within."""
    window_size: int
    """How many values a forecast looks at."""


class TrainingChoice(TypedDict):
    """One of several things to choose from."""

    id: str
    """The word to send."""
    meaning: str
    """What it stands for."""


class TrainingChoices(TypedDict):
    """All that a training can be asked for, as forms are made of it."""

    algorithms: list[LearnerChoice]
    """The learners, each with what can be set."""
    defaults: TrainingDefaults
    """What applies where nothing is asked for."""
    engines: list[TrainingChoice]
    """Whose code fits a model."""
    feature_tags: list[TrainingChoice]
    """Kinds of features, each of which can be left out as a whole."""
    limits: TableBounds
    """How large a table may be here."""
    missions: list[SurveyChoice]
    """Whose tables are understood."""
    model_name: str
    """What a name of a model has to look like, as a regular expression."""
    targets: list[TrainingChoice]
    """What can be told apart."""


class TrainingDefaults(TypedDict):
    """What applies where nothing is asked for. Hyper-parameters have defaults of their own."""

    algorithm: Literal["random_forest", "gradient_boosting", "xgboost", "ensemble"]
    """The learner."""
    engine: Literal["exoscout", "tribuo"]
    """Whose it is."""
    exclude_features: list[str]
    """What is left out."""
    seed: int
    """Where all randomness starts."""
    target: Literal["planet", "disposition"]
    """What is told apart."""


class _TrainingEvaluationAlways(TypedDict):
    """What every TrainingEvaluation has."""

    baselines: FigureBaselines
    """What can be had without a model."""
    class_counts: dict[str, int]
    """How many of them are of each class, by its name."""
    folds: int
    """How many parts the rows were dealt out to."""
    groups: int
    """How many stars there are; all rows of one are in one fold."""
    intervals: FigureIntervals
    """How far the figures could have come out otherwise."""
    leak_audit: FeatureLeaks
    """What the features give away by themselves."""
    per_fold: list[FoldFigures]
    """The figures of each fold for itself."""
    protocol: str
    """How they were measured, for a person."""
    rows: int
    """How many objects were trained on."""
    spread: ByFigureFigureSpread
    """Mean and standard deviation over the folds."""


class TrainingEvaluation(_TrainingEvaluationAlways, total=False):
    """How the figures came about and what they are worth."""

    notes: list[str]
    """What else to bear in mind, for a person; left out where there is nothing."""


class TrainingOptions(TypedDict):
    """Everything besides the table that decides what a training yields; part of the job's identity."""

    algorithm: Literal["random_forest", "gradient_boosting", "xgboost", "ensemble"]
    """The learner."""
    engine: Literal["exoscout", "tribuo"]
    """Whose learner; left out in JSON where it is our own, as it was before there was another."""
    exclude_features: list[str]
    """Columns, features and tags to leave out, sorted."""
    hyperparameters: dict[str, float]
    """Every hyper-parameter of the algorithm, defaults filled in, checked and sorted by name."""
    seed: int
    """Where all randomness starts."""
    target: Literal["planet", "disposition"]
    """What to tell apart."""


class TrainingParams(TypedDict, total=False):
    """Options of a training. Unknown names are refused."""

    algorithm: Literal["random_forest", "gradient_boosting", "xgboost", "ensemble"]
    """The learner."""
    engine: Literal["exoscout", "tribuo"]
    """Whose learner fits it; tribuo has random_forest and xgboost."""
    exclude_features: list[str]
    """Features, columns and tags of features to leave out; tags are transit, star, company, measurement,
    possible_follow_up.
    """
    features: Literal["kepler-3", "kepler-4", "tess-3", "k2-3"]
    """The feature set; left out, the first of those that the options list for the table's mission."""
    hyperparameters: Union[RandomForestHyperparameters, GradientBoostingHyperparameters, XgboostHyperparameters, EnsembleHyperparameters]
    """Settings of the algorithm; each has a default."""
    labels: dict[str, str]
    """What the values of the label column stand for, for example {"1": "CONFIRMED"}."""
    model_name: str
    """Label of the model, no part of the job's identity; left out, made of algorithm and job."""
    seed: int
    """Where all randomness starts; same input and seed, same model."""
    target: Literal["planet", "disposition"]
    """What is told apart: planets from the rest, or the labels of the table."""


class _TrainingProvenanceAlways(TypedDict):
    """What every TrainingProvenance has."""

    exoscout: str
    """Version of this program."""
    feature_set: str
    """Version of the feature set, e.g. `kepler-1`."""
    java: str
    """Version of the Java runtime."""
    seed: int
    """Where all randomness starts."""
    table_sha256: str
    """SHA-256 hex of the canonical table."""


class TrainingProvenance(_TrainingProvenanceAlways, total=False):
    """What a model is made of and by."""

    commit: str
    """Of this program; `null` in jobs of earlier times."""
    sent_sha256: str
    """SHA-256 hex of the file as it was sent, where that differs."""
    table_downloaded: str
    """When the table was downloaded, where it says so."""
    tribuo: str
    """Version of Tribuo, where that had a part in it."""
    xgboost: str
    """Version of XGBoost, where that had a part in it."""


class TrainingTimings(TypedDict):
    """How long a training took."""

    cross_validation_seconds: float
    """Until the last fold was done, calibration and all, in seconds."""
    final_fit_seconds: float
    """The fit on all rows, which overlaps with those of the folds, in seconds."""


class TroubleView(TypedDict):
    """Why a stream can not learn. It is tried again, the more seldom the more often it failed; a pause and a resume
    have it tried at once.
    """

    reason: str
    """What went wrong last."""
    since: str
    """When it did for the first time."""
    times: int
    """How often it did."""


class UnaskedTest(TypedDict):
    """A question that a signal was not asked."""

    name: str
    """Of the test."""
    reason: str
    """Why not."""


class Usability(TypedDict):
    """Whether something can be done with a table."""

    possible: bool
    """Whether it can."""
    reasons: list[OrchestratorReason]
    """What stands against it."""


class _UseAlways(TypedDict):
    """What every Use has."""

    queued_jobs: Bounded
    """Jobs that wait."""
    running_jobs: Bounded
    """Jobs that are being worked on."""
    stored_bytes: Bounded
    """Bytes of tables, models, candidates and predictions, those with the same content once."""


class Use(_UseAlways, total=False):
    """How much somebody has of what all share."""

    owner: str
    """Who; `null` for what is nobody's, as all is where nobody is asked who he is."""


class WantedSelection(TypedDict, total=False):
    """What a caller wants of the rows that are selected: either how sure to be of them, or how many of a class to
    find.
    """

    class_name: str
    """The class; `null` for planets."""
    precision: float
    """The share of selected rows that are to be of the class, above 0 and up to 1, or."""
    recall: float
    """The share of the class that is to be selected, above 0 and up to 1."""


class Waterfall(TypedDict):
    """How a model comes from what it says of the average object to what it says of one: base value, contributions
    and rest add up to the score, in either unit, calibration included.
    """

    base_value: Amount
    """The score of the average training object."""
    class_name: str
    """The class that is explained."""
    contributions: list[Part]
    """What each feature adds, the strongest first."""
    rest: Amount
    """What all others add that add next to nothing each."""
    score: Amount
    """The probability that the model gives."""


class _WhitenRequestAlways(TypedDict):
    """What every WhitenRequest has."""

    flux: list[Optional[float]]
    """The values, as many; null where there is none."""
    time: list[float]
    """When values were measured, in days or any unit."""


class WhitenRequest(_WhitenRequestAlways, total=False):
    """A light curve to whiten."""

    order: int
    """How many values before one count; by an information criterion, up to 20, if it is not told."""


class WhitenedCurve(TypedDict):
    """A light curve without what can be told from the values before."""

    autocorrelation: float
    """Of the values with those one step before."""
    autocorrelation_left: float
    """The same of the residuals, near 0 where they are white."""
    duplicates: int
    """How many values had the time of another one; of such the mean counts."""
    gaps: int
    """How often values are missing between two."""
    mean: float
    """About which the curve swings."""
    missing: int
    """How many are."""
    off_grid: int
    """How many values lay between two steps."""
    order: int
    """How many values before count."""
    residuals: list[Optional[float]]
    """One for each value sent, in its unit; null where there is none."""
    scatter: float
    """The standard deviation of the values that have a residual."""
    scatter_left: float
    """That of the residuals."""
    step: float
    """From one value to the next, in the unit of the times."""
    weights: list[float]
    """Of these, the newest first."""
    whitened: int
    """How many residuals there are."""


class WorkForce(TypedDict):
    """Who works, and how much waits."""

    queue_depth: Optional[int]
    """Requests waiting in all queues, `null` while the broker can not be asked."""
    queues: dict[str, int]
    """The same for each job type."""
    workers: list[Worker]
    """Those heard from lately."""


class _WorkerAlways(TypedDict):
    """What every Worker has."""

    free_memory: int
    """Bytes its heap can still grow by."""
    host: str
    """Where it runs."""
    jobs_done: int
    """How many jobs it finished since it started."""
    last_heartbeat: str
    """When it last wrote this."""
    started_at: str
    """When it started."""
    worker_id: str
    """Host, process and a random part."""


class Worker(_WorkerAlways, total=False):
    """A worker's last sign of life."""

    current_job: str
    """What it works on."""
    type: Literal["training", "prediction", "transit_search"]
    """The jobs it does, `null` for a worker older than other types than training."""


class XgboostHyperparameters(TypedDict, total=False):
    """Settings of xgboost."""

    colsample_bytree: float
    """Share of the features that each tree may choose from."""
    gamma: float
    """Smallest gain that is worth a split."""
    learning_rate: float
    """How far each round goes."""
    max_depth: int
    """How many splits may follow one another."""
    min_child_weight: float
    """Smallest sum of second derivatives in a leaf."""
    n_estimators: int
    """Number of rounds."""
    reg_alpha: float
    """L1 penalty on leaf values."""
    reg_lambda: float
    """L2 penalty on leaf values."""
    subsample: float
    """Share of the rows that each round looks at."""


class Operations:
    """Each call of the API, as the documents have it."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def within(self, timeout: float) -> Operations:
        """The same calls, with so many seconds for each."""
        return Operations(self._transport.within(timeout))

    def list_planets(
        self,
        *,
        q: Optional[str] = None,
        tipo: Optional[str] = None,
        max_distancia_ly: Optional[float] = None,
        method: Optional[str] = None,
        facility: Optional[str] = None,
        min_year: Optional[float] = None,
        max_year: Optional[float] = None,
        min_period: Optional[float] = None,
        max_period: Optional[float] = None,
        min_radius: Optional[float] = None,
        max_radius: Optional[float] = None,
        min_mass: Optional[float] = None,
        max_mass: Optional[float] = None,
        disputed: Optional[bool] = None,
        source: Optional[Literal["archive", "own"]] = None,
        sort: Optional[str] = None,
        fields: Optional[str] = None,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
    ) -> Answer[list[Planet]]:
        """List planets.

        Newest first, those that people saved before those of the archive, or in the order of `sort`. A value that is
        only a limit lies in no range. The next page, if there is one, is in the header `Link`. Role: `reader`.

        q: a part of the name of the planet or its star, with or without blanks and hyphens, up to 200 characters
        tipo: what kind of planet
        max_distancia_ly: the largest distance, in light years, 0 or more
        method: how it was found
        facility: what with
        min_year: the first year of discovery
        max_year: the last one
        min_period: the shortest orbital period, in days
        max_period: the longest one
        min_radius: the smallest radius, in Earth radii
        max_radius: the largest one
        min_mass: the smallest mass, in Earth masses
        max_mass: the largest one
        disputed: whether its existence is disputed
        source: where planets come from: `archive` or entered by hand, `own`
        sort: a field to sort by, the largest first with - before it; planets of which it was not measured, limits among
            them, come last. Left out, the newest first
        fields: what to show of each, with commas between; left out, everything
        limit: how many at most, 1 to 10,000
        cursor: from the Link header of a page; with `sort`, how many to pass over
        """
        return self._transport.call(
            "GET",
            "/get-exoplanets",
            query={
                "q": q, "tipo": tipo, "max_distancia_ly": max_distancia_ly, "method": method, "facility": facility,
                "min_year": min_year, "max_year": max_year, "min_period": min_period, "max_period": max_period,
                "min_radius": min_radius, "max_radius": max_radius, "min_mass": min_mass, "max_mass": max_mass,
                "disputed": disputed, "source": source, "sort": sort, "fields": fields, "limit": limit, "cursor": cursor
            },
            accept="application/json",
        )

    def find_planets(
        self,
        ra: float,
        dec: float,
        sr: float,
        *,
        verb: Optional[int] = None,
    ) -> Answer[Any]:
        """Find saved planets about a place on the sky.

        A cone search as tools of the Virtual Observatory send it, over the planets whose fields `ra` and `dec` are
        numbers of degrees. The answer is a VOTable, newest first. A radius of 0 gives its columns alone. Errors are a
        VOTable too, with `INFO name="Error"`, unless `Accept` names JSON. Role: `reader`.

        ra: right ascension, 0 to 360 degrees
        dec: declination, -90 to 90 degrees
        sr: radius, 0 to 180 degrees
        verb: how many columns, 1 to 3; all are given
        """
        return self._transport.call(
            "GET",
            "/get-exoplanets/cone",
            query={"RA": ra, "DEC": dec, "SR": sr, "VERB": verb},
            accept="application/x-votable+xml",
        )

    def import_planets(
        self,
        file: Upload,
        *,
        dry_run: Optional[bool] = None,
    ) -> Answer[ImportReport]:
        """Import the archive's table of confirmed planets.

        The table `PSCompPars` as the archive gives it, with or without its comments and with any of its columns beside
        the planet's, the star's and the discovery's; packed with gzip or not. All of it is checked before the first
        planet is written. Planets are known by their names: the same table twice changes nothing, a newer one changes
        what it says otherwise. Rows with a value that can not be one are refused, with line and column. Planets that
        somebody saved stay as they are, beside those of the archive. Role: `admin`.

        dry_run: whether only to say what would happen
        file: PSCompPars: CSV, or a gzip or zip of one
        """
        return self._transport.call(
            "POST",
            "/get-exoplanets/import",
            query={"dry_run": dry_run},
            accept="application/json",
            form={"file": file},
        )

    def delete_planet(
        self,
        id: str,
    ) -> Answer[Deleted]:
        """Delete a planet.

        Role: `analyst`.

        id: of the planet
        """
        return self._transport.call(
            "DELETE",
            "/get-exoplanets/{id}",
            path={"id": id},
            accept="application/json",
        )

    def get_planet(
        self,
        id: str,
    ) -> Answer[Planet]:
        """Get one planet.

        Role: `reader`.

        id: of the planet
        """
        return self._transport.call(
            "GET",
            "/get-exoplanets/{id}",
            path={"id": id},
            accept="application/json",
        )

    def save_planet(
        self,
        body: SentPlanet,
    ) -> Answer[Saved]:
        """Save a planet.

        An object with `nombre` (1-200 characters), `tipo`, `distancia_ly` (light years, 0 or more) and any further
        fields that are texts, numbers, true, false or null. Role: `analyst`.

        body: what is sent as JSON
        """
        return self._transport.call(
            "POST",
            "/save-exoplanet",
            accept="application/json",
            json=body,
        )

    def list_deeds(
        self,
        *,
        from_: Optional[str] = None,
        to: Optional[str] = None,
        caller: Optional[str] = None,
        method: Optional[str] = None,
        status: Optional[int] = None,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        format: Optional[Literal["json", "ndjson", "csv", "votable", "fits", "ecsv", "ipac"]] = None,
        accept: Literal["application/json", "application/x-ndjson", "text/csv"] = "application/json",
    ) -> Answer[list[DeedRecord]]:
        """List who changed what, newest first.

        Each request that changes something leaves a record, whatever comes of it, and each that was refused for want of
        a right. As JSON a page, a bare array; the next one is in the Link header. As CSV and NDJSON all that match,
        unless `limit` asks for a page. Role: `admin`.

        from_: only of this time and later, like 2026-01-31T12:00:00Z
        to: only before this time
        caller: only of this caller
        method: only of this method, like DELETE
        status: only with this status, like 403
        limit: how many at most, 1 to 200; of JSON 50 if nothing is said
        cursor: from the Link header of a page
        format: json, ndjson, csv, votable, fits, ecsv or ipac; wins over Accept, and all but json come as a file
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/audit",
            query={
                "from": from_, "to": to, "caller": caller, "method": method, "status": status, "limit": limit, "cursor":
                cursor, "format": format
            },
            accept=accept,
        )

    def list_jobs(
        self,
        *,
        type: Optional[Literal["training", "prediction", "transit_search"]] = None,
        status: Optional[Literal["queued", "running", "completed", "error", "cancelled"]] = None,
        mission: Optional[Literal["kepler", "tess", "k2"]] = None,
        algorithm: Optional[Literal["random_forest", "gradient_boosting", "xgboost", "ensemble"]] = None,
        model_name: Optional[str] = None,
        owner: Optional[str] = None,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        fields: Optional[str] = None,
    ) -> Answer[list[JobSummary]]:
        """List jobs, newest first.

        A bare array of summaries, which leave out what is long; the next page is in the Link header. Role: `reader`.

        type: what the jobs do
        status: where they stand
        mission: whose tables they read
        algorithm: what they learn by
        model_name: the label of their model
        owner: the caller whose they are
        limit: how many at most, 1 to 200
        cursor: from the Link header of a page
        fields: what to show of each job instead: names of parts of its document, or paths to parts within them,
            separated by commas. A part is shown with all that is within it, and `job_id` always.
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/jobs",
            query={
                "type": type, "status": status, "mission": mission, "algorithm": algorithm, "model_name": model_name,
                "owner": owner, "limit": limit, "cursor": cursor, "fields": fields
            },
            accept="application/json",
        )

    def follow_jobs(
        self,
        *,
        last_event_id: Optional[int] = None,
    ) -> Answer[Any]:
        """Follow all jobs, workers and queues.

        Server-sent events: a `snapshot` with the newest jobs and all that wait or run, then `state`, `progress`,
        `fold_finished`, `completed`, `error` and `deleted` of any job, and `workers`. Whoever comes back with `Last-
        Event-ID` within the hour gets the moves from state to state that he may have missed; some may come twice. A
        comment comes every 15 s. Role: `reader`.

        last_event_id: the id of the last event that was heard
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/jobs/events",
            headers={"Last-Event-ID": last_event_id},
            accept="text/event-stream",
        )

    def delete_job(
        self,
        id: str,
    ) -> Answer[DeletedJob]:
        """Delete a job and everything stored for it.

        Refused (409) while an alias points at its model. Role: `analyst`.

        id: of the job
        """
        return self._transport.call(
            "DELETE",
            "/exo-scout-jobs-api/jobs/{id}",
            path={"id": id},
            accept="application/json",
        )

    def get_job(
        self,
        id: str,
    ) -> Answer[Job]:
        """Get a job.

        Answers 304 to If-None-Match while nothing has changed. Role: `reader`.

        id: of the job
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/jobs/{id}",
            path={"id": id},
            accept="application/json",
        )

    def cancel_job(
        self,
        id: str,
    ) -> Answer[Job]:
        """Cancel a job.

        A queued job at once (200), a running one within 2 s (202). Role: `analyst`.

        id: of the job
        """
        return self._transport.call(
            "POST",
            "/exo-scout-jobs-api/jobs/{id}/cancel",
            path={"id": id},
            accept="application/json",
            repeatable=True,
        )

    def list_candidates(
        self,
        id: str,
        *,
        limit: Optional[int] = None,
        cursor: Optional[int] = None,
        fields: Optional[str] = None,
        sort: Optional[str] = None,
        q: Optional[str] = None,
        min_probability: Optional[float] = None,
        format: Optional[Literal["json", "ndjson", "csv", "votable", "fits", "ecsv", "ipac"]] = None,
        accept: Literal["application/json", "application/fits", "application/x-ndjson", "application/x-votable+xml", "text/csv", "text/x-ecsv", "text/x-ipac-table"] = "application/json",
    ) -> Answer[CandidatePage]:
        """Get the ranked candidates of a completed job.

        The undecided objects of the training table, likeliest planets first, with reasons. By `format`, or Accept:
        application/json (100 at a time unless limit says otherwise, the next page is in the Link header), or any other
        of these forms (all of them unless limit says otherwise). Role: `reader`.

        id: of the job
        limit: how many at most, 1 to 10,000; of JSON 100 if nothing is said
        cursor: how many to pass over, as the Link header says it
        fields: what to show of each, with commas between: columns of the CSV, reasons, or what people made of it:
            own_verdict, own_tags, own_note; left out, all that the list has
        sort: a column to sort by, the largest first with - before it; left out, the rank
        q: a part of the name of the object or its star
        min_probability: only those at least as likely planets
        format: json, ndjson, csv, votable, fits, ecsv or ipac; wins over Accept, and all but json come as a file
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/jobs/{id}/candidates",
            path={"id": id},
            query={
                "limit": limit, "cursor": cursor, "fields": fields, "sort": sort, "q": q, "min_probability":
                min_probability, "format": format
            },
            accept=accept,
        )

    def get_candidate(
        self,
        id: str,
        object: str,
    ) -> Answer[OneObject]:
        """Get all there is to say of one object of a completed job's table.

        What its list has, decided or not; the probability by the model of each fold; its columns with units; the whole
        explanation, in probability and in log-odds; the other objects on its star; what a person made of it (`own`).
        Names are found however they are punctuated. Role: `reader`.

        id: of the job
        object: the name of the object
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/jobs/{id}/candidates/{object}",
            path={"id": id, "object": object},
            accept="application/json",
        )

    def find_candidates(
        self,
        id: str,
        ra: float,
        dec: float,
        sr: float,
        *,
        verb: Optional[int] = None,
    ) -> Answer[Any]:
        """Find the candidates of a completed job about a place on the sky.

        A cone search as tools of the Virtual Observatory send it; the address is what TOPCAT, `stilts cone` or pyvo ask
        for. The answer is a VOTable, likeliest planets first. A radius of 0 gives its columns alone. Errors are a
        VOTable too, with `INFO name="Error"`, unless `Accept` names JSON. Role: `reader`.

        id: of the job
        ra: right ascension, 0 to 360 degrees
        dec: declination, -90 to 90 degrees
        sr: radius, 0 to 180 degrees
        verb: how many columns, 1 to 3; all are given
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/jobs/{id}/cone",
            path={"id": id},
            query={"RA": ra, "DEC": dec, "SR": sr, "VERB": verb},
            accept="application/x-votable+xml",
        )

    def follow_job(
        self,
        id: str,
        *,
        last_event_id: Optional[int] = None,
    ) -> Answer[Any]:
        """Follow a job.

        Server-sent events: a `snapshot`, then `state`, `progress`, `round`, `fold_finished` and in the end `completed`,
        `error` or a `state` that is final, after which the answer ends; `deleted` if the job is. Ids rise over all
        attempts. Whoever comes back with `Last-Event-ID` gets what he has missed, from any replica, or a new snapshot
        where that is not kept any longer; 204 if there is nothing more to come. A comment comes every 15 s. Role:
        `reader`.

        id: of the job
        last_event_id: the id of the last event that was heard
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/jobs/{id}/events",
            path={"id": id},
            headers={"Last-Event-ID": last_event_id},
            accept="text/event-stream",
        )

    def judge_ranking(
        self,
        id: str,
        *,
        by: Optional[str] = None,
        limit: Optional[int] = None,
    ) -> Answer[JudgedRanking]:
        """See how a completed job's ranking fares by a newer table.

        By the newest table of the mission that was uploaded after the job's (and made after it, where the archive says
        when it made both), trained on or not: what was decided since and how it had been ranked, hits among the first
        of the ranking, the area under the ROC curve with an interval of 95 % (DeLong, on the scale of log-odds, objects
        of one star counted apart) if there are ten of either kind, verdicts that were overturned, and what moved
        between this model and the newest one of the newer table. Without a newer table `judged_by` is missing. What the
        archive decided first is no random choice; neither are these figures those of all candidates. Role: `reader`.

        id: of the job
        by: the job whose table is to judge; left out, the one with the newest
        limit: how many objects of each kind to name, 1 to 10,000
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/jobs/{id}/judged",
            path={"id": id},
            query={"by": by, "limit": limit},
            accept="application/json",
        )

    def unkeep_job(
        self,
        id: str,
    ) -> Answer[Job]:
        """Let a job go when it is old enough.

        Role: `analyst`.

        id: of the job
        """
        return self._transport.call(
            "DELETE",
            "/exo-scout-jobs-api/jobs/{id}/kept",
            path={"id": id},
            accept="application/json",
        )

    def keep_job(
        self,
        id: str,
    ) -> Answer[Job]:
        """Have a job stay, however old it is.

        With its table, its model and its results. For installations that remove old jobs: exoscout.retention. Role:
        `analyst`.

        id: of the job
        """
        return self._transport.call(
            "PUT",
            "/exo-scout-jobs-api/jobs/{id}/kept",
            path={"id": id},
            accept="application/json",
        )

    def get_object_by_name(
        self,
        id: str,
        name: str,
    ) -> Answer[OneObject]:
        """Get all there is to say of one object of any name of a completed job's table.

        As getCandidate; the name may hold what no path can, such as a slash. Role: `reader`.

        id: of the job
        name: the name of the object, however it is punctuated
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/jobs/{id}/object",
            path={"id": id},
            query={"name": name},
            accept="application/json",
        )

    def list_objects(
        self,
        id: str,
        *,
        limit: Optional[int] = None,
        cursor: Optional[int] = None,
        fields: Optional[str] = None,
        sort: Optional[str] = None,
        q: Optional[str] = None,
        min_probability: Optional[float] = None,
        format: Optional[Literal["json", "ndjson", "csv", "votable", "fits", "ecsv", "ipac"]] = None,
        accept: Literal["application/json", "application/fits", "application/x-ndjson", "application/x-votable+xml", "text/csv", "text/x-ecsv", "text/x-ipac-table"] = "application/json",
    ) -> Answer[DecidedPage]:
        """Get the decided objects of a completed job's table.

        Each with what the model of its fold says, which was fitted without its star; those first that it calls the
        opposite of what the archive decided. They are worth a second look, by either side. Forms and pages are those of
        the candidates. Role: `reader`.

        id: of the job
        limit: how many at most, 1 to 10,000; of JSON 100 if nothing is said
        cursor: how many to pass over, as the Link header says it
        fields: what to show of each, with commas between: columns of the CSV, reasons, or what people made of it:
            own_verdict, own_tags, own_note; left out, all that the list has
        sort: a column to sort by, the largest first with - before it; left out, the rank
        q: a part of the name of the object or its star
        min_probability: only those at least as likely planets
        format: json, ndjson, csv, votable, fits, ecsv or ipac; wins over Accept, and all but json come as a file
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/jobs/{id}/objects",
            path={"id": id},
            query={
                "limit": limit, "cursor": cursor, "fields": fields, "sort": sort, "q": q, "min_probability":
                min_probability, "format": format
            },
            accept=accept,
        )

    def get_predictions(
        self,
        id: str,
        *,
        format: Optional[Literal["json", "ndjson", "csv", "votable", "fits", "ecsv", "ipac"]] = None,
        accept_language: Optional[str] = None,
        accept: Literal["application/json", "application/fits", "application/x-ndjson", "application/x-votable+xml", "text/csv", "text/x-ecsv", "text/x-ipac-table"] = "application/json",
    ) -> Answer[PredictionDocument]:
        """Get the predictions of a completed prediction job.

        What a direct answer would have been. In any of these forms, by `format` or Accept. Role: `reader`.

        id: of the job
        format: json, ndjson, csv, votable, fits, ecsv or ipac; wins over Accept, and all but json come as a file
        accept_language: the language of sentences in explanations: en or es
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/jobs/{id}/result",
            path={"id": id},
            query={"format": format},
            headers={"Accept-Language": accept_language},
            accept=accept,
        )

    def retry_job(
        self,
        id: str,
    ) -> Answer[Job]:
        """Queue a failed or cancelled job again.

        Role: `analyst`.

        id: of the job
        """
        return self._transport.call(
            "POST",
            "/exo-scout-jobs-api/jobs/{id}/retry",
            path={"id": id},
            accept="application/json",
        )

    def find_objects(
        self,
        name: str,
        *,
        mission: Optional[Literal["kepler", "tess", "k2"]] = None,
        limit: Optional[int] = None,
    ) -> Answer[FoundObjects]:
        """Find an object by any of its names in all completed jobs.

        By KIC, KOI, TIC, TOI, EPIC or planet name, however it is written; the name of a star finds all objects on it.
        Each comes with what every model says of it, newest first, and what a person made of it. A number without the
        name of its catalogue is looked for in all of them. Role: `reader`.

        name: of the object or its star, 1 to 200 characters
        mission: only in this mission's tables
        limit: how many models of each object at most, 1 to 200, the newest
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/objects",
            query={"name": name, "mission": mission, "limit": limit},
            accept="application/json",
        )

    def delete_verdict_by_name(
        self,
        name: str,
        *,
        mission: Optional[Literal["kepler", "tess", "k2"]] = None,
        if_match: Optional[str] = None,
    ) -> Answer[DeletedVerdict]:
        """Forget what a person made of an object of any name.

        As deleteVerdict; the name may hold what no path can, such as a slash. Role: `analyst`.

        name: the name that the mission's table has for it, however it is punctuated
        mission: whose object it is; not needed with a KOI, a TOI, or a name of EPIC or K2
        if_match: the ETag as it was seen
        """
        return self._transport.call(
            "DELETE",
            "/exo-scout-jobs-api/objects/verdict",
            query={"name": name, "mission": mission},
            headers={"If-Match": if_match},
            accept="application/json",
        )

    def get_verdict_by_name(
        self,
        name: str,
        *,
        mission: Optional[Literal["kepler", "tess", "k2"]] = None,
    ) -> Answer[OwnVerdict]:
        """Get what a person made of an object of any name.

        As getVerdict; the name may hold what no path can, such as a slash. Role: `reader`.

        name: the name that the mission's table has for it, however it is punctuated
        mission: whose object it is; not needed with a KOI, a TOI, or a name of EPIC or K2
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/objects/verdict",
            query={"name": name, "mission": mission},
            accept="application/json",
        )

    def put_verdict_by_name(
        self,
        name: str,
        body: SaidVerdict,
        *,
        mission: Optional[Literal["kepler", "tess", "k2"]] = None,
        if_match: Optional[str] = None,
        if_none_match: Optional[str] = None,
    ) -> Answer[OwnVerdict]:
        """Say what you make of an object of any name.

        As putVerdict; the name may hold what no path can, such as a slash. Role: `analyst`.

        name: the name that the mission's table has for it, however it is punctuated
        mission: whose object it is; not needed with a KOI, a TOI, or a name of EPIC or K2
        if_match: the ETag as it was seen
        if_none_match: * for the first only
        body: what is sent as JSON
        """
        return self._transport.call(
            "PUT",
            "/exo-scout-jobs-api/objects/verdict",
            query={"name": name, "mission": mission},
            headers={"If-Match": if_match, "If-None-Match": if_none_match},
            accept="application/json",
            json=body,
        )

    def list_verdicts(
        self,
        *,
        mission: Optional[Literal["kepler", "tess", "k2"]] = None,
        name: Optional[str] = None,
        tag: Optional[str] = None,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        format: Optional[Literal["json", "ndjson", "csv"]] = None,
        accept: Literal["application/json", "application/x-ndjson", "text/csv"] = "application/json",
    ) -> Answer[list[OwnVerdict]]:
        """List what people made of objects, by mission and name.

        As JSON a page, a bare array; the next one is in the Link header. As CSV and NDJSON all that match, unless
        `limit` asks for a page. Role: `reader`.

        mission: only of this mission's objects
        name: only that of this object, however it is written; nothing, if nobody said anything of it
        tag: only those with this tag
        limit: how many at most, 1 to 200; of JSON 50 if nothing is said
        cursor: from the Link header of a page
        format: json, ndjson or csv; wins over Accept, and all but json come as a file
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/objects/verdicts",
            query={"mission": mission, "name": name, "tag": tag, "limit": limit, "cursor": cursor, "format": format},
            accept=accept,
        )

    def delete_verdict(
        self,
        name: str,
        *,
        mission: Optional[Literal["kepler", "tess", "k2"]] = None,
        if_match: Optional[str] = None,
    ) -> Answer[DeletedVerdict]:
        """Forget what a person made of an object.

        With its ETag as If-Match, or * for whatever is there. Role: `analyst`.

        name: the name that the mission's table has for it, however it is punctuated
        mission: whose object it is; not needed with a KOI, a TOI, or a name of EPIC or K2
        if_match: the ETag as it was seen
        """
        return self._transport.call(
            "DELETE",
            "/exo-scout-jobs-api/objects/{name}/verdict",
            path={"name": name},
            query={"mission": mission},
            headers={"If-Match": if_match},
            accept="application/json",
        )

    def get_verdict(
        self,
        name: str,
        *,
        mission: Optional[Literal["kepler", "tess", "k2"]] = None,
    ) -> Answer[OwnVerdict]:
        """Get what a person made of an object.

        Role: `reader`.

        name: the name that the mission's table has for it, however it is punctuated
        mission: whose object it is; not needed with a KOI, a TOI, or a name of EPIC or K2
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/objects/{name}/verdict",
            path={"name": name},
            query={"mission": mission},
            accept="application/json",
        )

    def put_verdict(
        self,
        name: str,
        body: SaidVerdict,
        *,
        mission: Optional[Literal["kepler", "tess", "k2"]] = None,
        if_match: Optional[str] = None,
        if_none_match: Optional[str] = None,
    ) -> Answer[OwnVerdict]:
        """Say what you make of an object.

        Verdict, note and tags take the place of those said before. What nobody said anything of needs no header, or If-
        None-Match: *. Anything else is changed with its ETag as If-Match (or * for whatever is there); 412 says that
        somebody else was faster. It stays when jobs are deleted. Role: `analyst`.

        name: the name that the mission's table has for it, however it is punctuated
        mission: whose object it is; not needed with a KOI, a TOI, or a name of EPIC or K2
        if_match: the ETag as it was seen
        if_none_match: * for the first only
        body: what is sent as JSON
        """
        return self._transport.call(
            "PUT",
            "/exo-scout-jobs-api/objects/{name}/verdict",
            path={"name": name},
            query={"mission": mission},
            headers={"If-Match": if_match, "If-None-Match": if_none_match},
            accept="application/json",
            json=body,
        )

    def get_usage(
        self,
    ) -> Answer[Use]:
        """Say how much the caller has, and may have.

        Jobs in the queue and at work, and bytes stored, each with its bound if there is one. Without credentials, what
        is nobody's. Role: `reader`.
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/usage",
            accept="application/json",
        )

    def list_workers(
        self,
    ) -> Answer[WorkForce]:
        """Live workers and the length of the queues.

        Role: `reader`.
        """
        return self._transport.call(
            "GET",
            "/exo-scout-jobs-api/workers",
            accept="application/json",
        )

    def find_searches(
        self,
        object: str,
        *,
        mission: Optional[Literal["kepler", "tess", "k2"]] = None,
        period: Optional[float] = None,
        limit: Optional[int] = None,
    ) -> Answer[StarSearches]:
        """Find the completed searches of a star's light curves.

        By the star's number in the catalogue of its mission, which the files of its light curves have. With the period
        of an object, each comes with the signal of that period, or of a half, a third, twice, or three times it. Role:
        `reader`.

        object: the star, as KIC 6541920, TIC 25155310, EPIC 201367065, or its number alone
        mission: whose number it is, if it is alone
        period: of an object of the star, in days
        limit: how many at most, 1 to 200, the newest
        """
        return self._transport.call(
            "GET",
            "/exo-scout-lightcurves",
            query={"object": object, "mission": mission, "period": period, "limit": limit},
            accept="application/json",
        )

    def search_light_curve(
        self,
        file: list[Upload],
        *,
        params: Optional[LightCurveParams] = None,
    ) -> Answer[Union[Union[KnownJob, AcceptedBatch], Union[AcceptedSearch, AcceptedBatch]]]:
        """Search a light curve for transits.

        Several files of one star are joined. The same points searched in the same way are the same job, however they
        were packed or split. ZIP archives may hold files of many stars: each is a job, and all of them a batch. Role:
        `analyst`.

        file: The files of one star: FITS of Kepler, K2 or TESS, CSV, or a matrix of fluxes, packed with gzip or not;
            several quarters or sectors are joined. ZIP archives may hold those of many stars
        params: How it is read and searched, as JSON; left out, all have defaults
        """
        return self._transport.call(
            "POST",
            "/exo-scout-lightcurves",
            accept="application/json",
            form={"file": file, "params": JsonPart.of(params)},
        )

    def get_curve_batch(
        self,
        id: str,
        *,
        targets: Optional[bool] = None,
    ) -> Answer[BatchStanding]:
        """See how far a batch of light curves is.

        Role: `reader`.

        id: of the batch
        targets: whether to name all stars with their jobs and files
        """
        return self._transport.call(
            "GET",
            "/exo-scout-lightcurves/batches/{id}",
            path={"id": id},
            query={"targets": targets},
            accept="application/json",
        )

    def cancel_curve_batch(
        self,
        id: str,
    ) -> Answer[BatchStanding]:
        """Cancel all searches of a batch that have not ended.

        Queued ones at once, running ones within 2 s; those that are somebody else's go on. Role: `analyst`.

        id: of the batch
        """
        return self._transport.call(
            "POST",
            "/exo-scout-lightcurves/batches/{id}/cancel",
            path={"id": id},
            accept="application/json",
        )

    def get_batch_signals(
        self,
        id: str,
        *,
        format: Optional[Literal["json", "ndjson", "csv", "votable", "fits", "ecsv", "ipac"]] = None,
        accept: Literal["application/json", "application/fits", "application/x-ndjson", "application/x-votable+xml", "text/csv", "text/x-ecsv", "text/x-ipac-table"] = "application/json",
    ) -> Answer[BatchSignals]:
        """Get the signals of all light curves of a batch as one table.

        One row for each signal, by star and number, of what is done by now: X-Missing-Targets says of how many stars
        there is nothing. Columns as of a single search, behind those of star, job and files. Role: `reader`.

        id: of the batch
        format: json, ndjson, csv, votable, fits, ecsv or ipac; wins over Accept, and all but json come as a file
        """
        return self._transport.call(
            "GET",
            "/exo-scout-lightcurves/batches/{id}/result",
            path={"id": id},
            query={"format": format},
            accept=accept,
        )

    def inspect_light_curve(
        self,
        file: list[Upload],
        *,
        params: Optional[LightCurveParams] = None,
    ) -> Answer[InspectedCurve]:
        """Say what would be understood of a light curve.

        Nothing is stored. known_job is the job that the same upload would be answered with. Role: `reader`.

        file: The files of one star: FITS of Kepler, K2 or TESS, CSV, or a matrix of fluxes, packed with gzip or not;
            several quarters or sectors are joined. ZIP archives may hold those of many stars
        params: How it is read and searched, as JSON; left out, all have defaults
        """
        return self._transport.call(
            "POST",
            "/exo-scout-lightcurves/inspect",
            accept="application/json",
            form={"file": file, "params": JsonPart.of(params)},
        )

    def draw_search(
        self,
        id: str,
        plot: str,
        *,
        signal: Optional[int] = None,
    ) -> Answer[Any]:
        """Draw a completed search for transits.

        Role: `reader`.

        id: of the job
        plot: flux.svg, periodogram.svg, folded.svg, odd-even.svg, secondary.svg or centroid.svg
        signal: number of the signal, for all but the first two
        """
        return self._transport.call(
            "GET",
            "/exo-scout-lightcurves/jobs/{id}/plots/{plot}",
            path={"id": id, "plot": plot},
            query={"signal": signal},
            accept="image/svg+xml",
        )

    def get_signals(
        self,
        id: str,
        *,
        format: Optional[Literal["json", "ndjson", "csv", "votable", "fits", "ecsv", "ipac"]] = None,
        plots: Optional[bool] = None,
        accept: Literal["application/json", "application/fits", "application/x-ndjson", "application/x-votable+xml", "text/csv", "text/x-ecsv", "text/x-ipac-table"] = "application/json",
    ) -> Answer[FoundDocument]:
        """Get the signals of a completed search for transits.

        As JSON, or one signal on each line; or as a table (CSV, VOTable, FITS, ECSV or IPAC) in the names and units of
        the archive's table for the mission, Kepler's if none is known, by `format` or Accept. Role: `reader`.

        id: of the job
        format: json, ndjson, csv, votable, fits, ecsv or ipac; wins over Accept, and all but json come as a file
        plots: whether to add, in JSON, the numbers of all charts
        """
        return self._transport.call(
            "GET",
            "/exo-scout-lightcurves/jobs/{id}/result",
            path={"id": id},
            query={"format": format, "plots": plots},
            accept=accept,
        )

    def upload_table(
        self,
        file: Upload,
        *,
        params: Optional[TrainingParams] = None,
    ) -> Answer[Union[KnownJob, AcceptedJob]]:
        """Train a model on a table.

        The same table with the same options is the same job, however often it is uploaded. Role: `analyst`.

        file: A table: CSV, or a gzip or zip of one
        params: Options of the training, as JSON; left out, all have defaults
        """
        return self._transport.call(
            "POST",
            "/exo-scout-orchestrator",
            accept="application/json",
            form={"file": file, "params": JsonPart.of(params)},
            repeatable=True,
        )

    def inspect_table(
        self,
        file: Upload,
        *,
        params: Optional[TrainingParams] = None,
        profile: Optional[bool] = None,
    ) -> Answer[InspectedTable]:
        """Say what would be understood of a table.

        Nothing is stored. known_job is the job that the same upload would be answered with. Role: `reader`.

        profile: whether to add how the values of each column are distributed: quantiles, and a histogram by label
        file: A table: CSV, or a gzip or zip of one
        params: Options of the training, as JSON; left out, all have defaults
        """
        return self._transport.call(
            "POST",
            "/exo-scout-orchestrator/inspect",
            query={"profile": profile},
            accept="application/json",
            form={"file": file, "params": JsonPart.of(params)},
            repeatable=True,
        )

    def training_options(
        self,
    ) -> Answer[TrainingChoices]:
        """Say what a training can be asked for.

        Algorithms with the bounds, default and meaning of each hyper-parameter, targets, tags of features, missions,
        and how large a table may be. Role: `reader`.
        """
        return self._transport.call(
            "GET",
            "/exo-scout-orchestrator/options",
            accept="application/json",
        )

    def predict(
        self,
        *,
        file: Optional[Upload] = None,
        body: Optional[RowsRequest] = None,
        job_id: Optional[str] = None,
        model: Optional[str] = None,
        explain: Optional[int] = None,
        explain_class: Optional[str] = None,
        explain_min: Optional[float] = None,
        unit: Optional[Literal["log-odds", "probability"]] = None,
        precision: Optional[float] = None,
        precision_class: Optional[str] = None,
        recall: Optional[float] = None,
        recall_class: Optional[str] = None,
        mode: Optional[Literal["direct", "job"]] = None,
        format: Optional[Literal["json", "ndjson", "csv", "votable", "fits", "ecsv", "ipac"]] = None,
        accept_language: Optional[str] = None,
        accept: Literal["application/json", "application/fits", "application/x-ndjson", "application/x-votable+xml", "text/csv", "text/x-ecsv", "text/x-ipac-table"] = "application/json",
    ) -> Answer[Union[Union[PredictionDocument, KnownJob], AcceptedPrediction]]:
        """Score a table or rows.

        At once, in any of these forms: by `format`, or by Accept (`*/*` means JSON). With mode=job, the same table or
        rows with the same model are the same job, whose predictions are at /exo-scout-jobs-api/jobs/{id}/result once it
        is completed. In place of rows, JSON may name the search of a light curve, whose signals are scored as the rows
        of its CSV. Of a row that holds next to nothing of what the model looks at the probabilities say little more
        than how common the classes are; `uninformative_rows` counts such rows, and `notes` name them. Role: `reader`.

        job_id: the job that trained the model, or
        model: id, alias or label of the model; of several with one label the newest
        explain: how many features to name in each explanation, 0 for none
        explain_class: the class whose probability is explained; if none is named, that which is predicted
        explain_min: explain only rows whose probability of that class is at least this
        unit: explain the probability that is shown, or its log-odds; if nothing is said, the model's own score before
            calibration
        precision: select the rows from that probability on from which on this share of those selected were of the
            class, out of fold; the answer says which, and what share of the class is so found
        precision_class: the class to select, if not planets
        recall: in place of precision: select the rows from the highest probability on from which on this share of the
            class was selected, out of fold; the answer says which, and what share of those selected is of the class
        recall_class: the class to select, if not planets
        mode: direct answers at once, job makes a job of it
        format: json, ndjson, csv, votable, fits, ecsv or ipac; wins over Accept, and all but json come as a file
        accept_language: the language of sentences in explanations: en or es
        body: what is sent as JSON
        file: A table: CSV, or a gzip or zip of one
        """
        return self._transport.call(
            "POST",
            "/exo-scout-predictor",
            query={
                "job_id": job_id, "model": model, "explain": explain, "explain_class": explain_class, "explain_min":
                explain_min, "unit": unit, "precision": precision, "precision_class": precision_class, "recall": recall,
                "recall_class": recall_class, "mode": mode, "format": format
            },
            headers={"Accept-Language": accept_language},
            accept=accept,
            json=body,
            form={"file": file},
            repeatable=True,
        )

    def list_prediction_requests(
        self,
        *,
        from_: Optional[str] = None,
        to: Optional[str] = None,
        model: Optional[str] = None,
        caller: Optional[str] = None,
        outcome: Optional[Literal["answered", "accepted", "refused", "failed", "cut_short", "cancelled"]] = None,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
        format: Optional[Literal["json", "ndjson", "csv", "votable", "fits", "ecsv", "ipac"]] = None,
        accept: Literal["application/json", "application/x-ndjson", "text/csv"] = "application/json",
    ) -> Answer[list[AuditRecord]]:
        """List requests for predictions, newest first.

        As JSON a page, a bare array; the next one is in the Link header. As CSV and NDJSON all that match, unless
        `limit` asks for a page. Role: `admin`.

        from_: only of this time and later, like 2026-01-31T12:00:00Z
        to: only before this time
        model: only of the model with this id
        caller: only of this caller
        outcome: only with this outcome
        limit: how many at most, 1 to 200; of JSON 50 if nothing is said
        cursor: from the Link header of a page
        format: json, ndjson, csv, votable, fits, ecsv or ipac; wins over Accept, and all but json come as a file
        """
        return self._transport.call(
            "GET",
            "/exo-scout-predictor/audit",
            query={
                "from": from_, "to": to, "model": model, "caller": caller, "outcome": outcome, "limit": limit, "cursor":
                cursor, "format": format
            },
            accept=accept,
        )

    def compute_features(
        self,
        *,
        file: Optional[Upload] = None,
        body: Optional[RowsRequest] = None,
        job_id: Optional[str] = None,
        model: Optional[str] = None,
        format: Optional[Literal["json", "ndjson", "csv"]] = None,
        accept: Literal["application/json", "application/x-ndjson", "text/csv"] = "application/json",
    ) -> Answer[FeatureDocument]:
        """Compute what a model looks at.

        The feature vector of each object, relations to other objects among them, in the order in which the model's ONNX
        file takes them. Numbers are 32-bit floats and come back bit for bit from their text; a missing one is null in
        JSON and blank in CSV. Role: `reader`.

        job_id: the job that trained the model, or
        model: id, alias or label of the model; of several with one label the newest
        format: json, ndjson or csv; wins over Accept, and all but json come as a file
        body: what is sent as JSON
        file: A table: CSV, or a gzip or zip of one
        """
        return self._transport.call(
            "POST",
            "/exo-scout-predictor/features",
            query={"job_id": job_id, "model": model, "format": format},
            accept=accept,
            json=body,
            form={"file": file},
            repeatable=True,
        )

    def list_models(
        self,
        *,
        mission: Optional[Literal["kepler", "tess", "k2"]] = None,
        algorithm: Optional[Literal["random_forest", "gradient_boosting", "xgboost", "ensemble"]] = None,
        target: Optional[Literal["planet", "disposition"]] = None,
        model_name: Optional[str] = None,
        imported: Optional[bool] = None,
        order: Optional[str] = None,
        limit: Optional[int] = None,
        cursor: Optional[str] = None,
    ) -> Answer[list[ListedModel]]:
        """List model cards.

        A bare array, newest first unless ordered otherwise; the next page is in the Link header. Models that lack a
        figure come last when ordered by it. Role: `reader`.

        mission: whose tables they score
        algorithm: what they were trained by
        target: what they tell apart
        model_name: their label
        imported: true for those that came as files, false for those trained here
        order: by what: created_at, model_name or a figure (roc_auc, average_precision, f1_score, accuracy, log_loss,
            brier, calibration_error); with - before it the other way round, largest or newest first
        limit: how many at most, 1 to 200
        cursor: from the Link header of a page
        """
        return self._transport.call(
            "GET",
            "/exo-scout-predictor/models",
            query={
                "mission": mission, "algorithm": algorithm, "target": target, "model_name": model_name, "imported":
                imported, "order": order, "limit": limit, "cursor": cursor
            },
            accept="application/json",
        )

    def import_model(
        self,
        *,
        file: Optional[Upload] = None,
        model_name: Optional[str] = None,
        mission: Optional[Literal["kepler", "tess", "k2"]] = None,
        features: Optional[str] = None,
        classes: Optional[str] = None,
    ) -> Answer[ModelCard]:
        """Import a model file.

        A file as `/download` or `/onnx` gives it, here or elsewhere; or an ONNX file with one ensemble of trees
        (skl2onnx, onnxmltools; ai.onnx.ml 1 to 5) that tells classes of the archive's tables from measurements or
        computed features, of which a model file is made. Its id is the digest of the file; the same file again changes
        nothing and is answered by 200. Role: `analyst`.

        model_name: the label it is to have: 1 to 100 letters, digits, '.', '_' or '-'
        mission: of an ONNX file: whose tables it scores; found out by its features if not said
        features: of an ONNX file whose inputs are not named so: the columns or computed features of its vector in
            order, with commas between them
        classes: of an ONNX file that does not name them: its classes in order, with commas between them
        file:
        """
        return self._transport.call(
            "POST",
            "/exo-scout-predictor/models",
            query={"model_name": model_name, "mission": mission, "features": features, "classes": classes},
            accept="application/json",
            form={"file": file},
        )

    def list_aliases(
        self,
    ) -> Answer[list[ModelAlias]]:
        """List the aliases of models, by name.

        Role: `reader`.
        """
        return self._transport.call(
            "GET",
            "/exo-scout-predictor/models/aliases",
            accept="application/json",
        )

    def delete_alias(
        self,
        alias: str,
        *,
        if_match: Optional[str] = None,
    ) -> Answer[DeletedAlias]:
        """Delete an alias; its model stays.

        With its ETag as If-Match, or * for wherever it points. Role: `analyst`.

        alias: its name
        if_match: the ETag of the alias as it was seen
        """
        return self._transport.call(
            "DELETE",
            "/exo-scout-predictor/models/aliases/{alias}",
            path={"alias": alias},
            headers={"If-Match": if_match},
            accept="application/json",
        )

    def get_alias(
        self,
        alias: str,
    ) -> Answer[ModelAlias]:
        """Get an alias.

        Role: `reader`.

        alias: its name
        """
        return self._transport.call(
            "GET",
            "/exo-scout-predictor/models/aliases/{alias}",
            path={"alias": alias},
            accept="application/json",
        )

    def put_alias(
        self,
        alias: str,
        body: AliasTarget,
        *,
        if_match: Optional[str] = None,
        if_none_match: Optional[str] = None,
    ) -> Answer[ModelAlias]:
        """Make or move an alias.

        A new one needs no header, or If-None-Match: *. One that is there is moved with its ETag as If-Match (or * for
        wherever it is); 412 says that somebody else was faster. Predictions use the new model within a second, and each
        answer one model only. Role: `analyst`.

        alias: its name: 1 to 100 letters, digits, '.', '_' or '-'
        if_match: the ETag of the alias as it was seen
        if_none_match: * for a new one only
        body: what is sent as JSON
        """
        return self._transport.call(
            "PUT",
            "/exo-scout-predictor/models/aliases/{alias}",
            path={"alias": alias},
            headers={"If-Match": if_match, "If-None-Match": if_none_match},
            accept="application/json",
            json=body,
        )

    def compare_models(
        self,
        ids: str,
        *,
        format: Optional[Literal["json", "html"]] = None,
        accept: Literal["application/json", "text/html"] = "application/json",
    ) -> Answer[ModelComparison]:
        """Compare models.

        Figures with their intervals, settings and features side by side, and whether the figures may be compared at
        all. As a page to read for browsers, or with format=html. Role: `reader`.

        ids: 2 to 10 models by id, alias or label, separated by commas
        format: the form of the answer, before the header Accept
        """
        return self._transport.call(
            "GET",
            "/exo-scout-predictor/models/compare",
            query={"ids": ids, "format": format},
            accept=accept,
        )

    def delete_model(
        self,
        id: str,
    ) -> Answer[DeletedModel]:
        """Delete an imported model.

        One that was trained here goes with its job. Refused (409) while an alias points at it. Role: `analyst`.

        id: of the model; neither alias nor label
        """
        return self._transport.call(
            "DELETE",
            "/exo-scout-predictor/models/{id}",
            path={"id": id},
            accept="application/json",
        )

    def get_model(
        self,
        id: str,
        *,
        format: Optional[Literal["json", "html"]] = None,
        accept: Literal["application/json", "text/html"] = "application/json",
    ) -> Answer[ModelDetails]:
        """Get a model card.

        Besides the card, what the model is for and what not, what was kept from it, how good it is, where it ends, what
        each feature is, how it is computed and what speaks against it; the training table, and how to cite it all. As a
        page to read for browsers, or with format=html. Role: `reader`.

        id: of the model, which is that of its job; or an alias of it, or its label, of several the newest
        format: the form of the answer, before the header Accept
        """
        return self._transport.call(
            "GET",
            "/exo-scout-predictor/models/{id}",
            path={"id": id},
            query={"format": format},
            accept=accept,
        )

    def download_model(
        self,
        id: str,
        *,
        format: Optional[Literal["exoscout", "tribuo"]] = None,
    ) -> Answer[Any]:
        """Download a model file.

        Answers 304 to If-None-Match, since a model never changes. Role: `reader`.

        id: of the model, which is that of its job; or an alias of it, or its label, of several the newest
        format: exoscout for the file that every model has; tribuo for that of a model trained with the engine tribuo,
            which Tribuo's Model.deserializeFromFile reads and whose probabilities are not calibrated
        """
        return self._transport.call(
            "GET",
            "/exo-scout-predictor/models/{id}/download",
            path={"id": id},
            query={"format": format},
            accept="application/octet-stream",
        )

    def get_inputs(
        self,
        id: str,
    ) -> Answer[InputPage]:
        """Get what can be put into a model.

        The columns of a row with units, quantiles of the training rows and what each matters; and six rows to begin
        with, three known planets and three of what is known to be none. Role: `reader`.

        id: of the model, which is that of its job; or an alias of it, or its label, of several the newest
        """
        return self._transport.call(
            "GET",
            "/exo-scout-predictor/models/{id}/inputs",
            path={"id": id},
            accept="application/json",
        )

    def download_onnx(
        self,
        id: str,
    ) -> Answer[Any]:
        """Download a model as an ONNX file.

        Takes `features`, a float tensor of rows and features with NaN where one is missing, which POST /exo-scout-
        predictor/features computes from a table; gives `label` and `probabilities`, calibrated, as doubles to 1e-6 of
        those given here. The file's metadata name features, formulas, units and classes. It is the model of all its
        columns: what is answered here where whole columns are absent comes from models without them, which the file
        does not hold. Answers 304 to If-None-Match. Role: `reader`.

        id: of the model: its id, an alias or its label
        """
        return self._transport.call(
            "GET",
            "/exo-scout-predictor/models/{id}/onnx",
            path={"id": id},
            accept="application/octet-stream",
        )

    def profile_row(
        self,
        id: str,
        column: str,
        body: ProfileRequest,
    ) -> Answer[ProfilePage]:
        """Ask what a model would say of a row if one column were another.

        At 41 values of the column, from the lowest to the highest of the training rows, everything else as it is:
        individual conditional expectation, of which partial dependence is the mean. Role: `reader`.

        id: of the model, which is that of its job; or an alias of it, or its label, of several the newest
        column: the column, as /inputs names it
        body: what is sent as JSON
        """
        return self._transport.call(
            "POST",
            "/exo-scout-predictor/models/{id}/profile",
            path={"id": id},
            query={"column": column},
            accept="application/json",
            json=body,
            repeatable=True,
        )

    def get_server_metadata(
        self,
    ) -> Answer[ServerSignature]:
        """What answers here, and what it understands.

        Role: `reader`.
        """
        return self._transport.call(
            "GET",
            "/v2",
            accept="application/json",
        )

    def is_server_live(
        self,
    ) -> Answer[ServerLive]:
        """Whether the server is there.

        Role: `reader`.
        """
        return self._transport.call(
            "GET",
            "/v2/health/live",
            accept="application/json",
        )

    def is_server_ready(
        self,
    ) -> Answer[ServerReady]:
        """Whether models can be asked: 503 when they can not.

        Role: `reader`.
        """
        return self._transport.call(
            "GET",
            "/v2/health/ready",
            accept="application/json",
        )

    def get_model_metadata(
        self,
        name: str,
    ) -> Answer[ModelSignature]:
        """What goes into a model and comes out of it.

        Role: `reader`.

        name: the label of a model, the job that trained it, or an alias
        """
        return self._transport.call(
            "GET",
            "/v2/models/{name}",
            path={"name": name},
            accept="application/json",
        )

    def infer(
        self,
        name: str,
        body: SentInference,
        *,
        inference_header_content_length: Optional[str] = None,
        accept: Literal["application/json", "application/octet-stream"] = "application/json",
    ) -> Answer[InferenceAnswer]:
        """Score tensors.

        One tensor for each column, of shape [n, 1], by the names of the archive; texts, such as names, are BYTES.
        Columns that are not sent are made up for, and `parameters` of the answer say what that costs. Data may stand
        behind the JSON, both ways, as the extension `binary_tensor_data` says. Role: `reader`.

        name: the label of a model, the job that trained it, or an alias
        inference_header_content_length: how many bytes of the body are JSON, if not all are
        body: what is sent as JSON
        """
        return self._transport.call(
            "POST",
            "/v2/models/{name}/infer",
            path={"name": name},
            headers={"Inference-Header-Content-Length": inference_header_content_length},
            accept=accept,
            json=body,
            repeatable=True,
        )

    def is_model_ready(
        self,
        name: str,
    ) -> Answer[ModelReady]:
        """Whether a model can be asked: 404 when there is none.

        Role: `reader`.

        name: the label of a model, the job that trained it, or an alias
        """
        return self._transport.call(
            "GET",
            "/v2/models/{name}/ready",
            path={"name": name},
            accept="application/json",
        )

    def get_version_metadata(
        self,
        name: str,
        version: str,
    ) -> Answer[ModelSignature]:
        """The same of one of several models of a name.

        Role: `reader`.

        name: the label of a model, the job that trained it, or an alias
        version: the job that trained it, or an alias of it
        """
        return self._transport.call(
            "GET",
            "/v2/models/{name}/versions/{version}",
            path={"name": name, "version": version},
            accept="application/json",
        )

    def infer_version(
        self,
        name: str,
        version: str,
        body: SentInference,
        *,
        inference_header_content_length: Optional[str] = None,
        accept: Literal["application/json", "application/octet-stream"] = "application/json",
    ) -> Answer[InferenceAnswer]:
        """Score tensors with one of several models of a name.

        One tensor for each column, of shape [n, 1], by the names of the archive; texts, such as names, are BYTES.
        Columns that are not sent are made up for, and `parameters` of the answer say what that costs. Data may stand
        behind the JSON, both ways, as the extension `binary_tensor_data` says. Role: `reader`.

        name: the label of a model, the job that trained it, or an alias
        version: the job that trained it, or an alias of it
        inference_header_content_length: how many bytes of the body are JSON, if not all are
        body: what is sent as JSON
        """
        return self._transport.call(
            "POST",
            "/v2/models/{name}/versions/{version}/infer",
            path={"name": name, "version": version},
            headers={"Inference-Header-Content-Length": inference_header_content_length},
            accept=accept,
            json=body,
            repeatable=True,
        )

    def is_version_ready(
        self,
        name: str,
        version: str,
    ) -> Answer[ModelReady]:
        """The same of one of several models of a name.

        Role: `reader`.

        name: the label of a model, the job that trained it, or an alias
        version: the job that trained it, or an alias of it
        """
        return self._transport.call(
            "GET",
            "/v2/models/{name}/versions/{version}/ready",
            path={"name": name, "version": version},
            accept="application/json",
        )

    def list_collections(
        self,
    ) -> Answer[list[Line]]:
        """List the collections of points.

        Role: `reader`.
        """
        return self._transport.call(
            "GET",
            "/exo-scout-series/collections",
            accept="application/json",
        )

    def delete_collection(
        self,
        name: str,
    ) -> Answer[DeletedCollection]:
        """Delete a collection of points.

        Its models stay. Role: `analyst`.

        name: of the collection
        """
        return self._transport.call(
            "DELETE",
            "/exo-scout-series/collections/{name}",
            path={"name": name},
            accept="application/json",
        )

    def add_points(
        self,
        name: str,
        file: Upload,
        *,
        timestamp_field: Optional[str] = None,
    ) -> Answer[Added]:
        """Add the rows of a CSV table to a collection.

        Comma-separated, with a header, packed with gzip or not; a collection that is not there yet is made. Dots in the
        name of a column make objects within: `additional_features.sensor_id`. All of it is checked before the first row
        is written. The same file again adds nothing. Role: `analyst`.

        name: of the collection
        timestamp_field: the column with the times
        file: CSV, or a gzip of it
        """
        return self._transport.call(
            "POST",
            "/exo-scout-series/collections/{name}",
            path={"name": name},
            query={"timestamp_field": timestamp_field},
            accept="application/json",
            form={"file": file},
            repeatable=True,
        )

    def test_series_database(
        self,
    ) -> Answer[DatabaseTest]:
        """Ask the database of the series, and say how long it took.

        Role: `reader`.
        """
        return self._transport.call(
            "GET",
            "/exo-scout-series/database/test",
            accept="application/json",
        )

    def fit_ephemeris(
        self,
        body: EphemerisRequest,
    ) -> Answer[EphemerisAnswer]:
        """Fit a linear ephemeris to transit times.

        Period and epoch by weighted least squares, O−C of each transit, and when the next ones come. Their errors grow
        with the distance; `expires` is the first one that is uncertain by more than 30 minutes. Role: `reader`.

        body: what is sent as JSON
        """
        return self._transport.call(
            "POST",
            "/exo-scout-series/ephemeris",
            accept="application/json",
            json=body,
            repeatable=True,
        )

    def get_series_health(
        self,
    ) -> Answer[SeriesHealth]:
        """Whether series can be worked with: 503 when not.

        Role: `reader`.
        """
        return self._transport.call(
            "GET",
            "/exo-scout-series/health",
            accept="application/json",
        )

    def get_series_model(
        self,
        *,
        model_id: Optional[str] = None,
    ) -> Answer[ModelReport]:
        """Get what a model of series is, and how good.

        Role: `reader`.

        model_id: which model; the newest if none is named
        """
        return self._transport.call(
            "GET",
            "/exo-scout-series/model/info",
            query={"model_id": model_id},
            accept="application/json",
        )

    def list_series_models(
        self,
    ) -> Answer[list[SeriesModelCard]]:
        """List the models of series, newest first.

        Role: `reader`.
        """
        return self._transport.call(
            "GET",
            "/exo-scout-series/models",
            accept="application/json",
        )

    def delete_series_model(
        self,
        id: str,
    ) -> Answer[SeriesDeletedModel]:
        """Delete a model of series.

        Role: `analyst`.

        id: of the model
        """
        return self._transport.call(
            "DELETE",
            "/exo-scout-series/models/{id}",
            path={"id": id},
            accept="application/json",
        )

    def forecast_series(
        self,
        body: ForecastRequest,
    ) -> Answer[ForecastAnswer]:
        """Forecast what comes after some values.

        Points are sorted, put on the grid of the model, and those up to the last one with none missing count;
        `needed_values` of the model says how many that takes. The interval is to hold what comes in nine of ten cases;
        how often it did is the model's `coverage`. Role: `reader`.

        body: what is sent as JSON
        """
        return self._transport.call(
            "POST",
            "/exo-scout-series/predict",
            accept="application/json",
            json=body,
            repeatable=True,
        )

    def train_series(
        self,
        body: TrainRequest,
    ) -> Answer[ModelReport]:
        """Model the series of a collection.

        Values are put on a regular grid whose step is the median of the differences between times; windows never cross
        a gap. Persistence, the value a season ago, ridge autoregression and ridge on differences forecast five blocks
        of the first 70 % each from all before it; the best of these is `chosen`, and forecasts the last 30 %, which the
        figures are of. Series that can not be modelled are in `refused`; if none can, the answer is 422 and names how
        many values are needed. The same points and options make the same model. Role: `analyst`.

        body: what is sent as JSON
        """
        return self._transport.call(
            "POST",
            "/exo-scout-series/train",
            accept="application/json",
            json=body,
            repeatable=True,
        )

    def whiten_curve(
        self,
        body: WhitenRequest,
    ) -> Answer[WhitenedCurve]:
        """Take what can be told from the values before out of a light curve.

        The residuals of an autoregression, so that a star's own variability hides no transit. They stand where the
        values stood; where a value is missing, or not enough of them come before it without a gap, there is none. A
        transit becomes a spike where it begins, and one of the other sign where it ends. This finds no transits. Role:
        `reader`.

        body: what is sent as JSON
        """
        return self._transport.call(
            "POST",
            "/exo-scout-series/whiten",
            accept="application/json",
            json=body,
            repeatable=True,
        )

    def list_streams(
        self,
    ) -> Answer[list[ListedStream]]:
        """List streams.

        The newest first, with how far each has come. One whose definition this version refuses is `unreadable`; it can
        be deleted. Role: `reader`.
        """
        return self._transport.call(
            "GET",
            "/exo-scout-streams",
            accept="application/json",
        )

    def define_stream(
        self,
        body: StreamDocument,
    ) -> Answer[StreamView]:
        """Define a stream.

        What its events are, what is to be predicted, from which columns, by which model. A definition never changes:
        another one is another stream. Role: `analyst`.

        body: what is sent as JSON
        """
        return self._transport.call(
            "POST",
            "/exo-scout-streams",
            accept="application/json",
            json=body,
        )

    def delete_stream(
        self,
        id: str,
    ) -> Answer[Removed]:
        """Delete a stream.

        With its log and its snapshots. Role: `analyst`.

        id: of the stream
        """
        return self._transport.call(
            "DELETE",
            "/exo-scout-streams/{id}",
            path={"id": id},
            accept="application/json",
        )

    def get_stream(
        self,
        id: str,
    ) -> Answer[StreamView]:
        """Get one stream.

        Its definition, how far it has come, and what waits. Role: `reader`.

        id: of the stream
        """
        return self._transport.call(
            "GET",
            "/exo-scout-streams/{id}",
            path={"id": id},
            accept="application/json",
        )

    def list_drifts(
        self,
        id: str,
    ) -> Answer[dict[str, Any]]:
        """List the changes that were noticed.

        How many there were, and the last 100 of them, the oldest first. Role: `reader`.

        id: of the stream
        """
        return self._transport.call(
            "GET",
            "/exo-scout-streams/{id}/drifts",
            path={"id": id},
            accept="application/json",
        )

    def send_events(
        self,
        id: str,
        body: list[dict[str, Optional[Union[str, float, bool]]]],
        *,
        idempotency_key: Optional[str] = None,
    ) -> Answer[IntakeAnswer]:
        """Send events.

        Lines of JSON, a JSON array of objects, or CSV, up to 10 MB (CSV: 64 MB), plain or packed with gzip. What is
        accepted is kept when this answers. An event whose id is there already, and the same request under the same
        `Idempotency-Key`, count once; an id that is there with other values is rejected. Role: `analyst`.

        id: of the stream
        idempotency_key: what you call this request: sent again under the same name it changes nothing
        body: what is sent as JSON
        """
        return self._transport.call(
            "POST",
            "/exo-scout-streams/{id}/events",
            path={"id": id},
            headers={"Idempotency-Key": idempotency_key},
            accept="application/json",
            json=body,
        )

    def send_labels(
        self,
        id: str,
        body: list[dict[str, Optional[Union[str, float, bool]]]],
        *,
        idempotency_key: Optional[str] = None,
    ) -> Answer[IntakeAnswer]:
        """Send labels of earlier events.

        Objects or rows with `id` (of several columns: their values with | between), `label`, and `time`, when it became
        known. The prediction that was made then is judged, and learned from. Role: `analyst`.

        id: of the stream
        idempotency_key: what you call this request: sent again under the same name it changes nothing
        body: what is sent as JSON
        """
        return self._transport.call(
            "POST",
            "/exo-scout-streams/{id}/labels",
            path={"id": id},
            headers={"Idempotency-Key": idempotency_key},
            accept="application/json",
            json=body,
        )

    def get_stream_metrics(
        self,
        id: str,
        *,
        after: Optional[int] = None,
        limit: Optional[int] = None,
        format: Optional[str] = None,
        accept: Literal["application/json", "text/csv"] = "application/json",
    ) -> Answer[dict[str, Any]]:
        """Get the metrics of a stream.

        `now`, and `points`: as they were about every 500 entries. As CSV, a line for each. Role: `reader`.

        id: of the stream
        after: only points after this entry
        limit: how many points at most, 1 to 1,000
        format: json or csv; wins over Accept
        """
        return self._transport.call(
            "GET",
            "/exo-scout-streams/{id}/metrics",
            path={"id": id},
            query={"after": after, "limit": limit, "format": format},
            accept=accept,
        )

    def follow_stream(
        self,
        id: str,
    ) -> Answer[Any]:
        """Follow the metrics of a stream.

        Server-sent events `metrics`: what `GET …/metrics` has as `now`, at once and whenever it has changed, twice a
        second at most. The id of an event is the number of the last entry. A comment comes every 15 s. Role: `reader`.

        id: of the stream
        """
        return self._transport.call(
            "GET",
            "/exo-scout-streams/{id}/metrics/events",
            path={"id": id},
            accept="text/event-stream",
        )

    def pause_stream(
        self,
        id: str,
    ) -> Answer[StreamView]:
        """Pause a stream.

        It learns no longer; events are taken and kept until it is resumed. Role: `analyst`.

        id: of the stream
        """
        return self._transport.call(
            "POST",
            "/exo-scout-streams/{id}/pause",
            path={"id": id},
            accept="application/json",
        )

    def ask_stream(
        self,
        id: str,
        body: list[dict[str, Optional[Union[str, float, bool]]]],
    ) -> Answer[Asked]:
        """Ask the model of a stream.

        Events as they are sent, up to 10,000, without their labels: their probability of the positive label. Nothing is
        learned from them or kept. `seq` is the last entry that the model learned from. Role: `reader`.

        id: of the stream
        body: what is sent as JSON
        """
        return self._transport.call(
            "POST",
            "/exo-scout-streams/{id}/predict",
            path={"id": id},
            accept="application/json",
            json=body,
        )

    def end_replay(
        self,
        id: str,
    ) -> Answer[StreamView]:
        """End the replay of a file.

        What was given to the stream stays with it. Role: `analyst`.

        id: of the stream
        """
        return self._transport.call(
            "DELETE",
            "/exo-scout-streams/{id}/replay",
            path={"id": id},
            accept="application/json",
        )

    def replay_file(
        self,
        id: str,
        body: list[dict[str, Optional[Union[str, float, bool]]]],
        *,
        speed: Optional[float] = None,
        sort: Optional[bool] = None,
    ) -> Answer[ReplayAnswer]:
        """Replay a file of events.

        As events are sent. With `speed` they are given to the stream as they happened, that many times as fast (86400:
        a day in a second), and this answers at once; one replay at a time. A file that goes back in time by more than
        the allowed lateness is refused, unless `sort` is true. Role: `analyst`.

        id: of the stream
        speed: how many times as fast as it happened; left out, as fast as it goes
        sort: whether to sort the events by time first
        body: what is sent as JSON
        """
        return self._transport.call(
            "POST",
            "/exo-scout-streams/{id}/replay",
            path={"id": id},
            query={"speed": speed, "sort": sort},
            accept="application/json",
            json=body,
        )

    def resume_stream(
        self,
        id: str,
    ) -> Answer[StreamView]:
        """Resume a stream.

        It goes on where it was, with what was sent meanwhile first. Role: `analyst`.

        id: of the stream
        """
        return self._transport.call(
            "POST",
            "/exo-scout-streams/{id}/resume",
            path={"id": id},
            accept="application/json",
        )

    def roll_back_stream(
        self,
        id: str,
        seq: int,
    ) -> Answer[StreamView]:
        """Take a stream back to a snapshot.

        Model, metrics and log are as they were then. What was sent since is removed, and may be sent again; snapshots
        of later are gone. Role: `analyst`.

        id: of the stream
        seq: which snapshot: the number of its last entry
        """
        return self._transport.call(
            "POST",
            "/exo-scout-streams/{id}/rollback",
            path={"id": id},
            query={"seq": seq},
            accept="application/json",
        )

    def snapshot_stream(
        self,
        id: str,
    ) -> Answer[StreamSnapshot]:
        """Keep the state of a stream.

        What it has learned so far, to go back to. Of one state there is one snapshot. Role: `analyst`.

        id: of the stream
        """
        return self._transport.call(
            "POST",
            "/exo-scout-streams/{id}/snapshot",
            path={"id": id},
            accept="application/json",
        )

    def list_stream_snapshots(
        self,
        id: str,
    ) -> Answer[list[StreamSnapshot]]:
        """List the snapshots of a stream.

        The newest first. Role: `reader`.

        id: of the stream
        """
        return self._transport.call(
            "GET",
            "/exo-scout-streams/{id}/snapshots",
            path={"id": id},
            accept="application/json",
        )

    def delete_stream_snapshot(
        self,
        id: str,
        seq: int,
    ) -> Answer[StreamSnapshot]:
        """Delete a snapshot of a stream.

        The stream goes on as it does; it can not be taken back there any more. Role: `analyst`.

        id: of the stream
        seq: which snapshot: the number of its last entry
        """
        return self._transport.call(
            "DELETE",
            "/exo-scout-streams/{id}/snapshots/{seq}",
            path={"id": id, "seq": seq},
            accept="application/json",
        )

    def predict_and_train(
        self,
        stream: str,
        body: Envelope,
    ) -> Answer[Pushed]:
        """Push a batch to a stream.

        An envelope as Google's Pub/Sub pushes it: `message.data` is a JSON array of events in Base64. Answers once the
        stream has learned from them; nothing to learn from is `no_data`. The same `message.messageId` again counts
        once. Role: `analyst`.

        stream: the id of the stream
        body: what is sent as JSON
        """
        return self._transport.call(
            "POST",
            "/predict-and-train",
            query={"stream": stream},
            accept="application/json",
            json=body,
        )
