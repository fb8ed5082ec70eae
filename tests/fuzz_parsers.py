# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that reads what others wrote, fed with what nobody would write: ``python -m tests.fuzz_parsers MINUTES``.

Cards, jobs, results, messages, metadata of ONNX files, and parameters of the tools either come out as values or are
refused with the error that belongs to them; anything else ends the program with the shortest input that does it.
``--parameters``: those that QGIS's Python reads.
"""

from __future__ import annotations

import copy
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from . import fuzz_catalogues

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = 500
"""Of each target before the next one's turn."""

numbers = st.one_of(st.integers(), st.floats(), st.sampled_from([0, -1, 1e308, 2**63, -(2**63), 10**400]))
plain = st.one_of(st.none(), st.booleans(), numbers, st.text(max_size=20))
values = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@st.composite
def spoiled(draw: Callable[[Any], Any], whole: dict[str, Any]) -> dict[str, Any]:
    """A right object in which one to three places were replaced, removed or added."""
    made = copy.deepcopy(whole)
    for _ in range(draw(st.integers(1, 3))):
        place: Any = made
        while isinstance(place, dict) and place:
            name = draw(st.sampled_from(sorted(place)))
            if isinstance(place[name], dict) and place[name] and draw(st.booleans()):
                place = place[name]
                continue
            what = draw(st.sampled_from(("replace", "remove", "add")))
            if what == "remove":
                del place[name]
            else:
                place[name if what == "replace" else draw(st.text(max_size=8))] = draw(values)
            break
    return made


def engine_targets() -> dict[str, Callable[[], None]]:
    from lwganet_qgis.core.cards.card import parse_card
    from lwganet_qgis.core.errors import EngineError, InputError
    from lwganet_qgis.core.jobs.parts.messages import ProtocolError, decode, encode
    from lwganet_qgis.core.records.record import FieldError, from_json
    from lwganet_qgis.core.run import read_job
    from lwganet_qgis.core.tasks import TASKS
    from lwganet_qgis.models.importing.onnx.metadata import read_metadata

    folder = ROOT / "resources" / "models" / "eurosat_scenes_l0"
    card = json.loads((folder / "model.json").read_text())
    model = {"id": "m", "title": "M", "device": "cpu", "runtime": "none", "tiles": 1}
    total = {"class_id": 0, "name": "a", "color": "#000000", "pixels": 1, "area_m2": 1.5, "count": 0}
    job = {
        "tool": "change", "model": {"folder": "m", "device": "cpu"}, "before": {"path": "a", "bands": [1]},
        "after": {"path": "b", "hidden": [[1, 0, 5]]}, "pairing": {"shift": [1, 2]}, "cut": {"tile_size": 64},
        "where": {"extent": [0, 0, 1, 1], "mask": "m"}, "rules": {"threshold": 0.5, "closing": 2}, "change": "c",
        "classes": [1], "scales": [1.0], "names": ["a"], "changes": [{"path": "a"}], "gsd": 0.5,
    }  # fmt: skip
    result = {
        "model": model, "found": {"pixels": 1, "area_m2": None, "totals": [total]}, "scores": [1], "kept": 3,
        "changed": {"histogram": [1], "area": 2.0}, "ran": {"seconds": 1.0, "warnings": ["w"]}, "iou": 0.5,
    }  # fmt: skip
    metadata = {
        "model_type": '"Segmentor"', "class_names": '{"0": "a", "1": "b"}', "resolution": "50", "tiles_size": "512",
        "tiles_overlap": "10", "standardization_mean": "[0,0,0]", "standardization_std": "[1,1,1]", "names": "{0: 'a'}",
        "task": "detect", "stride": "32", "imgsz": "[640, 640]", "seg_thresh": "0.5", "det_conf": "0.3",
    }  # fmt: skip

    @given(spoiled(card))
    def cards(data: dict[str, Any]) -> None:
        try:
            parse_card(data, folder)
        except EngineError:
            pass

    @given(spoiled(job))
    def jobs(data: dict[str, Any]) -> None:
        for tool in (data.get("tool"), *TASKS):
            try:
                read_job(tool, {name: value for name, value in data.items() if name != "tool"})
            except InputError:
                pass

    @given(spoiled(result))
    def results(data: dict[str, Any]) -> None:
        for task in TASKS.values():
            for strict in (True, False):
                try:
                    from_json(task.job.RESULT, data, strict=strict)
                except FieldError:
                    pass

    @given(st.one_of(st.binary(max_size=200), spoiled({"event": "progress", "fraction": 0.5}).map(
        lambda message: json.dumps(message).encode())))  # fmt: skip
    def messages(line: bytes) -> None:
        try:
            encode(decode(line))
        except ProtocolError:
            pass

    texts = st.one_of(st.text(max_size=60), values.map(json.dumps), values.map(repr))

    @given(st.dictionaries(st.sampled_from(sorted(metadata)), texts), st.sets(st.sampled_from(sorted(metadata))))
    def onnx_metadata(wrong: dict[str, str], kept: set[str]) -> None:
        try:
            read_metadata({**{name: metadata[name] for name in kept}, **wrong})
        except EngineError:
            pass

    return {
        "cards": cards, "jobs": jobs, "results": results, "messages": messages, "metadata": onnx_metadata,
        **fuzz_catalogues.targets(spoiled),
    }  # fmt: skip


def qgis_targets() -> dict[str, Callable[[], None]]:
    from lwganet_qgis.algorithms.outputs import destinations
    from lwganet_qgis.algorithms.parameters import checks, numbers
    from lwganet_qgis.core.cards.card import read_card
    from lwganet_qgis.core.errors import EngineError

    card = read_card(ROOT / "resources" / "models" / "banepa_buildings_l0")
    lists = st.text(alphabet="0123456789,.;: -+eEnainfx½\t", max_size=20)
    given_text = st.one_of(lists, st.text(max_size=20))

    @given(st.one_of(given_text, values))
    def parameters(value: Any) -> None:
        text = value if isinstance(value, str) else ""
        for read in (
            lambda: checks.parse_bands(value), lambda: checks.parse_scales(text), lambda: checks.parse_shift(value),
            lambda: checks.parse_classes(text, card), lambda: checks.check_device(text),
            lambda: checks.check_scaling(text),
        ):  # fmt: skip
            try:
                read()
            except EngineError:
                pass
        try:
            found = numbers.parsed(text)
            assert found == found and abs(found) != float("inf")
        except ValueError:
            pass
        destinations.file_of(text)
        destinations.table_of(text)

    return {"parameters": parameters}


def main() -> None:
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    targets = engine_targets
    if "--parameters" in sys.argv:
        plugins, targets = Path(tempfile.mkdtemp()), qgis_targets
        (plugins / "lwganet_qgis").symlink_to(ROOT / "lwganet_qgis")
        sys.path.insert(0, str(plugins))
    until, rounds = time.monotonic() + 60 * minutes, 0
    while time.monotonic() < until:
        for name, target in targets().items():  # made anew: settings can be given once
            quiet = settings(
                max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck)
            )
            seed(rounds)(quiet(target))()
            print(f"{name}: {(rounds + 1) * EXAMPLES:,} examples, no fault", flush=True)
        rounds += 1


if __name__ == "__main__":
    main()
