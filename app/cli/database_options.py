"""Options of the verbs that work with what is kept: which data folder, which database."""

from app.classroom.services import Services, open_services
from app.cli.shared_options import setting_options
from app.config import DATABASE_FILE, SETTINGS, Settings
from app.errors import SettingsError

KEPT = ("data", "database_url")

kept_options = setting_options(setting for setting in SETTINGS if setting.name in KEPT)


def kept_services(data: str | None, database_url: str | None) -> Services:
    """The classroom of those options, which a server has made; SettingsError without one."""
    settings = Settings.from_environment(data=data, database_url=database_url)
    if not (settings.database_url or (settings.data / DATABASE_FILE).is_file()):
        raise SettingsError(
            f"There is no database in {settings.data}. Name the data folder of the server with "
            "--data or BYLINE_DATA."
        )
    return open_services(settings)
