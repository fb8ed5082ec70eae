# SPDX-License-Identifier: GPL-3.0-or-later
"""What the check of two images found, as sentences."""

from __future__ import annotations

from html import escape

from ...core.jobs.pair import PairFigures, Radiometry, Shift
from ...numbers import shown
from ...texts import filled, tr
from .request import Request
from .summary import fact_table, page

SMALL_SHIFT = 0.5
"""Pixels: what is less does no harm."""
LARGEST_RATIO = 1.5
"""Of pixel sizes that still go together."""
LARGE_DIFFERENCE = 0.15


def facts(figures: PairFigures) -> list[tuple[str, str]]:
    """Name and sentence of each finding."""
    return [
        (tr("Overlap"), filled(tr("{:.1f} % of the extent"), 100 * figures.overlap)),
        (tr("Pixel size"), _sizes(figures.gsd)),
        (tr("Shift"), _shift(figures.shift)),
        (tr("Colours"), _colours(figures.radiometry)),
    ]


def _sizes(sizes: tuple[float | None, float | None]) -> str:
    before, after = sizes
    if not before or not after:
        return tr("unknown on the ground: at least one image has no coordinate reference system")
    text = filled(tr("{:.3g} m before, {:.3g} m after"), before, after)
    if max(before, after) > LARGEST_RATIO * min(before, after):
        text += ". " + tr("They differ much: the coarser image shows less, which may look like change")
    return text


def _shift(shift: Shift) -> str:
    if not shift.reliable:
        agreeing = sum(window.agrees for window in shift.windows)
        if shift.windows and 0 < agreeing < len(shift.windows):
            text = tr("cannot be told: the parts of the images disagree; of {} windows {} say the same")
            return text.format(len(shift.windows), agreeing)
        return tr("cannot be told: the images have too little in common")
    length = filled(tr("{:.2f} pixels"), shift.pixels)
    if shift.metres is not None:
        length += filled(tr(" ({:.2f} m)"), shift.metres)
    text = filled(tr("the later image is off by {}; parts of it differ by {:.2f} pixels"), length, shift.spread)
    if shift.pixels < SMALL_SHIFT:
        return text + ". " + tr("That does no harm")
    return text + ". " + tr("Enter {:.6g},{:.6g} in Detect change as the shift of the later image").format(
        shift.x, shift.y
    )


def _colours(radiometry: Radiometry) -> str:
    before, after = radiometry.difference, radiometry.after_match
    text = filled(tr("values differ by {:.0f} %, after matching by {:.0f} %"), 100 * before, 100 * after)
    if before > LARGE_DIFFERENCE and after < before / 2:
        text += ". " + tr("Matching the colours in Detect change takes that away; some models see more without it")
    return text


def lines(figures: PairFigures) -> list[str]:
    return [f"{name}: {text}." for name, text in facts(figures)]


def html(request: Request, figures: PairFigures) -> str:
    rows = fact_table([*request.facts(), *((name, f"{text}.") for name, text in facts(figures)), *request.origin()])
    names = (tr("Column"), tr("Row"), tr("To the right"), tr("Downwards"), tr("Weight"), tr("Agrees"))
    heads = "".join(f"<th>{escape(name)}</th>" for name in names)
    yes, no = tr("yes"), tr("no")
    windows = "".join(
        f'<tr><td class="n">{shown(w.column)}</td><td class="n">{shown(w.row)}</td><td class="n">{shown(w.dx, 2)}</td>'
        f'<td class="n">{shown(w.dy, 2)}</td><td class="n">{shown(w.weight)}</td>'
        f"<td>{yes if w.agrees else no}</td></tr>"
        for w in figures.shift.windows
    )
    caption = tr("Windows that were compared (pixels)")
    return page(request.heading, f"{rows}<h3>{escape(caption)}</h3><table><tr>{heads}</tr>{windows}</table>")
