# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a model folder of a published checkpoint, or of an ONNX file with metadata.

``python -m lwganet_qgis.models.import_checkpoint FILE``
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..core.cards.datasets import datasets
from ..core.errors import EngineError
from .importing.file import import_file
from .importing.parts.labels import Wishes
from .importing.parts.request import Request


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="checkpoint of LWGANet, LSKNet or LRFormer: .pth, .pt, .ckpt, .tar "
                                                "or .safetensors; or .onnx with metadata of Deepness or "
                                                "Ultralytics")  # fmt: skip
    parser.add_argument("--dataset", default="", help=f"what it was trained on: {', '.join(datasets())}; "
                                                      "default: told by its number of classes")  # fmt: skip
    parser.add_argument("--classes", default="", help="names of the classes with commas between them, in the "
                                                      "checkpoint's order, for data of your own")  # fmt: skip
    parser.add_argument("--gsd", type=float, help="ground metres of a pixel that it was trained on")
    parser.add_argument("--name", default="", help="of the model; default: network and data set, or the ONNX file's")
    parser.add_argument(
        "--license",
        default="",
        help="of the weights; default: that of the network's authors, or as the ONNX file has it",
    )
    parser.add_argument("--out", type=Path, default=Path("."), help="folder for the model's folder; default: here")
    return parser.parse_args(argv)


def main(argv: list[str] | None = None) -> int:
    args = _arguments(argv)
    labels = tuple(filter(None, (name.strip() for name in args.classes.split(","))))
    request = Request(args.file, args.out, Wishes(args.dataset, labels, args.gsd), args.name, args.license)
    try:
        card = import_file(request, lambda fraction, text: print(f"{fraction:4.0%} {text}", flush=True))
    except EngineError as error:
        print(error, file=sys.stderr)
        return 1
    print(card.folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
