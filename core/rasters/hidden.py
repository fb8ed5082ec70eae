# SPDX-License-Identifier: GPL-3.0-or-later
"""Rasters whose nodata is another than their file says: as virtual rasters with a mask of the values."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from xml.etree import ElementTree as Xml  # nosec B405 - reads what GDAL has just written

import numpy as np
import rasterio
from rasterio.enums import MaskFlags
from rasterio.io import MemoryFile
from rasterio.shutil import copy

from ..jobs.parts.raster import RasterSource

Interval = tuple[float, float]


@contextmanager
def with_nodata_of(source: RasterSource, dataset: Any, bands: Sequence[int]) -> Iterator[Any]:
    """The dataset with the nodata that its source wants.

    Where values of one of `bands` are hidden, its mask is one of the whole dataset, and the bands keep
    their nodata values besides.
    """
    hidden = {band: found for band in bands if (found := intervals(source.hidden, band, dataset.dtypes[band - 1]))}
    if source.own_nodata and not hidden:
        yield dataset
        return
    root = Xml.fromstring(as_vrt(dataset))  # nosec B314
    if not source.own_nodata:
        for band in root.findall("VRTRasterBand"):
            for element in band.findall("NoDataValue"):
                band.remove(element)
    if hidden:
        for old in root.findall("MaskBand"):
            root.remove(old)
        root.append(_mask(root, hidden, MaskFlags.per_dataset in dataset.mask_flag_enums[0]))
    with rasterio.open(Xml.tostring(root, encoding="unicode")) as virtual:
        yield virtual


def as_vrt(dataset: Any) -> str:
    """The description of a virtual raster that is the dataset."""
    with MemoryFile(ext=".vrt") as memory:
        copy(dataset, memory.name, driver="VRT")
        return str(memory.read(), "utf-8")


def intervals(hidden: Sequence[tuple[int, float, float]], band: int, dtype: str) -> list[Interval]:
    """Smallest and largest value of the band's type in each hidden range; disjoint, in order."""
    kind = np.dtype(dtype)
    found: list[Interval] = []
    for low, high in sorted((low, high) for number, low, high in hidden if number == band):
        low, high = _within(low, kind, up=True), _within(high, kind, up=False)
        if low > high:
            continue
        if found and low <= _next(found[-1][1], kind, up=True):
            low, high = found[-1][0], max(found.pop()[1], high)
        found.append((low, high))
    return found


def _limits(kind: np.dtype[Any]) -> Interval:
    info = np.iinfo(kind) if kind.kind in "iu" else np.finfo(kind)
    return float(info.min), float(info.max)


def _within(value: float, kind: np.dtype[Any], up: bool) -> float:
    """The value of a type that is next to a number, upwards or downwards, itself included."""
    low, high = _limits(kind)
    if kind.kind in "iu":
        value = math.ceil(value) if up else math.floor(value)
        return max(value, low) if up else min(value, high)
    near = float(kind.type(min(max(value, low), high)))
    return near if near == value or (near > value) == up else _next(near, kind, up)


def _next(value: float, kind: np.dtype[Any], up: bool) -> float:
    if kind.kind in "iu":
        return value + (1 if up else -1)
    return float(np.nextafter(kind.type(value), kind.type(np.inf if up else -np.inf)))


def _mask(root: Xml.Element, hidden: dict[int, list[Interval]], masked: bool) -> Xml.Element:
    """255 where no band's value is hidden (nor the raster's own mask says so), else 0: a product."""
    pattern = next(element for element in root.findall("VRTRasterBand")[0] if element.tag.endswith("Source"))
    mask = Xml.Element("MaskBand")
    product = Xml.SubElement(mask, "VRTRasterBand", {"dataType": "Byte", "subClass": "VRTDerivedRasterBand"})
    Xml.SubElement(product, "PixelFunctionType").text = "mul"
    Xml.SubElement(product, "PixelFunctionLanguage").text = "C"
    Xml.SubElement(product, "SourceTransferType").text = "Float64"
    factors = [(str(band), _steps(found, root, band)) for band, found in hidden.items()]
    factors.append(("mask,1", "0:0,1:255,255:255") if masked else (factors[0][0], factors[0][1].replace(":1", ":255")))
    for band, steps in factors:
        source = Xml.SubElement(product, "ComplexSource")
        for tag in ("SourceFilename", "SrcRect", "DstRect"):
            source.extend(pattern.findall(tag))
        Xml.SubElement(source, "SourceBand").text = band
        Xml.SubElement(source, "LUT").text = steps
    return mask


def _steps(found: list[Interval], root: Xml.Element, band: int) -> str:
    """A lookup table that is 0 in the intervals and 1 elsewhere; between its entries GDAL interpolates."""
    name = root.findall("VRTRasterBand")[band - 1].get("dataType", "Byte")
    kind = np.dtype({"Byte": "uint8"}.get(name, name.lower()))
    smallest, largest = _limits(kind)
    entries: list[tuple[float, int]] = []
    for low, high in found:
        entries += [(_next(low, kind, up=False), 1)] if low > smallest else []
        entries += [(low, 0)] + ([(high, 0)] if high > low else [])
        entries += [(_next(high, kind, up=True), 1)] if high < largest else []
    return ",".join(f"{value!r}:{factor}" for value, factor in dict(entries).items())
