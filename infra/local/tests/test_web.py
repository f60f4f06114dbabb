"""The local web server, over real sockets: pages and assets, headers, and an API behind the same origin."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from alongside_local.headers import content_security_policy
from alongside_local.postgres import free_port
from alongside_local.web import create_app, server_config

SCRIPT = "export const words = " + json.dumps(["a partner", "a school"] * 200)
HASH = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
NAVIGATION = {"Accept": "text/html,application/xhtml+xml", "Sec-Fetch-Mode": "navigate"}

seen_by_the_api: dict[str, asyncio.Event] = {}


async def echo(request: Request) -> Response:
    body = await request.body()
    answer = JSONResponse(
        {
            "method": request.method,
            "target": request.scope["raw_path"].decode() + "?" + request.scope["query_string"].decode(),
            "headers": [[name.decode(), value.decode()] for name, value in request.scope["headers"]],
            "body": body.decode(),
        },
        201,
    )
    answer.headers["Connection"] = "X-Private"
    answer.headers["X-Private"] = "between us"
    answer.headers.append("Set-Cookie", "__Host-sid=one; Secure; Path=/")
    answer.headers.append("Set-Cookie", "other=two")
    return answer


async def packed(_request: Request) -> Response:
    return Response(gzip.compress(b"a long list"), headers={"Content-Encoding": "gzip"}, media_type="text/plain")


async def drip(_request: Request) -> Response:
    """One piece at once, the next only when the test has seen the first."""

    async def pieces() -> AsyncIterator[bytes]:
        yield b"first"
        await asyncio.wait_for(seen_by_the_api.setdefault("more", asyncio.Event()).wait(), 10)
        yield b"second"

    return StreamingResponse(pieces())


async def go_on(_request: Request) -> Response:
    seen_by_the_api.setdefault("more", asyncio.Event()).set()
    return Response()


async def endless(_request: Request) -> Response:
    async def pieces() -> AsyncIterator[bytes]:
        try:
            while True:
                yield b"x" * 1000
                await asyncio.sleep(0.01)
        finally:
            seen_by_the_api.setdefault("gone", asyncio.Event()).set()

    return StreamingResponse(pieces())


async def is_gone(_request: Request) -> Response:
    await asyncio.wait_for(seen_by_the_api.setdefault("gone", asyncio.Event()).wait(), 10)
    return Response(b"gone")


API = Starlette(
    routes=[
        Route("/api/packed", packed),
        Route("/api/drip", drip),
        Route("/api/go-on", go_on),
        Route("/api/endless", endless),
        Route("/api/is-gone", is_gone),
        *(
            Route(f"{prefix}/{{rest:path}}", echo, methods=["GET", "POST", "PATCH", "DELETE"])
            for prefix in ("/api", "/oauth", "/health", "/ims")
        ),
    ]
)


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    port = free_port()
    server = uvicorn.Server(server_config(app, "127.0.0.1", port))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(20)


@pytest.fixture(scope="module")
def frontend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("frontend")
    (folder / "dist/assets").mkdir(parents=True)
    (folder / "dist/index.html").write_text("<!doctype html><title>Alongside</title>")
    (folder / "dist/favicon.svg").write_text("<svg/>")
    (folder / "dist/assets/main-Ab12.js").write_text(SCRIPT)
    (folder / "dist/assets/sans-Ab12.woff2").write_bytes(b"wOF2" + bytes(2000))
    (folder / "secret.txt").write_text("not for the world")
    (folder / "csp.json").write_text(json.dumps({"directives": {"style-src": ["'self'", HASH]}}))
    return folder


@pytest.fixture(scope="module")
def web(frontend: Path) -> Iterator[str]:
    with served(API) as api, served(create_app(api, frontend / "dist", frontend / "csp.json")) as address:
        yield address


@pytest.fixture
def browser(web: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=web, trust_env=False, headers={"Accept-Encoding": "identity"}) as client:
        yield client


# -- pages and assets


@pytest.mark.parametrize("path", ["/", "/partners", "/agreements/0198c0de/sign", "/schools?q=a.b"])
def test_any_page_address_gets_the_application_fresh(browser: httpx.Client, path: str) -> None:
    answer = browser.get(path, headers=NAVIGATION)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert answer.headers["cache-control"] == "no-cache"
    assert "<title>Alongside" in answer.text


@pytest.mark.parametrize("path", ["/assets/gone-Ab12.js", "/robots.txt", "/logo.png"])
def test_a_missing_file_is_missing_even_to_a_navigation(browser: httpx.Client, path: str) -> None:
    answer = browser.get(path, headers=NAVIGATION)
    assert answer.status_code == 404
    assert answer.headers["cache-control"] == "no-cache"


def test_a_script_that_asks_for_a_page_address_is_told_there_is_none(browser: httpx.Client) -> None:
    assert browser.get("/partners", headers={"Accept": "application/json"}).status_code == 404


def test_a_page_takes_no_posts(browser: httpx.Client) -> None:
    answer = browser.post("/partners", headers=NAVIGATION)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


def test_hashed_assets_are_kept_for_ever_and_others_asked_about(browser: httpx.Client) -> None:
    asset = browser.get("/assets/main-Ab12.js")
    assert asset.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert asset.headers["content-type"].startswith("text/javascript")
    icon = browser.get("/favicon.svg")
    assert icon.headers["cache-control"] == "no-cache"
    again = browser.get("/favicon.svg", headers={"If-None-Match": icon.headers["etag"]})
    assert again.status_code == 304


def test_text_travels_gzipped_to_those_who_take_it(browser: httpx.Client) -> None:
    packed_ = browser.get("/assets/main-Ab12.js", headers={"Accept-Encoding": "br, gzip"})
    assert packed_.headers["content-encoding"] == "gzip"
    assert packed_.headers["vary"] == "Accept-Encoding"
    assert packed_.text == SCRIPT
    assert int(packed_.headers["content-length"]) < len(SCRIPT) / 4
    same = {"Accept-Encoding": "gzip", "If-None-Match": packed_.headers["etag"]}
    assert browser.get("/assets/main-Ab12.js", headers=same).status_code == 304
    for refusal in ("identity", "gzip;q=0", ""):
        plain = browser.get("/assets/main-Ab12.js", headers={"Accept-Encoding": refusal})
        assert "content-encoding" not in plain.headers
        assert plain.text == SCRIPT


def test_fonts_are_not_packed_again(browser: httpx.Client) -> None:
    font = browser.get("/assets/sans-Ab12.woff2", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in font.headers
    assert font.headers["content-type"] == "font/woff2"


def test_head_tells_the_size_without_the_body(browser: httpx.Client) -> None:
    answer = browser.head("/assets/main-Ab12.js", headers={"Accept-Encoding": "gzip"})
    assert answer.status_code == 200
    assert answer.content == b""
    assert int(answer.headers["content-length"]) > 0


@pytest.mark.parametrize("target", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/%00"])
def test_nothing_outside_the_build_is_served(web: str, target: str) -> None:
    host, port = web.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(f"GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert b"not for the world" not in answer
    assert answer.split()[1] in {b"404", b"400"}


@pytest.mark.parametrize("path", ["/assets/main-Ab12.js", "/assets/sans-Ab12.woff2"])
def test_what_is_no_page_may_do_nothing_if_it_is_opened_as_one(browser: httpx.Client, path: str) -> None:
    headers = browser.get(path).headers
    assert headers["content-security-policy"] == "default-src 'none'"
    assert "last-modified" not in headers
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/index.html", "/assets/gone.js", "/partners"])
def test_every_page_carries_the_security_headers(browser: httpx.Client, path: str) -> None:
    headers = browser.get(path, headers=NAVIGATION).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["style-src"] == f"'self' {HASH}"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["require-trusted-types-for"] == "'script'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "server" not in headers


def test_a_page_that_did_not_change_keeps_its_policy(browser: httpx.Client) -> None:
    tag = browser.get("/", headers=NAVIGATION).headers["etag"]
    again = browser.get("/partners", headers={**NAVIGATION, "If-None-Match": tag})
    assert again.status_code == 304
    assert "script-src 'self'" in again.headers["content-security-policy"]


@pytest.mark.parametrize("loose", ["'unsafe-inline'", "'unsafe-eval'", "*"])
def test_the_policy_refuses_to_become_loose(loose: str) -> None:
    with pytest.raises(ValueError, match="script-src would allow"):
        content_security_policy({"script-src": ["'self'", loose]})


def test_before_the_first_build_a_page_says_so(tmp_path: Path) -> None:
    with served(create_app("http://127.0.0.1:9", tmp_path / "dist", tmp_path / "csp.json")) as web:
        answer = httpx.get(web, headers=NAVIGATION, trust_env=False)
        assert (answer.status_code, "not built" in answer.text) == (503, True)


# -- the API behind it


@pytest.mark.parametrize("path", ["/api/v1/partners", "/oauth/token", "/health/ready", "/ims/oneroster"])
def test_the_api_is_behind_the_same_origin(browser: httpx.Client, path: str) -> None:
    answer = browser.get(path, headers=NAVIGATION)
    assert answer.status_code == 201
    assert answer.json()["target"] == f"{path}?"
    assert "content-security-policy" not in answer.headers


def test_the_address_is_passed_on_as_it_was_written(browser: httpx.Client) -> None:
    answer = browser.get("/api/v1/needs/a%2Fb?q=caf%C3%A9&sort=-name&cursor=a%2Bb==")
    assert answer.json()["target"] == "/api/v1/needs/a%2Fb?q=caf%C3%A9&sort=-name&cursor=a%2Bb=="


def test_method_body_and_headers_reach_the_api(browser: httpx.Client, web: str) -> None:
    answer = browser.patch("/api/v1/needs/1", json={"rank": 1}, headers={"If-Match": '"3-ab"', "Origin": web})
    seen = answer.json()
    headers = dict(seen["headers"])
    assert (seen["method"], seen["body"]) == ("PATCH", '{"rank":1}')
    assert (headers["if-match"], headers["origin"]) == ('"3-ab"', web)
    assert headers["host"] == web.removeprefix("http://")
    assert headers["content-length"] == "10"


def test_a_body_of_unknown_length_reaches_the_api(browser: httpx.Client) -> None:
    answer = browser.post("/api/v1/imports", content=iter([b"name,", b"grades"]))
    assert answer.json()["body"] == "name,grades"


def test_the_client_is_not_believed_about_where_it_comes_from(browser: httpx.Client, web: str) -> None:
    lies = {
        "X-Forwarded-For": "10.9.8.7",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "evil.example.org",
        "Forwarded": "for=10.9.8.7",
        "X-Real-IP": "10.9.8.7",
    }
    seen = [tuple(pair) for pair in browser.get("/api/v1/me", headers=lies).json()["headers"]]
    assert [value for name, value in seen if name == "x-forwarded-for"] == ["127.0.0.1"]
    assert [value for name, value in seen if name == "x-forwarded-proto"] == ["http"]
    assert [value for name, value in seen if name == "x-forwarded-host"] == [web.removeprefix("http://")]
    assert not {"forwarded", "x-real-ip"} & {name for name, _ in seen}


def test_headers_of_one_connection_stay_on_it(browser: httpx.Client) -> None:
    hop = {
        "Connection": "keep-alive, X-Hop",
        "X-Hop": "1",
        "TE": "trailers",
        "Proxy-Authorization": "Basic x",
    }
    answer = browser.get("/api/v1/me", headers=hop)
    assert not {"x-hop", "te", "proxy-authorization"} & {name for name, _ in answer.json()["headers"]}
    assert "x-private" not in answer.headers
    assert len(answer.headers.get_list("date")) == 1


def test_one_persons_cookies_never_reach_another(browser: httpx.Client, web: str) -> None:
    first = browser.get("/api/v1/session")
    assert first.headers.get_list("set-cookie") == ["__Host-sid=one; Secure; Path=/", "other=two"]
    stranger = httpx.get(f"{web}/api/v1/me", trust_env=False)
    assert "cookie" not in dict(stranger.json()["headers"])


def test_a_packed_answer_stays_packed(browser: httpx.Client) -> None:
    answer = browser.get("/api/packed", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.text == "a long list"


def test_an_answer_is_passed_on_piece_by_piece(browser: httpx.Client, web: str) -> None:
    with browser.stream("GET", "/api/drip") as answer:
        pieces = answer.iter_raw()
        assert next(pieces) == b"first"
        httpx.get(f"{web}/api/go-on", trust_env=False)
        assert b"".join(pieces) == b"second"


def test_when_the_reader_leaves_the_api_is_told(browser: httpx.Client, web: str) -> None:
    with browser.stream("GET", "/api/endless") as answer:
        next(answer.iter_raw())
    assert httpx.get(f"{web}/api/is-gone", trust_env=False, timeout=15).text == "gone"


def test_without_an_api_the_answer_is_a_problem_document(tmp_path: Path) -> None:
    with served(create_app(f"http://127.0.0.1:{free_port()}", tmp_path, tmp_path / "csp.json")) as web:
        answer = httpx.get(f"{web}/api/v1/me", trust_env=False)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == 503


@contextmanager
def an_api_that_says(words: bytes) -> Iterator[str]:
    """A server that answers one request with these bytes and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer_once() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(words)

        thread = threading.Thread(target=answer_once, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread.join(10)


def test_an_api_that_hangs_up_is_a_bad_gateway(tmp_path: Path) -> None:
    with an_api_that_says(b"") as api, served(create_app(api, tmp_path, tmp_path / "csp.json")) as web:
        assert httpx.get(f"{web}/api/v1/me", trust_env=False).status_code == 502


def test_half_an_answer_never_looks_whole(tmp_path: Path) -> None:
    half = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n"
    with (
        an_api_that_says(half) as api,
        served(create_app(api, tmp_path, tmp_path / "csp.json")) as web,
        pytest.raises(httpx.RemoteProtocolError),
    ):
        httpx.get(f"{web}/api/v1/export", trust_env=False)
