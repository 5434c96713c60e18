"""What may be changed in a module, one change at a time: the operators, and where each applies.

Left out is what changes no behaviour: annotations, texts (strings with a space), documentation, decorators, imports.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Any, Final

from msgspec import Struct

Swaps = dict[type[ast.AST], type[ast.AST]]

COMPARISONS: Final[Swaps] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
CALLS: Final = {"any": "all", "all": "any", "min": "max", "max": "min"}
METHODS: Final = {
    "issubset": "issuperset",
    "issuperset": "issubset",
    "startswith": "endswith",
    "endswith": "startswith",
    "first_day": "last_day",
    "last_day": "first_day",
}
#: Arguments that a call may go without, and that carry what is shown, missing or possible.
OPTIONAL: Final = frozenset(
    ("anything", "default", "hint", "key", "law", "maybe", "missing", "open", "proof", "sure")
)
#: What stands in a tree and is no behaviour, by the kind of node and the name of its field.
SILENT: Final = frozenset(
    (
        (ast.FunctionDef, "returns"),
        (ast.FunctionDef, "decorator_list"),
        (ast.ClassDef, "bases"),
        (ast.ClassDef, "keywords"),
        (ast.ClassDef, "decorator_list"),
        (ast.AnnAssign, "annotation"),
        (ast.AnnAssign, "target"),
        (ast.arg, "annotation"),
        (ast.Assign, "targets"),
        (ast.For, "target"),
        (ast.comprehension, "target"),
    )
)
#: Comparisons and the like have operators of their own; any other condition is turned round as a whole.
TURNED_WITHIN: Final = (ast.Compare, ast.BoolOp)
EMPTY: Final = {
    "str": ast.Constant(""),
    "int": ast.Constant(0),
    "tuple": ast.Tuple(elts=[], ctx=ast.Load()),
    "list": ast.List(elts=[], ctx=ast.Load()),
    "dict": ast.Dict(keys=[], values=[]),
    "Iterator": ast.Tuple(elts=[], ctx=ast.Load()),
    "Mapping": ast.Dict(keys=[], values=[]),
    "Sequence": ast.Tuple(elts=[], ctx=ast.Load()),
    "frozenset": ast.Call(func=ast.Name("frozenset", ast.Load()), args=[], keywords=[]),
    "set": ast.Call(func=ast.Name("set", ast.Load()), args=[], keywords=[]),
}


class Slot(Struct, frozen=True):
    """A place in a tree: a field of a node, or an element of it."""

    holder: Any
    field: str
    number: int | None = None

    def put(self, node: Any) -> None:
        """Let `node` stand in this place."""
        if self.number is None:
            setattr(self.holder, self.field, node)
        else:
            getattr(self.holder, self.field)[self.number] = node


class Change(Struct, frozen=True):
    """A change of one place: what it is called, what stood there, and what stands there instead."""

    slot: Slot
    operator: str
    function: str
    shown: ast.AST
    shown_after: ast.AST
    was: Any
    now: Any

    def describe(self) -> tuple[str, str]:
        """Give what stood there and what stands there, as source."""
        self.slot.put(self.was)
        before = ast.unparse(self.shown)
        self.slot.put(self.now)
        after = ast.unparse(self.shown_after)
        self.slot.put(self.was)
        return before, after


Found = Iterator[tuple[str, Any]]


def changes(tree: ast.Module) -> Iterator[Change]:
    """Give each change of a module, in the order of its text."""
    yield from _below(tree, "", None)


def _slots(node: ast.AST) -> Iterator[tuple[Slot, Any]]:
    for field, value in ast.iter_fields(node):
        if (type(node), field) in SILENT:
            continue
        if isinstance(value, list):
            yield from ((Slot(node, field, number), part) for number, part in enumerate(value))
        elif isinstance(value, ast.AST):
            yield Slot(node, field), value


def _below(node: ast.AST, function: str, returns: str | None) -> Iterator[Change]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        function = f"{function}.{node.name}".lstrip(".")
    if isinstance(node, ast.FunctionDef):
        returns = ast.unparse(node.returns).partition("[")[0] if node.returns else None
    for slot, part in _slots(node):
        if not isinstance(part, ast.AST) or _is_silent(part):
            continue
        for operator, now in _variants(part, returns):
            yield Change(slot, operator, function, part, now, part, now)
        if isinstance(part, ast.cmpop) and isinstance(node, ast.Compare):
            now = COMPARISONS[type(part)]()
            yield Change(slot, "comparison", function, node, node, part, now)
        yield from _below(part, function, returns)


def _is_silent(node: ast.AST) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) in ("Literal", "Callable", "Annotated"):
        return True
    if isinstance(node, ast.Assign):
        return ast.unparse(node.targets[0]) == "__all__"
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _variants(node: ast.AST, returns: str | None) -> Found:
    for kind, operators in OPERATORS.items():
        if isinstance(node, kind):
            for operator in operators:
                yield from operator(node)
    if isinstance(node, ast.Return):
        yield from _answers(node, returns)


def _turned(condition: ast.expr) -> ast.expr:
    return ast.copy_location(ast.UnaryOp(op=ast.Not(), operand=condition), condition)


def _like(node: Any, **parts: Any) -> Any:
    return ast.copy_location(type(node)(**{**dict(ast.iter_fields(node)), **parts}), node)


def _pass(node: ast.stmt) -> Found:
    yield "statement dropped", ast.copy_location(ast.Pass(), node)


def _dropped(node: ast.Expr) -> Found:
    if isinstance(node.value, ast.Yield | ast.YieldFrom):
        nothing = ast.YieldFrom(value=ast.Tuple(elts=[], ctx=ast.Load()))
        yield "yield dropped", ast.copy_location(ast.Expr(value=nothing), node)
    elif isinstance(node.value, ast.Call):
        yield from _pass(node)


def _assigned(node: ast.Assign) -> Found:
    if all(isinstance(target, ast.Attribute | ast.Subscript) for target in node.targets):
        yield from _pass(node)


def _continued(node: ast.Continue) -> Found:
    yield "continue to break", ast.copy_location(ast.Break(), node)
    yield from _pass(node)


def _broken(node: ast.Break) -> Found:
    yield "break to continue", ast.copy_location(ast.Continue(), node)


def _answers(node: ast.Return, returns: str | None) -> Found:
    if node.value is None:
        yield from _pass(node)
    elif isinstance(node.value, ast.Constant):
        return
    elif returns == "bool":
        yield "answer turned", ast.copy_location(ast.Return(value=_turned(node.value)), node)
    else:
        nothing = EMPTY.get(returns or "", ast.Constant(None))
        if ast.unparse(nothing) != ast.unparse(node.value):
            yield "nothing returned", ast.copy_location(ast.Return(value=nothing), node)


def _tested(node: ast.If | ast.While | ast.IfExp) -> Found:
    turned = isinstance(node.test, ast.UnaryOp) and isinstance(node.test.op, ast.Not)
    if not turned and not isinstance(node.test, TURNED_WITHIN):
        yield "condition turned", _like(node, test=_turned(node.test))


def _filtered(node: ast.comprehension) -> Found:
    for number in range(len(node.ifs)):
        yield "filter dropped", _like(node, ifs=node.ifs[:number] + node.ifs[number + 1 :])


def _guarded(node: ast.match_case) -> Found:
    if node.guard is not None:
        yield "guard dropped", ast.match_case(pattern=node.pattern, guard=None, body=node.body)


def _joined(node: ast.BoolOp) -> Found:
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield "and, or", _like(node, op=other)
    for number in range(len(node.values)):
        left = node.values[:number] + node.values[number + 1 :]
        yield "operand dropped", left[0] if len(left) == 1 else _like(node, values=left)


def _negated(node: ast.UnaryOp) -> Found:
    if isinstance(node.op, ast.Not):
        yield "not dropped", node.operand


def _constant(node: ast.Constant) -> Found:
    value = node.value
    if isinstance(value, bool):
        yield "constant", _like(node, value=not value)
    elif isinstance(value, int | float):
        yield "constant", _like(node, value=value + 1)
        if value:
            yield "constant", _like(node, value=value - 1)
    elif isinstance(value, str) and " " not in value:
        yield "constant", _like(node, value="" if value else "changed")


def _computed(node: ast.BinOp) -> Found:
    yield "right side dropped", node.left
    if isinstance(node.op, ast.Sub):
        yield "sides swapped", _like(node, left=node.right, right=node.left)


def _called(node: ast.Call) -> Found:
    named = node.func.id if isinstance(node.func, ast.Name) else ""
    method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if named in CALLS:
        yield "call swapped", _like(node, func=ast.Name(CALLS[named], ast.Load()))
    if named in METHODS:
        yield "call swapped", _like(node, func=ast.Name(METHODS[named], ast.Load()))
    if method in METHODS:
        yield "call swapped", _like(node, func=_like(node.func, attr=METHODS[method]))
    if named == "sorted" and len(node.args) == 1 and not node.keywords:
        yield "order dropped", _like(node, func=ast.Name("list", ast.Load()))
    if len(node.args) + len(node.keywords) > 1:
        for number, keyword in enumerate(node.keywords):
            if keyword.arg in OPTIONAL:
                left = node.keywords[:number] + node.keywords[number + 1 :]
                yield "argument dropped", _like(node, keywords=left)


def _listed(node: ast.Tuple | ast.List | ast.Set) -> Found:
    if len(node.elts) > 1:
        for number, part in enumerate(node.elts):
            if isinstance(part, ast.Starred):
                yield "elements dropped", _like(node, elts=node.elts[:number] + node.elts[number + 1 :])


OPERATORS: Final[dict[Any, tuple[Callable[[Any], Found], ...]]] = {
    ast.Expr: (_dropped,),
    ast.Assign: (_assigned,),
    ast.AugAssign | ast.Raise | ast.Delete: (_pass,),
    ast.Continue: (_continued,),
    ast.Break: (_broken,),
    ast.If | ast.While | ast.IfExp: (_tested,),
    ast.comprehension: (_filtered,),
    ast.match_case: (_guarded,),
    ast.BoolOp: (_joined,),
    ast.UnaryOp: (_negated,),
    ast.Constant: (_constant,),
    ast.BinOp: (_computed,),
    ast.Call: (_called,),
    ast.Tuple | ast.List | ast.Set: (_listed,),
}
