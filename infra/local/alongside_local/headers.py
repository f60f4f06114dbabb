"""The headers pages and assets leave with: what the browser may load, and from where."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

POLICY: Final[Mapping[str, str]] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
    "require-trusted-types-for": "'script'",
}

PERMISSIONS: Final = ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")

PAGE_HEADERS: Final[Mapping[str, str]] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in PERMISSIONS),
}


ASSET_HEADERS: Final[Mapping[str, str]] = {
    # A script or a font is no document: of the policy only what would hold if somebody opened it as one is sent,
    # for a page loads a dozen of these files and the whole policy weighs half a kilobyte.
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
}


def content_security_policy(directives: Mapping[str, list[str]]) -> str:
    """The policy, with what the frontend says of its own directives: it knows what its pages load.

    It may name origins of its own and hashes of styles that a library writes inline, and nothing looser.
    """
    loose = {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:"}
    for name, values in directives.items():
        if loose & set(values):
            raise ValueError(f"{name} would allow {', '.join(sorted(loose & set(values)))}")
    stated = {name: " ".join(values) for name, values in directives.items()}
    return "; ".join(f"{name} {value}" for name, value in {**POLICY, **stated}.items())


def read_directives(file: Path) -> dict[str, list[str]]:
    """What `frontend/csp.json` states; no file, nothing."""
    if not file.exists():
        return {}
    directives: dict[str, list[str]] = json.loads(file.read_text())["directives"]
    return directives


def for_nginx(headers: Mapping[str, str]) -> str:
    """The same headers as nginx includes them."""
    lines = [f'add_header {name} "{value}" always;' for name, value in headers.items()]
    lines.append("add_header Strict-Transport-Security $transport_security always;")
    return "\n".join(["# Written by `make headers` from infra/local/alongside_local/headers.py.", "", *lines, ""])


def page_headers(csp_file: Path) -> dict[str, str]:
    return {"Content-Security-Policy": content_security_policy(read_directives(csp_file)), **PAGE_HEADERS}


if __name__ == "__main__":
    root = Path(__file__).resolve().parents[3]
    (root / "infra/nginx/page-headers.conf").write_text(for_nginx(page_headers(root / "frontend/csp.json")))
    (root / "infra/nginx/asset-headers.conf").write_text(for_nginx(ASSET_HEADERS))
