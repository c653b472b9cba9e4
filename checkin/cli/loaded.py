"""Which files of libraries and modules this process really uses: told by the loader, not by where it looked."""

from __future__ import annotations

import sys
from pathlib import Path

_MAPS = Path("/proc/self/maps")


def zbar_library() -> str | None:
    """The path of the libzbar that pyzbar loads; None where it finds none."""
    try:
        from pyzbar import wrapper

        named = str(wrapper.load_libzbar()._name)
    except (ImportError, OSError):
        # On Windows a DLL without the runtime it needs is an OSError.
        return None
    return next((path for path in _mapped() if "zbar" in Path(path).name), named)


def _mapped() -> list[str]:
    """The files mapped into this process, where the system tells."""
    if not _MAPS.exists():
        return []
    lines = _MAPS.read_text("utf-8", "surrogateescape").splitlines()
    return sorted({line.split(maxsplit=5)[5] for line in lines if line.count(" /")})


def modules_outside(bundle: Path) -> list[str]:
    """The files of modules that were not loaded from `bundle`; a packed program finds some by accident where it was
    built, and none elsewhere.
    """
    files = {Path(getattr(module, "__file__", None) or "") for module in [*sys.modules.values()]}
    # What is frozen into the executable itself bears a name without a folder.
    return sorted(str(file) for file in files if file.is_absolute() and not file.is_relative_to(bundle))


def libraries_outside(bundle: Path) -> list[str]:
    """The libraries in use that are the system's."""
    return [path for path in _mapped() if ".so" in Path(path).name and not Path(path).is_relative_to(bundle)]
