"""What a WSGI server loads: the app, made from the environment."""

import os

from webapp.app import create_app
from webapp.config import load_settings
from webapp.core.logs import configure_logs
from webapp.core.memory import collect_rarely

settings = load_settings(os.environ)
configure_logs(settings.log_level)
app = create_app(settings)
collect_rarely()
