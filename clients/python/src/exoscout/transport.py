"""How calls reach the suite: one connection each, bounded in time, tried again where that can do no harm."""
from __future__ import annotations

import copy
import http.client
import json
import math
import os
import socket
import ssl
import tempfile
import time
import urllib.parse
from collections.abc import Collection, Iterable, Iterator, Mapping
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Any, Generic, Optional, TypeVar, Union, cast

from exoscout.errors import ScoutError
from exoscout.uploads import Body, JsonPart, Unreadable, Upload, multipart

__all__ = ["Answer", "JsonPart", "Transport"]

T = TypeVar("T")
Source = Union[str, "os.PathLike[str]"]

BLOCK = 1 << 16
#: said before anything was done
TOO_MANY = 429
#: a dependency is away: something may have been done all the same
UNAVAILABLE = 503
REDIRECTS = (301, 302, 303, 307, 308)
#: what new files are not open to; it can only be read by setting it, which is for the whole process
UMASK = os.umask(0o077)
os.umask(UMASK)


class Answer(Generic[T]):
    """An answer of the suite, read as it comes; `json()` is what the documents say of it. Close it, or read it to its end."""

    def __init__(self, connection: http.client.HTTPConnection, response: http.client.HTTPResponse) -> None:
        self._connection = connection
        self._response = response
        self.status = response.status
        self.headers = response.headers
        length = response.getheader("Content-Length")
        # Python's own reader takes the end of a connection for the end of a body
        self._missing = int(length) if length is not None and not response.chunked else None

    def __enter__(self) -> Answer[T]:
        return self

    def __exit__(self, kind: Optional[type[BaseException]], error: Optional[BaseException],
                 trace: Optional[TracebackType]) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the connection."""
        self._response.close()
        self._connection.close()

    def blocks(self) -> Iterator[bytes]:
        """The body, piece by piece; an error if it ends too early."""
        try:
            while True:
                block = self._response.read(BLOCK)
                if not block:
                    break
                if self._missing is not None:
                    self._missing -= len(block)
                yield block
        except (http.client.HTTPException, OSError) as error:
            raise broken(error) from error
        finally:
            self.close()
        if self._missing:
            raise broken("%d bytes are missing" % self._missing)

    def lines(self) -> Iterator[str]:
        """The body, line by line, without line ends."""
        rest = b""
        for block in self.blocks():
            *whole, rest = (rest + block).split(b"\n")
            for line in whole:
                yield line.rstrip(b"\r").decode("utf-8")
        if rest:
            yield rest.decode("utf-8")

    def stream(self) -> Iterator[str]:
        """Lines as soon as they are there, for an answer that goes on; ends where the connection does."""
        try:
            for line in iter(self._response.readline, b""):
                yield line.rstrip(b"\r\n").decode("utf-8")
        except (http.client.HTTPException, OSError) as error:
            raise broken(error) from error

    def read(self) -> bytes:
        """The whole body."""
        return b"".join(self.blocks())

    def text(self) -> str:
        """The whole body as text."""
        return self.read().decode("utf-8")

    def json(self) -> T:
        """The body as the documents describe it."""
        body = self.read()
        try:
            return cast(T, json.loads(body))
        except ValueError as error:
            raise broken("it is no JSON: %r" % body[:200]) from error

    def rows(self) -> Iterator[dict[str, Any]]:
        """The JSON objects of an answer that has one on each line."""
        for line in self.lines():
            if line:
                try:
                    yield cast("dict[str, Any]", json.loads(line))
                except ValueError as error:
                    raise broken("a line is no JSON: %r" % line[:200]) from error

    def save(self, path: Source) -> None:
        """Writes the body into a file, which is there whole or not at all."""
        with self:
            written(path, self.blocks())

    def next_cursor(self) -> Optional[str]:
        """Where the next page begins, by the Link header; None after the last one."""
        for link in (self.headers.get("Link") or "").split(","):
            target, _, relation = link.strip().partition(">")
            if 'rel="next"' in relation:
                query = urllib.parse.urlsplit(target.lstrip("<")).query
                cursors = urllib.parse.parse_qs(query).get("cursor")
                return cursors[0] if cursors else None
        return None

    def words(self, header: str) -> list[str]:
        """The sentences or names of a header that has several, percent-encoded, with ` | ` between them."""
        value = self.headers.get(header)
        return [urllib.parse.unquote(part) for part in value.split(" | ")] if value else []


def written(path: Source, blocks: Iterable[bytes]) -> None:
    """Writes a file, which is there whole or not at all."""
    folder, name = os.path.split(os.path.abspath(os.fspath(path)))
    handle, temporary = tempfile.mkstemp(prefix=name + ".", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            for block in blocks:
                file.write(block)
        os.chmod(temporary, 0o666 & ~UMASK)
        os.replace(temporary, os.path.join(folder, name))
    except BaseException:
        os.unlink(temporary)
        raise


def broken(reason: object) -> ScoutError:
    return ScoutError("The answer broke off or is damaged: %s" % (reason or type(reason).__name__), code="broken_answer")


class Transport:
    """Where the suite is, who asks, and how patient he is."""

    def __init__(self, url: str, api_key: Optional[str], token: Optional[str], timeout: float, patience: float,
                 context: Optional[ssl.SSLContext]) -> None:
        parts = urllib.parse.urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("%r is no address of a suite: it should be like http://localhost:8080" % url)
        if "@" in parts.netloc or parts.query or parts.fragment:
            raise ValueError("The address may have scheme, host, port and path only; keys are given as api_key or token")
        if api_key and token:
            raise ValueError("Give api_key or token, not both")
        if not timeout > 0:
            raise ValueError("timeout is %r seconds: it must be above 0" % timeout)
        self.url = url.rstrip("/")
        self.timeout = timeout
        self._patience = patience
        self._context = context
        self._credentials = {"X-API-Key": api_key} if api_key else {"Authorization": "Bearer " + token} if token else {}
        for value in self._credentials.values():
            if not value.isascii() or not value.isprintable():
                raise ValueError("The key or token has characters that no header can carry")

    def within(self, timeout: float) -> Transport:
        """The same way, with less or more time for each call and its repetitions."""
        other = copy.copy(self)
        other.timeout = timeout
        other._patience = min(self._patience, timeout)
        return other

    def call(
        self,
        method: str,
        path_template: str,
        *,
        path: Optional[Mapping[str, Any]] = None,
        query: Optional[Mapping[str, Any]] = None,
        headers: Optional[Mapping[str, Any]] = None,
        accept: str = "*/*",
        json: Any = None,
        form: Optional[Mapping[str, Union[Upload, list[Upload], JsonPart, None]]] = None,
        repeatable: bool = False,
        welcome: Collection[int] = (),
    ) -> Answer[Any]:
        """Makes a call; whatever is no success is a ScoutError, but for what is welcome as well."""
        target = path_template.format_map({key: urllib.parse.quote(str(value), safe="") for key, value in (path or {}).items()})
        asked = {key: spoken(value) for key, value in (query or {}).items() if value is not None}
        if asked:
            target += "?" + urllib.parse.urlencode(asked)
        sent = {key: str(value) for key, value in (headers or {}).items() if value is not None}
        sent["Accept"] = accept
        body: Optional[Body] = None
        parts = {key: part for key, part in (form or {}).items() if part is not None}
        if json is not None:
            body = Body.json(json)
        elif parts:
            body = multipart(parts)
        safe = repeatable or method in ("GET", "PUT", "DELETE")
        return self._patiently(method, target, sent, body, safe, welcome)

    def _patiently(self, method: str, target: str, headers: dict[str, str], body: Optional[Body],
                   safe: bool, welcome: Collection[int]) -> Answer[Any]:
        conditional = any(name.lower() in ("if-match", "if-none-match") for name in headers)
        left = self._patience
        attempt = 0
        while True:
            attempt += 1
            try:
                return self._once(method, self.url + target, headers, body, welcome)
            except ScoutError as error:
                lost = error.code == "unreachable" and method == "GET" and attempt < 3
                # nobody knows when there is room on a disk or below a quota
                full = error.code in ("disk_full", "quota_exceeded")
                # a second try would meet what the first one may have done
                again = not (method == "DELETE" or (conditional and method != "GET"))
                busy = safe and not full and (error.status == TOO_MANY or (error.status == UNAVAILABLE and again))
                pause = error.retry_after if error.retry_after is not None else min(0.5 * 2 ** (attempt - 1), 10)
                if not (lost or busy) or pause > left or attempt >= 20:
                    raise
                left -= max(pause, 0.1)
                time.sleep(pause)

    def _once(self, method: str, url: str, headers: dict[str, str], body: Optional[Body],
              welcome: Collection[int]) -> Answer[Any]:
        for _ in range(6):
            all_headers = dict(headers)
            if self._is_ours(url):
                all_headers.update(self._credentials)
            answer = self._send(method, url, all_headers, body)
            if answer.status < 300 or answer.status in welcome:
                return answer
            location = answer.headers.get("Location")
            if answer.status not in REDIRECTS or not location:
                raise problem(answer, url)
            answer.close()
            goal = urllib.parse.urljoin(url, location)
            if method != "GET":
                raise ScoutError("%s sends %s on to %s: give that address as url" % (url, method, goal), status=answer.status)
            if urllib.parse.urlsplit(goal).scheme not in ("http", "https"):
                raise ScoutError("%s sends on to %s, which is no web address" % (url, goal), status=answer.status)
            url = goal
        raise ScoutError("%s sends on and on" % url)

    def _is_ours(self, url: str) -> bool:
        """Whether an address is below that of the suite: what else is on its host is somebody else's."""
        path, home = urllib.parse.urlsplit(url).path, urllib.parse.urlsplit(self.url).path
        return origin(url) == origin(self.url) and (path + "/").startswith(home + "/") and "/../" not in path + "/"

    def _send(self, method: str, url: str, headers: dict[str, str], body: Optional[Body]) -> Answer[Any]:
        parts = urllib.parse.urlsplit(url)
        host = cast(str, parts.hostname)
        connection: http.client.HTTPConnection
        if parts.scheme == "https":
            connection = http.client.HTTPSConnection(host, parts.port, timeout=self.timeout, context=self._context)
        else:
            connection = http.client.HTTPConnection(host, parts.port, timeout=self.timeout)
        target = urllib.parse.urlunsplit(("", "", parts.path or "/", parts.query, ""))
        headers = {"User-Agent": "exoscout-python", "Connection": "close", **headers}
        try:
            if body is None:
                connection.request(method, target, headers=headers)
            else:
                headers.update({"Content-Type": body.kind, "Content-Length": str(body.length)})
                try:
                    connection.request(method, target, body.blocks(), headers)
                except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
                    pass  # who refuses a body says why before it has all of it
            return Answer(connection, connection.getresponse())
        except Unreadable as error:
            connection.close()
            raise cast(OSError, error.__cause__) from None
        except socket.timeout as error:  # another name of TimeoutError from Python 3.10 on
            connection.close()
            raise ScoutError("%s did not answer within %g s" % (url, self.timeout), code="timeout") from error
        except (http.client.HTTPException, OSError) as error:
            connection.close()
            raise ScoutError("%s can not be reached: %s" % (url, error or type(error).__name__), code="unreachable") from error
        except BaseException:
            connection.close()
            raise


def origin(url: str) -> tuple[str, Optional[str], int]:
    parts = urllib.parse.urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)


def spoken(value: Any) -> str:
    """A value as the query of an address has it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("%r is no number that can be asked for" % value)
    return ",".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def problem(answer: Answer[Any], url: str) -> ScoutError:
    """What an answer says went wrong: problem details, or the words of whatever stands between."""
    try:
        body = answer.read()
    except ScoutError:
        body = b""
    after = seconds(answer.headers.get("Retry-After"))
    said: Any = None
    if "json" in (answer.headers.get("Content-Type") or ""):
        try:
            said = json.loads(body)
        except ValueError:
            pass
    if isinstance(said, dict) and isinstance(said.get("detail"), str):
        lines = ["%s (%d %s)" % (said["detail"], answer.status, said.get("code"))]
        lines += ["  " + ": ".join(str(part) for part in error.values()) for error in said.get("errors") or []
                  if error.get("message") not in said["detail"]]
        return ScoutError("\n".join(lines), status=answer.status, code=str(said.get("code")), detail=said["detail"],
                          trace_id=said.get("trace_id"), errors=said.get("errors"), retry_after=after)
    words = " ".join(body[:500].decode("utf-8", "replace").split())
    return ScoutError("%s answered %d %s" % (url, answer.status, words[:200]), status=answer.status, retry_after=after)


def seconds(value: Optional[str]) -> Optional[float]:
    """What Retry-After says, as seconds from now."""
    if value is None:
        return None
    try:
        return max(0.0, float(value)) if math.isfinite(float(value)) else None
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError):
        return None
