# SPDX-License-Identifier: GPL-3.0-or-later
"""A model's card as a page that people can read: what it knows, what not, how good it is, and on what terms."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from ...core.cards.card import ModelCard
from ...core.catalogue.entry import Entry
from ...model_library import task_name
from ...texts import tr, translated
from .figures import tables
from .rows import Origin, Row, gsd_text, origin_name, task_title

SAMPLE = "sample:"
"""Address of the picture."""
CHIP = "chip:"
"""With six hexadecimal digits behind it: a patch of that colour."""
PICTURE_WIDTH = 560
"""Pixels of the page."""


def page(row: Row, picture: bool) -> str:
    """HTML. All that others wrote is escaped; `picture` says whether there is one."""
    entry = row.entry
    parts = [f"<h2>{escape(translated(entry.title))}</h2>", _tags(row), *_notes(row)]
    if picture:
        text = (
            tr("What it makes of an image that it was not trained on.")
            if row.origin is Origin.BUNDLED
            else tr("A picture that came with the model.")
        )
        parts.append(f'<p><img src="{SAMPLE}" width="{PICTURE_WIDTH}"><br><small>{escape(text)}</small></p>')
    parts += [*_known(entry), *_unknown(entry), *_classes(entry), *_facts(row), *_accuracy(entry), *_license(row)]
    return "".join(parts)


def _tags(row: Row) -> str:
    where = {Origin.BUNDLED: tr("comes with the plugin"), Origin.CATALOGUE: row.catalogue}
    tags = [task_title(row.entry.task), where.get(row.origin, origin_name(row.origin))]
    if row.is_default:
        tags.append(tr("default for {}").format(task_name(row.entry.task)))
    return f"<p>{escape(' · '.join(tags))}</p>"


def _notes(row: Row) -> Iterator[str]:
    if row.entry.note:
        yield f"<p><b>{escape(tr('To be read, not run'))}</b><br>{escape(row.entry.note)}.</p>"


def _known(entry: Entry) -> Iterator[str]:
    if entry.description:
        yield f"<h3>{escape(tr('What it knows'))}</h3><p>{escape(translated(entry.description))}</p>"


def _unknown(entry: Entry) -> Iterator[str]:
    said = [_text(entry.card, "caveat")]
    if entry.gsd_range is not None:
        low, high = entry.gsd_range
        outside = tr("Pixels smaller than {} m or larger than {} m on the ground are outside of what it has learnt.")
        said.append(outside.format(f"{low:g}", f"{high:g}"))
    if entry.trained.words:
        elsewhere = tr("Trained on: {}. Elsewhere expect worse results, and check them before you use them.")
        said.append(elsewhere.format(entry.trained.words))
    items = "".join(f"<li>{escape(text)}</li>" for text in said if text)
    if items:
        yield f"<h3>{escape(tr('What it does not know'))}</h3><ul>{items}</ul>"


def _text(card: ModelCard | None, name: str) -> str:
    found = card.made.training.get(name) if card is not None else None
    return translated(found) if isinstance(found, str) and found else ""


def _classes(entry: Entry) -> Iterator[str]:
    if entry.classes:
        chips = "&nbsp;&nbsp; ".join(
            f'<span style="white-space:nowrap"><img src="{CHIP}{known.color[1:]}">&nbsp;'
            f"{escape(translated(known.name))}</span>"
            for known in entry.classes
        )
        yield f"<h3>{escape(tr('Classes'))}</h3><p>{chips}</p>"


def _facts(row: Row) -> Iterator[str]:
    entry, card = row.entry, row.entry.card
    gsd = gsd_text(entry)
    facts = [(tr("Pixel on the ground"), gsd)]
    if entry.gsd is not None and entry.gsd_range is not None:
        facts = [(tr("Pixel on the ground"), tr("trained for {} m, good for {}").format(f"{entry.gsd:g}", gsd))]
    facts.append((tr("Bands, in this order"), ", ".join(map(translated, entry.bands))))
    if card is not None:
        takes = card.takes
        tile = tr("{} pixels, {} of them shared with the neighbour").format(takes.tile_size, takes.overlap)
        facts += [(tr("Values"), _values(card)), (tr("Tile"), tile), (tr("Network"), card.made.architecture.name)]
    if entry.size:
        facts.append((tr("Size"), size_text(entry.size)))
    facts.append((tr("Id"), entry.id))
    if row.card is not None and row.origin is Origin.MINE:
        facts.append((tr("Folder"), str(row.card.folder)))
    yield f"<h3>{escape(tr('What it takes'))}</h3>{_two_columns(facts)}"


def _values(card: ModelCard) -> str:
    takes = card.takes.input
    low, high = (f"{value:g}" for value in takes.value_range)
    if takes.raw_range is None:
        return tr("{} to {}; other imagery is brought there by its 2nd and 98th percentile").format(low, high)
    first, last = (f"{value:g}" for value in takes.raw_range)
    return tr("{} to {}; of other than 8-bit imagery, values from {} to {} are brought there").format(
        low, high, first, last
    )


def _two_columns(facts: list[tuple[str, str]]) -> str:
    rows = (
        f'<tr><td style="padding-right:12px">{escape(name)}</td><td>{escape(text)}</td></tr>'
        for name, text in facts
        if text
    )
    return f'<table cellspacing="0" cellpadding="2">{"".join(rows)}</table>'


def _accuracy(entry: Entry) -> Iterator[str]:
    card = entry.card
    if card is None:
        return
    yield f"<h3>{escape(tr('How good it is'))}</h3>"
    found = tables(card.made.metrics)
    if not found:
        yield f"<p>{escape(tr('Nobody has said how it was measured: try it on a place that you know.'))}</p>"
    for table in found:
        if table.title:
            yield f"<p><b>{escape(table.title)}</b></p>"
        heads = "".join(f'<th align="right" style="padding-left:14px">{escape(name)}</th>' for name in table.columns)
        rows = "".join(
            f"<tr><td>{escape(name)}</td>"
            + "".join(f'<td align="right" style="padding-left:14px">{escape(value) or "–"}</td>' for value in figures)
            + "</tr>"
            for name, *figures in table.rows
        )
        yield f'<table cellspacing="0" cellpadding="2"><tr><th></th>{heads}</tr>{rows}</table>'
    data = _text(card, "data")
    if data:
        yield f"<p><b>{escape(tr('Data and split'))}</b><br>{escape(data)}</p>"


def _license(row: Row) -> Iterator[str]:
    yield f"<h3>{escape(tr('Licence'))}</h3>{license_html(row.entry)}"


def license_html(entry: Entry) -> str:
    """The terms, and who is to be named."""
    use = {
        "yes": tr("Commercial use: allowed, as far as the name of the licence says; keep to its terms."),
        "no": tr("Commercial use: not allowed."),
        "unknown": tr("Commercial use: not known. Read the licence, or ask its owner."),
    }[entry.license.commercial_use]
    name = escape(entry.license.name or tr("No licence is stated: without one nothing is allowed."))
    if entry.license.url:
        name = f'<a href="{escape(entry.license.url, quote=True)}">{name}</a>'
    text = f"<p>{name}<br>{escape(use)}</p>"
    if entry.card is not None and entry.card.made.attribution:
        text += f"<p>{escape(tr('To be named:'))} {escape(entry.card.made.attribution)}</p>"
    return text


def size_text(size: int) -> str:
    """Bytes for people."""
    return f"{size / 1e6:,.1f} MB" if size >= 1e5 else f"{size / 1e3:,.1f} kB"


def tip(row: Row) -> str:
    """A few lines, for pointing at a choice."""
    entry = row.entry
    lines = [f"<b>{escape(translated(entry.title))}</b>", escape(translated(entry.description))]
    gsd = gsd_text(entry)
    if gsd:
        lines.append(escape(tr("Pixel on the ground: {}").format(gsd)))
    lines += [escape(", ".join(translated(known.name) for known in entry.classes)), escape(entry.license.name)]
    return "<qt>" + "<br>".join(line for line in lines if line) + "</qt>"
