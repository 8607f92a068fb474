"""`byline serve`: the production server, from a checked port to the link that students open."""

import errno
import gc
import sys
from importlib import import_module
from socket import SOCK_STREAM, create_server, gaierror, getaddrinfo, socket
from typing import TYPE_CHECKING, Any, Final

import click

from app.cli.addresses import Link, link_to, qr_code
from app.cli.shared_options import banks_folder, setting_options
from app.config import SETTINGS, Settings
from app.errors import SettingsError

if TYPE_CHECKING:
    from flask import Flask

    from app.classroom.services import Services

BACKLOG: Final = 1024
"""Connections that wait while the workers start or are busy; a class opens its papers at once."""


@click.command()
@setting_options(setting for setting in SETTINGS if setting.option)
def serve(**given: Any) -> None:
    """Serve the quiz to a class until Ctrl-C.

    Prints the link that students open. Each option can be set in the environment as well.
    """
    settings = Settings.from_environment(**given)
    banks_folder(settings.banks)
    listener = listen(settings.host, settings.port)
    app, services = open_application(settings)
    announce(settings, listener, services)
    run(app, listener, settings)


def listen(host: str, port: int) -> socket:
    """A socket that listens; SettingsError, saying what to do, when it cannot be had."""
    try:
        family, *_, place = getaddrinfo(host, port, type=SOCK_STREAM)[0]
        return create_server(place[:2], family=family, backlog=BACKLOG)
    except (gaierror, UnicodeError) as error:
        raise SettingsError(f"There is no address {host} to listen on.") from error
    except OSError as error:
        raise SettingsError(_why_not(error, host, port)) from error


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is used by another program, perhaps by a Byline that runs already. "
            f"Stop that one, or take another port: byline serve --port {port + 1}"
        )
    if error.errno == errno.EACCES:
        return f"Port {port} is kept for the system. Take one above 1023, such as --port 8000."
    return f"This machine cannot listen on {host}, port {port}: {error.strerror}."


def open_application(settings: Settings) -> "tuple[Flask, Services]":
    """The application, with everything read that its workers share: they are forked from here."""
    from app import create_app
    from app.classroom.services import open_services
    from app.web.site.environments import compile_templates

    services = open_services(settings)
    for shelved in services.folder.shelf():
        if shelved.bank is not None:
            services.versions.remember(shelved.bank)
    app = create_app(settings=settings, services=services)
    compile_templates(app)
    # A connection must not be used on both sides of a fork.
    services.store.let_go()
    # What is shared is never looked at again by a worker's collector, which would copy its pages.
    gc.collect()
    gc.freeze()
    return app, services


def announce(settings: Settings, listener: socket, services: "Services") -> None:
    """Print what is served and where students find it."""
    from app.store.engine import sqlite_warning

    say_banks(settings, services)
    if services.store.is_sqlite and settings.workers > 1 and sqlite_warning():
        click.echo(f"Warning: {sqlite_warning()}")
    say_link(link_to(settings.host, listener.getsockname()[1]))
    click.echo("Stop with Ctrl-C.")
    # What waits here would be printed by every worker as well; a service may have no output.
    if sys.stdout:
        sys.stdout.flush()


def say_banks(settings: Settings, services: "Services") -> None:
    """Name the banks that are served, and those that cannot be."""
    shelf = services.folder.shelf()
    click.echo(f"Banks in {settings.banks}:")
    for shelved in shelf:
        if shelved.bank is not None:
            click.echo(f"  {shelved.id}: {shelved.bank.title}")
        else:
            count = sum(problem.severity == "error" for problem in shelved.reading.problems)
            found = "1 problem" if count == 1 else f"{count} problems"
            click.echo(f"  {shelved.id}: not served, {found}; see: byline check {shelved.id}")
    if not shelf:
        click.echo("  none yet; name another folder with --banks")


def say_link(link: Link) -> None:
    """Print the students' link, with its QR code when others can reach it."""
    click.echo(f"\nStudents open  {link.address}")
    if link.note:
        click.echo(link.note)
    if link.is_shared:
        try:
            click.echo(qr_code(link.address))
        except UnicodeEncodeError:
            click.echo("(This terminal cannot show the QR code.)")


def run(app: "Flask", listener: socket, settings: Settings) -> None:
    """Serve until a signal ends it."""
    # gunicorn needs fork, which Windows does not have.
    server = import_module("app.cli.threads" if sys.platform == "win32" else "app.cli.workers")
    server.serve_forever(app, listener, settings)
