# SPDX-License-Identifier: GPL-3.0-or-later
"""What to say of each cause: what is wrong, and what to do. docs/troubleshooting.md says more of each."""

from __future__ import annotations

from ...texts import tr
from .causes import Cause


def sentence(cause: Cause, **facts: object) -> str:
    """What is wrong and what to do. `facts` fill its places, e.g. `folder`, `free`."""
    return f"{headline(cause, **facts)} {remedy(cause, **facts)}"


def headline(cause: Cause, **facts: object) -> str:
    """One sentence; without facts it has its places open."""
    text = {
        Cause.NETWORK: tr("The package index cannot be reached."),
        Cause.PROXY: tr("The proxy server refuses the connection."),
        Cause.CERTIFICATE: tr("The connection is not trusted: its certificate is of an authority that is not known."),
        Cause.BROKEN_DOWNLOAD: tr("A download broke off or arrived damaged."),
        Cause.WRONG_HASH: tr("A package is not the one that was tested: its checksum differs."),
        Cause.NOT_FOUND: tr("The package index does not have all packages."),
        Cause.WHEELS: tr("The folder {folder} does not have all packages for this computer."),
        Cause.DISK: tr("There is not enough space on the disk of {folder}."),
        Cause.READ_ONLY: tr("Nothing can be written to {folder}."),
        Cause.BLOCKED: tr("The system did not allow a file to be written or started."),
        Cause.LONG_PATH: tr("The path of {folder} is too long for the files that go into it."),
        Cause.C_RUNTIME: tr("Windows lacks the Visual C++ runtime that the engine needs."),
        Cause.NO_PYTHON: tr("No Python was found that an engine can be made with ({wanted})."),
        Cause.UNFIT_PYTHON: tr("This Python cannot run the engine: {reason}"),
        Cause.SILENT_PYTHON: tr("The Python {python} did not answer in time and was stopped."),
        Cause.NO_VENV: tr("The system's Python cannot make environments."),
        Cause.BUSY: tr("Another QGIS (process {process}) is setting up an engine."),
        Cause.PLATFORM: tr("This kind of engine is not published for this computer ({platform})."),
        Cause.WRONG_NUMBERS: tr("The engine was installed but computes wrong: {reason}"),
        Cause.DOES_NOT_RUN: tr("The engine was installed but does not run: {reason}"),
        Cause.UNKNOWN: tr("The set-up failed."),
    }[cause]
    return text.format(**facts) if facts else text


def remedy(cause: Cause, **facts: object) -> str:
    """What to do."""
    text = {
        Cause.NETWORK: tr("Check the connection and try again, or install from a folder of wheels."),
        Cause.PROXY: tr("Check address, user and password in Settings > Options > Network, then try again."),
        Cause.CERTIFICATE: tr("Import your organisation's certificate in Settings > Options > Authentication, then try "
                              "again."),
        Cause.BROKEN_DOWNLOAD: tr("Try again; where it happens again, use another connection or a folder of wheels."),
        Cause.WRONG_HASH: tr("Try again: a download may have broken off. Where it happens again, something on the way "
                             "changes downloads: ask who runs your network, or install from a folder of wheels."),
        Cause.NOT_FOUND: tr("Where your organisation has an index of its own, ask for the packages named in the "
                            "details, or install from a folder of wheels."),
        Cause.WHEELS: tr("Make the folder again with Make such a folder, for this system and Python version."),
        Cause.DISK: tr("About {needed} are needed, {free} are free. Make space, or choose another folder with "
                       "Change, beside the place where it goes (setting lwganet/engine_folder)."),
        Cause.READ_ONLY: tr("Allow it, or choose another folder with Change, beside the place where it goes (setting "
                            "lwganet/engine_folder)."),
        Cause.BLOCKED: tr("Often that is antivirus software: allow the folder {folder} there, or ask who administers "
                          "this computer, then try again."),
        Cause.LONG_PATH: tr("Choose a shorter one, e.g. C:\\lwganet, with Change, beside the place where it goes "
                            "(setting lwganet/engine_folder)."),
        Cause.C_RUNTIME: tr("Install Microsoft's Visual C++ Redistributable (x64) and try again."),
        Cause.NO_PYTHON: tr("Install Python from your system's software or with its installer, then try again, or "
                            "name one with Use this Python."),
        Cause.UNFIT_PYTHON: tr("Choose another one, or press Set up to have one made."),
        Cause.SILENT_PYTHON: tr("Choose another one, or try again when the computer is less busy."),
        Cause.NO_VENV: tr("Install the package python3-venv of your system, then try again."),
        Cause.BUSY: tr("Wait for it to finish, or close that QGIS."),
        Cause.PLATFORM: tr("Choose another kind, or use a Python of your own that has the packages."),
        Cause.WRONG_NUMBERS: tr("It was removed again. Update the driver of your graphics card, or choose the kind "
                                "Processor."),
        Cause.DOES_NOT_RUN: tr("It was removed again. Copy the details and report them."),
        Cause.UNKNOWN: tr("Copy the details and report them; what worked before still works."),
    }[cause]  # fmt: skip
    return text.format(**facts) if facts else text
