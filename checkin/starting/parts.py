"""The things of the operating system that the desk or its tests need, and what each distribution calls them."""

import ctypes
import importlib.util
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Part(NamedTuple):
    """A library, program, module or file that shows something is installed, who needs it, and its packages.

    need: `python` and `window` are needed always, `screen` with a display, `test` by `start.py test`; nothing stops
    without a `spare`.
    """

    name: str
    need: str
    apt: str
    pacman: str = ""


# Found by leaving each one out on a bare Debian 12; the xcb libraries bring the others that Qt's plugin links to.
PARTS = (
    Part("libGL.so.1", "window", "libgl1", "libglvnd"),
    Part("libEGL.so.1", "window", "libegl1", "libglvnd"),
    Part("libglib-2.0.so.0", "window", "libglib2.0-0", "glib2"),
    Part("libdbus-1.so.3", "window", "libdbus-1-3", "dbus"),
    Part("libfontconfig.so.1", "window", "libfontconfig1", "fontconfig"),
    Part("libxkbcommon.so.0", "window", "libxkbcommon0", "libxkbcommon"),
    Part("libxcb-cursor.so.0", "screen", "libxcb-cursor0", "xcb-util-cursor"),
    Part("libxcb-icccm.so.4", "screen", "libxcb-icccm4", "xcb-util-wm"),
    Part("libxcb-keysyms.so.1", "screen", "libxcb-keysyms1", "xcb-util-keysyms"),
    Part("libxcb-shape.so.0", "screen", "libxcb-shape0", "libxcb"),
    Part("libxkbcommon-x11.so.0", "screen", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Part("libzbar.so.0", "spare", "libzbar0", "zbar"),  # the last of three decoders
    Part("ensurepip", "python", f"python{sys.version_info[0]}.{sys.version_info[1]}-venv", "python"),
    Part("/etc/ssl/certs/ca-certificates.crt", "spare", "ca-certificates", "ca-certificates"),
    Part("Xvfb", "test", "xvfb", "xorg-server-xvfb"),
    Part("xdotool", "test", "xdotool", "xdotool"),
    Part("lpstat", "test", "cups-client", "cups"),
    Part("objcopy", "test", "binutils", "binutils"),  # packs the program
)
# Debian 13 and Ubuntu 24.04 renamed libraries at the change to 64-bit time; these codenames are older.
RENAMED = {"libglib2.0-0": "libglib2.0-0t64", "libzbar0": "libzbar0t64"}
BEFORE_RENAMING = ("bullseye", "bookworm", "focal", "jammy")
INSTALL = {
    "apt": ("apt-get", "-o", "DPkg::Lock::Timeout=120", "install", "-y", "--no-install-recommends"),
    "dnf": ("dnf", "install"),
    "pacman": ("pacman", "-S", "--needed"),
    "zypper": ("zypper", "install"),
}


def present(part: Part) -> bool:
    """Whether the system has it. Without an xcb library Qt aborts the process, so each is asked for beforehand."""
    if part.name.startswith("/"):
        return Path(part.name).exists()
    if part.need == "python":
        return importlib.util.find_spec(part.name) is not None
    if ".so." not in part.name:
        return shutil.which(part.name) is not None
    try:
        ctypes.CDLL(part.name)
    except OSError:
        return False
    return True


def apt_names(parts: Sequence[Part], os_release: str) -> list[str]:
    """Package names on Debian, Ubuntu and their derivatives, told apart by the codename in /etc/os-release."""
    words = dict(line.replace('"', "").split("=", 1) for line in os_release.splitlines() if "=" in line)
    codename = words.get("UBUNTU_CODENAME") or words.get("VERSION_CODENAME", "")
    renamed = {} if codename in BEFORE_RENAMING else RENAMED
    return sorted({renamed.get(part.apt, part.apt) for part in parts})


def package_names(family: str, parts: Sequence[Part], os_release: str) -> list[str]:
    """What a package manager is asked for; RPM systems find a package by what it holds, whatever its name."""
    if family == "apt":
        return apt_names(parts, os_release)
    if family == "pacman":
        return sorted({part.pacman for part in parts})
    held = {part.name: f"/usr/bin/{part.name}" for part in parts if part.need == "test"}
    held |= {part.name: f"{part.name}()(64bit)" for part in parts if ".so." in part.name}
    return [held.get(part.name, "python3-pip" if part.need == "python" else "ca-certificates") for part in parts]


def line_to_type(family: str, parts: Sequence[Part], os_release: str) -> str:
    """What the person types to install the parts."""
    if not family:
        return "Install with this system's package manager what holds " + ", ".join(part.name for part in parts) + "."
    names = [f"'{name}'" if "(" in name else name for name in package_names(family, parts, os_release)]
    shown = [word for word in INSTALL[family] if word != "-o" and "::" not in word]
    update = "sudo apt-get update && " if family == "apt" else ""
    return f"Type: {update}sudo {' '.join(shown)} {' '.join(names)}"
