"""Byline: a news article becomes a quiz on what it says, how it knows and how it puts it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from app.classroom.services import Services
    from app.config import Settings


def create_app(
    *, settings: "Settings | None" = None, services: "Services | None" = None
) -> "Flask":
    """The web application: the composition root.

    `settings` are by default those of the environment. `services` are by default opened from the
    settings; a test, or a server that has opened the store before, passes its own.
    """
    # Here and not above: importing `app.domain` must not load a web framework.
    from app.classroom.services import open_services
    from app.config import Settings
    from app.store.data_folder import secret_key
    from app.web.application import make_site
    from app.web.site.current import move_in
    from app.web.site.logs import start_logging

    settings = settings or Settings.from_environment()
    start_logging(as_json=settings.log == "json")
    site = make_site(trusted_hosts=settings.hosts, proxies=settings.proxies)
    site.secret_key = secret_key(settings.data, settings.secret_key)
    move_in(site, services or open_services(settings))
    return site
