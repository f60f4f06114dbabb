"""Whatever can be wrong with a row is said in Spanish too: the codes are read from the code that finds them."""

import ast
from collections.abc import Iterator
from pathlib import Path

from alongside.integrations import spreadsheets
from alongside.integrations.spreadsheets.assess import SKIPPED
from alongside.integrations.spreadsheets.spanish import SPANISH

HERE = Path(spreadsheets.__file__).parent
MAKERS = {"ValueWrong": 0, "_tell": 1, "_word": 2, "Problem": 3}
"""Who finds something wrong, and where the code stands among the arguments."""


def codes() -> Iterator[str]:
    for path in HERE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in MAKERS and len(node.args) > MAKERS[name]:
                yield from of(node.args[MAKERS[name]])
    yield from SKIPPED


def of(code: ast.expr) -> Iterator[str]:
    match code:
        case ast.Constant(value=str(word)):
            yield word
        case ast.IfExp():
            yield from of(code.body)
            yield from of(code.orelse)
        case ast.JoinedStr():
            yield from (f"no_{name}_day" for name in ("first", "last"))


def test_every_code_has_its_spanish_and_nothing_else_has() -> None:
    found = set(codes())
    assert len(found) > 40
    assert found == set(SPANISH)
