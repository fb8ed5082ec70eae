# SPDX-License-Identifier: GPL-3.0-or-later
"""Detection accuracy in words, as a table and as a curve."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ...core.jobs.accuracy import AccuracyResult, ClassAccuracy
from ...numbers import brief, shown
from ...texts import tr, translated
from .request import Request
from .summary import fact_table, page

COLOURS = ("#120452", "#da7801", "#5b97a0", "#954c0c", "#8d59d7", "#80ec90", "#422014", "#034c4f")
SIDE, MARGIN = 300, 40


def _number(value: float | None) -> str:
    return "–" if value is None else shown(value, 3)


def _name(entry: ClassAccuracy) -> str:
    return translated(entry.name) if entry.name else tr("all")


def log_lines(result: AccuracyResult) -> list[str]:
    lines = [
        tr("{name}: {right} right, {wrong} wrong, {missed} missed; precision {p}, recall {r}, F1 {f}, AP {ap}").format(
            name=_name(entry), right=entry.right, wrong=entry.wrong, missed=entry.missed,
            p=_number(entry.precision), r=_number(entry.recall), f=_number(entry.f1), ap=_number(entry.ap),
        )
        for entry in result.classes
    ]  # fmt: skip
    return [*lines, tr("Mean AP at IoU {}: {}").format(brief(result.iou), _number(result.mean_ap))]


def html(request: Request, result: AccuracyResult) -> str:
    keys = ("detections", "references", "right", "wrong", "missed", "precision", "recall", "f1", "ap", "ap11")
    heads = (tr("Class"), tr("Detections"), tr("References"), tr("Right"), tr("Wrong"), tr("Missed"),
             tr("Precision"), tr("Recall"), "F1", "AP", tr("AP, 11 points"))  # fmt: skip
    rows = ""
    for entry in result.classes:
        cells = (getattr(entry, key) for key in keys)
        texts = (shown(cell) if isinstance(cell, int) else _number(cell) for cell in cells)
        rows += f"<tr><td>{escape(_name(entry))}</td>" + "".join(f'<td class="n">{text}</td>' for text in texts)
    table = "<table><tr>" + "".join(f"<th>{escape(head)}</th>" for head in heads) + f"</tr>{rows}</table>"
    summary = tr("Mean AP at IoU {}: {}").format(brief(result.iou), _number(result.mean_ap))
    told = fact_table([*request.facts(), *request.origin()])
    return page(request.heading, f"{told}<p>{escape(summary)}</p>{table}{_curves(result.classes)}")


def _curves(entries: Sequence[ClassAccuracy]) -> str:
    """Precision over recall, as a picture."""
    drawn = "".join(
        f'<polyline points="{_points(entry.curve)}" fill="none" stroke="{COLOURS[index % len(COLOURS)]}" '
        f'stroke-width="2"><title>{escape(_name(entry))}</title></polyline>'
        for index, entry in enumerate(entries)
        if entry.curve
    )
    ticks = "".join(
        f'<text x="{MARGIN + SIDE * v / 4}" y="{SIDE + 34}" text-anchor="middle">{brief(v / 4)}</text>'
        f'<text x="{MARGIN - 6}" y="{24 + SIDE * (1 - v / 4)}" text-anchor="end">{brief(v / 4)}</text>'
        for v in range(5)
    )
    names = "".join(
        f'<text x="{MARGIN + SIDE + 16}" y="{34 + 18 * index}" fill="{COLOURS[index % len(COLOURS)]}">'
        f"{escape(_name(entry))}</text>"
        for index, entry in enumerate(entries)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE + MARGIN + 200}" height="{SIDE + 60}" '
        f'font-family="sans-serif" font-size="11"><rect x="{MARGIN}" y="20" width="{SIDE}" height="{SIDE}" '
        f'fill="none" stroke="#888"/>{ticks}{drawn}{names}'
        f'<text x="{MARGIN + SIDE / 2}" y="{SIDE + 52}" text-anchor="middle">{escape(tr("Recall"))}</text>'
        f'<text x="{MARGIN}" y="12">{escape(tr("Precision"))}</text></svg>'
    )


def _points(curve: Sequence[Sequence[float]]) -> str:
    return " ".join(f"{MARGIN + SIDE * recall:.1f},{20 + SIDE * (1 - precision):.1f}" for recall, precision in curve)
