# SPDX-License-Identifier: GPL-3.0-or-later
"""A tile service on this machine: every pixel's colour tells its place."""

import http.server
import re
import secrets
import struct
import threading
import zlib

import numpy as np

TILE = 256
HALF_WORLD = 20037508.342789244
LARGEST_ZOOM = 16


def paint(zoom, column, row, width=TILE, height=TILE):
    """Red, green, blue (H, W, 3) of pixels of the world at a zoom level, `column` and `row` the top left one."""
    columns, rows = (np.arange(width) + column)[None, :], (np.arange(height) + row)[:, None]
    places = np.broadcast_arrays(columns & 255, rows & 255, ((columns >> 8) * 7 + (rows >> 8) * 13 + zoom) & 255)
    return np.stack(places, -1).astype(np.uint8)


def png(pixels):
    height, width, bands = pixels.shape
    lines = b"".join(b"\0" + line.tobytes() for line in np.ascontiguousarray(pixels))
    head = struct.pack(">IIBBBBB", width, height, 8, {3: 2, 4: 6}[bands], 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


class TileServer:
    """Answers until `close`. `answer(zoom, column, row, count)` may return (status, type, body) for the
    `count`th request of a tile; None: the tile."""

    def __init__(self, answer=lambda zoom, column, row, count: None):
        self.answer, self.counts = answer, {}
        self._name = secrets.token_hex(8)  # QGIS caches tiles by address, and ports come again
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def _handler(self):
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):  # noqa: N802
                status, kind, body = server.reply(*map(int, re.findall(r"\d+", self.path)[-3:]))
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        return Handler

    def reply(self, zoom, column, row):
        count = self.counts[zoom, column, row] = self.counts.get((zoom, column, row), 0) + 1
        tile = png(paint(zoom, column * TILE, row * TILE))
        return self.answer(zoom, column, row, count) or (200, "image/png", tile)

    @property
    def uri(self):
        url = f"http://127.0.0.1:{self._server.server_port}/{self._name}/%7Bz%7D/%7Bx%7D/%7By%7D.png"
        return f"type=xyz&url={url}&zmin=0&zmax={LARGEST_ZOOM}"

    def close(self):
        self._server.shutdown()
        self._server.server_close()


def bounds(zoom, column, row, width, height):
    """xmin, ymin, xmax, ymax in EPSG:3857 of pixels of the world."""
    step = 2 * HALF_WORLD / TILE / 2**zoom
    left, top = column * step - HALF_WORLD, HALF_WORLD - row * step
    return left, top - height * step, left + width * step, top
