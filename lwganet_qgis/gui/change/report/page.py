# SPDX-License-Identifier: GPL-3.0-or-later
"""A report as a page that stands alone."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from html import escape
from pathlib import Path

from ....algorithms.reports.summary import page
from .entries import Entry
from .report import Report
from .tables import Table


def html(report: Report, pictures: Mapping[str, bytes], small: Mapping[str, Path]) -> str:
    """`pictures` are PNG: before, after, change; `small` those of the entries, as `ImagePair.draw` names them."""
    body = f"<p>{escape(report.subtitle)}</p>"
    for name, caption, width in (("before", report.before, 48), ("after", report.after, 48),
                                 ("change", report.change, 98)):  # fmt: skip
        body += _figure(pictures[name], caption, width)
    body += "".join(_table(table) for table in report.tables)
    body += f"<h3>{escape(report.list_title)}</h3>" + "".join(_entry(report, entry, small) for entry in report.entries)
    body += f"<p>{escape(report.more)}</p>" if report.more else ""
    return page(report.title, body + f"<p>{escape(report.footer).replace(chr(10), '<br>')}</p>")


def _figure(picture: bytes, caption: str, width: int) -> str:
    return (
        f'<figure style="display:inline-block;margin:0 1% 1em 0;width:{width}%;vertical-align:top">'
        f"<figcaption>{escape(caption)}</figcaption>{_image(picture, caption, 'width:100%')}</figure>"
    )


def _image(picture: bytes, text: str, style: str) -> str:
    data = base64.b64encode(picture).decode("ascii")
    return f'<img style="{style}" alt="{escape(text)}" src="data:image/png;base64,{data}">'


def _entry(report: Report, entry: Entry, small: Mapping[str, Path]) -> str:
    first, *others = entry.lines(report.unit)
    paths = (small.get(f"{name}-{entry.fid}") for name in ("before", "after"))
    images = "".join(_image(path.read_bytes(), first, "width:8em;margin-right:.4em") for path in paths if path)
    note = f"<p><i>{escape(entry.change.note)}</i></p>" if entry.change.note else ""
    words = f"<b>{escape(first)}</b><br>" + "<br>".join(escape(line) for line in others)
    return f'<div style="display:flex;gap:1em;margin:.6em 0"><div>{images}</div><div>{words}{note}</div></div>'


def _table(table: Table) -> str:
    heads = "".join(f"<th{_number(index)}>{escape(text)}</th>" for index, text in enumerate(table.heads))
    rows = "".join(
        "<tr>"
        + "".join(f"<td{_number(index) if table.heads else ''}>{escape(text)}</td>" for index, text in enumerate(row))
        + "</tr>"
        for row in table.rows
    )
    return f"<h3>{escape(table.title)}</h3><table>{f'<tr>{heads}</tr>' if heads else ''}{rows}</table>"


def _number(index: int) -> str:
    return ' class="n"' if index else ""
