"""The texts of the program in other languages, read from the catalogues that translators write."""

from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from app.language.tags import SOURCE, look_up

FOLDER = Path(__file__).parent / "translations"
PLACE: Final = Path("LC_MESSAGES", "messages.po")


def load_catalogues(folder: Path | None = None) -> dict[str, NullTranslations]:
    """Every catalogue of a folder: language tag (`pt-BR`) -> texts; English needs none."""
    found = _files(folder or FOLDER)
    return {SOURCE: NullTranslations()} | {tag: read_catalogue(found[tag]) for tag in found}


def _files(folder: Path) -> dict[str, Path]:
    """The catalogues of a folder by their tags; Babel names them with an underscore (`pt_BR`)."""
    return {path.parts[-3].replace("_", "-"): path for path in sorted(folder.glob(f"*/{PLACE}"))}


def read_catalogue(path: Path) -> Translations:
    """The texts of one catalogue; a text without a translation, or with a doubtful one, is English.

    Read as it is written, so that nothing compiled can be older than what was translated.
    """
    with path.open("rb") as source:
        catalogue = read_po(source)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def texts_for(language: str) -> tuple[str, NullTranslations]:
    """The texts for a BCP 47 tag (`es-MX`), and the tag that they are in; English at the worst."""
    found = _files(FOLDER)
    tag = look_up(language, found)
    return (tag, read_catalogue(found[tag])) if tag else (SOURCE, NullTranslations())
