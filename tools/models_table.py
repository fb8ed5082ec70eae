# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes docs/models.md: the networks' sizes, their graphs, and what papers say of them.

``python -m tools.models_table [NAME ...]``, in the engine's environment. Every network is built, counted,
exported with drawn weights and run in both runtimes, which takes many minutes; of networks that are
not named, where some are, the document's own figures stay.
"""

from __future__ import annotations

import gc
import re
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import numpy as np
import tomllib
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from lwganet_qgis.core.sessions.onnx import OnnxSession
from lwganet_qgis.models import create_model, list_models
from lwganet_qgis.models.detection import oriented_rpn
from lwganet_qgis.models.detection.horizontal_nms import LOWEST
from lwganet_qgis.models.export.deploy import deploy
from lwganet_qgis.models.export.folder import export_model, open_model
from tests.models import cards, golden
from tests.models.detections import share_matched

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "models.md"
PUBLISHED = tomllib.loads((ROOT / "docs" / "published.toml").read_text("utf-8"))
SQUARES = "squares, side mod 32 in 0..3, from 96"


TEXT = """\
# The networks

`create_model(name)` makes each of these. Written by `make figures`; what papers say is in `published.toml`.

## Sizes

Parameters are those of the network with the classes of the paper's data set: 45 (scenes), 7 (land cover on LWGANet and
LSKNet), 150 (LRFormer), 15 (objects). MACs, which papers call FLOPs, are multiply-adds of convolutions and matrix
products for one image or pair; detectors look at 1000 proposals. They are counted by PyTorch's own counter on our
networks, which merge or replace some published operations by equal ones: papers' counters differ by a few per cent.

{sizes}

Where the two columns differ by more, and why:

- `oriented_rcnn_lsknet_*`: the paper's MACs leave out the head on the proposals (13.9 G).
- `lrformer_b`, `lrformer_l`: the published code itself has 67.5 M and 111.0 M parameters.
- `lrformer_xl_plus`: the published code itself comes to about 315 G.

`lrformer_xl`'s width of the head, `unetformer_lwganet_l0` and `oriented_rcnn_lwganet_l0` are our choice: no paper has
these networks.

## Graphs

Every network is exported to ONNX and runs in ONNX Runtime. Measured with drawn weights and drawn pixels, at two sizes:
the largest difference of any figure of the output, relative to the largest figure; for detectors the share of boxes
that both runtimes find (within 0.05 pixels and 1e-3 of score). `tests/models/test_export.py`, `test_export_families.py`
and `test_oriented_rcnn_export.py` prove the same for at least one network of each family. On LWGANet near-ties of
its pooling may fall to the other side in another runtime: rare, and small in trained networks. So may a cell at
the edge of an LRFormer+ query's mask: on the second input of `lrformer_xl_plus` the scores of ONNX Runtime are within
2e-6 of double precision, those of PyTorch's single precision 1e-3 away; every pixel has the same best class. (LRFormer+
is exported with the logarithms of its scores: softmax then gives the share of each class in their sum.)

PyTorch takes sides of any length with every network, which extends the image by reflection where it needs to. Runs cut
rasters into tiles of sides that the graph takes.

{graphs}

## Accuracy

As published; nobody has measured ours on these data. The bundled models' own held-out figures are in the README and on
their cards.

{accuracy}

## Speed

`make bench-gpu` runs the bundled models through the engine's pipeline on the processor, in ONNX Runtime and in PyTorch,
and on CUDA where there is a device. No CUDA device was at hand: neither speed nor results on one are measured, and what
the session does there alone (pinned transfers, batches for the free memory) has never run. On one busy x86-64 thread
PyTorch did 0.34 (scenes), 0.51 (objects), 0.51 (change) and 0.68 (land cover) of the tiles that ONNX Runtime did.

## Sources

{papers}
"""


@dataclass(frozen=True)
class Family:
    task: str
    side: int
    """Of the square input that papers count multiply-adds at."""
    arguments: dict[str, Any]
    graph: str
    """Sides that the exported graph takes."""
    shapes: tuple[tuple[int, int, int], ...]
    """Batches, heights and widths at which the runtimes are compared."""
    published: str
    """Sides that the published code takes."""


SMALL, LARGE = ((1, 96, 96), (2, 96, 160)), ((1, 256, 256), (2, 256, 512))
BY_32, BY_256 = "multiples of 32, from 96", "multiples of 256"
CLASSES, COVER, OBJECTS = {"num_classes": 45}, {"num_classes": 7}, {"num_classes": 15, "proposals": 1000}
FAMILIES = {
    "lwganet": Family("classification", 224, CLASSES, BY_32, SMALL, SQUARES),
    "lsknet": Family("classification", 224, CLASSES, "any", ((1, 96, 96), (2, 128, 203)), "any"),
    "unetformer_lwganet": Family("segmentation", 1024, COVER, BY_256, LARGE, "squares, side mod 256 in 0..3"),
    "unetformer_lsknet": Family("segmentation", 1024, COVER, BY_256, LARGE, "width up to 3 under a multiple of 256"),
    "lrformer": Family("segmentation", 512, {"num_classes": 150}, "multiples of 32", ((1, 96, 96), (2, 64, 160)),
                       "up to 3 under a multiple of 32"),
    "a2net": Family("change", 256, {}, BY_32, SMALL, SQUARES),
    "clafa": Family("change", 256, {}, BY_32, SMALL, SQUARES),
    "oriented_rcnn_lwganet": Family("detection", 1024, OBJECTS, BY_32, SMALL, SQUARES),
    "oriented_rcnn_lsknet": Family("detection", 1024, OBJECTS, BY_32, SMALL, "any"),
}  # fmt: skip
SIDES = {"lrformer_l_plus": 640, "lrformer_xl_plus": 640}
"""Of networks that are counted at another input than their family's."""


@dataclass(frozen=True)
class Figures:
    parameters: int
    macs: str
    difference: str
    """Of the graph's results from the network's."""


def family(name: str) -> Family:
    found = next(FAMILIES[prefix] for prefix in FAMILIES if name.startswith(prefix))
    return replace(found, side=SIDES.get(name, found.side))


def outline(name: str) -> nn.Module:
    """The network without memory for its numbers."""
    with torch.device("meta"):
        return create_model(name, **family(name).arguments).eval().requires_grad_(False)


def count_parameters(model: nn.Module) -> int:
    return sum(p.numel() for p in model.parameters())


def count_macs(name: str) -> str:
    """Billions of multiply-adds of convolutions and matrix products; all else is left out, as papers do."""
    kind, model = family(name), outline(name)
    images = [torch.empty(1, 3, kind.side, kind.side, device="meta") for _ in range(1 + (kind.task == "change"))]
    keep_all = SimpleNamespace(apply=lambda boxes, scores, overlap: scores > LOWEST / 2)
    with patch.object(oriented_rpn, "HorizontalNms", keep_all), FlopCounterMode(display=False) as counter:
        model(*images)
    return f"{counter.get_total_flops() / 2e9:#.3g}".rstrip(".")


def compare_runtimes(name: str) -> str:
    """How far ONNX Runtime is from PyTorch, with drawn weights and pixels, at all shapes of the family."""
    kind = family(name)
    like = {task: network for network, task in cards.TASKS.items()}[kind.task]
    fields = cards.card_fields(like, **kind.arguments)
    fields |= {"id": name, "architecture": {"name": name, "arguments": kind.arguments}}
    fields |= {"multiple": 256 if kind.graph == BY_256 else 32}
    fields["classes"] = [{**c, "color": "#808080"} for c in fields["classes"]]
    largest, share = 0.0, 1.0
    with tempfile.TemporaryDirectory() as folder:
        network = create_model(name, **kind.arguments)
        card = export_model(golden.fill(network), fields, Path(folder))
        network, session = deploy(open_model(card), card), OnnxSession(card, 1)
        for batch, height, width in kind.shapes:
            images = [golden.draw_input(s, (batch, 3, height, width)) * 60 + 110 for s in range(len(card.kind.inputs))]
            with torch.no_grad():
                expected = network(*images).numpy()
            found = session.run([x.numpy() for x in images])
            if kind.task == "detection":
                share = min(share, *(share_matched(a, b, 0.05, 1e-3) for a, b in zip(found, expected)))
            largest = max(largest, float(np.abs(found - expected).max() / np.abs(expected).max()))
    return f"{100 * share:.1f} % of boxes" if kind.task == "detection" else f"{largest:.0e}"


def measure(name: str) -> Figures:
    figures = Figures(count_parameters(outline(name)), count_macs(name), compare_runtimes(name))
    gc.collect()
    return figures


def table(*rows: tuple[str, ...]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])


def _sizes(figures: dict[str, Figures]) -> str:
    rows = []
    for name, own in figures.items():
        said, side = PUBLISHED["size"].get(name, {}), family(name).side
        parameters, macs = (f"{said[key]} {unit}" if key in said else "–" for key, unit in
                            (("parameters", "M"), ("macs", "G")))  # fmt: skip
        pair = "two of " if family(name).task == "change" else ""
        rows.append((f"`{name}`", f"{own.parameters:,}", parameters, f"{pair}{side} × {side}", f"{own.macs} G", macs,
                     said.get("paper", "–")))  # fmt: skip
    return table(("model", "parameters", "published", "input", "MACs", "published", "source"), *rows)


def _graphs(figures: dict[str, Figures]) -> str:
    rows = []
    for name, own in figures.items():
        kind = family(name)
        shapes = ", ".join(f"{n} × {h} × {w}" for n, h, w in kind.shapes)
        rows.append((f"`{name}`", own.difference, shapes, kind.graph, kind.published))
    return table(("model", "ONNX Runtime against PyTorch", "at", "sides of the graph", "of the published code"), *rows)


def _accuracy() -> str:
    rows = [
        (f"`{name}`", data, entry["measure"], f"{value}", "–", f"published: {entry['paper']}")
        for entry in PUBLISHED["accuracy"]
        for name, values in entry["models"].items()
        for data, value in zip(entry["data"], values)
    ]
    return table(("model", "data", "measure", "published, %", "ours", "source"), *sorted(rows, key=lambda r: r[0]))


def render(figures: dict[str, Figures]) -> str:
    papers = "\n".join(f"- {name}: {text}." for name, text in PUBLISHED["papers"].items())
    return TEXT.format(papers=papers, sizes=_sizes(figures), graphs=_graphs(figures), accuracy=_accuracy())


def parse(text: str) -> dict[str, Figures]:
    """The measured figures of a document that `render` made."""
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in text.splitlines() if line.startswith("| `")]
    sizes = {row[0].strip("`"): row for row in rows if len(row) == 7}
    graphs = {row[0].strip("`"): row for row in rows if len(row) == 5}
    return {
        name: Figures(int(row[1].replace(",", "")), re.sub(" G$", "", row[4]), graphs[name][1])
        for name, row in sizes.items()
    }


def main() -> None:
    names = sys.argv[1:]
    figures = parse(TARGET.read_text("utf-8")) if names else {}
    for name in names or list_models():
        figures[name] = measure(name)
        print(name, figures[name], flush=True)
    TARGET.write_text(render(dict(sorted(figures.items()))), encoding="utf-8")


if __name__ == "__main__":
    main()
