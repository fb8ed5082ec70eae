# SPDX-License-Identifier: GPL-3.0-or-later
"""What passes between QGIS and the engine: one job in, events out, then one result or one error.

A message is one line of UTF-8 JSON. Rasters and vectors travel as files.

Towards the engine::

    {"request": "run", "tool": "segment", "job": {...its job...}}      one at a time
    {"request": "cancel"}                       the run in progress
    end of file                                 cancel, then leave

From the engine::

    {"event": "ready",    "versions": {...}, "process": 4711}    once, after start; its number is in hidden names
    {"event": "progress", "fraction": 0..1, "text": "..."}
    {"event": "log" | "warning", "text": "...", "template": "{} tiles", "values": [2]}
                          where a sentence is made of values (themselves sentences or not), in all events with a text
    {"event": "result",   "result": {...the job's result...}}
    {"event": "error",    "kind": "input", "text": "...", "trace": "..."}
                          with "leaving": true where the engine ends with it, and "path" where a
                          file is at fault

A vector file is JSON lines, one feature a line: ``{"geometry": WKB in hex, "properties": {...}}``,
coordinates in the (first) raster's CRS. A raster without georeference lies where QGIS draws it:
one unit a pixel, the top left corner at the origin, y negative downwards.
"""

from __future__ import annotations

import json
from typing import Any


class ProtocolError(ValueError):
    """A line that is not a message of this protocol."""


def encode(message: dict[str, Any]) -> bytes:
    """One message as one line. Raises ValueError for NaN and infinity, which JSON does not have."""
    return json.dumps(message, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8") + b"\n"


def _no_number(text: str) -> float:
    raise ValueError(f"{text} is not a number of JSON")


def decode(line: bytes) -> dict[str, Any]:
    """One line as one message. Raises ProtocolError for anything but a JSON object."""
    try:
        message = json.loads(line.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:  # also for nesting and for numbers without end
        raise ProtocolError(f"not a message: {error}") from error
    if not isinstance(message, dict):
        raise ProtocolError("not a message: expected a JSON object")
    return message
