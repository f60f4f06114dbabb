"""The application as uvicorn loads it."""

from .core.loading import loading

with loading():
    from .app import create_app
    from .core.settings import settings

    app = create_app(settings())
