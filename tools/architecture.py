# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of rooms in CONTRIBUTING.md and the drawing of docs/architecture.md, both from rooms.toml.

`make architecture` writes them; with --check nothing is written, and what differs is named.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

if __package__:
    from .rooms import ROOT, Room, read_table
else:
    from rooms import ROOT, Room, read_table

GUIDE, DRAWING = ROOT / "CONTRIBUTING.md", ROOT / "docs" / "images" / "architecture.svg"
BEGIN, END = "<!-- rooms: made by `make architecture` -->\n", "<!-- end of rooms -->\n"
COLUMNS = {"lwganet_qgis": "QGIS", "core": "Engine", "models": "Networks"}
WIDTH, HEIGHT, GAP, APART, TOP = 290, 40, 12, 130, 70
COLOURS = {"core": "#dceaf7", "models": "#e3f1dc", "lwganet_qgis": "#f8e8d2"}


def table(rooms: dict[str, Room], everywhere: tuple[str, ...]) -> str:
    lines = ["| room | holds | may import | libraries |", "|---|---|---|---|"]
    for room in rooms.values():
        may = " ".join(f"`{_short(name, room.name)}`" for name in room.may)
        lines.append(f"| `{room.name}` | {room.holds} | {may or '–'} | {', '.join(room.libraries) or '–'} |")
    named = ", ".join(f"`{name}`" for name in everywhere)
    return "\n".join(lines) + f"\n\nOpen to all above them: {named}.\n"


def _short(name: str, beside: str) -> str:
    """Without what both names begin with."""
    top = beside.split("/")[0] + "/"
    return name.removeprefix(top) if name.startswith(top) else name


def drawn(rooms: dict[str, Room], everywhere: tuple[str, ...]) -> dict[str, tuple[str, int, int]]:
    """Outer rooms (of two names at most) that are drawn: what they hold, their column and their place from below."""
    found: dict[str, tuple[str, int, int]] = {}
    counts = dict.fromkeys(COLUMNS, 0)
    for room in rooms.values():
        parts = room.name.split("/")
        if len(parts) > 2 or room.name in everywhere or parts[-1] == "__init__":
            continue
        top = parts[0]
        found[room.name] = (room.holds, list(COLUMNS).index(top), counts[top])
        counts[top] += 1
    return found


def svg(rooms: dict[str, Room], everywhere: tuple[str, ...]) -> str:
    boxes = drawn(rooms, everywhere)
    tallest = max(row for _, _, row in boxes.values()) + 1
    height = TOP + tallest * (HEIGHT + GAP) + 20
    width = len(COLUMNS) * (WIDTH + APART)

    def corner(name: str) -> tuple[float, float]:
        _, column, row = boxes[name]
        return APART / 2 + column * (WIDTH + APART), height - 20 - (row + 1) * (HEIGHT + GAP)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif">',
        "<!-- made by `make architecture` -->",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    for index, (top, title) in enumerate(COLUMNS.items()):
        x = APART / 2 + index * (WIDTH + APART) + WIDTH / 2
        text = f'{title} <tspan font-weight="normal">({top}/)</tspan>'
        lines.append(f'<text x="{x:g}" y="34" text-anchor="middle" font-size="18" font-weight="bold">{text}</text>')
    lines += [_line(corner(upper), corner(lower)) for upper, lower in _arrows(rooms, boxes)]
    for name, (holds, column, _) in boxes.items():
        x, y = corner(name)
        fill = COLOURS[list(COLUMNS)[column]]
        title = escape(f"{name}: {holds}")
        lines.append(f'<g><title>{title}</title><rect x="{x:g}" y="{y:g}" width="{WIDTH}" height="{HEIGHT}" rx="5" '
                     f'fill="{fill}" stroke="#667"/>')  # fmt: skip
        lines.append(f'<text x="{x + 10:g}" y="{y + 17:g}" font-size="13" font-weight="bold">'
                     f"{escape(name.partition('/')[2])}</text>")  # fmt: skip
        lines.append(f'<text x="{x + 10:g}" y="{y + 32:g}" font-size="9">{escape(_cut(holds))}</text></g>')
    return "\n".join([*lines, "</svg>"]) + "\n"


def _cut(text: str) -> str:
    return text if len(text) <= 52 else text[:51].rstrip(" ,") + "…"


def _arrows(rooms: dict[str, Room], boxes: dict[str, tuple[str, int, int]]) -> Iterator[tuple[str, str]]:
    """Pairs of drawn rooms, inner ones counted for the outer, of which the first imports the second."""
    outer = {name: "/".join(name.split("/")[:2]) for name in rooms}
    seen = set()
    for room in rooms.values():
        for other in room.may:
            pair = (outer[room.name], outer[other])
            if pair[0] != pair[1] and pair not in seen and pair[0] in boxes and pair[1] in boxes:
                seen.add(pair)
                yield pair


def _line(upper: tuple[float, float], lower: tuple[float, float]) -> str:
    (x1, y1), (x2, y2) = upper, lower
    y1, y2 = y1 + HEIGHT / 2, y2 + HEIGHT / 2
    if x1 == x2:
        bend = x1 - 12 - min(abs(y2 - y1) * 0.09, 48)
        path = f"M{x1:g} {y1:g} C{bend:g} {y1:g} {bend:g} {y2:g} {x2:g} {y2:g}"
    else:
        start, end = (x1, x2 + WIDTH) if x2 < x1 else (x1 + WIDTH, x2)
        middle = (start + end) / 2
        path = f"M{start:g} {y1:g} C{middle:g} {y1:g} {middle:g} {y2:g} {end:g} {y2:g}"
    return f'<path d="{path}" fill="none" stroke="#99a" stroke-width="0.8"/>'


def guide(rooms: dict[str, Room], everywhere: tuple[str, ...]) -> str:
    text = GUIDE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + table(rooms, everywhere) + END + after


def differing() -> list[Path]:
    """What `make architecture` would change."""
    return [path for path, text in _made().items() if not path.exists() or path.read_text(encoding="utf-8") != text]


def _made() -> dict[Path, str]:
    rooms, everywhere = read_table()
    return {GUIDE: guide(rooms, everywhere), DRAWING: svg(rooms, everywhere)}


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit("\n".join(f"{path}: run `make architecture`" for path in differing()) or 0)
    for place, content in _made().items():
        place.write_text(content, encoding="utf-8")
