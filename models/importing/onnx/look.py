# SPDX-License-Identifier: GPL-3.0-or-later
"""What a graph takes and gives, and what that may be: for a person who is to say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnx import GraphProto

from ....core.cards.kinds import KINDS, MOST_CLASSES
from ....core.errors import ModelError, SlowModel
from ....core.jobs.inspection import Fit, GraphValue, InspectionResult
from ....core.jobs.parts.statement import FORMS, Statement
from ....core.sentences import say
from ....core.sessions.limits import limited_memory
from .file import ForeignGraph, Value, read_graph
from .heads.maps import map_form
from .heads.scenes import is_scores
from .heads.stated import BOXES
from .metadata import CLASSIFIER, DETECTOR, SEGMENTOR, Metadata
from .probe import TRIED, Probe
from .stated import known
from .understand import ends_with_sigmoid, head_of

Values = NDArray[np.float32]
BANDS = (3, 1, 4, 2, 6, 10, 12, 13)
"""Tried where a graph takes any number."""
LIKELY = (
    "map_classes", "map_probability", "map_logit", "map_probabilities", "map_independent", "map_logits",
    "scene_probabilities", "scene_logits", "boxes_listed", "boxes_listed_turned", "boxes_v8_masks", "boxes_v8",
    "boxes_turned", "boxes_v5_masks", "boxes_v5", "boxes_v6", "boxes_shares",
)  # fmt: skip
"""Of those that fit, the first is the most telling."""
ANY = Statement("map_logits")
"""For what is known besides the form."""


def inspect_graph(path: Path) -> InspectionResult:
    """Reads a graph and runs it on tiles, with no more time and memory than an import has.

    Raises:
        EngineError: why it cannot be imported, whatever is said of it.
    """
    with limited_memory():
        return look_at(read_graph(path), path)


def look_at(foreign: ForeignGraph, path: Path) -> InspectionResult:
    """As `inspect_graph`, of a graph that is read already."""
    where = str(path)
    try:
        said = known(foreign, Statement(), where)
        says = said.task
    except ModelError:  # a person may say otherwise
        said, says = known(foreign, ANY, where), ""
    probe, side = _running(foreign, replace(said, form="", output=""), where)
    fits = sorted(_fits(probe, side), key=lambda fit: (FORMS[fit.form] != says, _rank(fit, foreign.model.graph)))
    told = "standardization_mean" in foreign.metadata
    return InspectionResult(
        True, _shown(foreign.inputs), _shown(_measured(foreign, probe, side)), tuple(fits), says,
        said.names, said.gsd, said.license,
        bands=foreign.bands, side=foreign.height,
        tile_size=foreign.height or said.tile_size or _usual_side(probe, fits, side),
        takes_bytes=foreign.whole, mean=said.mean if told else (), std=said.std if told else (),
    )  # fmt: skip


def _usual_side(probe: Probe, fits: Sequence[Fit], side: int) -> int:
    """Of tiles, for the likeliest."""
    if not fits:
        return side
    probe.said = replace(probe.said, task=FORMS[fits[0].form], output=fits[0].output)
    return probe.usual_side()


def _rank(fit: Fit, graph: GraphProto) -> int:
    """Logits may well lie from 0 to 1, too: that classes are scored each by itself is told by what makes them."""
    if fit.form == "map_independent":
        index = [value.name for value in graph.output].index(fit.output)
        return LIKELY.index("map_independent" if ends_with_sigmoid(graph, index) else "map_logits")
    return LIKELY.index(fit.form)


def what_to_say(seen: InspectionResult) -> str:
    """For a message."""
    if not seen.fits:
        given = " and ".join(f"{value.name} of {value.shape}" for value in seen.outputs)[:200]
        most = f"maps, scenes and boxes of up to {MOST_CLASSES} classes are"
        return f"It gives {given}, which is nothing that a tool here runs: {most}"
    listed = ", ".join(_counted(fit) for fit in seen.fits)
    return f"Say which of these it gives, and name its classes: {listed}"


def _counted(fit: Fit) -> str:
    count = f" of {fit.classes} class{'' if fit.classes == 1 else 'es'}" if fit.classes else ""
    return f"{fit.form}{count}"


def _measured(foreign: ForeignGraph, probe: Probe, side: int) -> Iterator[Value]:
    """Outputs, with the lengths that were seen where the file does not say them."""
    found = probe.ask_all(probe.random(max(foreign.batch, 1), side))
    shapes = {value.name: values.shape for value, values in zip(foreign.model.graph.output, found)}
    for value in foreign.outputs:
        seen = " x ".join(map(str, shapes.get(value.name, ())))
        said = all(length.isdecimal() for length in value.shape.split(" x "))
        yield value if said or not seen else replace(value, shape=seen)


def _shown(values: Iterable[Value]) -> tuple[GraphValue, ...]:
    return tuple(GraphValue(**asdict(value)) for value in values)


def _running(foreign: ForeignGraph, said: Metadata, where: str) -> tuple[Probe, int]:
    """The graph, and a side of images that it takes.

    Raises:
        ModelError: it runs on none; what it says of the first.
    """
    sides = (foreign.height,) if foreign.height else (*filter(None, (said.tile_size,)), *TRIED)
    counts = (foreign.bands,) if foreign.bands else (said.bands, *(n for n in BANDS if n != said.bands))
    problem: ModelError | None = None
    for count in counts:
        means, deviations = (values[:1] * count for values in (said.mean, said.std))
        fed = said if count == said.bands else replace(said, bands=count, mean=means, std=deviations)
        probe = Probe(foreign, fed, where)
        for side in sides:
            try:
                probe.ask_all(probe.random(max(foreign.batch, 1), side))
                return probe, side
            except SlowModel:
                raise
            except ModelError as error:
                problem = problem or error
    if foreign.height:
        raise problem or ModelError(say("{} takes no images", where))
    tried = ", ".join(map(str, sides))
    raise ModelError(
        say(
            "{}. It was tried on images of {} pixels: if it takes those of another side alone, say its tile size",
            problem,
            tried,
        )
    )


def _fits(probe: Probe, side: int) -> Iterator[Fit]:
    outputs = probe.ask_all(probe.random(max(probe.foreign.batch, 1), side))
    masks = next((values.shape[1] for values in outputs if values.ndim == 4), 0)
    for index, value in enumerate(probe.foreign.model.graph.output):
        shape, before = outputs[index].shape, probe.said
        is_map = map_form(shape, side) is not None
        if not is_map and len(shape) == 4:
            probe.said = replace(before, task=SEGMENTOR, output=value.name)
            is_map = bool(probe.cut(side, outputs))
        for task, rank in ((SEGMENTOR, is_map), (CLASSIFIER, is_scores(shape)), (DETECTOR, len(shape) == 3)):
            if rank and not (is_map and task == DETECTOR):
                yield from _of_task(probe, side, index, task, masks)
        probe.said = before


def _of_task(probe: Probe, side: int, index: int, task: str, masks: int) -> Iterator[Fit]:
    """Those forms that the numbers of one output may have."""
    said, name = probe.said, probe.foreign.model.graph.output[index].name
    tiles = [images for images in (probe.random(1, side), probe.real(side)) if len(images)]
    try:
        raw = [probe.ask(images, index) for images in (*tiles, *probe.levels(side))]
    except ModelError:  # no numbers
        return
    for form in (form for form, its_task in FORMS.items() if its_task == task):
        if form.endswith("_masks") != (masks > 0) and task == DETECTOR and "listed" not in form:
            continue
        silent = form == "map_classes" or "listed" in form
        probe.said = replace(said, task=task, form=form, head=BOXES.get(form, ""), ready="listed" in form)
        try:
            head = head_of(probe, index, raw, side, _largest(raw, form) if silent else 0, masks)
        except ModelError:
            continue
        if KINDS[task].fewest_classes <= head.classes <= MOST_CLASSES:
            single = form in ("map_probability", "map_logit")
            yield Fit(form, name, 0 if silent else head.classes, single)
    probe.said = said


def _largest(raw: Sequence[Values], form: str) -> int:
    """A number of classes that all that were seen belong to."""
    if form == "map_classes":
        return max(2, *(int(np.nan_to_num(values.max())) + 1 for values in raw))
    listed = [values[..., 5] for values in raw if values.shape[-1] > 5]
    return max([1, *(int(np.nan_to_num(values.max())) + 1 for values in listed if values.size)])
