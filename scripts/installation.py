"""Installs what scripts need and a machine lacks: programs of Debian's, and packages for Python and Node in a folder."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path


def found_or_installed(find, package):
    """What `find` returns, also after Debian's package was installed where this is Debian or Ubuntu and root; else None."""
    found = find()
    if found or os.geteuid() != 0 or not shutil.which("apt-get"):
        return found
    print(f"installing {package}", flush=True)
    # In the runlevel of a machine that is being started, packages start no service.
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for command in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", package]):
        subprocess.run(["apt-get", *command], env=environment, stdout=subprocess.DEVNULL)
    return find()


def python_packages(folder, *packages):
    """The Python of a virtual environment that has them."""

    def install():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *packages], check=True)

    python = folder / "bin/python"
    install_once(folder, packages, install)
    return python


def node_packages(folder, *packages):
    """The folder of their programs."""

    def install():
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, *packages], check=True)

    install_once(folder, packages, install)
    return folder / "node_modules/.bin"


def install_once(folder, packages, install):
    """Where all was installed before, the folder says so."""
    installed = Path(folder, "installed")
    if installed.exists() and installed.read_text() == repr(packages):
        return
    print("installing", *packages, flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    Path(folder).mkdir(parents=True)
    try:
        install()
    except subprocess.CalledProcessError as failed:
        sys.exit(f"{' '.join(packages)} cannot be installed: {failed}")
    installed.write_text(repr(packages))
