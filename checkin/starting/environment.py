"""Makes .venv, or tells why the one that is there cannot be kept."""

import importlib.util
import shutil
import subprocess
import sys

from checkin.starting.commands import environment, logged
from checkin.starting.project import Project, Stop
from checkin.starting.stamp import place, read_stamp


def reason_to_remake(project: Project, uv: str | None) -> str:
    """Why .venv has to be made from nothing; empty when packages can be put into the one that is there."""
    if not project.venv.exists() or (project.venv.is_dir() and not any(project.venv.iterdir())):
        return "Making .venv"
    if project.unfinished.exists():
        return "The last set-up was cut short; making .venv again"
    stamp = read_stamp(project)
    if stamp and place(project) not in stamp:
        return "The project was moved; making .venv again"
    probe = "import sys; print(*sys.version_info[:2])" + ("" if uv else "; import pip")
    try:
        answer = subprocess.run([str(project.python), "-c", probe], capture_output=True, text=True, env=environment())
    except OSError:
        return ".venv has no Python that runs; making it again"
    if answer.returncode != 0 or answer.stdout.split() != [str(number) for number in sys.version_info[:2]]:
        return "Making .venv again for this Python"
    return ""


def make_venv(project: Project, uv: str | None) -> None:
    """An empty .venv in place of whatever is there. Raises Stop where that folder is somebody else's."""
    venv = project.venv
    ours = project.unfinished.exists() or (venv / "pyvenv.cfg").exists() or (venv.is_dir() and not any(venv.iterdir()))
    if venv.is_symlink() or (venv.exists() and not ours):
        raise Stop(
            f"{venv} is there, but it is no Python environment of this project.", "Move it away and start again."
        )
    try:
        empty(project)
    except OSError as problem:
        raise Stop(f"{venv} could not be made anew: {problem}.", "Close what is using it and start again.") from problem
    own = [sys.executable, "-m", "venv"]
    by_uv = [uv or "", "venv", "--quiet", "--allow-existing", "--python", sys.executable]
    maker = own if importlib.util.find_spec("ensurepip") else by_uv
    worked, _ = logged(project, [*maker, str(venv)])
    if not worked:
        raise Stop("Python could not make the folder .venv.", f"Details: {project.log}")


def empty(project: Project) -> None:
    """Leave nothing in .venv but the mark that it is unfinished."""
    project.venv.mkdir(exist_ok=True)
    project.unfinished.touch()
    for entry in project.venv.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry != project.unfinished:
            entry.unlink()
