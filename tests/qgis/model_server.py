# SPDX-License-Identifier: GPL-3.0-or-later
"""Files by HTTP on this machine, with answers that go on in the middle, break off, or lie."""

import http.server
import re
import threading


class ModelServer:
    """Serves `files` (path -> bytes) until `close`.

    `cut` bytes of an answer, then the line breaks (0: never); `ranges`: whether it goes on in the middle;
    `status`: answers with that alone (0: as it should). `asked` has (path, first byte, headers) of each request;
    `hold`, where set, is waited for in the middle of each answer.
    """

    def __init__(self):
        self.files, self.cut, self.ranges, self.status, self.asked, self.moved = {}, 0, True, 0, [], {}
        self.hold = None
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def _handler(self):
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):  # noqa: N802
                server.answer(self)

            def log_message(self, *_):
                pass

        return Handler

    def answer(self, request):
        asked = re.match(r"bytes=(\d+)-$", request.headers.get("Range", ""))
        first = int(asked.group(1)) if asked else 0
        self.asked.append((request.path, first, dict(request.headers)))
        content = self.files.get(request.path)
        status = self.status or (404 if content is None else 200)
        if request.path in self.moved:
            request.send_response(302)
            request.send_header("Location", self.moved[request.path])
            request.send_header("Content-Length", "0")
            request.end_headers()
            return
        if status >= 400:
            content, first = b"<h1>no</h1>", 0
        elif first and self.ranges and first >= len(content):
            status, content, first = 416, b"", 0
        elif first and self.ranges:
            status = 206
        else:
            first = 0
        body = content[first:]
        request.send_response(status)
        request.send_header("Content-Length", str(len(body)))
        if status == 206:
            request.send_header("Content-Range", f"bytes {first}-{len(content) - 1}/{len(content)}")
        request.end_headers()
        sent = body[: self.cut] if self.cut and status < 400 else body
        half = len(sent) // 2
        request.wfile.write(sent[:half])
        request.wfile.flush()
        if self.hold is not None:
            self.hold.wait(30)
        try:
            request.wfile.write(sent[half:])
        except OSError:
            pass  # the other side has gone
        if len(sent) < len(body):
            request.close_connection = True

    def url(self, path=""):
        return f"http://127.0.0.1:{self._server.server_port}{path}"

    def serve(self, folder, base=""):
        """The files of a model folder."""
        for path in folder.iterdir():
            self.files[f"{base}/{path.name}"] = path.read_bytes()

    def close(self):
        if self.hold is not None:
            self.hold.set()
        self._server.shutdown()
        self._server.server_close()
