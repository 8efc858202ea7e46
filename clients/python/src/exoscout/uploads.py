"""What is sent: tables as files, data frames or rows, streamed from where they lie."""
from __future__ import annotations

import contextlib
import csv
import datetime
import io
import json
import math
import os
import secrets
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator, Mapping
from typing import IO, Any, Optional, Union, cast

BLOCK = 1 << 16


class Unreadable(Exception):
    """What is to be sent can not be read; its cause says why, and is none of the suite's."""


class Upload:
    """A file to be sent, as often as need be."""

    def __init__(self, name: str, length: int, opened: Callable[[], IO[bytes]]) -> None:
        self.name = name
        self.length = length
        self._opened = opened

    @classmethod
    def of(cls, table: Any) -> Upload:
        """A table in any of these forms: a path; a file opened for reading; bytes; a pandas DataFrame; an astropy Table;
        dicts, one for each row. Files are sent as they are, so that they may be packed with gzip or zip.
        """
        if isinstance(table, Upload):
            return table
        if isinstance(table, (str, os.PathLike)):
            return cls.from_path(table)
        if isinstance(table, (bytes, bytearray)):
            content = bytes(table)
            return cls("table.csv", len(content), lambda: io.BytesIO(content))
        if hasattr(table, "to_csv") and hasattr(table, "columns"):
            return cls.spooled("table.csv", lambda file: table.to_csv(file, index=False))
        if hasattr(table, "colnames") and hasattr(table, "write"):
            return cls.spooled("table.ecsv", lambda file: table.write(file, format="ascii.ecsv"))
        if hasattr(table, "read"):
            return cls.from_file(table)
        if isinstance(table, Mapping):
            return cls.from_rows([table])
        try:
            return cls.from_rows(list(table))
        except TypeError:
            raise TypeError("A table is a path, an open file, bytes, a DataFrame, an astropy Table or dicts, not %s"
                            % type(table).__name__) from None

    @classmethod
    def lasting(cls, table: Any) -> Upload:
        """The same, but still there when an open file is closed."""
        if hasattr(table, "read") and not isinstance(table, io.TextIOBase):
            return cls.kept(file_name(table), lambda spool: shutil.copyfileobj(table, spool))
        return cls.of(table)

    @classmethod
    def from_path(cls, path: Union[str, os.PathLike[str]]) -> Upload:
        place = os.fspath(path)
        with open(place, "rb") as file:  # what can not be read is told here, before anybody is asked
            length = os.fstat(file.fileno()).st_size
        return cls(os.path.basename(place), length, lambda: open(place, "rb"))

    @classmethod
    def from_file(cls, file: Any) -> Upload:
        """From where it stands to its end; kept on disk meanwhile where it can not be read twice."""
        name = file_name(file)
        if isinstance(file, io.TextIOBase):
            return cls.spooled(name, lambda text: shutil.copyfileobj(file, text))
        if file.seekable():
            return cls.from_place(name, file)
        return cls.kept(name, lambda spool: shutil.copyfileobj(file, spool))

    @classmethod
    def from_place(cls, name: str, file: IO[bytes]) -> Upload:
        """From where a file stands to its end."""
        start = file.tell()
        length = file.seek(0, os.SEEK_END) - start

        def opened() -> IO[bytes]:
            file.seek(start)
            return cast("IO[bytes]", contextlib.nullcontext(file))

        return cls(name, length, opened)

    @classmethod
    def kept(cls, name: str, write: Callable[[IO[bytes]], object]) -> Upload:
        """What something writes, kept on disk as long as this upload is needed."""
        spool = tempfile.TemporaryFile()
        write(spool)
        spool.seek(0)
        upload = cls.from_place(name, spool)
        weakref.finalize(upload, spool.close)
        return upload

    @classmethod
    def spooled(cls, name: str, write: Callable[[IO[str]], object]) -> Upload:
        """The same for text."""
        def encoded(spool: IO[bytes]) -> None:
            text = io.TextIOWrapper(spool, "utf-8", newline="")
            write(text)
            text.flush()
            text.detach()

        return cls.kept(name, encoded)

    @classmethod
    def from_rows(cls, rows: list[Any]) -> Upload:
        if not rows or not all(isinstance(row, Mapping) for row in rows):
            raise TypeError("Rows are dicts of column and value, and there must be one at least")
        columns = list(dict.fromkeys(column for row in rows for column in row))

        def write(file: IO[str]) -> None:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows([cell(row.get(column)) for column in columns] for row in rows)

        return cls.spooled("rows.csv", write)

    def blocks(self) -> Iterator[bytes]:
        left = self.length
        with self._opened() as file:
            while left:
                block = file.read(min(BLOCK, left))
                if not block:
                    raise OSError("%s became shorter while it was sent" % self.name)
                left -= len(block)
                yield block


def file_name(file: Any) -> str:
    """What an open file is called."""
    name = getattr(file, "name", None)
    return os.path.basename(name) if isinstance(name, str) else "table.csv"


class JsonPart:
    """A field of a form that holds JSON."""

    def __init__(self, text: str) -> None:
        self.text = text

    @classmethod
    def of(cls, value: Any) -> Optional[JsonPart]:
        return None if value is None else cls(dumped(value))


class Body:
    """The body of a request: how long it is, and its pieces, anew each time."""

    def __init__(self, kind: str, pieces: list[Union[bytes, Upload]]) -> None:
        self.kind = kind
        self._pieces = pieces
        self.length = sum(len(piece) if isinstance(piece, bytes) else piece.length for piece in pieces)

    @classmethod
    def json(cls, value: Any) -> Body:
        return cls("application/json", [dumped(value).encode("utf-8")])

    def blocks(self) -> Iterator[bytes]:
        for piece in self._pieces:
            if isinstance(piece, bytes):
                yield piece
            else:
                try:
                    yield from piece.blocks()
                except OSError as error:
                    raise Unreadable from error


Part = Union[Upload, JsonPart]


def multipart(parts: Mapping[str, Union[Part, list[Upload]]]) -> Body:
    """A form with files, as browsers send it: of several in one field each has a part of its own."""
    boundary = "exoscout-" + secrets.token_hex(16)
    pieces: list[Union[bytes, Upload]] = []
    fields: list[tuple[str, Part]] = []
    for name, given in parts.items():
        fields += [(name, one) for one in given] if isinstance(given, list) else [(name, given)]
    for name, part in fields:
        head = '--%s\r\nContent-Disposition: form-data; name="%s"' % (boundary, name)
        if isinstance(part, Upload):
            # as browsers do it: what would end the name is percent-encoded
            file = part.name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
            pieces += [('%s; filename="%s"\r\nContent-Type: application/octet-stream\r\n\r\n' % (head, file)).encode("utf-8"),
                       part, b"\r\n"]
        else:
            pieces.append(("%s\r\n\r\n%s\r\n" % (head, part.text)).encode("utf-8"))
    pieces.append(("--%s--\r\n" % boundary).encode("ascii"))
    return Body("multipart/form-data; boundary=" + boundary, pieces)


def plain(value: Any) -> Any:
    """A value as JSON can carry it: what is no number becomes null, a moment its text, and numpy's scalars Python's."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        if math.isnan(value):
            return None
        if math.isinf(value):
            raise ValueError("%r is no number that can be sent" % value)
        return float(value)
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if type(value).__name__ in ("NaTType", "NAType", "MaskedConstant"):
        return None
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat()
    if hasattr(value, "item") and getattr(value, "ndim", 0) == 0:
        return plain(value.item())
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(part) for part in value]
    raise TypeError("%r can not be sent as JSON" % (value,))


def cell(value: Any) -> Any:
    """A value as a cell of CSV; blank where there is none."""
    value = plain(value)
    return "" if value is None else repr(value) if isinstance(value, float) else value


def dumped(value: Any) -> str:
    return json.dumps(plain(value), ensure_ascii=False, allow_nan=False)
