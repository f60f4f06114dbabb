"""What no engine runs here is held against schemas and against its counterparts: compose, images, proxy, workflows."""

from __future__ import annotations

import json
import re
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from jsonschema import ValidationError, validators
from jsonschema.protocols import Validator

from alongside_local.binaries import installed_programs
from alongside_local.headers import ASSET_HEADERS, for_nginx, page_headers
from alongside_local.postgres import APP, OWNER, SUPERUSER, UNSAFE_BUT_FAST, LocalPostgres
from alongside_local.web import PASSED_ON

ROOT = Path(__file__).resolve().parents[3]
COMPOSE = (ROOT / "docker-compose.yml").read_text()
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
DOCKERFILES = [ROOT / "backend/Dockerfile", ROOT / "frontend/Dockerfile"]
PROMISED = [
    *("help", "setup", "run", "test", "dev", "demo", "reset", "up", "down", "check", "lock", "clean"),
    *("migrate", "migration", "downgrade", "migrations-check"),
    *("fmt", "lint", "typecheck", "openapi", "e2e", "bench"),
]


def vendored(name: str) -> Validator:
    """A validator of one of the published schemas that check-jsonschema brings along."""
    text = files("check_jsonschema").joinpath(f"builtin_schemas/vendor/{name}.json").read_text()
    schema = json.loads(text)
    return validators.validator_for(schema)(schema)


def compose() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(COMPOSE)
    return loaded


def workflow(path: Path) -> dict[str, Any]:
    # The key `on` is a boolean to YAML 1.1.
    return {"on" if key is True else key: value for key, value in yaml.safe_load(path.read_text()).items()}


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z0-9-]+):.*## ", (ROOT / "Makefile").read_text(), re.MULTILINE))


def environment_named(text: str) -> set[str]:
    return set(re.findall(r"\$\{([A-Z_]+)", text))


# -- compose


def test_the_compose_file_is_valid() -> None:
    vendored("compose-spec").validate(compose())


def test_the_compose_schema_would_notice_a_misspelt_key() -> None:
    broken = compose()
    broken["services"]["api"]["depend_on"] = ["db"]
    with pytest.raises(ValidationError, match="depend_on"):
        vendored("compose-spec").validate(broken)


def test_the_stack_is_database_migrations_api_worker_and_web() -> None:
    services = compose()["services"]
    assert services.keys() == {"db", "migrate", "api", "worker", "web"}
    assert services["db"]["image"] == "postgres:18"
    for name in ("api", "worker"):
        conditions = {on: how["condition"] for on, how in services[name]["depends_on"].items()}
        assert conditions == {"db": "service_healthy", "migrate": "service_completed_successfully"}


def test_only_the_migration_knows_the_owners_password() -> None:
    services = compose()["services"]
    knowing = {name for name, service in services.items() if "OWNER_PASSWORD" in json.dumps(service)}
    assert knowing == {"db", "migrate"}


def test_only_the_web_server_is_reached_from_outside_and_only_the_backend_reaches_the_database() -> None:
    services = compose()["services"]
    assert {name for name, service in services.items() if "ports" in service} == {"web"}
    assert all(str(port).startswith("127.0.0.1:") for port in services["web"]["ports"])
    assert services["db"]["networks"] == ["inside"]
    assert services["web"]["networks"] == ["front"]


@pytest.mark.parametrize("name", ["migrate", "api", "worker", "web"])
def test_our_containers_have_no_rights_they_do_not_need(name: str) -> None:
    service = compose()["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]


def test_networks_volumes_and_mounted_files_exist() -> None:
    stack = compose()
    for service in stack["services"].values():
        assert set(service["networks"]) <= stack["networks"].keys()
        for source in (volume.split(":")[0] for volume in service.get("volumes", [])):
            assert (ROOT / source).is_file() if source.startswith(".") else source in stack["volumes"]


def test_no_secret_has_a_default() -> None:
    secrets = [word for word in re.findall(r"\$\{[^}]+\}", COMPOSE) if "PASSWORD" in word or "SECRET" in word]
    assert len(secrets) >= 4
    assert all(":?" in word for word in secrets)


def test_the_example_environment_names_all_that_the_stack_asks_for() -> None:
    offered = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert environment_named(COMPOSE) == offered


def test_the_written_environment_has_strong_and_different_secrets() -> None:
    def written() -> dict[str, str]:
        text = subprocess.run([ROOT / "infra/compose/make-env"], capture_output=True, text=True, check=True).stdout
        return dict(re.findall(r"^([A-Z_]+)=(.*)$", text, re.MULTILINE))

    first, second = written(), written()
    secrets = {name for name in first if name.endswith(("_PASSWORD", "_SECRET_KEY"))}
    assert len({first[name] for name in secrets} | {second[name] for name in secrets}) == 2 * len(secrets)
    assert all(re.fullmatch(r"[0-9a-f]{64}", first[name]) for name in secrets)


# -- images


@pytest.mark.parametrize("file", DOCKERFILES, ids=lambda file: file.parent.name)
def test_images_are_built_in_stages_from_named_versions_and_from_locks(file: Path) -> None:
    text = file.read_text()
    bases = re.findall(r"^FROM (\S+)", text, re.MULTILINE)
    assert len(bases) >= 2
    assert all(":" in base and not base.endswith(":latest") for base in bases)
    assert "--require-hashes" in text or "npm ci" in text


def test_images_do_not_run_as_root() -> None:
    backend = (ROOT / "backend/Dockerfile").read_text()
    assert re.search(r"^USER [1-9]\d*:[1-9]\d*$", backend, re.MULTILINE)
    assert "nginx-unprivileged" in (ROOT / "frontend/Dockerfile").read_text().split("FROM")[-1]


@pytest.mark.parametrize("file", DOCKERFILES, ids=lambda file: file.parent.name)
def test_every_file_an_image_copies_is_there_and_not_ignored(file: Path) -> None:
    context = file.parent if file.parent.name == "backend" else ROOT
    copies = re.findall(r"^COPY (?!--from)(.+) \S+$", file.read_text(), re.MULTILINE)
    sources = [source for line in copies for source in line.split()]
    assert sources
    ignore = file.with_name(".dockerignore") if context == file.parent else Path(f"{file}.dockerignore")
    kept = re.findall(r"^!(\S+)$", ignore.read_text(), re.MULTILINE)
    for source in sources:
        assert (context / source).exists(), source
        assert any(source.rstrip("/") == name or source.startswith(f"{name}/") for name in kept), source


# -- the reverse proxy


def test_nginx_sends_the_same_headers_as_the_local_web_server() -> None:
    for name, headers in (("page", page_headers(ROOT / "frontend/csp.json")), ("asset", ASSET_HEADERS)):
        written = (ROOT / f"infra/nginx/{name}-headers.conf").read_text()
        assert written == for_nginx(headers), "run `make headers`"


def test_nginx_sends_the_whole_policy_with_every_page() -> None:
    conf = (ROOT / "infra/nginx/default.conf").read_text()
    kinds = dict(re.findall(r"location (.+?) \{\n\s+include /etc/nginx/alongside/(\w+)-headers", conf))
    assert kinds == {
        "^~ /assets/": "asset", "~ \\.[^/]+$": "asset",
        "/": "page", "= /": "page", "= /index.html": "page", "@missing": "page",
    }  # fmt: skip


def test_nginx_passes_on_the_same_addresses_as_the_local_web_server() -> None:
    found = re.search(r"location ~ \^/\(([a-z|]+)\)\(/\|\$\)", (ROOT / "infra/nginx/default.conf").read_text())
    assert found is not None
    assert {f"/{word}" for word in found[1].split("|")} == set(PASSED_ON)


def test_nginx_holds_nothing_back_and_believes_no_client() -> None:
    conf = (ROOT / "infra/nginx/api-proxy.conf").read_text()
    for line in ("proxy_buffering off;", "proxy_request_buffering off;", 'proxy_set_header Forwarded "";'):
        assert line in conf


# -- workflows


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_are_valid(path: Path) -> None:
    vendored("github-workflows").validate(workflow(path))


def test_the_workflow_schema_would_notice_a_misspelt_key() -> None:
    broken = workflow(WORKFLOWS[0])
    next(iter(broken["jobs"].values()))["timeout-minuets"] = 5
    with pytest.raises(ValidationError):
        vendored("github-workflows").validate(broken)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_run_make_targets_that_exist_and_actions_pinned_by_commit(path: Path) -> None:
    steps = [step for job in workflow(path)["jobs"].values() for step in job["steps"]]
    for step in steps:
        if "run" in step:
            command, target = step["run"].split()
            assert command == "make"
            assert target in make_targets()
        else:
            assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step["uses"])


def test_every_job_is_bounded_in_time() -> None:
    jobs = [job for path in WORKFLOWS for job in workflow(path)["jobs"].values()]
    assert jobs
    assert all(job["timeout-minutes"] <= 60 for job in jobs)


# -- the front door


def test_make_lists_every_promised_target() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(PROMISED) <= make_targets()
    assert all(re.search(rf"^  make {target} +\S", listed, re.MULTILINE) for target in make_targets())


# -- the database of an installation


def test_the_installations_roles_are_the_local_ones(stopped: LocalPostgres) -> None:
    """The script that the postgres image runs once makes what a local server has, with the passwords it is given."""
    stopped.start(UNSAFE_BUT_FAST)
    attributes = "select rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles"
    mine = f"{attributes} where rolname like 'alongside%' order by 1"
    local = stopped.run_sql(mine)
    stopped.run_sql(f"drop role {APP}; drop role {OWNER}")
    superuser = urlsplit(stopped.dsn(SUPERUSER, "postgres"))
    environment = {
        "PATH": f"{installed_programs().folder}:/usr/bin:/bin",
        "PGHOST": "127.0.0.1",
        "PGPORT": str(superuser.port),
        "PGPASSWORD": superuser.password or "",
        "ALONGSIDE_OWNER_PASSWORD": "the owner's",
        "ALONGSIDE_APP_PASSWORD": "the application's",
    }
    subprocess.run([ROOT / "infra/postgres/create-roles.sh"], env=environment, check=True, capture_output=True)
    assert stopped.run_sql(mine) == local
    owners = "select datname, rolname from pg_database join pg_roles r on r.oid = datdba where datname = 'alongside'"
    assert stopped.run_sql(owners) == f"alongside|{OWNER}"
    assert stopped.run_sql("select 1 from pg_extension where extname = 'pg_stat_statements'", "alongside") == "1"
    signed_in = subprocess.run(
        [installed_programs().path("psql"), "-X", "-At", "-U", APP, "-d", "alongside", "-c", "select current_user"],
        env=environment | {"PGPASSWORD": "the application's"},
        capture_output=True,
        text=True,
    )
    assert signed_in.stdout.strip() == APP, signed_in.stderr
