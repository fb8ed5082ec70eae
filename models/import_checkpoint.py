# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a model folder of a published checkpoint, or of an ONNX file.

``python -m lwganet_qgis.models.import_checkpoint FILE``
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..core.cards.datasets import datasets
from ..core.errors import EngineError
from ..core.jobs.parts.statement import FORMS, NORMALISATIONS, Statement, normalisation
from ..core.records.record import FieldError, checked
from .importing.file import import_file
from .importing.parts.labels import Wishes
from .importing.parts.request import Request


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("file", type=Path, help="checkpoint of LWGANet, LSKNet or LRFormer: .pth, .pt, .ckpt, .tar or .safetensors; "
                                "or .onnx, with metadata of Deepness or Ultralytics, or with what is "
                                "said here")  # fmt: skip
    add("--dataset", default="", help=f"what it was trained on: {', '.join(datasets())}; default: told by its number "
                                      "of classes")  # fmt: skip
    add("--classes", default="", help="names of the classes with commas between them, in the file's order, for data of "
                                      "your own")  # fmt: skip
    add("--gsd", type=float, help="ground metres of a pixel that it was trained on")
    add("--name", default="", help="of the model; default: network and data set, or the ONNX file's")
    add("--license", default="", help="of the weights; default: that of the network's authors, or as the file has it")
    add("--out", type=Path, default=Path("."), help="folder for the model's folder; default: here")
    graph = parser.add_argument_group("of an ONNX file that does not say it")
    graph.add_argument("--form", default="", choices=FORMS, help="what it gives; without it, what fits is said")
    graph.add_argument("--output", default="", help="name of the output that counts, where there are several")
    graph.add_argument("--bands", default="", help="their meanings in its order, e.g. red,green,blue,nir")
    graph.add_argument("--colors", default="", help="of the classes: #rrggbb,#rrggbb")
    graph.add_argument("--normalization", choices=NORMALISATIONS, help="none: fed as they are; unit: 0 to 1; imagenet")
    graph.add_argument("--mean", type=_numbers, default=(), help="of each band, in units of the images' values")
    graph.add_argument("--std", type=_numbers, default=(), help="the same")
    graph.add_argument("--range", type=_numbers, help="smallest and largest value of its images; default: 0,255")
    graph.add_argument("--tile-size", type=int, default=0, help="pixels")
    return parser.parse_args(argv)


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(float(part) for part in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (name.strip() for name in text.split(","))))


def _statement(args: argparse.Namespace) -> Statement:
    mean, std = normalisation(args.normalization, args.range) if args.normalization else (args.mean, args.std)
    return Statement(
        args.form, args.output, _names(args.bands), _names(args.colors), args.range, mean, std, args.tile_size
    )  # fmt: skip


def main(argv: list[str] | None = None) -> int:
    args = _arguments(argv)
    try:
        stated = checked(_statement(args))
        wishes = Wishes(args.dataset, _names(args.classes), args.gsd, stated.colors)
        request = Request(args.file, args.out, wishes, args.name, args.license, stated)
        card = import_file(request, lambda fraction, text: print(f"{fraction:4.0%} {text}", flush=True))
    except (EngineError, FieldError) as error:
        print(error, file=sys.stderr)
        return 1
    print(card.folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
