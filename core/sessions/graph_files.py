# SPDX-License-Identifier: GPL-3.0-or-later
"""Which other files an ONNX graph asks for, read from its Protocol Buffers without any library for them.

ONNX Runtime opens what a graph's tensors name. It is told nothing of what a card names, so that is found out before.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from typing import BinaryIO

MESSAGES: dict[str, dict[int, str]] = {
    "model": {7: "graph", 20: "training", 25: "function"},
    "training": {1: "graph", 2: "graph"},
    "graph": {1: "node", 5: "tensor", 15: "sparse"},
    "function": {7: "node", 11: "attribute"},
    "node": {5: "attribute"},
    "attribute": {5: "tensor", 6: "graph", 10: "tensor", 11: "graph", 22: "sparse", 23: "sparse"},
    "sparse": {1: "tensor", 2: "tensor"},
    "tensor": {13: "entry"},
}
"""Of each kind of message the fields, by number, that lead to the places of files."""
VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5
"""Kinds of fields."""
LONGEST = 4096
"""Bytes of an entry that names a file, or says where in it."""


def _varint(data: mmap.mmap, at: int) -> tuple[int, int]:
    """A number, and where it ends. Raises ValueError where it is none."""
    value = 0
    for shift in range(0, 70, 7):
        byte = data[at]
        value |= (byte & 127) << shift
        at += 1
        if byte < 128:
            return value, at
    raise ValueError("a number without an end")


def _fields(data: mmap.mmap, at: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Number, begin and end of the fields that hold bytes."""
    while at < end:
        tag, at = _varint(data, at)
        kind, begin = tag & 7, at
        if tag >> 32:
            raise ValueError("a field with a number that no field has")
        if kind == VARINT:
            _, at = _varint(data, at)
        elif kind in (FIXED64, FIXED32):
            at += 8 if kind == FIXED64 else 4
        elif kind == BYTES:
            length, begin = _varint(data, at)
            at = begin + length
        else:
            raise ValueError(f"a field of the unknown kind {kind}")
        if at > end:
            raise ValueError("a field that is longer than what holds it")
        if kind == BYTES:
            yield tag >> 3, begin, at


def _entry(data: mmap.mmap, begin: int, end: int) -> tuple[bytes, bytes]:
    found = {number: data[at:to] for number, at, to in _fields(data, begin, end) if to - at <= LONGEST}
    return found.get(1, b""), found.get(2, b"")


def files_of_graph(stream: BinaryIO) -> set[str]:
    """Names, as the graph gives them, of all files that its weights lie in.

    Raises:
        ValueError: it is no graph, or damaged.
    """
    found = set()
    try:
        with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
            waiting = [("model", 0, len(data))]
            while waiting:
                kind, begin, end = waiting.pop()
                if kind == "entry":
                    key, value = _entry(data, begin, end)
                    if key == b"location":
                        found.add(value.decode("utf-8", "replace"))
                    continue
                for number, at, to in _fields(data, begin, end):
                    if number in MESSAGES[kind]:
                        waiting.append((MESSAGES[kind][number], at, to))
    except IndexError as error:
        raise ValueError("it ends in the middle of a number") from error
    return found
