"""A server that answers as a suite would on a bad day."""
from __future__ import annotations

import http.server
import json
import threading
from typing import Any, Callable, Optional

Act = Callable[["Handler"], None]


class Request:
    """What came in."""

    def __init__(self, method: str, path: str, headers: Any, body: bytes) -> None:
        self.method = method
        self.path = path
        self.headers = headers
        self.body = body


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers each request with the next thing that was said to be next."""

    protocol_version = "HTTP/1.1"
    server: FakeSuite

    def answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = b"" if self.server.refuses_bodies else self.rfile.read(length)
        self.server.requests.append(Request(self.command, self.path, self.headers, body))
        self.close_connection = True
        with self.server.turn:
            act = self.server.acts.pop(0) if len(self.server.acts) > 1 else self.server.acts[0]
        act(self)

    do_GET = do_POST = do_PUT = do_DELETE = answer

    def log_message(self, format: str, *args: Any) -> None:
        pass


class FakeSuite(http.server.ThreadingHTTPServer):
    """Does what `acts` say, one for each request, the last one for all that follow."""

    daemon_threads = True

    def __init__(self, *acts: Act) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.acts = list(acts)
        self.requests: list[Request] = []
        self.refuses_bodies = False
        self.turn = threading.Lock()
        self.url = "http://127.0.0.1:%d" % self.server_port
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # clients that hang up are what these tests are about

    def __enter__(self) -> FakeSuite:
        self._thread.start()
        return self

    def __exit__(self, *args: Any) -> None:
        self.shutdown()
        self.server_close()
        self._thread.join()


def says(body: Any, status: int = 200, kind: str = "application/json", **headers: str) -> Act:
    """A whole answer."""
    content = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode("utf-8")

    def act(handler: Handler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(content)

    return act


def refuses(status: int, code: str, detail: str = "No.", **headers: str) -> Act:
    """Problem details."""
    body = {"type": "urn:exoscout:problem:" + code, "title": "T", "status": status, "code": code, "detail": detail,
            "error": detail, "trace_id": "abc"}
    return says(body, status, "application/problem+json", **headers)


def cut(body: bytes, length: Optional[int], kind: str = "application/json") -> Act:
    """An answer that breaks off: before its declared length, or in the middle of a chunk."""

    def act(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        if length is None:
            handler.send_header("Transfer-Encoding", "chunked")
        else:
            handler.send_header("Content-Length", str(length))
        handler.end_headers()
        handler.wfile.write(body if length is not None else b"%x\r\n%s" % (len(body) + 100, body))

    return act


def hangs_up(handler: Handler) -> None:
    """No answer at all."""


def streams(text: str) -> Act:
    """Events, then the end of the connection."""

    def act(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(text.encode("utf-8"))

    return act


def event(number: int, kind: str, **more: Any) -> str:
    """One event of a job."""
    data = {"type": kind, "job_id": "a" * 64, "id": number, "at": "2026-01-01T00:00:00Z", **more}
    return "id: %d\nevent: %s\ndata: %s\n\n" % (number, kind, json.dumps(data))


def job(status: str, **more: Any) -> dict[str, Any]:
    """A job document."""
    return {"job_id": "a" * 64, "type": "training", "status": status, "model_name": "m", "created_at": "2026-01-01T00:00:00Z",
            "attempts": 1, "cancel_requested": False, "params": {}, "dataset": {}, **more}


def goes_on_saying(text: str, pause: float = 0.02) -> Act:
    """Says the same again and again until nobody listens any more."""

    def act(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Connection", "close")
        handler.end_headers()
        over = threading.Event()
        try:
            while not over.wait(pause):
                handler.wfile.write(text.encode("utf-8"))
                handler.wfile.flush()
        except OSError:
            over.set()

    return act
