"""The web server of a local run: the built pages, and the API behind the same origin."""

from __future__ import annotations

import argparse
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount, Route
from starlette.types import ASGIApp

from alongside_local.headers import page_headers
from alongside_local.pages import Pages
from alongside_local.proxy import Proxy

PASSED_ON = ("/api", "/oauth", "/health", "/ims")


def create_app(api: str, dist: Path, csp_file: Path) -> Starlette:
    proxy = Proxy(api)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        await proxy.aclose()

    # A prefix is passed on with and without what follows it: /health alone is no page either.
    passed_on = [Route(pattern, proxy) for prefix in PASSED_ON for pattern in (prefix, f"{prefix}/{{rest:path}}")]
    return Starlette(
        routes=[*passed_on, Mount("/", Pages(dist, page_headers(csp_file)))],
        lifespan=lifespan,
    )


def server_config(app: ASGIApp, host: str, port: int) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        host=host,
        port=port,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # nothing stands before us whose word on the client could be taken
        timeout_graceful_shutdown=5,
        log_level="warning",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--api", required=True, help="where the API listens, http://127.0.0.1:8000")
    parser.add_argument("--frontend", type=Path, required=True, help="the frontend's folder, with dist/ in it")
    given = parser.parse_args()
    app = create_app(given.api, given.frontend / "dist", given.frontend / "csp.json")
    uvicorn.Server(server_config(app, given.host, given.port)).run()


if __name__ == "__main__":
    main()
