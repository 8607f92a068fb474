"""The Flask application put together: its limits, its parts and its pages."""

from collections.abc import Iterable, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Flask
from flask.sessions import SessionInterface, SessionMixin
from flask.templating import Environment
from jinja2 import FileSystemLoader, StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.wrappers import Request, Response

from app.web.api import openapi, routes
from app.web.site import (
    assets,
    environments,
    error_pages,
    headers,
    health,
    logs,
    origin,
    reader_language,
    template_words,
    whole_bodies,
)
from app.web.student import attempt, home, practice, result, resume, shared_computer

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

BODY_BYTES = 1024 * 1024
"""The most that any request may bring; single routes take less."""

FORM_PARTS = 2000

PARTS = (
    logs,
    headers,
    origin,
    whole_bodies,
    reader_language,
    template_words,
    assets,
    environments,
    error_pages,
)
"""What every page needs; responses pass the last part first, and the log's line comes last."""

TEMPLATES = [Path(__file__).parent / room / "templates" for room in ("site", "student")]
"""Where templates lie; no two may have the same name."""


class NoSessions(SessionInterface):
    """No sessions: a student is known by a key, and the server keeps no state."""

    def open_session(self, app: Flask, request: Request) -> SessionMixin | None:  # noqa: ARG002
        """None, so that Flask uses its inert session."""
        return None

    def is_null_session(self, obj: object) -> bool:  # noqa: ARG002
        """Yes: there is nothing to save."""
        return True

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Nothing to save."""


class Pages(Environment):
    """Templates whose contexts are dicts, as ours are, and whose globals stay as they are."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One flat dict: Jinja's chain of dicts is walked for every import on a page."""
        return {**self.globals, **(d or {})}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look into a dict at once: trying for an attribute first takes much of a page's time."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


class Site(Flask):
    """A Flask application without sessions, with strict templates."""

    session_interface = NoSessions()
    jinja_environment = Pages
    jinja_loader = FileSystemLoader(TEMPLATES)
    jinja_options = Flask.jinja_options | {
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }

    def wsgi_app(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Any:
        """Answer a request; every answer bears the policy for browsers."""
        return super().wsgi_app(environ, headers.with_policy(environ, start_response))

    def log_exception(self, exc_info: Any) -> None:
        """Nothing: `error_pages` logs every error, without its message and its address."""


def make_site(*, trusted_hosts: Iterable[str] = (), proxies: int = 0) -> Site:
    """An application with all pages, and without services yet.

    `trusted_hosts` are the names it answers to (none: any); `proxies` is the number of proxies in
    front of it whose X-Forwarded-For, -Proto and -Host are believed.
    """
    site = Site("app.web", static_folder=None)
    site.config.update(
        MAX_CONTENT_LENGTH=BODY_BYTES,
        MAX_FORM_MEMORY_SIZE=BODY_BYTES,
        MAX_FORM_PARTS=FORM_PARTS,
        TRUSTED_HOSTS=list(trusted_hosts) or None,
    )
    for part in PARTS:
        part.install(site)
    for pages in (
        assets.assets,
        home.home,
        practice.practice,
        attempt.attempt,
        result.result,
        resume.resume,
        shared_computer.shared_computer,
        routes.api,
        openapi.description,
        health.health,
    ):
        site.register_blueprint(pages)
    if proxies:
        site.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # the way that Flask documents
            site.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies
        )
    return site
