# SPDX-License-Identifier: GPL-3.0-or-later
"""Model folders and their cards. Reads JSON alone (standard library), so both Pythons can use it.

A folder holds ``model.json`` (the card), ``model.onnx`` (the graph) and ``weights.safetensors``
(the parameters, which the graph refers to: one copy serves both runtimes). Listing models reads
only the cards.

The graph is fed float32 (N, bands, H, W) of values on the card's `value_range`; normalisation,
and the card's `resize` where the network wants more pixels than the tile has, are inside it.
Inputs are called ``image``, or ``before`` and ``after``. Outputs:

- classification: ``logits`` (N, K)
- segmentation: ``logits`` (N, K, H, W)
- change: ``probability`` (N, 1, H, W), 0..1
- detection: ``detections`` (N, R, 5 + K), R boxes of a tile, best proposal first: centre x and y,
  width and height in pixels of the tile from its top left corner, angle in radians (width is the
  longer side; its angle to the x axis, clockwise in the image, -pi/2 up to pi/2), then the score
  0..1 of each class. Scores are 0 in rows that hold nothing; boxes of one object are not merged.

H and W must be multiples of `multiple`, at least `smallest`, and at most `largest` where that is said.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from ..errors import ModelError
from ..protocol import TASKS
from ..records.converters import (
    Fields,
    above_zero,
    mapping,
    matching,
    names,
    not_negative,
    number,
    optional,
    pair,
    positive,
    share,
    text,
)
from .files import LARGEST_CARD, LARGEST_FILE, MOST_FILES, check_content, is_plain, open_inside, sha256_of

CARD_FILE = "model.json"
GRAPH_FILE = "model.onnx"
WEIGHTS_FILE = "weights.safetensors"
FORMAT = 1


@dataclass(frozen=True)
class ModelClass:
    name: str
    color: str
    """#rrggbb."""


@dataclass(frozen=True)
class ModelInput:
    """What one image must look like. `bands` are meanings (red, green, blue, nir ...), in order."""

    bands: tuple[str, ...]
    value_range: tuple[float, float]
    """Values the network was trained on; 8-bit imagery is fed as it is when this is 0..255."""
    raw_range: tuple[float, float] | None
    """For other than 8-bit imagery: the raw values that stand for the ends of `value_range`
    (e.g. reflectance 0..2750). None: 2nd and 98th percentile of the whole raster."""
    mean: tuple[float, ...]
    std: tuple[float, ...]
    """Per band, in units of `value_range`; applied inside the graph."""
    resize: float = 1.0
    """Factor by which the graph enlarges a tile (bilinear) before the network."""


@dataclass(frozen=True)
class ModelCard:
    id: str
    title: str
    description: str
    task: str
    architecture: str
    arguments: dict[str, Any]
    classes: tuple[ModelClass, ...]
    input: ModelInput
    gsd: float
    """Ground metres of a pixel that the model was trained for."""
    gsd_range: tuple[float, float]
    tile_size: int
    overlap: int
    multiple: int
    smallest: int
    threshold: float | None
    iou: float
    """Detection: overlap at which two boxes of a class are one object."""
    license: str
    attribution: str
    training: dict[str, Any]
    """Data, split, seed, recipe and what else made the weights."""
    metrics: dict[str, Any]
    """Measured on held-out data; names say what and where."""
    files: dict[str, str]
    """File name -> sha256, in hexadecimal digits. (On the card blanks may part them: scanners take a long
    run of digits for a password.) All that is ever opened of the folder, `GRAPH_FILE` or `WEIGHTS_FILE` among it."""
    largest: int | None = None
    folder: Path = field(default=Path(), compare=False)

    @property
    def image_count(self) -> int:
        return 2 if self.task == "change" else 1

    def open(self, name: str) -> BinaryIO:
        """A file of the model. Raises ModelError where the card does not name it, or it is no file of the folder."""
        if name not in self.files:
            raise ModelError(
                f"model {self.id}: {name} is not among the 'files' of its {CARD_FILE}, and nothing else is opened; "
                "install it again"
            )
        try:
            return open_inside(self.folder, name, LARGEST_FILE)
        except OSError as error:
            raise ModelError(f"model {self.id}: {self.folder / name} cannot be read: {error}") from error

    def path(self, name: str) -> Path:
        """As `open`, for libraries that open files themselves."""
        self.open(name).close()
        return self.folder / name


def _task(value: Any) -> str:
    if value not in TASKS:
        raise ValueError(f"expected one of {', '.join(TASKS)}, found {value!r}")
    return str(value)


def _classes(value: Any) -> tuple[ModelClass, ...]:
    color = matching(r"#[0-9a-fA-F]{6}")
    return tuple(ModelClass(text(entry["name"]), color(entry["color"])) for entry in value)


def _checksums(value: Any) -> dict[str, str]:
    checksum = matching(r"[0-9a-f]{64}")
    files = {text(name): checksum(text(digest).replace(" ", "")) for name, digest in mapping(value).items()}
    wrong = next((name for name in files if not is_plain(name)), None)
    if wrong is not None:
        raise ValueError(f"expected plain names of files in the model's folder, found {wrong[:80]!r}")
    if len(files) > MOST_FILES:
        raise ValueError(f"expected at most {MOST_FILES} files, found {len(files)}")
    return files


def _input(part: Fields) -> ModelInput:
    bands = part.take("bands", names)

    def per_band(value: Any) -> tuple[float, ...]:
        values = tuple(number(v) for v in value)
        if len(values) != len(bands):
            raise ValueError(f"expected {len(bands)} values, one per band, found {len(values)}")
        return values

    return ModelInput(
        bands=bands,
        value_range=part.take("value_range", pair),
        raw_range=part.take("raw_range", optional(pair), default=None),
        mean=part.take("mean", per_band),
        std=part.take("std", per_band),
        resize=part.take("resize", above_zero, default=1.0),
    )


def _check_whole(card: ModelCard, where: str) -> None:
    """Raises ModelError where fields, right by themselves, do not fit each other."""
    fewest = 1 if card.task == "detection" else 2
    if not fewest <= len(card.classes) <= 255:
        expected = f"{fewest} to 255 classes, found {len(card.classes)}"
        raise ModelError(f"{where}: field 'classes' is wrong: expected {expected}")
    largest = card.largest or card.tile_size
    if card.tile_size % card.multiple or not card.smallest <= card.tile_size <= largest:
        upper = f" up to {card.largest}" if card.largest else ""
        expected = f"a multiple of {card.multiple} from {card.smallest}{upper}"
        raise ModelError(f"{where}: field 'tile_size' is wrong: expected {expected}, found {card.tile_size}")


def draft_card(fields: dict[str, Any], folder: Path) -> ModelCard:
    """The card of a model whose files are still to be made. Raises ModelError as `parse_card`."""
    return _parsed({**fields, "format": FORMAT, "files": {}}, folder)


def parse_card(data: Any, folder: Path) -> ModelCard:
    """A card from its JSON. Raises ModelError naming the field that is missing or wrong."""
    card = _parsed(data, folder)
    if not {GRAPH_FILE, WEIGHTS_FILE} & card.files.keys():
        expected = f"{GRAPH_FILE} or {WEIGHTS_FILE} among its names, with the sha256"
        raise ModelError(f"{folder / CARD_FILE}: field 'files' is wrong: expected {expected}")
    return card


def _parsed(data: Any, folder: Path) -> ModelCard:
    where = str(folder / CARD_FILE)
    top = Fields(data, where)
    version = top.take("format", positive)
    if version != FORMAT:
        raise ModelError(f"{where}: format {version} is not known to this version; update the plugin")
    model_input = _input(Fields(top.take("input", mapping), where, "input."))
    architecture = Fields(top.take("architecture", mapping), where, "architecture.")
    card = ModelCard(
        id=top.take("id", matching(r"[a-z0-9][a-z0-9_.-]*")),
        title=top.take("title", text),
        description=top.take("description", text),
        task=top.take("task", _task),
        architecture=architecture.take("name", text),
        arguments=architecture.take("arguments", mapping, default={}),
        classes=top.take("classes", _classes),
        input=model_input,
        gsd=top.take("gsd", above_zero),
        gsd_range=top.take("gsd_range", pair),
        tile_size=top.take("tile_size", positive),
        overlap=top.take("overlap", not_negative),
        multiple=top.take("multiple", positive),
        smallest=top.take("smallest", positive),
        largest=top.take("largest", optional(positive), default=None),
        threshold=top.take("threshold", optional(share), default=None),
        iou=top.take("iou", share, default=0.1),
        license=top.take("license", text),
        attribution=top.take("attribution", text),
        training=top.take("training", mapping),
        metrics=top.take("metrics", mapping),
        files=top.take("files", _checksums),
        folder=folder,
    )
    _check_whole(card, where)
    return card


def read_card(folder: Path) -> ModelCard:
    """The card of a model folder. Raises ModelError where there is none, or a wrong one."""
    path = Path(folder) / CARD_FILE
    try:
        with open_inside(Path(folder), CARD_FILE, LARGEST_CARD) as stream:
            content = stream.read(LARGEST_CARD)
        check_content(content, path)
        data = json.loads(content.decode("utf-8"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ModelError(f"{folder} is not a model folder: it has no {CARD_FILE}") from error
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(f"{path} cannot be read: {error}") from error
    return parse_card(data, Path(folder))


def list_cards(folders: Iterable[Path]) -> Iterator[ModelCard]:
    """Cards of all model folders inside `folders`, sorted by id within each; wrong ones are left out."""
    for parent in folders:
        for name in _names_in(parent):
            try:
                yield read_card(Path(parent) / name)
            except ModelError:
                continue


def _names_in(folder: Path) -> list[str]:
    """Sorted; none where it is no folder, or has just been removed: a list is asked for at every start of QGIS."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def verify_files(card: ModelCard) -> None:
    """Raises ModelError for a file of the card that is missing or whose sha256 differs."""
    for name, expected in card.files.items():
        with card.open(name) as stream:
            try:
                check_content(stream.read(64), card.folder / name)
                stream.seek(0)
                found = sha256_of(stream)
            except OSError as error:
                raise ModelError(f"model {card.id}: {card.folder / name} cannot be read: {error}") from error
        if found != expected:
            raise ModelError(f"model {card.id}: {name} is damaged (sha256 differs from the card); install it again")
