# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets up the engine where there is no window: for qgis_process and images of machines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingOutputFolder,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from .. import settings
from ..core.errors import EngineError, InputError
from ..engine.pythons.kinds import KINDS, kind_of, offered
from ..engine.pythons.platforms import here
from ..engine.setup.faults import SetUpFault
from ..engine.setup.job import SetUpJob, megabytes
from ..engine.setup.network import installer_environment
from ..engine.setup.progress import Progress
from ..engine.setup.set_up import set_up
from ..engine.state import adopt
from ..texts import tr
from .bases.engine import EngineAlgorithm
from .parameters import shared as p

KIND, WHEELS, PYTHON, FOLDER = "KIND", "WHEELS", "PYTHON", "FOLDER"
IDS = ("processor", "nvidia", "directml", "training")


class InstallEngine(EngineAlgorithm):
    NAME = "installengine"
    GROUP = "models"
    PAGE = "engine.md"
    TITLE = "Set up the engine"
    ICON = "lwganet"
    TAGS = "engine,install,setup,python,packages,wheels,offline,lwganet"
    SHORT = "Makes the Python environment in which the models run, in your QGIS profile."
    HELP = (
        "<p>Downloads packages whose checksums are known, tests them with a tiny network, and uses them from then on. "
        "Nothing is added to QGIS's own Python. Where it fails, what worked before still works.</p>"
        "<p>Kinds: for the processor (the right one to begin with), for NVIDIA cards with a recent driver, for any "
        "card on Windows (DirectML), and for training, which adds PyTorch. Without a network: name a folder of "
        "wheels, made by the window Engine on another computer.</p>"
    )
    NEEDS_ENGINE = False

    def flags(self) -> Any:
        """Not in models or batches: it is done once."""
        hidden = QgsProcessingAlgorithm.Flag.FlagHideFromModeler
        return super().flags() | hidden

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802
        words = {kind.id: kind.title for kind in KINDS if kind.id in IDS}
        text = "; ".join(f"{kind.id}: {kind.purpose}" for kind in offered(here()))
        self.addParameter(p.choice(KIND, tr("Kind"), words, IDS[0], text))
        behavior = QgsProcessingParameterFile.Behavior
        wheels = QgsProcessingParameterFile(WHEELS, tr("Folder of wheels"), behavior.Folder, "", None, True)
        wheels.setHelp(tr("Empty: the packages are downloaded."))
        self.addParameter(wheels)
        self.addOutput(QgsProcessingOutputString(PYTHON, tr("Python of the engine")))
        self.addOutput(QgsProcessingOutputFolder(FOLDER, tr("Folder of the environment")))

    def check(self, values: dict[str, Any], context: Any) -> None:
        super().check(values, context)
        kind, folder = self._asked(values, context)
        at_hand = [found.id for found in offered(here())]
        if kind not in at_hand:
            raise InputError(tr("KIND is '{}'; here it may be one of {}.").format(kind, ", ".join(at_hand) or "–"))
        if folder and not Path(folder).is_dir():
            raise InputError(tr("WHEELS is {}, which is no folder.").format(folder))

    def _asked(self, values: dict[str, Any], context: Any) -> tuple[str, str]:
        kind = self.parameterAsString(values, KIND, context) or IDS[0]
        return kind, self.parameterAsString(values, WHEELS, context)

    def prepareAlgorithm(self, values: dict[str, Any], context: Any, feedback: Any) -> bool:  # noqa: N802
        self.environ = installer_environment(settings.engine_folder())
        return super().prepareAlgorithm(values, context, feedback)

    def run_tool(self, values: dict[str, Any], context: Any, feedback: Any, scratch: Path) -> dict[str, Any]:
        kind, folder = self._asked(values, context)
        job = SetUpJob(kind_of(kind), settings.engine_folder(), folder)
        progress = Progress(
            step=feedback.setProgressText, log=feedback.pushDebugInfo, cancelled=feedback.isCanceled,
            share=lambda share, _done, _total: feedback.setProgress(100 * share),
        )  # fmt: skip
        try:
            made = set_up(job, self.environ, progress)
        except SetUpFault as fault:
            raise EngineError(tr("{} More: {}").format(fault, fault.link)) from fault
        warning = adopt()
        if warning:
            feedback.pushWarning(warning)
        feedback.pushInfo(tr("The engine is ready: {} ({}).").format(made.folder, megabytes(made.size())))
        return {PYTHON: str(made.python), FOLDER: str(made.folder)}
