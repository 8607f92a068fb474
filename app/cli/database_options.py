"""Options of the verbs that work with what is kept: which data folder, which database."""

from app.classroom.services import Services, open_services
from app.cli.shared_options import setting_options
from app.config import SETTINGS, Settings

KEPT = ("data", "database_url")

kept_options = setting_options(setting for setting in SETTINGS if setting.name in KEPT)


def kept_services(data: str | None, database_url: str | None) -> Services:
    """The classroom of those options; SettingsError when it cannot be opened."""
    return open_services(Settings.from_environment(data=data, database_url=database_url))
