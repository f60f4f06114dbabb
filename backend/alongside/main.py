"""The application as uvicorn loads it."""

from .app import create_app
from .core.settings import settings

app = create_app(settings())
