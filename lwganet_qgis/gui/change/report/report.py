# SPDX-License-Identifier: GPL-3.0-or-later
"""What a report of a review says, as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ....core import __version__
from ....numbers import shown
from ....texts import tr
from ..comparison.parameters import Image
from ..review.changes import Verdict
from ..review.store import ReviewStore
from . import tables
from .entries import Entry, left_out
from .tables import AreaUnit, Compared, Table


@dataclass(frozen=True)
class Report:
    title: str
    subtitle: str
    before: str
    after: str
    change: str
    """Captions of the three maps."""
    counts: Mapping[Verdict, int]
    totals: Table
    review: Table
    inputs: Table
    model: Table
    settings: Table
    entries: Sequence[Entry]
    more: str
    """Said of accepted changes that are not among `entries`; empty: there are none."""
    unit: AreaUnit
    footer: str

    @property
    def columns(self) -> tuple[tuple[Table, ...], tuple[Table, ...]]:
        """Left and right."""
        return (self.totals, self.inputs), (self.model, self.settings, self.review)

    @property
    def tables(self) -> tuple[Table, ...]:
        return sum(self.columns, ())

    @property
    def list_title(self) -> str:
        return tr("Accepted changes") if self.entries else tr("No change has been accepted.")


def make(store: ReviewStore, area: Compared, entries: Sequence[Entry] = ()) -> Report:
    comparison, card = store.comparison, tables.find_card(store.comparison)
    before, after = _named(comparison.before), _named(comparison.after)
    attribution = tr("Attribution of the model: {}").format(card.made.attribution) if card is not None else ""
    made = tr("Made with LWGANet for QGIS {} on {}.").format(__version__, date.today().isoformat())
    others = left_out(store, entries)
    more = tr("{} smaller ones are not listed; all are in the files that were delivered.").format(shown(others))
    return Report(
        title=tr("Change between two dates"),
        subtitle=tr("{before} compared with {after}").format(before=before, after=after),
        before=tr("Before: {}").format(before),
        after=tr("After: {}").format(after),
        change=tr("Reviewed changes over the later image"),
        counts=store.counts(),
        totals=tables.totals(store, area),
        review=tables.review(store),
        inputs=tables.inputs(store),
        model=tables.model(comparison, card),
        settings=tables.settings(store),
        entries=entries,
        more=more if others and entries else "",
        unit=tables.unit_of(store),
        footer="\n".join(text for text in (attribution, made) if text),
    )


def _named(image: Image) -> str:
    name = image.name or Path(image.source.split("|")[0]).name or tr("unknown image")
    return replace(image, name=name).title
