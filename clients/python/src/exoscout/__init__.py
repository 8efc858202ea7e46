"""ExoScout from Python: tables of the NASA Exoplanet Archive in, honestly judged models and ranked candidates out.

    from exoscout import Scout

    scout = Scout("http://localhost:8080")
    job = scout.train("cumulative.csv")
    job.candidates().to_pandas()
"""
from exoscout.errors import JobFailed, ScoutError
from exoscout.job import Job
from exoscout.model import Model, Predictions
from exoscout.report import Report
from exoscout.scout import Catalogue, Scout, Verdicts
from exoscout.tables import Table

__all__ = ["Catalogue", "Job", "JobFailed", "Model", "Predictions", "Report", "Scout", "ScoutError", "Table", "Verdicts"]
