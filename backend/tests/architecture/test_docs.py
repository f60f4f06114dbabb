"""The documents' claims that a machine can check: paths, targets, settings, scopes, states, links."""

import re
from pathlib import Path
from urllib.parse import unquote

import orjson
import pytest
from pydantic import AliasChoices

from alongside.agreements.rules.joining import JOIN
from alongside.agreements.rules.lifecycle import AGREEMENT, AGREEMENT_SCHOOL
from alongside.agreements.rules.openings import OPENING
from alongside.agreements.rules.plans import PLAN
from alongside.agreements.rules.templates import TEMPLATE
from alongside.core.lifecycle import Lifecycle
from alongside.core.settings import Settings
from alongside.identity.scopes import GRANTS, Role, Scope
from alongside.needs.rules.assessment import ASSESSMENT, NEED
from alongside.papers.rules.lifecycle import PAPER
from alongside.partners.rules import PARTNER, PROGRAM
from alongside.partnerships.rules.stages import PARTNERSHIP
from alongside.schools.rules import SCHOOL
from alongside.targets.rules.lifecycle import RESULT, TARGET, TARGET_SCHOOL

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "frontend/README.md"])
LIFECYCLES = {
    "school": SCHOOL,
    "partner": PARTNER,
    "program": PROGRAM,
    "needs assessment": ASSESSMENT,
    "need": NEED,
    "agreement": AGREEMENT,
    "agreement at a school": AGREEMENT_SCHOOL,
    "request to join": JOIN,
    "opening to other districts": OPENING,
    "site plan": PLAN,
    "agreement template": TEMPLATE,
    "paper": PAPER,
    "partnership": PARTNERSHIP,
    "target": TARGET,
    "target at a school": TARGET_SCHOOL,
    "result": RESULT,
}

documents = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))


def text_of(name: str) -> str:
    return (ROOT / name).read_text()


def section(text: str, heading: str) -> str:
    """What stands under a heading of the second level."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    assert found is not None, f"no section {heading!r}"
    return found[1]


def table_rows(text: str) -> list[list[str]]:
    """The cells of a table's rows, its head first and its ruler left out."""
    lines = [line for line in text.splitlines() if line.startswith("|") and not line.startswith("|---")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def tree_paths(text: str) -> list[str]:
    """The paths of an indented tree: a line's folder is the nearest line above that is indented less."""
    above: list[tuple[int, str]] = []
    paths = []
    for line in text.splitlines():
        name = line.split()[0]
        depth = len(line) - len(line.lstrip())
        above = [(other, path) for other, path in above if other < depth]
        paths.append((above[-1][1] if above else "") + name)
        above.append((depth, paths[-1]))
    return paths


def anchors(text: str) -> set[str]:
    """The addresses that headings have on a page."""
    headings = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken_links(document: Path, text: str) -> list[str]:
    """Links to files that are not there, or to headings that their page does not have."""
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = document.parent / path if path else document
        if not target.exists() or (anchor and anchor not in anchors(target.read_text())):
            broken.append(link)
    return broken


def unknown_targets(text: str) -> set[str]:
    """Make targets that a text calls in code and the Makefile does not have."""
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.S))
    named = set(re.findall(r"\bmake ([a-z][a-z0-9-]*)", code))
    return named - set(re.findall(r"^([a-z][a-z0-9-]*):(?!=)", text_of("Makefile"), re.M))


def unsaid_states(lifecycle: Lifecycle, words: str) -> set[str]:
    """States that a line of the dictionary leaves out."""
    said = re.findall(r"[a-z]+", words.lower())
    spoken = f" {' '.join(said)} "
    return {state for state in lifecycle.states if f" {state.replace('_', ' ')} " not in spoken}


def test_every_path_of_the_readme_s_tree_exists() -> None:
    tree = section(text_of("README.md"), "The tree").split("```")[1]
    paths = tree_paths(tree.strip())
    assert len(paths) > 30
    missing = [path for path in paths if not (ROOT / path).exists()]
    assert missing == []
    assert all((ROOT / path).is_dir() for path in paths if path.endswith("/"))


def test_every_feature_has_its_place_in_the_tree() -> None:
    tree = section(text_of("README.md"), "The tree")
    packages = [folder.parent.name for folder in (ROOT / "backend/alongside").glob("*/__init__.py")]
    assert [name for name in packages if f" {name}/ " not in tree] == []


@documents
def test_every_make_target_named_exists(document: Path) -> None:
    assert unknown_targets(document.read_text()) == set()


@documents
def test_every_link_within_the_project_resolves(document: Path) -> None:
    assert broken_links(document, document.read_text()) == []


def variable(name: str, alias: object) -> str:
    """The environment's word for a setting: the first, where there are two."""
    if isinstance(alias, AliasChoices):
        return str(alias.choices[0])
    return str(alias or f"ALONGSIDE_{name.upper()}")


def test_every_setting_is_in_the_runbook() -> None:
    rows = table_rows(section(text_of("docs/runbook.md"), "Settings"))[1:]
    told = {row[0].strip("`"): row[1] for row in rows}
    fields = Settings.model_fields
    variables = {name: variable(name, field.validation_alias) for name, field in fields.items()}
    assert set(told) == set(variables.values())
    for name, field in fields.items():
        default = told[variables[name]].strip("`")
        secret = getattr(field.default, "get_secret_value", None)
        value = secret() if secret else field.default
        assert default == (str(value) or "none"), name


def test_the_table_of_scopes_is_what_is_granted() -> None:
    told = section(text_of("docs/api.md"), "Scopes")
    roles = {short: Role(name) for short, name in re.findall(r"\b([A-Z]{2}) `([a-z_]+)`", told)}
    head, *rows = table_rows(told)
    columns = [roles[short] for short in head[1:]]
    assert set(columns) == set(Role)
    granted: dict[Role, set[Scope]] = {role: set() for role in Role}
    for scope, *marks in rows:
        for role, mark in zip(columns, marks, strict=True):
            assert mark in ("", "✓")
            if mark:
                granted[role].add(Scope(scope.strip("`")))
    assert [scope.strip("`") for scope, *_ in rows] == [str(scope) for scope in Scope]
    assert granted == GRANTS


@pytest.mark.parametrize("record", LIFECYCLES)
def test_the_dictionary_names_every_state(record: str) -> None:
    rows = dict(table_rows(section(text_of("docs/domain.md"), "Lifecycles"))[1:])
    assert unsaid_states(LIFECYCLES[record], rows[record]) == set()


def test_the_dictionary_has_every_lifecycle() -> None:
    """A lifecycle added to some feature's rules is added here too."""
    written = [
        name
        for source in (ROOT / "backend/alongside").glob("*/rules*/**/*.py")
        for name in re.findall(r"^([A-Z_]+): Final = Lifecycle\(", source.read_text(), re.M)
    ] + [
        name
        for source in (ROOT / "backend/alongside").glob("*/rules.py")
        for name in re.findall(r"^([A-Z_]+): Final = Lifecycle\(", source.read_text(), re.M)
    ]
    assert len(written) == len(LIFECYCLES)
    assert {row[0] for row in table_rows(section(text_of("docs/domain.md"), "Lifecycles"))[1:]} == set(LIFECYCLES)


def test_decisions_are_numbered_without_gaps() -> None:
    pages = sorted((ROOT / "docs/adr").glob("*.md"))
    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        assert re.match(rf"# {page.name[:4]}\. \S", page.read_text()), f"{page.name} does not start with its number"


def test_the_story_calls_addresses_that_exist() -> None:
    """Every curl call of the API's page, by method and path, stands in the contract."""
    contract = orjson.loads((ROOT / "backend/openapi.json").read_bytes())["paths"]
    story = section(text_of("docs/api.md"), "The whole story with curl").replace("\\\n", " ")
    calls = re.findall(r"\bas [a-z]+ ([^\n]*?)\"\$API/([^\"?]+)", story)
    assert len(calls) > 30
    for options, path in calls:
        line = story[story.index(f'{options}"$API/{path}') :].partition("\n")[0]
        method = re.search(r"-X ([A-Z]+)", options)
        verb = method[1].lower() if method else "post" if "--json" in line else "get"
        shape = re.sub(r"\$[A-Z]+", "{}", f"/api/v1/{path}")
        known = {re.sub(r"\{[a-z_]+\}", "{}", address): operations for address, operations in contract.items()}
        assert verb in known.get(shape, {}), f"{verb} {path}"


def test_the_readme_reads_addresses_and_filters_that_exist() -> None:
    contract = orjson.loads((ROOT / "backend/openapi.json").read_bytes())["paths"]
    reads = re.findall(r"\bget \"?([^\s\")]+)", section(text_of("README.md"), "The same with curl"))
    assert len(reads) > 8
    known = {re.sub(r"\{[a-z_]+\}", "{}", address): operations for address, operations in contract.items()}
    for read in reads:
        path, _, query = read.partition("?")
        operation = known[re.sub(r"\$[A-Z]+", "{}", f"/api/v1/{path}")]["get"]
        filters = {parameter["name"] for parameter in operation.get("parameters", [])}
        assert {part.partition("=")[0] for part in query.split("&") if part} <= filters, read


def test_every_picture_is_shown_and_light() -> None:
    shown = set(re.findall(r"docs/pictures/[a-z-]+\.png", text_of("README.md")))
    kept = {str(picture.relative_to(ROOT)): picture.stat().st_size for picture in ROOT.glob("docs/pictures/*")}
    assert shown == set(kept)
    assert [name for name, size in kept.items() if size > 150_000] == []


def test_the_detectors_detect(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A page\n")
    assert broken_links(page, "[a](page.md#a-page) [b](gone.md) [c](#not-here)") == ["gone.md", "#not-here"]
    assert unknown_targets("`make run` and `make coffee`") == {"coffee"}
    assert tree_paths("one/   first\n  two/   second\n    three.py\nfour") == [
        "one/", "one/two/", "one/two/three.py", "four",
    ]  # fmt: skip
    assert unsaid_states(RESULT, "submitted → verified or rejected") == {"superseded"}
