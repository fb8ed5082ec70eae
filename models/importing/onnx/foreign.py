# SPDX-License-Identifier: GPL-3.0-or-later
"""ONNX files of others, segmenters, classifiers and YOLO detectors, into model folders that run as our own do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import onnx
import onnxruntime

from ....core.cards.card import GRAPH_FILE, ModelCard, read_card
from ....core.cards.datasets import Dataset, datasets
from ....core.cards.kinds import KINDS, MOST_CLASSES
from ....core.cards.writing import write_card
from ....core.errors import InputError, ModelError
from ....core.jobs.parts.statement import BYTES
from ....core.outputs.pending import pending_folder
from ....core.sentences import say
from ....core.sessions.limits import limited_memory
from ....core.sessions.onnx import OnnxSession
from ..parts.compare import difference_of
from ..parts.labels import Told, choose
from ..parts.request import Request, Tell, check_free, model_id, sha256
from .compose import Reading, compose
from .file import ForeignGraph, read_graph
from .heads.boxes import TRANSFORMER, BoxHead
from .heads.maps import MapHead
from .look import look_at, what_to_say
from .metadata import CLASSIFIER, DETECTOR, Metadata, Unsaid
from .probe import Probe, Shape
from .stated import known
from .understand import decoded, read

UNKNOWN = "not known (ask the model's author)"
BACKGROUND, NO_COLOR = "background", "#ffffff"
"""The class of a map's single channel where that says no."""
OVERLAP, THRESHOLD, IOU = 0.2, 0.25, 0.45
"""Where a file does not say: share of a tile, smallest score, and what YOLO's own tools begin with."""
HALF = 20
"""How much more graphs of half precision may differ: a runtime rounds where it likes."""
RIMS = 4
"""How much wider than a mirrored rim the overlap is, so that the rim counts little."""
KEPT = 300
"""Characters of one of the file's metadata on the card."""


def _known_classes(request: Request, said: Metadata) -> int:
    """How many names there are; 0: none."""
    if said.names:
        return len(said.names)
    dataset = datasets().get(request.wishes.dataset)
    return len(request.wishes.labels) or (len(dataset.classes) if dataset else 0)


def _is_single(reading: Reading) -> bool:
    """Whether one channel stands for a class and for all else."""
    return isinstance(reading.head, MapHead) and reading.head.kind in ("probability", "logit")


def _with_background(values: tuple[str, ...], background: str, reading: Reading) -> tuple[str, ...]:
    return (background, *values) if _is_single(reading) and len(values) == 1 else values


def _dataset(request: Request, said: Metadata, reading: Reading) -> Dataset:
    """Classes and ground resolution: what the user says counts more than what the file says."""
    path, count = request.checkpoint, reading.head.classes
    if not KINDS[reading.task].fewest_classes <= count <= MOST_CLASSES:
        raise ModelError(say("{} has {} classes; models have up to {}", path, count, MOST_CLASSES))
    names = _with_background(said.names, BACKGROUND, reading)
    wishes = replace(
        request.wishes,
        labels=_with_background(request.wishes.labels, BACKGROUND, reading),
        colors=_with_background(request.wishes.colors, NO_COLOR, reading),
        gsd=said.gsd if request.wishes.gsd is None else request.wishes.gsd,
    )
    if wishes.labels and len(wishes.labels) != count:
        one = "; it may be named alone, all else being the background" if _is_single(reading) else ""
        raise InputError(say("{} class names were given; {} has {}{}", len(wishes.labels), path, count, one))
    if not (wishes.labels or wishes.dataset) and len(names) != count:
        raise InputError(
            say(
                "{} names {} classes and has {}: give the names of its classes in its order",
                path,
                len(names) or "no",
                count,
            )
        )
    return choose(Told("onnx", reading.task, count, names), wishes)


def _notes(said: Metadata, reading: Reading) -> list[str]:
    """What differs from the file's own tool."""
    notes = list(said.notes)
    if reading.batch > 1:
        notes.append(
            say("it works on {} tiles at a time, and fills up smaller batches: make them as large", reading.batch)
        )
    if not isinstance(reading.head, MapHead):
        return notes
    if reading.head.independent:
        notes.append(
            say("its classes are scored each by itself (sigmoid): each pixel gets the best, however low all are")
        )
    if reading.head.kind == "classes":
        notes.append(say("it gives classes without scores: a score tells only how many tiles over a pixel agree"))
    if reading.margin:
        notes.append(
            say("its maps leave out {} pixels at each side: tiles are extended by their mirror image", reading.margin)
        )
    if reading.head.kind in ("logits", "shares") and said.threshold:
        notes.append(
            say("each pixel gets its best class, however low its score (the file says seg_thresh {:g})", said.threshold)
        )
    if reading.head.threshold != 0.5:
        notes.append(
            say("a score of 0.5 stands for a probability of {:g}, where the class begins", reading.head.threshold)
        )
    return notes


def _kind(said: Metadata, reading: Reading) -> str:
    if isinstance(reading.head, BoxHead):
        if reading.head.shares:
            return TRANSFORMER
        return said.head or ("YOLO_v5_or_v7_default" if reading.head.objectness else "YOLO_Ultralytics")
    return f"{'Segmentor' if isinstance(reading.head, MapHead) else 'Classifier'} ({reading.head.kind})"


def _fields(request: Request, said: Metadata, reading: Reading, shape: Shape) -> dict[str, Any]:
    """All of a card but where it comes from."""
    path, dataset = request.checkpoint, _dataset(request, said, reading)
    detects = reading.task == DETECTOR
    bands = ["red", "green", "blue"] if reading.bands == 3 else [f"band {n}" for n in range(1, reading.bands + 1)]
    overlap = (0.0 if reading.task == CLASSIFIER else OVERLAP) if said.overlap is None else said.overlap
    notes = "".join(f" {note[0].upper()}{note[1:]}." for note in _notes(said, reading))
    threshold = THRESHOLD if said.threshold is None else said.threshold
    return {
        "id": model_id(request.name or path.stem),
        "title": request.name or path.stem,
        "description": f"{_kind(said, reading)}, imported from {path.name}. Not measured here: compare with places "
        f"that you know.{notes}",
        "task": reading.task,
        "architecture": {"name": "onnx", "arguments": {"head": _kind(said, reading)}},
        "classes": [{"name": label.name, "color": label.color} for label in dataset.classes],
        "input": {
            "bands": list(request.stated.bands) or bands,
            "value_range": list(said.span),
            "raw_range": None if said.span == BYTES else list(said.span),
            "mean": list(reading.mean),
            "std": list(reading.std),
        },
        "gsd": dataset.gsd,
        "gsd_range": list(dataset.gsd_range),
        "tile_size": shape.side,
        "overlap": max(round(overlap * shape.side), min(RIMS * reading.margin, shape.side // 2)),
        "multiple": shape.multiple,
        "smallest": shape.smallest,
        "largest": shape.largest,
        "threshold": threshold if detects else None,
        "iou": (said.iou or IOU) if detects else 0.1,
        "license": f"Weights: {request.license or said.license or UNKNOWN}. Data: {dataset.license}",
        "attribution": f"{path.name}: {said.author or 'author not known'}.",
        "metrics": {},
    }


def _compared(probe: Probe, reading: Reading, card: ModelCard) -> dict[str, Any]:
    """Compares the folder's graph with the foreign graph's own output, decoded by NumPy.

    Raises:
        ModelError: they differ.
    """
    session = OnnxSession(card, 1)
    seen: dict[str, float] = {}
    sides = sorted({card.takes.smallest, card.takes.tile_size})
    tiles = [("random", probe.random(3, side)) for side in sides]
    tiles.append(("real", probe.real(card.takes.tile_size)))
    for kind, images in tiles:
        if not len(images):
            continue
        difference = difference_of(card, session.run([images]), decoded(probe, images, reading))
        difference /= HALF if probe.foreign.half else 1
        if difference > 1:
            raise ModelError(
                say(
                    "{} gives something else inside the model folder on {} tiles, {:.3g} times what is allowed: "
                    "it was not kept. Please report it with the name of the file",
                    probe.where,
                    kind,
                    difference,
                )
            )
        seen[kind] = max(seen.get(kind, 0.0), round(difference, 4))
    return {"onnxruntime": onnxruntime.__version__, "difference_of_allowed": seen}


def _said(request: Request, foreign: ForeignGraph) -> Metadata:
    path = request.checkpoint
    try:
        return known(foreign, request.stated, str(path))
    except Unsaid as error:
        raise ModelError(
            say("{} cannot be imported: {}. {}", path, error, what_to_say(look_at(foreign, path)))
        ) from error
    except ModelError as error:
        raise ModelError(say("{} cannot be imported: {}", path, error)) from error


def import_graph(request: Request, tell: Tell = lambda fraction, text: None) -> ModelCard:
    """Makes a model folder of an ONNX file, with no more time and memory than others' models have; a failed import
    leaves nothing.

    Raises:
        EngineError: what is wrong with the file, or what has to be said about it.
    """
    with limited_memory():
        return _imported(request, tell)


def _imported(request: Request, tell: Tell) -> ModelCard:
    path = request.checkpoint
    tell(0.0, say("reading {}", path.name))
    foreign = read_graph(path)
    said = _said(request, foreign)
    tell(0.1, say("{} is for {}; running it on tiles", path.name, said.task))
    probe = Probe(foreign, said, str(path))
    shape = probe.shape()
    reading = read(probe, shape, _known_classes(request, said))
    fields = _fields(request, said, reading, shape)
    check_free(fields["id"], request.out)
    found = _kind(said, reading), reading.head.classes, shape.side
    tell(0.4, say("{} is {} of {} classes, tiles of {} pixels", path.name, *found))
    for note in _notes(said, reading):
        tell(0.4, note)
    with pending_folder(request.out / fields["id"]) as folder:
        metadata = {key: value[:KEPT] for key, value in foreign.metadata.items()}
        fields["training"] = {"file": path.name, "sha256": sha256(path), "metadata": metadata}
        folder.mkdir(parents=True, exist_ok=True)
        try:
            graph = compose(foreign, reading)
        except onnx.checker.ValidationError as error:
            raise ModelError(say("{} cannot be put behind a model's interface: {}", path, str(error)[:200])) from error
        (folder / GRAPH_FILE).write_bytes(graph.SerializeToString())
        tell(0.6, say("comparing the model with the file"))
        fields["training"]["compared"] = _compared(probe, reading, write_card(fields, folder, (GRAPH_FILE,)))
        write_card(fields, folder, (GRAPH_FILE,))
        tell(1.0, say("licence of the model: {}", fields["license"]))
    return read_card(request.out / fields["id"])
