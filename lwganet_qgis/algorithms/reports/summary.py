# SPDX-License-Identifier: GPL-3.0-or-later
"""What a run was asked for and what it found, in few words: for the log and as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Protocol

from ...core.cards.card import ModelCard
from ...core.jobs.parts.results import ClassTotal, Found, ModelRun, Ran
from ...gui.models.figures import tables
from ...numbers import brief, shown
from ...texts import tr, translated
from .areas import area_text, unit_of
from .request import Request

__all__ = ["area_text", "html", "log_lines", "page", "short_html", "short_lines"]

_STYLE = """body{font-family:sans-serif;margin:1.5em;max-width:46em}table{border-collapse:collapse;margin:1em 0}
td,th{padding:.25em .8em;text-align:left;vertical-align:top;border-bottom:1px solid #ccc}.n{text-align:right}
.b{background:#4a90d9;height:.8em}
.s{display:inline-block;width:1em;height:1em;border:1px solid #888;vertical-align:middle}"""
Facts = list[tuple[str, str]]


class MapResult(Protocol):
    """A result that says what was found where."""

    found: Found
    ran: Ran


class ModelResult(MapResult, Protocol):
    """One for which a model ran."""

    model: ModelRun


def _name(model: ModelRun) -> tuple[str, str]:
    return tr("Model"), f"{translated(model.title)} [{model.id}]"


def _device(model: ModelRun) -> tuple[str, str]:
    return tr("Device"), f"{model.device}, {model.runtime}"


def _found_facts(result: MapResult) -> Facts:
    found = result.found
    pixels = tr("{} pixels with data").format(shown(found.pixels))
    area = pixels if found.area_m2 is None else f"{area_text(found.area_m2, found.pixels)} ({pixels})"
    return [
        (tr("Area"), area),
        (tr("Time"), f"{shown(result.ran.seconds, 1)} s{_speed(result)}"),
        (tr("Features"), shown(found.features)),
    ]


def _speed(result: MapResult) -> str:
    model = getattr(result, "model", None)
    if model is None:
        return ""
    speed = result.found.pixels / max(result.ran.seconds, 1e-3) / 1e6
    return ", " + tr("{} tiles, {} million pixels/s").format(shown(model.tiles), brief(speed))


def _run_facts(result: ModelResult) -> Facts:
    strange = result.model.unfamiliar
    return [
        _device(result.model),
        *_found_facts(result),
        *([] if strange is None else [(tr("Unfamiliar to the model"), f"{shown(100 * strange)} %")]),
    ]


def _counts(result: MapResult) -> list[ClassTotal]:
    return [total for total in sorted(result.found.totals, key=lambda t: -t.count) if total.count]


def _shares(result: MapResult) -> Iterator[tuple[ClassTotal, float]]:
    pixels = sum(total.pixels for total in result.found.totals) or 1
    for total in sorted(result.found.totals, key=lambda t: -t.pixels):
        if total.pixels:
            yield total, 100.0 * total.pixels / pixels


def _share_lines(result: MapResult) -> list[str]:
    return [
        f"  {translated(total.name)}: {area_text(total.area_m2, total.pixels)} ({shown(share, 1)} %)"
        for total, share in _shares(result)
    ]


def log_lines(result: ModelResult, card: ModelCard) -> list[str]:
    lines = [f"{name}: {value}" for name, value in (_name(result.model), *_run_facts(result))] + _share_lines(result)
    lines += [f"  {translated(total.name)}: {shown(total.count)}" for total in _counts(result)]
    return [*lines, f"{tr('Licence of the model')}: {card.made.license}"]


def short_lines(result: MapResult) -> list[str]:
    """Of a run without a model."""
    return [f"{name}: {value}" for name, value in _found_facts(result)] + _share_lines(result)


def short_html(request: Request, result: MapResult) -> str:
    found = fact_table([*request.facts(), *_found_facts(result), *request.origin()])
    return page(request.heading, f"{found}{_class_table(result)}{_notes(result)}")


def fact_table(rows: Iterable[tuple[str, str]]) -> str:
    lines = (f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in rows)
    return f"<table>{''.join(lines)}</table>"


def _notes(result: MapResult) -> str:
    notes = "".join(f"<li>{escape(text)}</li>" for text in result.ran.warnings)
    return f"<h3>{escape(tr('Notes'))}</h3><ul>{notes}</ul>" if notes else ""


def _swatch(total: ClassTotal) -> str:
    return f'<span class="s" style="background:{escape(total.color)}"></span> {escape(translated(total.name))}'


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The first column is HTML, the others are numbers."""
    first, *others = heads
    titles = f"<th>{escape(first)}</th>" + "".join(f'<th class="n">{escape(text)}</th>' for text in others)
    lines = "".join(
        f"<tr><td>{name}</td>" + "".join(f'<td class="n">{escape(text)}</td>' for text in figures) + "</tr>"
        for name, *figures in rows
    )
    return f"<table><tr>{titles}</tr>{lines}</table>"


def _class_table(result: MapResult) -> str:
    shares = list(_shares(result))
    unit = unit_of(total.area_m2 for total, _ in shares)
    rows = [
        (_swatch(total), unit.figure(total.pixels if total.area_m2 is None else total.area_m2), shown(share, 1))
        for total, share in shares
    ]
    return _table((tr("Class"), tr("Area ({})").format(unit.name), tr("Share (%)")), rows)


def _object_table(result: MapResult) -> str:
    counts = _counts(result)
    unit = unit_of(total.area_m2 for total in counts)
    measured = all(total.area_m2 is not None for total in counts)
    heads = [tr("Class"), tr("Objects"), *([tr("Area ({})").format(unit.name)] if measured else [])]
    rows = [
        (_swatch(total), shown(total.count), *([unit.figure(total.area_m2 or 0.0)] if measured else []))
        for total in counts
    ]
    return _table(heads, rows) + _histogram(getattr(result, "scores", ()))


def _histogram(counts: Sequence[int]) -> str:
    """Bars of how many objects there are in each step of score from 0 to 1."""
    if not any(counts):
        return ""
    bars = "".join(
        f"<tr><td>{shown(index / len(counts), 2)}–{shown((index + 1) / len(counts), 2)}</td>"
        f'<td><div class="b" style="width:{300 * count / max(counts):.0f}px"></div></td>'
        f'<td class="n">{shown(count) if count else ""}</td></tr>'
        for index, count in enumerate(counts)
    )
    return f"<h3>{escape(tr('Scores'))}</h3><table>{bars}</table>"


def page(title: str, body: str) -> str:
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style></head>'
        f"<body><h2>{escape(title)}</h2>{body}</body></html>\n"
    )


def _accuracy(card: ModelCard) -> str:
    """Of the data that the model was not made with."""
    tested = card.made.metrics.get("test")
    totals = [table for table in tables({"test": tested}) if not table.title] if isinstance(tested, dict) else []
    if not totals:
        return f"<p>{escape(tr('How accurate the model is, its description does not say.'))}</p>"
    heading = tr("Measured on test data, which the model was not trained on")
    rows = [(escape(name), *figures) for name, *figures in totals[0].rows]
    return f"<p>{escape(heading)}:</p>{_table((tr('Measure'), tr('Value')), rows)}"


def _about(card: ModelCard) -> str:
    made = card.made
    return (
        f"<h3>{escape(tr('The model'))}</h3><p>{escape(translated(card.description))}</p>{_accuracy(card)}"
        f"<p>{escape(tr('Licence of the model'))}: {escape(made.license)}.<br>{escape(made.attribution)}</p>"
    )


def html(request: Request, result: ModelResult, card: ModelCard) -> str:
    table = _object_table(result) if card.task == "detection" else _class_table(result)
    told = fact_table([*request.facts(_name(result.model)), *_run_facts(result), *request.origin()])
    return page(request.heading, f"{told}{table}{_notes(result)}{_about(card)}")
