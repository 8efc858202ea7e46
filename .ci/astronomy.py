"""What STILTS, astropy and pyvo make of a suite's tables, and the suite of theirs: every number the same, to the bit."""

import csv
import io
import json
import math
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import uuid
import warnings

import numpy
import pyvo
from astropy.table import Table

SUITE, TRAINING = sys.argv[1:]
FORMS = {"votable": "votable", "fits": "fits", "ecsv": "ascii.ecsv", "ipac": "ascii.ipac"}
SCRATCH = tempfile.mkdtemp()
# astropy tells what it does not like by warnings; its own of other releases are not about us
warnings.simplefilter("error")
warnings.filterwarnings("ignore", category=DeprecationWarning)
done = 0


def shown(what):
    global done
    done += 1
    print("shown:", what, flush=True)


def call(path, fields=None, body=None, headers=None, method=None):
    headers = dict(headers or {})
    if fields is not None:
        boundary = uuid.uuid4().hex
        headers["Content-Type"] = "multipart/form-data; boundary=" + boundary
        parts = io.BytesIO()
        for name, value in fields.items():
            file = isinstance(value, bytes)
            parts.write(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"'.encode())
            parts.write(b'; filename="table"\r\n\r\n' if file else b"\r\n\r\n")
            parts.write(value if file else value.encode())
            parts.write(b"\r\n")
        parts.write(f"--{boundary}--\r\n".encode())
        body = parts.getvalue()
    elif body is not None:
        headers["Content-Type"] = "application/json"
    request = urllib.request.Request(SUITE + path, body, headers, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def good(*arguments, **named):
    status, _, body = call(*arguments, **named)
    assert status in (200, 201, 202), (arguments[0], status, body)
    return body


def kept(name, content):
    path = os.path.join(SCRATCH, name)
    with open(path, "wb") as file:
        file.write(content)
    return path


def stilts(*arguments):
    ran = subprocess.run(["stilts", *arguments], capture_output=True, text=True)
    assert ran.returncode == 0, (arguments, ran.stdout, ran.stderr)
    return ran.stdout + ran.stderr


def lint(name, content):
    said = stilts("votlint", "ucd=true", "unit=true", "votable=" + kept(name + ".vot", content))
    assert not said.strip(), f"votlint says of {name}: {said}"
    shown("votlint has nothing to say of " + name)


def entries(answer, name):
    """The rows of a JSON answer by the names that columns have."""
    rows = []
    for entry in json.loads(answer)[name]:
        row = {key: value for key, value in entry.items() if not isinstance(value, (list, dict))}
        for label, probability in entry.get("probabilities", {}).items():
            row["probability_" + label.lower().replace(" ", "_")] = probability
        for i, reason in enumerate(entry.get("explanation", entry.get("reasons", [])), 1):
            row[f"reason_{i}"] = reason["feature"]
            row[f"reason_{i}_value"] = reason["value"]
            row[f"reason_{i}_contribution"] = reason["contribution"]
            row[f"reason_{i}_tags"] = " ".join(reason.get("tags", []))
            row[f"reason_{i}_sentence"] = reason.get("sentence")
        rows.append(row)
    return rows


def absent(cell):
    return cell is numpy.ma.masked or str(cell) == "" or isinstance(cell, (float, numpy.floating)) and math.isnan(cell)


def same(cell, value):
    """Whether a cell is what the JSON answer says, to the bit."""
    if value is None or value == "":
        return absent(cell)
    if isinstance(value, bool):
        return str(cell).lower() == str(value).lower()
    if isinstance(value, (int, float)):
        return not absent(cell) and cell.dtype.type(value).tobytes() == cell.tobytes()
    return str(cell) == value


def compare(what, table, rows):
    assert len(table) == len(rows) > 0, (what, len(table), len(rows))
    missing = {name for row in rows for name in row if row[name] is not None} - set(table.colnames)
    assert not missing, (what, missing)
    for i, row in enumerate(rows):
        for name in table.colnames:
            assert same(table[name][i], row.get(name)), (what, i, name, table[name][i], row.get(name))
    shown(f"astropy reads {what}: {len(table)} rows, {len(table.colnames)} columns, no bit changed")


def described(what, table):
    for name in table.colnames:
        assert table[name].description, (what, name, "has no description")


def every_form(what, path, rows, fields=None):
    separator = "&" if "?" in path else "?"
    for form, reader in FORMS.items():
        content = good(f"{path}{separator}format={form}", fields)
        file = kept(f"{what}.{form}", content)
        table = Table.read(file, format=reader)
        compare(f"{what} as {form}", table, rows)
        if form in ("votable", "ecsv"):
            described(what, table)
        if form == "ecsv":
            continue  # Debian's STILTS has no reader of it
        lines = stilts("tpipe", "ifmt=" + form, "in=" + file, "ofmt=csv")
        piped = list(csv.DictReader(io.StringIO(lines)))
        assert len(piped) == len(rows), (what, form, len(piped))
        for line, row in zip(piped, rows):
            for name, value in row.items():
                if isinstance(value, float):
                    assert numpy.float32(line[name]) == numpy.float32(value), (what, form, name, line[name], value)
        shown(f"stilts tpipe reads {what} as {form}")
        if form == "votable":
            lint(what, content)


def without_comments():
    with open(TRAINING, "rb") as file:
        return b"".join(line for line in file if not line.startswith(b"#"))


def uploads(table, job):
    """The table as astropy and STILTS write it is inspected, scored and learnt from like the CSV file."""
    source = kept("table.csv", table)
    read = Table.read(source, format="ascii.csv", guess=False, fast_reader=False)
    expected = json.loads(good("/exo-scout-orchestrator/inspect", {"file": table}))
    scored = json.loads(good("/exo-scout-predictor", {"file": table, "job_id": job}))["predictions"]
    sent = {}
    # TABLEDATA of VOTable only: in astropy's binary ones no whole number may be missing
    for form, writer in FORMS.items():
        sent["astropy, " + form] = os.path.join(SCRATCH, "sent." + form)
        read.write(sent["astropy, " + form], format=writer, overwrite=True)
    # Debian's STILTS has no writer of ECSV
    for form in ("votable-tabledata", "votable-binary-inline", "votable-binary2-inline", "fits-basic", "ipac"):
        path = os.path.join(SCRATCH, "stilts." + form)
        stilts("tpipe", "ifmt=csv", "in=" + source, "ofmt=" + form, "out=" + path)
        sent["stilts, " + form] = path
    for who, path in sent.items():
        with open(path, "rb") as file:
            content = file.read()
        seen = json.loads(good("/exo-scout-orchestrator/inspect", {"file": content}))
        for key in ("mission", "rows", "objects", "columns", "labels", "used", "features"):
            assert seen.get(key) == expected.get(key), (who, key, seen.get(key), expected.get(key))
        answer = json.loads(good("/exo-scout-predictor", {"file": content, "job_id": job}))["predictions"]
        assert answer == scored, who
        shown(f"a table of {who} is inspected and scored like CSV")
    with open(sent["astropy, fits"], "rb") as file:
        trained(file.read(), "fits")


def trained(content, name):
    params = {"algorithm": "gradient_boosting", "model_name": name, "hyperparameters": {"n_estimators": 10}}
    job = json.loads(good("/exo-scout-orchestrator", {"file": content, "params": json.dumps(params)}))["job_id"]
    for _ in range(1200):
        status = json.loads(good("/exo-scout-jobs-api/jobs/" + job))["status"]
        if status in ("completed", "failed", "cancelled"):
            break
        time.sleep(0.1)
    assert status == "completed", (name, status)
    shown("a model is trained on " + name)
    return job


def cones(address, rows, middle):
    lint(address.split("/")[1] + "-cone", good(address + "?RA=%s&DEC=%s&SR=3" % middle))
    lint(address.split("/")[1] + "-columns", good(address + "?RA=1&DEC=1&SR=0"))
    status, headers, error = call(address + "?RA=as3f&DEC=1&SR=1")
    assert status == 400 and headers["Content-Type"] == "application/x-votable+xml", (status, headers, error)
    lint(address.split("/")[1] + "-error", error)
    status, headers, _ = call(address + "?RA=as3f&DEC=1&SR=1", headers={"Accept": "application/json"})
    assert status == 400 and headers["Content-Type"] == "application/problem+json", (status, headers)
    piped = stilts("cone", "serviceurl=" + SUITE + address, "lon=%s" % middle[0], "lat=%s" % middle[1], "radius=3",
                   "ofmt=csv")
    count = len(list(csv.DictReader(io.StringIO(piped))))
    service = pyvo.dal.SCSService(SUITE + address)
    found = service.search(pos=middle, radius=3).to_table()
    assert 0 < len(found) == count < rows, (len(found), count, rows)
    assert all(found["separation"] <= 3)
    described(address, found)
    try:
        service.search(pos=middle, radius=200)
        raise AssertionError("a cone wider than the sky was searched")
    except pyvo.dal.DALQueryError as error:
        assert "SR is" in str(error), error
    shown(f"stilts cone and pyvo find {count} of {rows} at {address}, and say what is wrong")


def main():
    table = without_comments()
    job = trained(table, "csv")
    predictor = "/exo-scout-predictor?explain=2&unit=log-odds"
    fields = {"file": table, "job_id": job}
    every_form("predictions", predictor, entries(good(predictor, fields), "predictions"), fields)
    listed = f"/exo-scout-jobs-api/jobs/{job}/candidates?limit=1000"
    rows = entries(good(listed), "candidates")
    every_form("candidates", listed, rows)
    middle = (rows[0]["ra"], rows[0]["dec"])
    cones(f"/exo-scout-jobs-api/jobs/{job}/cone", len(rows), middle)
    for i in range(5):
        planet = {"nombre": f"Kepler-9{i} b & <c>", "tipo": "rocky", "distancia_ly": 2545.5, "ra": 290 + 2 * i, "dec": 44}
        good("/save-exoplanet", body=json.dumps(planet).encode())
    cones("/get-exoplanets/cone", 5, (290, 44))
    uploads(table, job)
    print(done, "things were shown")


main()
