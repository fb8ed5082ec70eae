# SPDX-License-Identifier: GPL-3.0-or-later
"""Checkpoints as authors publish them, with drawn weights, and images whose answers the fixtures hold.

Run with the engine's Python from the repository's root, given a folder: writes TASK.ckpt, TASK_1.npy (and TASK_2.npy)
with values of bands, and TASK.npz with the fixture's answers.
"""

import json
import os
import sys
from pathlib import Path

import numpy as np
import torch

from lwganet_qgis.models import create_model
from tests.models import golden

MEAN, STD = (np.array(v, np.float32).reshape(3, 1, 1) for v in ([123.675, 116.28, 103.53], [58.395, 57.12, 57.375]))
CASES = {
    "classification": ("cls_l0_nc45_b2_s224_seed101", "lwganet_l0", {"num_classes": 45}),
    "segmentation": ("unetformer_lsk_t_nc6_b1_256x256_seed231", "unetformer_lsknet_t", {"num_classes": 6}),
    "change": ("cd_a2net_l0_b1_s256_seed301", "a2net_lwganet_l0", {}),
    "detection": ("orcnn_lsk_t_nc15_256x256_seed302", "oriented_rcnn_lsknet_t", {"num_classes": 15}),
}
FORMS = {
    "classification": lambda state: {"model": state, "optimizer": {}, "epoch": 299},
    "segmentation": lambda state: {"state_dict": {f"net.{k}": v for k, v in state.items()}, "epoch": 29},
    "change": lambda state: {"network": state, "optimizer": {}},
    "detection": lambda state: {"meta": {"epoch": 12}, "state_dict": {f"module.{k}": v for k, v in state.items()}},
}


class Command:
    """What would run if the file were loaded without care."""

    def __init__(self, folder):
        self.folder = folder

    def __reduce__(self):
        return os.mkdir, (self.folder,)


def make(folder, task):
    fixture, network, arguments = CASES[task]
    case = np.load(golden.FOLDER / f"{fixture}.npz")
    info = json.loads(str(case["meta"]))
    state = golden.fill(create_model(network, **arguments)).state_dict()
    torch.save(FORMS[task](state), folder / f"{task}.ckpt")
    seeds = [info[key] for key in ("seed", "seed_x1", "seed_x2") if key in info]
    shape = info["shape"] if "shape" in info else (1, 3, 256, 256)
    for index, seed in enumerate(seeds, 1):
        image = golden.draw_input(seed, shape)[0].numpy() * STD + MEAN
        np.save(folder / f"{task}_{index}.npy", image)
    kept = [name for name in case.files if case[name].dtype.kind in "fiub" and "sum/" not in name]
    np.savez(folder / f"{task}.npz", **{name: case[name] for name in kept})


if __name__ == "__main__":
    target = Path(sys.argv[1])
    for task in CASES:
        make(target, task)
    torch.save({"state_dict": {}, "x": Command(str(target / "ran"))}, target / "hostile.pth")
