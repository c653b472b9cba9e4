"""`python -m tests.texts`: writes resources/translations/checkin.pot anew and brings every language's file up to it."""

from __future__ import annotations

from checkin.domain.catalogue import messages
from tests.texts.extract import ROOT, all_texts
from tests.texts.po_text import gathered, written

FOLDER = ROOT / "resources" / "translations"
TEMPLATE = FOLDER / "checkin.pot"


def main() -> None:
    """Texts that are gone are taken out of the languages, new ones come in without a translation."""
    texts = gathered(all_texts())
    TEMPLATE.write_text(written(texts), "utf-8")
    print(f"{len(texts)} texts: {TEMPLATE.relative_to(ROOT)}")
    for path in sorted(FOLDER.glob("*.po")):
        old = list(messages(path.read_text("utf-8")))
        known = {(m.text, m.context): m for m in old}
        path.write_text(written(texts, known[("", "")].forms[0], known), "utf-8")
        missing = [key for key in texts if not (key in known and all(known[key].forms))]
        print(f"{path.name}: {len(texts) - len(missing)} translated, {len(missing)} missing")


if __name__ == "__main__":
    main()
