# SPDX-License-Identifier: GPL-3.0-or-later
"""How validation went while the bundled models were trained, as their cards keep it, in one drawing."""

from __future__ import annotations

import json
from pathlib import Path
from xml.sax.saxutils import escape

WIDTH, HEIGHT, MARGIN = 360, 200, 44
INK, LINE = "#555555", "#1f6feb"


def curves_of(models: Path) -> dict[str, tuple[str, list[float]]]:
    """By model: what is measured, and its value after each epoch; of those whose card keeps it."""
    found = {}
    for path in sorted(models.glob("*/model.json")):
        curve = json.loads(path.read_text(encoding="utf-8"))["training"].get("curve")
        if curve and len(curve["validation"]) > 1:
            found[path.parent.name] = (str(curve["of"]), [float(value) for value in curve["validation"]])
    return found


def drawing(curves: dict[str, tuple[str, list[float]]]) -> str:
    """SVG of one panel a model, two in a row; each has its own scale, which is written at its side."""
    rows = -(-len(curves) // 2)
    panels = "".join(
        f'<g transform="translate({number % 2 * WIDTH},{number // 2 * HEIGHT})">{_panel(name, *curve)}</g>'
        for number, (name, curve) in enumerate(curves.items())
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {rows * HEIGHT}" '
        f'font-family="sans-serif" font-size="11" fill="{INK}">'
        f'<rect width="100%" height="100%" fill="white"/>{panels}</svg>\n'
    )


def _panel(name: str, figure: str, values: list[float]) -> str:
    low, high = min(values), max(values)
    right, bottom = WIDTH - 16, HEIGHT - 30
    steps = len(values) - 1

    def place(number: int, value: float) -> tuple[float, float]:
        across = MARGIN + (right - MARGIN) * number / steps
        return round(across, 1), round(bottom - (bottom - 34) * (value - low) / ((high - low) or 1), 1)

    points = [place(number, value) for number, value in enumerate(values)]
    best = values.index(high)
    line = " ".join(f"{x},{y}" for x, y in points)
    x, y = points[best]
    return (
        f'<text x="{MARGIN}" y="18" font-weight="bold">{escape(name)}: {escape(figure)}</text>'
        f'<path d="M{MARGIN},30V{bottom}H{right}" fill="none" stroke="{INK}"/>'
        f'<text x="{MARGIN - 5}" y="38" text-anchor="end">{high:.3f}</text>'
        f'<text x="{MARGIN - 5}" y="{bottom}" text-anchor="end">{low:.3f}</text>'
        f'<text x="{MARGIN}" y="{bottom + 16}">1</text>'
        f'<text x="{right}" y="{bottom + 16}" text-anchor="end">epoch {len(values)}</text>'
        f'<polyline points="{line}" fill="none" stroke="{LINE}" stroke-width="2"/>'
        f'<circle cx="{x}" cy="{y}" r="4" fill="{LINE}"/>'
    )
