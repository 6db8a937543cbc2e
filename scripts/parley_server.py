"""What scripts need that try the packaged server: the jar, a JDK 25, a free port, and a server."""

import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
JAR = ROOT / "bootstrap/target/parley/parley.jar"
TIMEOUT = 300  # seconds; a net for what hangs


class Failed(Exception):
    """Something is wrong; the message says where and how."""


def newest(paths):
    return max((path.stat().st_mtime for path in paths), default=0)


def build():
    sources = [path for path in ROOT.glob("*/src/main/**/*") if path.is_file()] + list(ROOT.glob("**/pom.xml"))
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


class Server:
    """The packaged server on a free port, with its data in a folder that is empty when it starts."""

    def __init__(self, folder, **settings):
        build()
        self.folder = Path(folder)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.java = find_jdk() + "/bin/java"
        self.address = f"http://127.0.0.1:{free_port()}"
        self.log = self.folder / "server.log"
        self.environment = os.environ | {"SERVER_PORT": self.address.rsplit(":", 1)[1]} | settings

    def command(self, *arguments):
        """Runs one of the jar's commands beside the server, and returns the last line that it prints."""
        command = [self.java, "-jar", str(JAR), *arguments]
        done = subprocess.run(command, cwd=self.folder, env=self.environment, check=True, capture_output=True, text=True)
        return done.stdout.strip().splitlines()[-1]

    def __enter__(self):
        command = [self.java, "-XX:TieredStopAtLevel=1", "-Xmx600m", "-jar", str(JAR)]
        with open(self.log, "w") as log:
            self.process = subprocess.Popen(command, cwd=self.folder, env=self.environment, stdout=log, stderr=log)
        end = time.monotonic() + TIMEOUT
        while not self.is_ready():
            if self.process.poll() is not None or time.monotonic() > end:
                self.__exit__()
                raise Failed(f"the server did not start\n{self.log.read_text(errors='replace')}")
            time.sleep(0.2)
        return self

    def __exit__(self, *thrown):
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def is_ready(self):
        try:
            with urllib.request.urlopen(self.address + "/actuator/health/readiness", timeout=10) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False
