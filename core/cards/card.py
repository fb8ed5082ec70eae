# SPDX-License-Identifier: GPL-3.0-or-later
"""Model folders and their cards. Reads JSON alone (standard library), so both Pythons can use it.

A folder holds ``model.json`` (the card), ``model.onnx`` (the graph) and ``weights.safetensors``
(the parameters, which the graph refers to: one copy serves both runtimes). Listing models reads
only the cards.

The graph is fed float32 (N, bands, H, W) of values on the card's `value_range`; normalisation,
and the card's `resize` where the network wants more pixels than the tile has, are inside it.
What its inputs and outputs are called and hold is said in `kinds`.

H and W must be multiples of `multiple`, at least `smallest`, and at most `largest` where that is said.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Callable

from ..errors import ModelError
from ..records.converters import (
    above_zero,
    list_of,
    mapping,
    matching,
    names,
    number,
    one_of,
    optional,
    pair,
    share,
    text,
    whole,
)
from ..records.record import FieldError, entry, from_json, part, parts
from ..sentences import say
from .files import LARGEST_CARD, LARGEST_FILE, MOST_FILES, check_content, is_plain, open_inside, sha256_of
from .kinds import KINDS, MOST_CLASSES, Kind

CARD_FILE = "model.json"
GRAPH_FILE = "model.onnx"
WEIGHTS_FILE = "weights.safetensors"
FORMAT = 1


@dataclass(frozen=True)
class _Version:
    format: int = entry(whole(1))


def _checksums(value: Any) -> dict[str, str]:
    checksum = matching(r"[0-9a-f]{64}")
    files = {text(name): checksum(text(digest).replace(" ", "")) for name, digest in mapping(value).items()}
    wrong = next((name for name in files if not is_plain(name)), None)
    if wrong is not None:
        raise ValueError(f"expected plain names of files in the model's folder, found {wrong[:80]!r}")
    if len(files) > MOST_FILES:
        raise ValueError(f"expected at most {MOST_FILES} files, found {len(files)}")
    return files


@dataclass(frozen=True)
class ModelClass:
    name: str = entry(text)
    color: str = entry(matching(r"#[0-9a-fA-F]{6}"))
    """#rrggbb."""


@dataclass(frozen=True)
class ModelInput:
    """What one image must look like. `bands` are meanings (red, green, blue, nir ...), in order."""

    bands: tuple[str, ...] = entry(names)
    value_range: tuple[float, float] = entry(pair)
    """Values the network was trained on; 8-bit imagery is fed as it is when this is 0..255."""
    mean: tuple[float, ...] = entry(list_of(number))
    std: tuple[float, ...] = entry(list_of(number))
    """Per band, in units of `value_range`; applied inside the graph."""
    raw_range: tuple[float, float] | None = entry(optional(pair), None)
    """For other than 8-bit imagery: the raw values that stand for the ends of `value_range`
    (e.g. reflectance 0..2750). None: 2nd and 98th percentile of the whole raster."""
    resize: float = entry(above_zero, 1.0)
    """Factor by which the graph enlarges a tile (bilinear) before the network."""

    def __post_init__(self) -> None:
        for name, values in (("mean", self.mean), ("std", self.std)):
            if len(values) != len(self.bands):
                expected = f"{len(self.bands)} values, one per band"
                raise FieldError(name, f"is wrong: expected {expected}, found {len(values)}")


@dataclass(frozen=True)
class Architecture:
    """As `models.create_model` takes it."""

    name: str = entry(text)
    arguments: dict[str, Any] = entry(mapping, dict)


@dataclass(frozen=True)
class Calibration:
    """What makes a model's scores mean how often they are right, found on data that it was not trained on.

    Logits, or the logarithms of a score's odds, are divided by the temperature; the shift is added to the latter.
    """

    temperature: float = entry(above_zero, 1.0)
    shift: float = entry(number, 0.0)


@dataclass(frozen=True)
class Knowledge:
    """What a model tells apart."""

    classes: tuple[ModelClass, ...] = parts(ModelClass)
    threshold: float | None = entry(optional(share), None)
    iou: float = entry(share, 0.1)
    """Detection: overlap at which two boxes of a class are one object."""
    longest: float | None = entry(optional(above_zero), None)
    """Detection: ground metres of an object's longer side beyond which a box is none; None: no limit."""
    calibration: Calibration = part(Calibration)


@dataclass(frozen=True)
class Feed:
    """What a model wants to see."""

    input: ModelInput = part(ModelInput)
    gsd: float = entry(above_zero)
    """Ground metres of a pixel that the model was trained for."""
    gsd_range: tuple[float, float] = entry(pair)
    tile_size: int = entry(whole(1))
    overlap: int = entry(whole(0))
    multiple: int = entry(whole(1))
    smallest: int = entry(whole(1))
    largest: int | None = entry(optional(whole(1)), None)


@dataclass(frozen=True)
class Making:
    """How a model came to be."""

    architecture: Architecture = part(Architecture)
    license: str = entry(text)
    attribution: str = entry(text)
    training: dict[str, Any] = entry(mapping)
    """Data, split, seed, recipe and what else made the weights."""
    metrics: dict[str, Any] = entry(mapping)
    """Measured on held-out data; names say what and where."""


@dataclass(frozen=True)
class ModelCard:
    """In JSON the fields of `knows`, `takes` and `made` lie beside the others."""

    id: str = entry(matching(r"[a-z0-9][a-z0-9_.-]*"))
    title: str = entry(text)
    description: str = entry(text)
    task: str = entry(one_of(*KINDS))
    knows: Knowledge = part(Knowledge, level=True)
    takes: Feed = part(Feed, level=True)
    made: Making = part(Making, level=True)
    files: dict[str, str] = entry(_checksums)
    """File name -> sha256, in hexadecimal digits. (On the card blanks may part them: scanners take a long
    run of digits for a password.) All that is ever opened of the folder, `GRAPH_FILE` or `WEIGHTS_FILE` among it."""
    folder: Path = field(default=Path(), compare=False)

    @property
    def kind(self) -> Kind:
        return KINDS[self.task]

    def open(self, name: str) -> BinaryIO:
        """A file of the model. Raises ModelError where the card does not name it, or it is no file of the folder."""
        if name not in self.files:
            raise ModelError(
                say(
                    "model {}: {} is not among the 'files' of its {}, and nothing else is opened; install it again",
                    self.id,
                    name,
                    CARD_FILE,
                )
            )
        try:
            return open_inside(self.folder, name, LARGEST_FILE)
        except OSError as error:
            raise ModelError(say("model {}: {} cannot be read: {}", self.id, self.folder / name, error)) from error

    def path(self, name: str) -> Path:
        """As `open`, for libraries that open files themselves."""
        self.open(name).close()
        return self.folder / name


def _check_whole(card: ModelCard, where: str) -> None:
    """Raises ModelError where fields, right by themselves, do not fit each other."""
    fewest, takes = card.kind.fewest_classes, card.takes
    if not fewest <= len(card.knows.classes) <= MOST_CLASSES:
        expected = f"{fewest} to {MOST_CLASSES} classes, found {len(card.knows.classes)}"
        raise ModelError(say("{}: field 'classes' is wrong: expected {}", where, expected))
    largest = takes.largest or takes.tile_size
    if takes.tile_size % takes.multiple or not takes.smallest <= takes.tile_size <= largest:
        upper = f" up to {takes.largest}" if takes.largest else ""
        expected = f"a multiple of {takes.multiple} from {takes.smallest}{upper}"
        raise ModelError(say("{}: field 'tile_size' is wrong: expected {}, found {}", where, expected, takes.tile_size))


def draft_card(fields: dict[str, Any], folder: Path) -> ModelCard:
    """The card of a model whose files are still to be made. Raises ModelError as `parse_card`."""
    return _parsed({**fields, "format": FORMAT, "files": {}}, folder)


def parse_card(data: Any, folder: Path) -> ModelCard:
    """A card from its JSON. Raises ModelError naming the field that is missing or wrong."""
    card = _parsed(data, folder)
    if not {GRAPH_FILE, WEIGHTS_FILE} & card.files.keys():
        expected = f"{GRAPH_FILE} or {WEIGHTS_FILE} among its names, with the sha256"
        raise ModelError(say("{}: field 'files' is wrong: expected {}", folder / CARD_FILE, expected))
    return card


def _parsed(data: Any, folder: Path) -> ModelCard:
    where = str(folder / CARD_FILE)
    if not isinstance(data, dict):
        raise ModelError(say("{}: the card is not a JSON object", where))
    try:
        version = from_json(_Version, data, strict=False).format
        if version != FORMAT:
            raise ModelError(say("{}: format {} is not known to this version; update the plugin", where, version))
        card = from_json(ModelCard, data, strict=False)
    except FieldError as error:
        raise ModelError(say("{}: {}", where, error)) from error
    card = replace(card, folder=folder)
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
        raise ModelError(say("{} is not a model folder: it has no {}", folder, CARD_FILE)) from error
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(say("{} cannot be read: {}", path, error)) from error
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
    """Sorted, without hidden ones, which are on their way in. None where it is no folder, or has just been removed: a
    list is asked for at every start of QGIS."""
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError:
        return []


def verify_files(card: ModelCard, done: Callable[[int], None] = lambda size: None) -> None:
    """Raises ModelError for a file of the card that is missing or whose sha256 differs.

    Args:
        done: gets the bytes of each piece that was read, and may raise.
    """
    for name, expected in card.files.items():
        with card.open(name) as stream:
            try:
                check_content(stream.read(64), card.folder / name)
                stream.seek(0)
                found = sha256_of(stream, done)
            except OSError as error:
                raise ModelError(say("model {}: {} cannot be read: {}", card.id, card.folder / name, error)) from error
        if found != expected:
            raise ModelError(
                say("model {}: {} is damaged (sha256 differs from the card); install it again", card.id, name)
            )
