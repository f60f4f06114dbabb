"""The contract as a page for people: plain HTML from the OpenAPI document, served by the API itself, no script."""

from html import escape
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.params import Depends

from alongside.core.http import Endpoint

STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
code { font: 0.9375rem ui-monospace, monospace; overflow-wrap: anywhere; }
section { border-top: 1px solid #8886; padding: 0.75rem 0; }
h3 { font-size: 1rem; margin: 0; }
p, ul { margin: 0.25rem 0; }
"""


def page(document: dict[str, Any]) -> str:
    """Every operation by tag: address, what it does, scopes, parameters, answers."""
    tags: dict[str, list[str]] = {}
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            tag = operation.get("tags", ["other"])[0]
            tags.setdefault(tag, []).append(_operation(method, path, operation))
    sections = "".join(
        f"<h2 id='{escape(tag)}'>{escape(tag.capitalize())}</h2>{''.join(parts)}" for tag, parts in sorted(tags.items())
    )
    contents = "".join(f"<li><a href='#{escape(tag)}'>{escape(tag.capitalize())}</a></li>" for tag in sorted(tags))
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Alongside API</title>"
        "<meta name='viewport' content='width=device-width'><link rel='stylesheet' href='/api/docs.css'></head><body>"
        f"<main><h1>Alongside API {escape(document['info']['version'])}</h1>"
        "<p>The machine-readable contract: <a href='/api/v1/openapi.json'>openapi.json</a>.</p>"
        f"<nav aria-label='Contents'><ul>{contents}</ul></nav>{sections}</main></body></html>"
    )


def _operation(method: str, path: str, operation: dict[str, Any]) -> str:
    scopes = ", ".join(operation.get("x-scopes", [])) or "none: public"
    parameters = ", ".join(
        f"<code>{escape(one['name'])}</code>" for one in operation.get("parameters", []) if one["in"] == "query"
    )
    answers = ", ".join(escape(status) for status in operation["responses"] if status != "default")
    return (
        f"<section><h3><code>{escape(method.upper())} {escape(path)}</code></h3>"
        f"<p>{escape(operation.get('description', ''))}</p>"
        f"<p>Scope: <code>{escape(scopes)}</code>. Answers: {answers}."
        f"{f' Parameters: {parameters}.' if parameters else ''}</p></section>"
    )


def add(app: FastAPI, public: Depends) -> None:
    """Serve the page and its style; the page may load its own style and nothing else."""
    policy = {
        "Content-Security-Policy": "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"
    }

    async def show_docs(request: Request) -> Response:
        """The contract as a page."""
        return Response(page(request.app.openapi()), headers=policy, media_type="text/html; charset=utf-8")

    async def show_docs_style() -> Response:
        """The page's style."""
        return Response(STYLE, media_type="text/css")

    for path, endpoint in (("/api/docs", show_docs), ("/api/docs.css", show_docs_style)):
        app.router.routes.append(
            Endpoint(path, endpoint, methods=["GET"], dependencies=[public], include_in_schema=False)
        )
