# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known of a graph before it is run: its metadata, and what a person says, which counts more."""

from __future__ import annotations

from dataclasses import replace

from ....core.errors import InputError, ModelError
from ....core.jobs.parts.statement import BYTES, FORMS, Statement
from ....core.sentences import say
from .file import ForeignGraph
from .heads.stated import BOXES
from .metadata import Metadata, read_metadata

BANDS = 3
"""Of a graph that takes any number, where nothing is said."""


def known(foreign: ForeignGraph, stated: Statement, where: str) -> Metadata:
    """All bands, means and deviations are given in what is returned.

    Raises:
        Unsaid: nobody says what kind of model it is.
        InputError: what is stated contradicts the graph.
        ModelError: its metadata are wrong.
    """
    kind = (FORMS[stated.form], BOXES.get(stated.form, "")) if stated.form else None
    said = read_metadata({**foreign.kind, **foreign.metadata}, kind)
    if kind is not None:
        said = replace(said, form=stated.form, ready="listed" in stated.form)
    given = stated.mean or stated.std
    if bool(stated.mean) != bool(stated.std):
        raise InputError(say("{}: mean and std belong together: give both, or neither", where))
    said = replace(
        said,
        output=_output(foreign, stated, where),
        bands=_bands(foreign, stated, said, where),
        mean=stated.mean if given else said.mean,
        std=stated.std if given else said.std,
        span=_span(foreign, stated, where),
        tile_size=_side(foreign, stated, where) or said.tile_size,
    )
    low, high = said.span
    usual = (0.0, 1.0) if foreign.whole else (low, high - low)
    mean, std = (
        _per_band(values, default, name, said.bands, where, bool(given))
        for values, default, name in ((said.mean, usual[0], "mean"), (said.std, usual[1], "std"))
    )
    if min(std) <= 0:
        raise _fault(bool(given), f"{where}: {_named('std', bool(given))} has values that are not above 0")
    return replace(said, mean=mean, std=std)


def _fault(given: bool, text: str) -> InputError | ModelError:
    return InputError(text) if given else ModelError(text)


def _named(name: str, given: bool) -> str:
    return f"the given {name}" if given else f"its standardization_{name}"


def _per_band(
    values: tuple[float, ...], default: float, name: str, bands: int, where: str, given: bool
) -> tuple[float, ...]:
    if len(values) not in (0, 1, bands):
        raise _fault(given, f"{where}: {_named(name, given)} has {len(values)} values for {bands} bands")
    values = values or (default,)
    return values * bands if len(values) == 1 else values


def _bands(foreign: ForeignGraph, stated: Statement, said: Metadata, where: str) -> int:
    count = len(stated.bands)
    if count and foreign.bands and count != foreign.bands:
        raise InputError(
            say("{} named; {} takes {}: name so many, in its order", _counted(count, "band"), where, foreign.bands)
        )
    return foreign.bands or count or said.bands or max(len(stated.mean), len(said.mean)) or BANDS


def _side(foreign: ForeignGraph, stated: Statement, where: str) -> int:
    if stated.tile_size and foreign.height and stated.tile_size != foreign.height:
        raise InputError(
            say("tiles of {} pixels are asked for; {} takes {} alone", stated.tile_size, where, foreign.height)
        )
    return stated.tile_size


def _span(foreign: ForeignGraph, stated: Statement, where: str) -> tuple[float, float]:
    low, high = stated.value_range or BYTES
    if foreign.whole and (low, high) != BYTES:
        raise InputError(say("values from {:g} to {:g} are stated; {} takes bytes, 0 to 255", low, high, where))
    return low, high


def _output(foreign: ForeignGraph, stated: Statement, where: str) -> str:
    names = [value.name for value in foreign.model.graph.output]
    if stated.output and stated.output not in names:
        raise InputError(say("{} has no output {}; it has {}", where, repr(stated.output[:80]), ", ".join(names)[:200]))
    return stated.output


def _counted(count: int, what: str) -> str:
    return f"1 {what} is" if count == 1 else f"{count} {what}s are"
