"""The folder that stands for a printer, sizes by name, the words of faults, Windows' answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin.devices.cups_media import media_size
from checkin.devices.printer_faults import from_lp
from checkin.devices.printer_list import PrinterList, read_windows
from checkin.devices.printer_state import read_lpstat
from checkin.devices.printers import PdfFolderPrinter
from checkin.domain.errors import EnvironmentFault

MEDIA = (105.0, 148.0)


def test_each_job_is_a_file_of_its_own(tmp_path: Path) -> None:
    printer = PdfFolderPrinter(tmp_path / "prints")
    jobs = [printer.print_pdf(b"%PDF one", title="Zoë / Müller", media_mm=MEDIA) for _ in range(2)]
    assert [Path(j).name for j in jobs] == ["Zoë_Müller.pdf", "Zoë_Müller-2.pdf"]
    assert Path(jobs[0]).read_bytes() == b"%PDF one"
    assert sorted(p.suffix for p in (tmp_path / "prints").iterdir()) == [".pdf", ".pdf"]
    assert printer.job_state(jobs[0]) == "ended"
    assert printer.job_state(str(tmp_path / "none.pdf")) == "unknown"
    assert not printer.state().needs_attention


@pytest.mark.parametrize("title", ["../../etc/passwd", "", "...", "a" * 300, "con\x00trol\n"])
def test_no_title_leads_out_of_the_folder(tmp_path: Path, title: str) -> None:
    job = PdfFolderPrinter(tmp_path).print_pdf(b"x", title=title, media_mm=MEDIA)
    assert Path(job).parent == tmp_path
    assert Path(job).read_bytes() == b"x"


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EnvironmentFault, match="cannot be written") as told:
        PdfFolderPrinter(tmp_path / "file").print_pdf(b"x", title="x", media_mm=MEDIA)
    assert told.value.advice


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(EnvironmentFault, match="disk is full"):
        PdfFolderPrinter(tmp_path).print_pdf(b"x", title="x", media_mm=MEDIA)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("A6", (105, 148)),
        ("w288h432", (101.6, 152.4)),
        ("custom_62x100mm_62x100mm", (62, 100)),
        ("na_index-4x6_4x6in", (101.6, 152.4)),
        ("iso_a6_105x148mm", (105, 148)),
        ("Label62x100", (62, 100)),
        ("Custom.WIDTHxHEIGHT", None),
    ],
)
def test_sizes_by_name(name: str, size: tuple[float, float] | None) -> None:
    assert media_size(name) == (pytest.approx(size, abs=0.1) if size else None)


def test_what_lp_says_in_plain_words() -> None:
    assert from_lp("q", "lp: Error - The printer or class does not exist.").sentence == "There is no printer q."
    assert "takes no jobs" in from_lp("q", 'lp: Destination "q" is not accepting jobs.').sentence
    other = from_lp("q", "lp: Error - Unsupported document-format.")
    assert other.sentence == "The printer q did not take the badge: Unsupported document-format."


def test_states_that_lpstat_tells() -> None:
    assert read_lpstat("printer q is idle.  enabled since x\n\tAlerts: none\n").sentence == "Ready"
    state = read_lpstat("printer q now printing q-5.  enabled since x\n\tAlerts: offline-report,marker-supply-low\n")
    assert state.sentence == "The printer does not answer · Ink or ribbon is running low"
    assert state.needs_attention
    odd = read_lpstat("printer q is idle.  enabled since x\n\tAlerts: fuser-over-temp\n")
    assert odd.sentence == "Fuser over temp"


def test_windows_answers() -> None:
    one = '{"Name":"Brother QL-820","Default":true}'
    assert read_windows(one) == PrinterList(("Brother QL-820",), "Brother QL-820", None)
    two = '[{"Name":"A","Default":false},{"Name":"B","Default":true}]'
    assert read_windows(two) == PrinterList(("A", "B"), "B", None)
    assert read_windows("") == PrinterList((), None, None)
