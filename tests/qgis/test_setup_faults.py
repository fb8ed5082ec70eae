# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes wrong while an engine is set up, injected one by one. The rows come into docs/reliability.md.

Each time an engine of an earlier set-up is there: it still works, and nothing is left of the one that failed.
"""

import errno
import http.server
import json
import os
import resource
import shutil
import signal
import socketserver
import ssl
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import pytest

from ..patience import patient
from .conftest import ENGINE, ROOT
from .engines import UV, earlier, folder_of_wheels, names, only_uv, running, script, until

pytestmark = [
    pytest.mark.usefixtures("provider"),
    pytest.mark.skipif(sys.platform == "win32", reason="signals and limits"),
    pytest.mark.skipif(not UV.exists(), reason="uv comes with make setup"),
]
BASE = {"HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "UV_NO_CACHE": "1", "UV_HTTP_TIMEOUT": "5", "UV_HTTP_RETRIES": "0",
        "PIP_RETRIES": "1", "PIP_NO_CACHE_DIR": "1", "PIP_DEFAULT_TIMEOUT": "5", "PIP_CONFIG_FILE": os.devnull,
        "UV_NO_CONFIG": "1"}  # fmt: skip


class Site:
    """A place for engines where one of an earlier version works."""

    def __init__(self, root, path, monkeypatch, record):
        self.root, self.environ, self._record = root, {**BASE, "PATH": path}, record
        root.mkdir(parents=True, exist_ok=True)
        self.old = earlier(root)
        self.before = names(root)

    def job(self, wheels=""):
        from lwganet_qgis.engine.pythons.kinds import kind_of
        from lwganet_qgis.engine.setup.job import SetUpJob

        return SetUpJob(kind_of("processor"), self.root, str(wheels))

    def set_up(self, wheels="", progress=None, **variables):
        from lwganet_qgis.engine.setup.progress import Progress
        from lwganet_qgis.engine.setup.set_up import set_up

        return set_up(self.job(wheels), {**self.environ, **variables}, progress or Progress())

    def fails(self, cause, wheels="", **variables):
        from lwganet_qgis.engine.setup.faults import SetUpFault

        with pytest.raises(SetUpFault) as caught:
            self.set_up(wheels, **variables)
        assert caught.value.cause.name == cause, f"{caught.value}\n{caught.value.said}"
        assert caught.value.link.endswith(f"#{caught.value.cause.value}")
        self.as_before()
        return caught.value

    def as_before(self):
        from lwganet_qgis.engine.environment import find_python, forget_tried

        assert names(self.root) == self.before
        forget_tried()
        assert find_python("", self.root).path == str(self.old / "bin" / "python")

    def row(self, fault, said, left="nothing"):
        facts = {"fault": fault, "said": said, "left": left, "engine of before": "works"}
        self._record("row", json.dumps(facts))


@pytest.fixture
def site(tmp_path, monkeypatch, record_property):
    monkeypatch.delenv("LWGANET_ENGINE_PYTHON")
    return Site(tmp_path / "engine", only_uv(tmp_path / "bin"), monkeypatch, record_property)


@pytest.fixture(params=["uv", pytest.param("pip", marks=pytest.mark.long)])
def either(request, site):
    if request.param == "pip":
        site.environ["PATH"] = "/usr/bin:/bin"
    site.by = request.param
    return site


def index_at(url):
    return {"UV_DEFAULT_INDEX": url, "PIP_INDEX_URL": url}


@pytest.fixture
def served(tmp_path):
    """Starts a server on this computer; gives its address."""
    servers = []

    def start(handle, certificate=None):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):  # noqa: N802
                handle(self)

            do_HEAD = do_CONNECT = do_GET  # noqa: N815

            def log_message(self, *_):
                pass

        class Server(socketserver.ThreadingTCPServer):
            def handle_error(self, *_):
                """Who asked has left."""

        server = Server(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def test_no_network(either):
    fault = either.fails("NETWORK", **index_at("http://127.0.0.1:9/simple"))
    either.row(f"no network ({either.by})", str(fault))


def test_a_name_that_nobody_knows(site):
    fault = site.fails("NETWORK", **index_at("http://index.invalid/simple"))
    site.row("no name server", str(fault))


def test_the_proxy_wants_a_password(either, served):
    def refuse(request):
        request.send_response(407, "Proxy Authentication Required")
        request.send_header("Proxy-Authenticate", "Basic")
        request.end_headers()

    address = served(refuse).replace("http://", "http://me:secret@")
    fault = either.fails(
        "PROXY", **index_at("https://index.invalid/simple"), HTTPS_PROXY=address, https_proxy=address
    )
    assert "secret" not in fault.said and "secret" not in str(fault)
    either.row(f"proxy refuses, 407 ({either.by})", str(fault))


def test_a_certificate_that_nobody_knows(either, served, tmp_path):
    if not shutil.which("openssl"):
        pytest.skip("openssl makes the certificate")
    pem = tmp_path / "server.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", pem, "-out", tmp_path / "cert.pem",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"],
        check=True, capture_output=True,
    )  # fmt: skip
    pem.write_bytes(pem.read_bytes() + (tmp_path / "cert.pem").read_bytes())
    fault = either.fails("CERTIFICATE", **index_at(served(lambda request: None, pem) + "/simple"))
    either.row(f"certificate of an unknown authority ({either.by})", str(fault))


def an_index(wheels, file):
    """An index of the folder; `file` answers for the first bytes of each wheel."""

    def handle(request):
        parts = [part for part in request.path.split("/") if part]
        if parts[0] == "simple":
            name = parts[1].replace("-", "_")
            found = [path.name for path in Path(wheels).iterdir() if path.name.lower().startswith(f"{name}-")]
            page = "".join(f'<a href="/files/{entry}">{entry}</a>' for entry in found).encode()
            request.send_response(200)
            request.send_header("Content-Type", "text/html")
            request.send_header("Content-Length", str(len(page)))
            request.end_headers()
            request.wfile.write(page)
        else:
            file(request, Path(wheels) / parts[1])

    return handle


def test_half_a_download(either, served):
    def half(request, path):
        content = path.read_bytes()
        request.send_response(200)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content[: len(content) // 2])
        request.close_connection = True

    cause = "BROKEN_DOWNLOAD" if either.by == "uv" else "WRONG_HASH"  # the pip of many systems does not count bytes
    fault = either.fails(cause, **index_at(served(an_index(folder_of_wheels(), half)) + "/simple"))
    either.row(f"half a download ({either.by})", str(fault))


def test_the_index_lacks_a_package(either, served, tmp_path):
    def nothing(request):
        request.send_response(404)
        request.send_header("Content-Length", "0")
        request.end_headers()

    fault = either.fails("NOT_FOUND", **index_at(served(nothing) + "/simple"))
    either.row(f"index without a package ({either.by})", str(fault))


def copied(wheels, target):
    target.mkdir()
    for path in wheels.iterdir():
        os.link(path, target / path.name)
    return target


def test_a_wheel_with_another_hash(either, tmp_path):
    folder = copied(folder_of_wheels(), tmp_path / "wheels")
    (wheel,) = folder.glob("affine-*.whl")
    changed = wheel.read_bytes()
    wheel.unlink()
    wheel.write_bytes(changed)
    with zipfile.ZipFile(wheel, "a") as opened:
        opened.writestr("affine/more.py", "raise SystemExit('not the one that was tested')")
    fault = either.fails("WRONG_HASH", folder)
    either.row(f"a wheel with a wrong hash ({either.by})", str(fault))


def test_a_folder_that_lacks_a_wheel(either, tmp_path):
    folder = copied(folder_of_wheels(), tmp_path / "wheels")
    next(folder.glob("rasterio-*.whl")).unlink()
    fault = either.fails("WHEELS", folder)
    assert str(folder) in str(fault)
    either.row(f"a folder that lacks a wheel ({either.by})", str(fault))


def test_a_folder_without_wheels(site, tmp_path):
    (tmp_path / "empty").mkdir()
    fault = site.fails("WHEELS", tmp_path / "empty")
    site.row("a folder without wheels", str(fault))


def test_the_disk_is_full_in_the_middle(either, monkeypatch):
    from lwganet_qgis.engine.pythons import processes

    start = processes.subprocess.Popen

    def limited(command, *arguments, **more):
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        if "install" in command:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, before[1]))
        try:
            return start(command, *arguments, **more, restore_signals=False)  # an error, and no signal
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

    wheels = folder_of_wheels()
    monkeypatch.setattr(processes.subprocess, "Popen", limited)
    fault = either.fails("DISK", wheels)
    assert "free" in str(fault)
    either.row(f"disk full in the middle ({either.by})", str(fault))


def test_too_little_space(site, monkeypatch):
    from lwganet_qgis.engine.setup import job

    usage = shutil.disk_usage("/")
    monkeypatch.setattr(job.shutil, "disk_usage", lambda _: usage._replace(free=100_000_000))
    fault = site.fails("DISK")
    assert "100 MB are free" in str(fault)
    site.row("too little space", str(fault))


def test_a_profile_that_cannot_be_written(site, monkeypatch):
    from lwganet_qgis.engine.setup import set_up

    def refuse(**_):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(set_up.tempfile, "TemporaryFile", refuse)
    fault = site.fails("READ_ONLY")
    site.row("read-only profile", str(fault))


def test_something_blocks_a_program(site, monkeypatch):
    """As antivirus software does: a file may not be started."""
    from lwganet_qgis.engine.pythons import processes

    start = processes.subprocess.Popen

    def block(command, *arguments, **more):
        if "venv" in command:
            raise PermissionError(errno.EACCES, "Permission denied", command[0])
        return start(command, *arguments, **more)

    monkeypatch.setattr(processes.subprocess, "Popen", block)
    fault = site.fails("BLOCKED")
    assert "antivirus" in str(fault)
    site.row("antivirus blocks a program", str(fault))


def test_a_path_that_is_too_long_for_windows(site, monkeypatch):
    from lwganet_qgis.engine.pythons.platforms import Platform
    from lwganet_qgis.engine.setup import job, set_up

    monkeypatch.setattr(job, "here", lambda: Platform("windows-x86_64"))
    monkeypatch.setattr(set_up, "long_paths", lambda: False)
    deep = site.root / ("x" * 120)
    monkeypatch.setattr(site, "job", lambda wheels="": job.SetUpJob(job.Kind("processor"), deep))
    from lwganet_qgis.engine.setup.faults import SetUpFault

    with pytest.raises(SetUpFault, match="too long") as caught:
        site.set_up()
    site.as_before()
    site.row("path too long (Windows, faked)", str(caught.value))


def test_windows_without_c_runtime(site, monkeypatch):
    from lwganet_qgis.engine.setup import set_up

    monkeypatch.setattr(set_up, "c_runtime", lambda: False)
    fault = site.fails("C_RUNTIME")
    site.row("no C runtime (Windows, faked)", str(fault))


def test_a_computer_for_which_nothing_is_published(site, monkeypatch):
    from lwganet_qgis.engine.pythons.platforms import Platform
    from lwganet_qgis.engine.setup import job

    monkeypatch.setattr(job, "here", lambda: Platform("linux-riscv64"))
    fault = site.fails("PLATFORM")
    assert "linux-riscv64" in str(fault)
    site.row("nothing published for the computer (faked)", str(fault))


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        ('{"version": [3, 7, 0], "bits": 64, "missing": {}, "versions": {}}', "a Python too old"),
        ('{"version": [3, 11, 0], "bits": 32, "missing": {}, "versions": {}}', "a 32-bit Python"),
        (None, "a Python that hangs"),
    ],
    ids=["old", "32 bit", "hangs"],
)
def test_no_python_that_fits(site, tmp_path, monkeypatch, answer, what):
    """It is the only one; uv is not there, and cannot be had."""
    from lwganet_qgis.engine.setup import bases, set_up

    text = "sleep 60" if answer is None else f"echo '{answer}'"
    only = script(tmp_path / "only" / "python3", f"#!/bin/sh\n{text}\n")
    monkeypatch.setattr(bases, "SECONDS", 1.0)
    monkeypatch.setattr(set_up, "system_pythons", lambda: iter(()))
    site.environ["PATH"] = str(only.parent)
    fault = site.fails("NO_PYTHON")
    assert "3.11" in str(fault)
    site.row(f"{what}, and no other", str(fault))


@pytest.mark.parametrize(("text", "said"), [("sleep 60", "did not answer"), ("echo", "not a working Python")])
def test_a_python_of_the_user_s_that_is_none(site, tmp_path, monkeypatch, text, said):
    from lwganet_qgis.engine.pythons import probe
    from lwganet_qgis.engine.setup.faults import SetUpFault
    from lwganet_qgis.engine.setup.progress import Progress
    from lwganet_qgis.engine.setup.set_up import use

    monkeypatch.setattr(probe, "SECONDS", 1.0)
    with pytest.raises(SetUpFault, match=said) as caught:
        use(str(script(tmp_path / "mine" / "python3", f"#!/bin/sh\n{text}\n")), site.environ, Progress())
    assert caught.value.cause.name == "UNFIT_PYTHON"
    site.as_before()
    site.row("Use this Python: one that does not work", str(caught.value).replace(str(tmp_path), "…"))


@pytest.mark.parametrize("how", ["computes wrong", "does not run"])
def test_an_engine_that_does_not_prove_itself(site, monkeypatch, how):
    from lwganet_qgis.core.errors import EngineError
    from lwganet_qgis.core.jobs.check import CheckResult
    from lwganet_qgis.core.jobs.parts.trial import RuntimeTrial
    from lwganet_qgis.engine.setup import set_up, verify

    def answer(*_):
        if how == "does not run":
            raise EngineError("The engine cannot start.")
        trial = RuntimeTrial("ONNX Runtime 1", "cpu", "CPUExecutionProvider", 1.0, 0.5, "the numbers are wrong by 0.5")
        return CheckResult("p", (), (trial,), 1, 0, True)

    monkeypatch.setattr(set_up, "_install", lambda *_: None)  # it was
    monkeypatch.setattr(verify, "run_job", answer)
    fault = site.fails("DOES_NOT_RUN" if how == "does not run" else "WRONG_NUMBERS")
    site.row(f"the new engine {how}", str(fault))


HOLDS = """
import sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from lwganet_qgis.engine.setup.only_one import only_one
with only_one(Path(sys.argv[2])):
    print("held", flush=True)
    time.sleep(60)
"""


def plugin_folder(tmp_path):
    folder = tmp_path / "plugins"
    folder.mkdir()
    (folder / "lwganet_qgis").symlink_to(ROOT / "lwganet_qgis")
    return str(folder)


def test_another_qgis_is_at_it_and_then_dies(site, tmp_path):
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDS, plugin_folder(tmp_path), str(site.root)], stdout=subprocess.PIPE, text=True
    )
    assert other.stdout.readline() == "held\n"
    begun = site.root / f"processor-{'1' * 12}-1"
    begun.mkdir()
    site.before = names(site.root)
    fault = site.fails("BUSY", folder_of_wheels())
    assert str(other.pid) in str(fault)
    site.row("another QGIS is setting up", str(fault).replace(str(other.pid), "N"))
    other.kill()
    other.wait()
    made = site.set_up(folder_of_wheels())
    assert not begun.exists() and made.whole and made.current


SETS_UP = """
import json, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from qgis.core import QgsApplication
from lwganet_qgis.engine.pythons.kinds import kind_of
from lwganet_qgis.engine.setup.job import SetUpJob
from lwganet_qgis.engine.setup.progress import Progress
from lwganet_qgis.engine.setup.set_up import set_up
set_up(SetUpJob(kind_of("processor"), Path(sys.argv[2]), sys.argv[3]), json.loads(sys.argv[4]), Progress())
"""


@pytest.mark.long
def test_killed_in_the_middle(site, tmp_path):
    """The next start takes away what is left, and a set-up begins again."""
    from lwganet_qgis.engine.pythons.environments import unfinished
    from lwganet_qgis.engine.setup.set_up import clean

    site.environ["PATH"] = "/usr/bin:/bin"  # pip is slow enough to be killed
    process = subprocess.Popen(
        [sys.executable, "-c", SETS_UP, plugin_folder(tmp_path), str(site.root), str(folder_of_wheels()),
         json.dumps(site.environ)], stdout=subprocess.DEVNULL,
    )  # fmt: skip
    until(lambda: any(folder.joinpath("bin", "pip").exists() for folder in unfinished(site.root)))
    process.send_signal(signal.SIGKILL)
    process.wait()
    until(lambda: str(site.root) not in running(), patient(5.0))
    assert len(unfinished(site.root)) == 1
    clean(site.root)
    site.as_before()
    site.row("killed in the middle (SIGKILL)", "–", "one folder without marker, gone at the next start")
    site.environ["PATH"] = only_uv(tmp_path / "bin")
    assert site.set_up(folder_of_wheels()).whole


def test_cancelled(either):
    """Within a second all that was started is gone."""
    from lwganet_qgis.core.errors import Cancelled
    from lwganet_qgis.engine.setup.progress import Progress

    asked = []

    def step(text):
        if "Downloading and installing" in text:
            asked.append(time.monotonic())

    with pytest.raises(Cancelled):
        either.set_up(folder_of_wheels(), Progress(step=step, cancelled=lambda: bool(asked)))
    assert time.monotonic() - asked[0] < patient(1.0)
    either.as_before()
    until(lambda: str(either.root) not in running(), patient(1.0))
    either.row(f"cancelled ({either.by})", "cancelled")


@pytest.mark.parametrize(
    "name",
    [pytest.param("two words", marks=pytest.mark.long), pytest.param("Größe-ü", marks=pytest.mark.long), "地圖 引擎",
     "x" * 200],
    ids=["spaces", "umlauts", "Chinese", "long"],
)  # fmt: skip
def test_profiles_with_odd_names(tmp_path, monkeypatch, record_property, name):
    """The whole set-up, and the engine runs from there."""
    monkeypatch.delenv("LWGANET_ENGINE_PYTHON")
    root = tmp_path / name
    root = root / ("y" * (250 - len(str(root)))) if name.startswith("x") else root
    site = Site(root, only_uv(tmp_path / "bin"), monkeypatch, record_property)
    made = site.set_up(folder_of_wheels())
    from lwganet_qgis.engine.environment import find_python

    assert find_python("", root).environment == made and made.versions["onnxruntime"]
    site.row(f"profile path: {'250 characters' if name.startswith('x') else name}", "no fault")


def test_a_python_without_venv_gets_uv(site, monkeypatch):
    """As on systems that keep venv in a package of its own: uv comes as a wheel."""
    from lwganet_qgis.engine.setup import set_up
    from lwganet_qgis.engine.setup.bases import Base

    site.environ["PATH"] = "/usr/bin:/bin"
    monkeypatch.setattr(set_up, "bases", lambda *_: iter([Base(ENGINE, "3.11", False)]))
    made = site.set_up(folder_of_wheels())
    assert made.whole and not (made.folder / ".scratch").exists()
    assert "uv = " in (made.folder / "pyvenv.cfg").read_text()
    site.row("a Python without venv", "no fault (uv is fetched)")


def test_an_upgrade_keeps_the_engine_until_the_next_is_proven(site):
    """An engine that another version of the plugin made is used until a set-up has succeeded."""
    from lwganet_qgis.engine.environment import find_python

    site.fails("NETWORK", **index_at("http://127.0.0.1:9/simple"))
    made = site.set_up(folder_of_wheels())
    assert find_python("", site.root).environment == made and site.old.exists()
    site.row("upgrade or downgrade of the plugin", "no fault", "the older engine, offered for deletion")


PIP = {
    "NETWORK": "ERROR: Could not find a version that satisfies the requirement numpy==2.4.6 (from versions: none)\n"
               "WARNING: Retrying after connection broken by 'NewConnectionError([Errno 11001] getaddrinfo failed')",
    "PROXY": "WARNING: Retrying (Retry(total=4)) after connection broken by 'ProxyError('Cannot connect to proxy.', "
             "OSError('Tunnel connection failed: 407 Proxy Authentication Required'))'",
    "CERTIFICATE": "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: "
                   "self-signed certificate in certificate chain'))",
    "DISK": "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
    "BLOCKED": "ERROR: Could not install packages due to an OSError: [WinError 5] Access is denied: 'C:\\\\x.pyd'",
    "LONG_PATH": "OSError: [Errno 2] No such file or directory: 'C:\\\\…'\nHINT: This error might have occurred since "
                 "this system does not have Windows Long Path support enabled.",
    "READ_ONLY": "error: failed to create file: Read-only file system (os error 30)",
    "WRONG_HASH": "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
    "BROKEN_DOWNLOAD": "pip._vendor.urllib3.exceptions.ProtocolError: ('Connection broken: IncompleteRead(1 bytes')",
    "C_RUNTIME": "ImportError: DLL load failed while importing onnxruntime_pybind11_state",
    "NO_VENV": "The virtual environment was not created successfully because ensurepip is not available.",
    "UNKNOWN": "something else",
}  # fmt: skip


@pytest.mark.parametrize("cause", PIP)
def test_what_installers_say_is_understood(cause):
    from lwganet_qgis.engine.setup.faults import cause_of

    if cause == "LONG_PATH":
        assert cause_of(PIP[cause].replace("enabled", "").splitlines()).name == cause
    assert cause_of(PIP[cause].splitlines()).name == cause


def test_passwords_are_not_passed_on():
    from lwganet_qgis.engine.setup.causes import Cause
    from lwganet_qgis.engine.setup.faults import SetUpFault
    from lwganet_qgis.engine.setup.progress import Progress

    line, progress = "Looking in indexes: https://me:secret@index.example/simple", Progress()
    progress.say(line)
    assert "secret" not in SetUpFault(Cause.UNKNOWN, line).said + progress.said[0]
    assert progress.said == ["Looking in indexes: https://***@index.example/simple"]


@pytest.mark.parametrize(("number", "cause"), [(112, "DISK"), (206, "LONG_PATH"), (5, "BLOCKED"), (225, "BLOCKED")])
def test_errors_of_windows(number, cause):
    from lwganet_qgis.engine.setup.faults import cause_of_error

    error = OSError("x")
    error.winerror = number
    assert cause_of_error(error).name == cause


def test_every_cause_has_words_and_an_entry_in_the_guide():
    from lwganet_qgis.engine.setup.advice import headline, remedy
    from lwganet_qgis.engine.setup.causes import Cause

    facts = {name: "F" for name in ("folder", "needed", "free", "platform", "wanted", "reason", "python", "process")}
    page = (ROOT / "docs" / "troubleshooting.md").read_text(encoding="utf-8")
    for cause in Cause:
        title, advice = headline(cause), remedy(cause)
        assert "{" not in headline(cause, **facts) + remedy(cause, **facts)
        entry = page.split(f'<a id="{cause.value}"></a>')
        assert len(entry) == 2, cause
        words = [part for part in title.replace("{", "}").split("}")[::2] if part.strip(" .(")]
        assert advice and all(word.strip(" .(") in entry[1].split("\n## ")[1] for word in words), (cause, words)
