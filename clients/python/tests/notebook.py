#!/usr/bin/env python3
"""Runs a notebook against the suite at EXOSCOUT_URL, and sees to it that its files are there: notebook.py vetting.ipynb FOLDER"""
from __future__ import annotations

import csv
import os
import pathlib
import sys

import nbclient
import nbformat


def main() -> None:
    notebook, results = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    book = nbformat.read(notebook, as_version=4)
    nbformat.validate(book)
    kept = [cell["id"] for cell in book.cells if cell.get("outputs")]
    if kept:
        sys.exit("%s is kept without outputs; these cells have some: %s" % (notebook.name, ", ".join(kept)))
    os.environ["EXOSCOUT_RESULTS"] = str(results)
    client = nbclient.NotebookClient(book, timeout=300, kernel_name="python3", resources={"metadata": {"path": notebook.parent}})
    client.execute()
    nbformat.write(book, results / notebook.name)
    with open(results / "ranking.csv", encoding="utf-8", newline="") as file:
        ranks = [int(row["rank"]) for row in csv.DictReader(file)]
    if not ranks or ranks != list(range(1, len(ranks) + 1)):
        sys.exit("ranking.csv is no ranking: %s" % ranks[:10])
    for name, size in (("figures.png", 10_000), ("candidates.png", 30_000), ("why.png", 20_000), ("methods.txt", 500),
                       ("model.bib", 500)):
        if (results / name).stat().st_size < size:
            sys.exit("%s is smaller than %d bytes" % (name, size))
    print("%s ran: %d candidates, 3 figures" % (notebook.name, len(ranks)))


if __name__ == "__main__":
    main()
