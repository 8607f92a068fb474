"""Style sheets, scripts and pictures: read once, compressed once, cached by browsers for ever.

`asset("paper.css")` names a file by its content (`paper.1f0c9a2b44.css`), so that a changed file
has a new address. The plain name answers too, for files that name each other, and is checked anew
each time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from gzip import compress
from hashlib import blake2b
from mimetypes import guess_type
from pathlib import Path, PurePosixPath
from typing import Final

from flask import Blueprint, Flask, Response, current_app, request

from app.errors import NotFound
from app.web.site.headers import WORTH_PACKING, accepts_gzip, is_packable

FOLDERS: Final = tuple(Path(__file__).parents[1] / room / "static" for room in ("site", "student"))
"""The rooms of the pages that bring files of their own; no two may have one of the same name."""
SHELF: Final = "byline.assets"
FOR_EVER: Final = "public, max-age=31536000, immutable"
CHECK_FIRST: Final = "public, no-cache"
UTF8: Final = frozenset({"text/css", "text/javascript", "text/plain", "text/html"})


@dataclass(frozen=True, slots=True)
class Asset:
    """One file, ready to send; `packed` is its gzip form, None when that would not help."""

    body: bytes
    packed: bytes | None
    media_type: str
    digest: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """All files: `named` by their own names, `hashed` by the names that contain their digest."""

    named: dict[str, Asset]
    hashed: dict[str, Asset]

    def address(self, name: str) -> str:
        """The name with the digest in it; KeyError when there is no such file."""
        return hashed_name(name, self.named[name].digest)


def hashed_name(name: str, digest: str) -> str:
    """`fonts/a.css` -> `fonts/a.<digest>.css`."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}.{digest}{path.suffix}"))


def read_asset(path: Path) -> Asset:
    """Read and compress one file."""
    body = path.read_bytes()
    media_type = guess_type(path.name)[0] or "application/octet-stream"
    packed = None
    if len(body) >= WORTH_PACKING and is_packable(media_type):
        packed = compress(body, 9, mtime=0)
    if media_type in UTF8:
        media_type += "; charset=utf-8"
    return Asset(body, packed, media_type, blake2b(body, digest_size=5).hexdigest())


def read_shelf(folders: Iterable[Path] = FOLDERS) -> Shelf:
    """Read every file below some folders; hidden ones are left out."""
    named = {
        path.relative_to(folder).as_posix(): read_asset(path)
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    hashed = {hashed_name(name, asset.digest): asset for name, asset in named.items()}
    return Shelf(named, hashed)


def the_shelf() -> Shelf:
    """The files of this application."""
    shelf: Shelf = current_app.extensions[SHELF]
    return shelf


def asset_url(name: str) -> str:
    """The address of a file, for templates; KeyError when there is no such file."""
    return f"{request.script_root}/static/{the_shelf().address(name)}"


assets = Blueprint("assets", __name__)


@assets.get("/static/<path:name>")
def send(name: str) -> Response:
    """Send one file, or 304 to a browser that has it."""
    shelf = the_shelf()
    asset, caching = shelf.hashed.get(name), FOR_EVER
    if asset is None:
        asset, caching = shelf.named.get(name), CHECK_FIRST
    if asset is None:
        raise NotFound("There is no such file.")
    response = filled(asset)
    response.headers["Cache-Control"] = caching
    response.set_etag(asset.digest, weak=True)
    response.make_conditional(request)
    return response


def filled(asset: Asset) -> Response:
    """A response with the file in the form that the browser takes."""
    if asset.packed is None:
        return Response(asset.body, content_type=asset.media_type)
    packed = accepts_gzip()
    response = Response(asset.packed if packed else asset.body, content_type=asset.media_type)
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    response.vary.add("Accept-Encoding")
    return response


def install(app: Flask) -> None:
    """Read the files, and let templates name them."""
    app.extensions[SHELF] = read_shelf()
    app.jinja_env.globals["asset"] = asset_url
