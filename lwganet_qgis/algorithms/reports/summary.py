# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run found, in few words: for the log and as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Protocol

from ...core.cards.card import ModelCard
from ...core.jobs.parts.results import ClassTotal, Found, ModelRun, Ran
from ...texts import tr

_STYLE = """body{font-family:sans-serif;margin:1.5em;max-width:46em}table{border-collapse:collapse;margin:1em 0}
td,th{padding:.25em .8em;text-align:left;border-bottom:1px solid #ccc}.n{text-align:right}
.b{background:#4a90d9;height:.8em}
.s{display:inline-block;width:1em;height:1em;border:1px solid #888;vertical-align:middle}"""


class MapResult(Protocol):
    """A result that says what was found where."""

    found: Found
    ran: Ran


class ModelResult(MapResult, Protocol):
    """One for which a model ran."""

    model: ModelRun


def area_text(square_metres: float | None, pixels: int) -> str:
    if square_metres is None:
        return f"{pixels:,} px"
    if square_metres >= 1e6:
        return f"{square_metres / 1e6:,.2f} km²"
    if square_metres >= 1e4:
        return f"{square_metres / 1e4:,.2f} ha"
    return f"{square_metres:,.1f} m²"


def facts(result: ModelResult) -> list[tuple[str, str]]:
    model, found, seconds = result.model, result.found, result.ran.seconds
    speed = found.pixels / max(seconds, 1e-3) / 1e6
    return [
        (tr("Model"), f"{model.title} [{model.id}]"),
        (tr("Device"), f"{model.device}, {model.runtime}"),
        (tr("Area"), f"{area_text(found.area_m2, found.pixels)} ({found.pixels:,} {tr('pixels with data')})"),
        (tr("Time"), f"{seconds:.1f} s, {model.tiles:,} {tr('tiles')}, {speed:.3g} {tr('million pixels/s')}"),
        (tr("Features"), f"{found.features:,}"),
        *([] if model.unfamiliar is None else [(tr("Unfamiliar to the model"), f"{100 * model.unfamiliar:.0f} %")]),
    ]


def _counts(result: MapResult) -> list[ClassTotal]:
    return [total for total in sorted(result.found.totals, key=lambda t: -t.count) if total.count]


def _shares(result: MapResult) -> Iterator[tuple[ClassTotal, float]]:
    pixels = sum(total.pixels for total in result.found.totals) or 1
    for total in sorted(result.found.totals, key=lambda t: -t.pixels):
        if total.pixels:
            yield total, 100.0 * total.pixels / pixels


def log_lines(result: ModelResult, card: ModelCard) -> list[str]:
    lines = [f"{name}: {value}" for name, value in facts(result)]
    lines += [
        f"  {total.name}: {area_text(total.area_m2, total.pixels)} ({share:.1f} %)" for total, share in _shares(result)
    ]
    lines += [f"  {total.name}: {total.count:,}" for total in _counts(result)]
    return [*lines, f"{tr('Licence of the model')}: {card.made.license}"]


def short_lines(result: MapResult) -> list[str]:
    """Of a run without a model."""
    lines = [f"{name}: {value}" for name, value in _short_facts(result)]
    return lines + [
        f"  {total.name}: {area_text(total.area_m2, total.pixels)} ({share:.1f} %)" for total, share in _shares(result)
    ]


def _short_facts(result: MapResult) -> list[tuple[str, str]]:
    found = result.found
    pixels = f"{found.pixels:,} {tr('pixels with data')}"
    return [
        (tr("Area"), f"{area_text(found.area_m2, found.pixels)} ({pixels})"),
        (tr("Time"), f"{result.ran.seconds:.1f} s"),
        (tr("Features"), f"{found.features:,}"),
    ]


def short_html(title: str, result: MapResult) -> str:
    rows = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in _short_facts(result))
    return page(title, f"<table>{rows}</table>{_class_table(result)}{_notes(result)}")


def _notes(result: MapResult) -> str:
    notes = "".join(f"<li>{escape(text)}</li>" for text in result.ran.warnings)
    return f"<h3>{escape(tr('Notes'))}</h3><ul>{notes}</ul>" if notes else ""


def _swatch(total: ClassTotal) -> str:
    return f'<span class="s" style="background:{escape(total.color)}"></span> {escape(total.name)}'


def _class_table(result: MapResult) -> str:
    rows = "".join(
        f'<tr><td>{_swatch(total)}</td><td class="n">{escape(area_text(total.area_m2, total.pixels))}</td>'
        f'<td class="n">{share:.1f} %</td></tr>'
        for total, share in _shares(result)
    )
    return f"<table><tr><th>{escape(tr('Class'))}</th><th>{escape(tr('Area'))}</th><th></th></tr>{rows}</table>"


def _object_table(result: MapResult) -> str:
    rows = "".join(
        f'<tr><td>{_swatch(total)}</td><td class="n">{total.count:,}</td>'
        f'<td class="n">{"" if total.area_m2 is None else escape(area_text(total.area_m2, 0))}</td></tr>'
        for total in _counts(result)
    )
    heads = "".join(f"<th>{escape(text)}</th>" for text in (tr("Class"), tr("Objects"), tr("Area")))
    return f"<table><tr>{heads}</tr>{rows}</table>" + _histogram(getattr(result, "scores", ()))


def _histogram(counts: Sequence[int]) -> str:
    """Bars of how many objects there are in each step of score from 0 to 1."""
    if not any(counts):
        return ""
    bars = "".join(
        f"<tr><td>{index / len(counts):.2f}–{(index + 1) / len(counts):.2f}</td>"
        f'<td><div class="b" style="width:{300 * count / max(counts):.0f}px"></div></td>'
        f'<td class="n">{count or ""}</td></tr>'
        for index, count in enumerate(counts)
    )
    return f"<h3>{escape(tr('Scores'))}</h3><table>{bars}</table>"


def page(title: str, body: str) -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style></head>'
        f"<body><h2>{escape(title)}</h2>{body}</body></html>\n"
    )


def html(title: str, result: ModelResult, card: ModelCard) -> str:
    rows = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in facts(result))
    table = _object_table(result) if card.task == "detection" else _class_table(result)
    return page(
        title,
        f"<table>{rows}</table>{table}{_notes(result)}"
        f"<p>{escape(card.description)}</p><p>{escape(tr('Licence of the model'))}: {escape(card.made.license)}.<br>"
        f"{escape(card.made.attribution)}</p>",
    )
