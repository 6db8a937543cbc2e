"""What scripts need that try the packaged server: the jar, a JDK 25, a free port, a server, and a user of it."""

import functools
import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JAR = ROOT / "bootstrap/target/parley/parley.jar"
TIMEOUT = 300  # seconds; a net for what hangs
LINES = 40  # of a server's log, which are shown where something is wrong
SETTINGS = ("PARLEY_", "SPRING_", "SERVER_", "MANAGEMENT_", "LOGGING_", "SPRINGDOC_", "PG", "JDK_JAVA_OPTIONS")


class Failed(Exception):
    """Something is wrong; the message says where and how."""


class Refused(Failed):
    """A request was answered with a status that is no success."""

    def __init__(self, request, status, body):
        super().__init__(f"{request.get_method()} {request.full_url} {(request.data or b'')[:500]!r} is answered {status} {body}")
        self.status = status


# What is needed


def newest(paths):
    return max((path.stat().st_mtime for path in paths), default=0)


def build():
    sources = [path for path in ROOT.glob("*/src/main/**/*") if path.is_file()]
    sources += [*ROOT.glob("pom.xml"), *ROOT.glob("*/pom.xml")]
    if JAR.exists() and newest(JAR.parent.glob("**/parley*.jar")) > newest(sources):
        return
    print("building the jar", flush=True)
    maven = ["./mvnw", "--batch-mode", "--no-transfer-progress", "-q", "-Pquick", "-DskipTests", "package"]
    subprocess.run(maven, cwd=ROOT, check=True)


def is_jdk_25(home):
    release = Path(home, "release")
    return (
        Path(home, "bin/javac").exists() and release.exists() and 'JAVA_VERSION="25' in release.read_text(errors="replace")
    )


@functools.cache
def find_jdk():
    """The JDK 25 that Maven finds as well."""
    java = shutil.which("java")
    homes = [os.environ.get("JAVA_HOME", "")] + ([str(Path(java).resolve().parent.parent)] if java else [])
    for home in homes:
        if home and is_jdk_25(home):
            return home
    command = ["./mvnw", "--batch-mode", "-N", "toolchains:display-discovered-jdk-toolchains"]
    output = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for home in re.findall(r"(/[^\s<>]+)", output):
        if is_jdk_25(home):
            return home
    raise Failed("a JDK 25 is needed: install one, for example from https://adoptium.net")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def clean_environment():
    """The variables of this process, without those by which a developer sets the server, PostgreSQL or Java."""
    return {name: value for name, value in os.environ.items() if not name.startswith(SETTINGS)} | {
        "LC_ALL": "C.UTF-8",
        # Short runs are not optimised, which takes half of the processor time.
        "JAVA_TOOL_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    }


def await_that(is_so, may_become, what):
    deadline = time.monotonic() + TIMEOUT
    while not is_so():
        if not may_become() or time.monotonic() > deadline:
            raise Failed(f"{what} did not start")
        time.sleep(0.2)


# Servers


def is_up(health):
    """Whether an address of a server's health is answered with 200. Certificates are not checked."""
    try:
        context = ssl._create_unverified_context() if health.startswith("https:") else None
        with urllib.request.urlopen(health, timeout=10, context=context) as answer:
            return answer.status == 200
    except OSError:
        return False


def health_of(address):
    return address + "/actuator/health/readiness"


class Server:
    """The packaged server on a free port, with its data in a folder that is empty when it starts."""

    def __init__(self, folder, **settings):
        build()
        self.folder = Path(folder)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.java = find_jdk() + "/bin/java"
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = self.folder / "server.log"
        self.environment = clean_environment() | {"SERVER_PORT": str(self.port)} | settings

    def command(self, *arguments):
        """Runs one of the jar's commands beside the server, and returns the last line that it prints."""
        command = [self.java, "-jar", str(JAR), *arguments]
        done = subprocess.run(command, cwd=self.folder, env=self.environment, check=True, capture_output=True, text=True)
        return done.stdout.strip().splitlines()[-1]

    def __enter__(self):
        command = [self.java, "-Xmx600m", "-jar", str(JAR)]
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(command, cwd=self.folder, env=self.environment, stdout=log, stderr=log)
        try:
            await_that(lambda: is_up(health_of(self.address)), lambda: self.process.poll() is None, "the server")
        except BaseException as failure:
            self.__exit__(type(failure), failure, None)
            raise
        return self

    def __exit__(self, kind, failure, trace):
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if isinstance(failure, Failed):
            lines = self.log.read_text(errors="replace").splitlines()[-LINES:]
            print(f"the end of {self.log}:", *lines, sep="\n", file=sys.stderr, flush=True)


# Users


def call(address, body, token=None, method="POST", media_type="application/json"):
    """Sends bytes, or what becomes JSON, and returns the bytes of the answer."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    request = urllib.request.Request(address, data, {"Content-Type": media_type}, method=method)
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            return answer.read()
    except urllib.error.HTTPError as refusal:
        raise Refused(request, refusal.code, refusal.read().decode(errors="replace")) from None


class User:
    """A local account that is registered and logged in."""

    PASSWORD = "correct horse"

    def __init__(self, address, email):
        self.api = address + "/api/v1"
        account = {"email": email, "password": self.PASSWORD}
        call(self.api + "/auth/register", account)
        self.token = json.loads(call(self.api + "/auth/login", account))["data"]["token"]

    def send(self, path, body):
        """The bytes of the answer."""
        return call(self.api + path, body, self.token)

    def post(self, path, body):
        """The JSON of the answer."""
        return json.loads(self.send(path, body))
