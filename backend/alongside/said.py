"""What the server can say to somebody, read from the code itself, for whoever says it in another language.

Every problem has a slug, every wrong field and every reason (`core.telling.told`) a code; the words beside them are
English. `alongside words` writes all down (`words.json`), and the app's tests hold that each has its Spanish.
What cannot be read from the code is a fault here rather than a sentence that nobody translated.
"""

import ast
import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, get_args

from pydantic_core.core_schema import ErrorType

import alongside
from alongside.core.errors import Problem
from alongside.core.problems import code_of
from alongside.core.telling import told
from alongside.partners.schemas.program import TimeOfDay

HERE: Final = Path(__file__).parent
_VALUE: Final = re.compile(r"\{(\w+)\}")
_CODE: Final = re.compile(r"[a-z][a-z0-9_]*")
_MAKERS: Final[Mapping[str, tuple[int, int]]] = {
    "FieldError": (1, 2), "wrong": (1, 2), "_wrong": (2, 3), "Fault": (1, 2), "PydanticCustomError": (0, 1),
    "FileUnusable": (0, 1), "ValueRefused": (0, 1),
}  # fmt: skip
"""Who makes a wrong field: where the code stands among the arguments, and where the words."""

_FIELDS: Final = ("ends_on", "")
_SILENT: Final = ("alongside.demo", "alongside.integrations.imports")
"""The demonstration says nothing, and whole files are brought by programs and not on a page."""

_NEVER: Final = re.compile(
    r"arguments_|positional|keyword|callable|dataclass|is_instance|is_subclass|no_such_attribute|get_attribute|frozen"
    r"|recursion|iterable|iteration|mapping_type|needs_python|missing_sentinel|default_factory|set_|complex|assertion|bytes|none_req"
    r"|unexpected|mutually|date_from_datetime_inexact|custom|model_attributes|json_type|string_sub|string_uni|counter|deque|ellipsis|fraction"
    r"|missing_argument|multiple_argument|named_tuple|ordered_dict|time_delta"
)
"""What Pydantic finds wrong only with Python's own values, never with a request's JSON."""


class NotSayable(Exception):
    """A wrong field or a reason whose code or words cannot be read from the code."""


def said() -> dict[str, Any]:
    """Every slug with its title and details, every code with its sentences; every reason with its one sentence."""
    modules = sorted(_modules())
    for name, _path in modules:
        importlib.import_module(name)
    problems = {slug: {"title": title, "details": []} for slug, title in sorted(_slugs())}
    makers = {each.__name__: each.slug for each in _below(Problem)}
    fields: dict[str, set[str]] = defaultdict(set)
    reasons: dict[str, str] = {}
    for name, path in modules:
        scan = _Scan(name, path)
        for slug, detail in scan.details(makers):
            problems[slug]["details"] = sorted({*problems[slug]["details"], detail})
        for code, words in scan.fields():
            fields[code].add(words)
        for code, sentence in scan.reasons():
            if reasons.setdefault(code, sentence) != sentence:
                raise NotSayable(f"{path}: {code} says two things: {reasons[code]!r} and {sentence!r}")
    checks = {code_of(each) for each in get_args(ErrorType) if not _NEVER.search(each)}
    return {
        "problems": problems,
        "fields": {code: sorted(words) for code, words in sorted(fields.items())},
        "checks": sorted(checks),
        "reasons": dict(sorted(reasons.items())),
        "terms": sorted(get_args(TimeOfDay)),
    }


def _modules() -> Iterator[tuple[str, Path]]:
    for each in pkgutil.walk_packages(alongside.__path__, "alongside."):
        parts = each.name.split(".")[1:]
        if each.name.startswith(_SILENT) or parts[-1] in {"__main__", "said"}:
            continue
        plain = HERE.joinpath(*parts)
        yield each.name, plain / "__init__.py" if plain.is_dir() else plain.with_suffix(".py")


def _below(kind: type[Problem]) -> Iterator[type[Problem]]:
    yield kind
    for each in kind.__subclasses__():
        if each.__module__.startswith("alongside."):
            yield from _below(each)


def _slugs() -> Iterator[tuple[str, str]]:
    yield from ((each.slug, each.title) for each in _below(Problem))
    yield "unresolved-reference", "Something this refers to does not exist"
    yield "malformed-json", "The body is not valid JSON"
    yield "error", "The request could not be done"


class _Scan:
    """One module's source beside the module as it is, for the tables that its words come from."""

    def __init__(self, name: str, path: Path) -> None:
        self.module = importlib.import_module(name)
        self.path, tree = path, ast.parse(path.read_text())
        self.nodes = list(_within(tree, tree))

    def details(self, makers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Plain sentences told instead of a problem's title; those with a value in them are for programmers."""
        for node, _scope in self.nodes:
            if isinstance(node, ast.Call) and node.args and (slug := makers.get(_name(node.func))):
                yield from ((slug, words) for words in _plain(node.args[0]))

    def fields(self) -> Iterator[tuple[str, str]]:
        """Each code with its sentences. Raises NotSayable."""
        for node, scope in self.nodes:
            if isinstance(node, ast.Call) and _name(node.func) in _MAKERS:
                code_at, words_at = _MAKERS[_name(node.func)]
                if len(node.args) > words_at and not any(isinstance(each, ast.Starred) for each in node.args):
                    params = {str(each.arg): "" for each in node.keywords}
                    yield from self._made(node.args[code_at], node.args[words_at], params, scope)
            elif (
                isinstance(node, ast.Tuple)
                and len(node.elts) == 3
                and _is_pointer(node.elts[0])
                and not _is_short(node.elts[2])
            ):
                yield from self._made(node.elts[1], node.elts[2], {}, scope)

    def reasons(self) -> Iterator[tuple[str, str]]:
        """Each reason's code with its sentence. Raises NotSayable."""
        if getattr(self.module, "told", None) is not told:
            return
        for node, _scope in self.nodes:
            if not isinstance(node, ast.Call) or _name(node.func) != "told":
                continue
            match node.args:
                case [ast.Constant(value=str(code)), ast.Constant(value=str(sentence))]:
                    if set(_VALUE.findall(sentence)) != {each.arg for each in node.keywords}:
                        raise NotSayable(f"{self.path}:{node.lineno}: {code} does not name what fills it")
                    yield code, sentence
                case _:
                    raise NotSayable(f"{self.path}:{node.lineno}: {ast.unparse(node)}")

    def _made(
        self, code: ast.expr, words: ast.expr, params: Mapping[str, str], scope: ast.AST
    ) -> Iterator[tuple[str, str]]:
        table, key = self._table(words)
        codes = [each.replace("{}", "term") for each in self._texts(code, params, scope)]
        if table is not None and key is None:
            if codes:
                yield from ((each, text) for each in codes for text in table.values())
            else:
                yield from ((each or "not_in_pack", text) for each, text in table.items())
            return
        if not codes and _is_handed_on(code):
            return
        texts = [table[key]] if table is not None else self._texts(words, params, scope)
        if not codes or not texts:
            raise NotSayable(f"{self.path}:{code.lineno}: {ast.unparse(code)}, {ast.unparse(words)}")
        yield from ((each, text) for each in codes for text in texts)

    def _texts(self, node: ast.expr, params: Mapping[str, str], scope: ast.AST) -> list[str]:
        """What an expression says: as it stands there, or as the name was given it in the same function."""
        found = list(_plain(node)) or ([_pattern(node, params)] if isinstance(node, ast.JoinedStr) else [])
        if found or not isinstance(node, ast.Name):
            return found
        given = [
            each.value
            for each, where in self.nodes
            if isinstance(each, ast.Assign) and where is scope and any(_name(to) == node.id for to in each.targets)
        ]
        known = getattr(self.module, node.id, None)
        local = [text for each in given if not isinstance(each, ast.Name) for text in self._texts(each, params, scope)]
        return local or ([known] if isinstance(known, str) else [])

    def _table(self, node: ast.expr) -> tuple[Mapping[Any, str] | None, str | None]:
        """`_WHY[...]`, filled in or not, as the dict that it is, wherever it comes from; and a constant key."""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            node = node.func.value
        if not isinstance(node, ast.Subscript):
            return None, None
        found: Any = self.module
        for part in ast.unparse(node.value).split("."):
            found = getattr(found, part, None)
        key = str(node.slice.value) if isinstance(node.slice, ast.Constant) else None
        return (found, key) if isinstance(found, Mapping) else (None, None)


def _within(node: ast.AST, scope: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    """Every part of the source with the function that it stands in."""
    for each in ast.iter_child_nodes(node):
        yield each, scope
        yield from _within(each, each if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) else scope)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _plain(node: ast.expr) -> Iterator[str]:
    """Sentences that stand in the code: one, or either of two."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _plain(node.body)
        yield from _plain(node.orelse)


def _pattern(node: ast.JoinedStr, params: Mapping[str, str]) -> str:
    """An f-string with its values' names, if they are sent beside it: `at least {least} characters`."""
    names = iter(params)
    parts = (str(part.value) if isinstance(part, ast.Constant) else f"{{{next(names, '')}}}" for part in node.values)
    return "".join(parts)


def _is_handed_on(node: ast.expr) -> bool:
    """A code that was made elsewhere, where it was read."""
    return _name(node) == "code"


def _is_pointer(node: ast.expr) -> bool:
    """`/0/heading`, or the name of a field that the next one makes a pointer of."""
    first = node.values[0] if isinstance(node, ast.JoinedStr) else node
    if isinstance(first, ast.Name):
        return first.id == "pointer"
    return isinstance(first, ast.Constant) and (str(first.value).startswith("/") or first.value in _FIELDS)


def _is_short(node: ast.expr) -> bool:
    """A word, which is no sentence."""
    return isinstance(node, ast.Constant) and " " not in str(node.value)
