# SPDX-License-Identifier: GPL-3.0-or-later
"""What an ONNX file says of itself in `metadata_props`: as Deepness reads it, and as Ultralytics and YOLOv5 write it.

Deepness writes JSON, Ultralytics the text of Python's literals. Both are read as data; nothing is evaluated.
"""

from __future__ import annotations

import ast
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ....core.errors import ModelError
from ....core.sentences import say
from .heads.boxes import TRANSFORMER

LONGEST = 100_000
"""Characters of one value that are looked at."""
LONGEST_NAME = 100
"""Of a class."""
CENTIMETRE = 0.01
SEGMENTOR, DETECTOR, CLASSIFIER = "segmentation", "detection", "classification"
OTHERS = ("Regressor", "Superresolution", "Recognition")
ULTRALYTICS = {
    "detect": "YOLO_Ultralytics", "obb": "YOLO_Ultralytics_obb", "segment": "YOLO_Ultralytics_segmentation",
}  # fmt: skip
"""Ultralytics' tasks, and what Deepness calls their heads."""
YOLOV5 = {"stride", "names"}
"""All that YOLOv5's own export says."""
WHOLE = 255.0
"""What stands for 1 in images."""


class Unsaid(ModelError):
    """Metadata that leave open what kind of model it is."""


@dataclass(frozen=True)
class Metadata:
    """None, empty or zero: not said."""

    task: str
    head: str = ""
    """Detection: one of `boxes.HEADS`."""
    ready: bool = False
    """Detection: whether the graph itself lists the boxes that stay."""
    form: str = ""
    """What a person says that it gives: one of `core.jobs.parts.statement.FORMS`."""
    output: str = ""
    """Name of the output that counts."""
    names: tuple[str, ...] = ()
    gsd: float | None = None
    """Metres of a pixel."""
    tile_size: int = 0
    stride: int = 0
    overlap: float | None = None
    """Share of a tile."""
    bands: int = 0
    mean: tuple[float, ...] = ()
    std: tuple[float, ...] = ()
    """Of one band or each, in units of `span`."""
    span: tuple[float, float] = (0.0, WHOLE)
    """Smallest and largest value of its images."""
    threshold: float | None = None
    iou: float | None = None
    license: str = ""
    author: str = ""
    notes: tuple[str, ...] = ()
    """What the file asks for and is not done."""


def parsed(text: str) -> Any:
    """The value that JSON or a Python literal stands for; else the text itself."""
    if len(text) > LONGEST:
        raise ModelError(say("its metadata have a value of {:,} characters: refused unread", len(text)))
    for read in (json.loads, ast.literal_eval):
        try:
            return read(text)
        except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
            continue
    return text


def _number(props: Mapping[str, Any], key: str, high: float = math.inf, zero: bool = False) -> float | None:
    """A number above 0 (or 0 where that may be), up to `high`."""
    value = props.get(key)
    if value is None:
        return None
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if not (0 < number <= high or (zero and number == 0)) or not math.isfinite(number):
        upper = f" up to {high:g}" if math.isfinite(high) else ""
        expected = f"a number {'from' if zero else 'above'} 0{upper}"
        raise ModelError(say("its metadata say {} {}: expected {}", key, repr(str(value)[:80]), expected))
    return number


def _numbers(props: Mapping[str, Any], key: str) -> tuple[float, ...]:
    value: Any = props.get(key)
    values = value if isinstance(value, (list, tuple)) else [value]
    try:
        numbers = tuple(float(v) for v in values)
    except (TypeError, ValueError, OverflowError):
        numbers = (math.nan,)
    if not all(map(math.isfinite, numbers)):
        raise ModelError(
            say("its metadata say {} {}: expected a list of numbers, one for each band", key, repr(str(value)[:80]))
        )
    return numbers


def _scaled(props: Mapping[str, Any], key: str) -> tuple[float, ...]:
    """Of values 0..1, for such of 0..255."""
    return tuple(WHOLE * value for value in _numbers(props, key))


def _side(props: Mapping[str, Any]) -> int:
    """Of a tile. `imgsz` is height and width."""
    for key in ("tile_size", "tiles_size", "imgsz"):
        if key in props:
            sides = props[key] if isinstance(props[key], (list, tuple)) and props[key] else [props[key]]
            numbers = {_number({key: side}, key, 1 << 15) for side in sides}
            if len(numbers) == 1:
                return int(numbers.pop() or 0)
            raise ModelError(
                say("its metadata say {} {}: tiles here are square, as high as wide", key, str(props[key])[:80])
            )
    return 0


def _names(props: Mapping[str, Any]) -> tuple[str, ...]:
    """Of the classes, by rising number."""
    key = next((key for key in ("class_names", "names") if props.get(key)), None)
    if key is None:
        return ()
    value = props[key]
    if isinstance(value, (list, tuple)) and value and all(isinstance(head, dict) for head in value):
        if len(value) > 1:
            raise ModelError(say("its metadata name classes of {} heads: models here have one", len(value)))
        value = value[0]
    if isinstance(value, dict):
        try:
            pairs = sorted((int(number), name) for number, name in value.items())
        except (TypeError, ValueError):
            pairs = [(-1, "")]
        if [number for number, _ in pairs] != list(range(len(pairs))):
            raise ModelError(say("the numbers of its {} are not 0, 1, 2 and so on: {}", key, str(value)[:120]))
        value = [name for _, name in pairs]
    if not isinstance(value, (list, tuple)) or not all(isinstance(name, (str, int)) for name in value):
        raise ModelError(say("its {} are no names: {}", key, str(value)[:120]))
    return tuple(str(name).strip()[:LONGEST_NAME] or f"class {index}" for index, name in enumerate(value))


def _kind(props: Mapping[str, Any]) -> tuple[str, str]:
    """Task, and head of a detector."""
    own = ULTRALYTICS.get(str(props.get("task")), "")
    if own and _is_transformer(props):
        own = TRANSFORMER
    if "model_type" not in props:
        if "task" not in props and YOLOV5 <= set(props):
            return DETECTOR, ""
        if "task" not in props:
            raise Unsaid("it does not say what kind of model it is")
        if props["task"] == "classify":
            return CLASSIFIER, ""
        if not own:
            raise ModelError(
                say("it is a model for {}: detect, segment, obb and classify are known", repr(str(props["task"])[:40]))
            )
        return DETECTOR, own
    kind = str(props["model_type"]).capitalize()
    if kind == "Segmentor":
        return SEGMENTOR, ""
    if kind == "Detector":
        return DETECTOR, str(props.get("det_type") or own)
    found = f"a {kind}" if kind in OTHERS else f"of model_type {str(props['model_type'])[:40]!r}"
    raise ModelError(say("it is {}, which no tool here runs: Segmentor and Detector can be imported", found))


def _is_transformer(props: Mapping[str, Any]) -> bool:
    """RT-DETR comes out of Ultralytics as YOLO does, for the same task; the head, or older the title, tells them."""
    if props.get("head"):
        return "RTDETR" in str(props["head"]).upper()
    return "rtdetr" in str(props.get("description")).lower()


def _notes(props: Mapping[str, Any], head: str) -> tuple[str, ...]:
    notes = []
    if props.get("seg_small_segment"):
        notes.append(
            say(
                "small areas stay in the map (the file says seg_small_segment {}): leave out small polygons by their "
                "area",
                str(props["seg_small_segment"])[:20],
            )
        )
    if head.endswith("_segmentation"):
        notes.append(say("objects are boxes: their masks are left out"))
    return tuple(notes)


def read_metadata(texts: Mapping[str, str], kind: tuple[str, str] | None = None) -> Metadata:
    """The metadata of a model, by name.

    Args:
        kind: task, and head of a detector; None: as the metadata say.
    Raises:
        Unsaid: they do not say it.
        ModelError: they are of a kind that cannot be run, missing, or out of range; the message begins with "it".
    """
    props = {key: parsed(text) for key, text in texts.items()}
    task, head = kind or _kind(props)
    threshold = "seg_thresh" if task == SEGMENTOR else "det_conf"
    overlap, resolution = _number(props, "tiles_overlap", 50, zero=True), _number(props, "resolution")
    given = [key for key in ("standardization_mean", "standardization_std") if key in props]
    if len(given) == 1:
        raise ModelError(
            say("its metadata say {} alone: mean and std belong together, add the other or remove it", given[0])
        )
    args = props.get("args")
    return Metadata(
        task=task,
        head=head,
        ready=props.get("end2end") is True or (isinstance(args, dict) and args.get("nms") is True),
        names=_names(props),
        gsd=None if resolution is None else resolution * CENTIMETRE,
        tile_size=_side(props),
        stride=int(_number(props, "stride", 1024) or 0),
        overlap=None if overlap is None else overlap / 100,
        bands=int(_number(props, "channels", 255) or 0),
        mean=_scaled(props, "standardization_mean") if given else (),
        std=_scaled(props, "standardization_std") if given else (),
        threshold=_number(props, threshold, 1, zero=True),
        iou=_number(props, "det_iou_thresh", 1),
        license=_text(props, "license"),
        author=_text(props, "author"),
        notes=_notes(props, head),
    )


def _text(props: Mapping[str, Any], key: str) -> str:
    value = props.get(key)
    return " ".join(value.split())[:200] if isinstance(value, str) else ""
