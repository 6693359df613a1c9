"""Make the sandbox that a theme's templates run in: values and the theme's own files, nothing else, and an end to all work.

Whoever takes a theme from a stranger runs no code of his; and no loop, recursion or monstrous word of it keeps the machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined, Template, TemplateNotFound, nodes
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefgen.render.theme import Theme

MOST_STEPS = 1_000_000
"""Steps of loops in one filling: a thousand pages take a third of them."""
CALLED, INCLUDED = 5, 50
"""Steps that a call counts for, and a template that another takes in."""
MOST_LETTERS = 50_000_000
"""Letters, or members, of one value that a template makes."""
MOST = 100_000
"""What a number may be at most where it says how long something gets; Jinja's own limit of `range`."""
_Sized = (str, bytes, list, tuple)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with a count of what a template makes it do."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            loader=_Files(theme),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED,
        )
        self.steps = 0
        self.filters = {name: _held(work) for name, work in self.filters.items()}
        self.filters["counted"] = self._counted
        # what goes by chance would print other words each time, and `lipsum` any number of them
        del self.globals["lipsum"], self.filters["random"]

    def _step(self, number: int = 1) -> None:
        self.steps += number
        if self.steps > MOST_STEPS:
            raise SecurityError(f"the template does not come to an end: {MOST_STEPS:,} steps were made")

    def _counted(self, values: Iterable[Any]) -> Iterator[Any]:
        for value in values:
            self._step()
            yield value

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """Count the steps of each loop, and hold what `~` joins."""
        for loop in source.find_all(nodes.For):
            loop.iter = _filtered(loop.iter, "counted")
        _hold_joins(source)
        source.set_environment(self)
        return super()._generate(source, name, filename, defer_init)

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Template:
        """Give a template; what takes in others without end comes to one."""
        self._step(INCLUDED)
        return super().get_template(name, parent, globals)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Say whether a template may see an attribute; a format can make any length of text."""
        return attr not in ("format", "format_map") and super().is_safe_attribute(obj, attr, value)

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 (as Jinja has it)
        """Call a macro, a function or a method, and count it."""
        __self._step(CALLED)
        if isinstance(__obj, LoopContext) and args:  # a recursive loop goes on with other values
            args = (__self._counted(args[0]), *args[1:])
        elif not isinstance(__obj, Macro):
            _small((*args, *kwargs.values()))
        return _short(super().call(__context, __obj, *args, **kwargs))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Reckon, unless the result would be monstrous."""
        longest = max((len(value) for value in (left, right) if isinstance(value, _Sized)), default=0)
        if operator == "**" or (operator == "%" and longest):
            raise SecurityError(f"the operator {operator} is not for templates")
        if operator == "*":
            _small(value for value in (left, right) if not isinstance(value, float))
            if longest * max(value for value in (left, right, 0) if isinstance(value, int)) > MOST_LETTERS:
                raise SecurityError("a value gets too long")
        return _short(super().call_binop(context, operator, left, right))


class _Files(BaseLoader):
    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        path = self._theme.path(template)
        if path is None:
            raise TemplateNotFound(template)
        return self._theme.text(template), str(path), None


class _Compiled(BytecodeCache):
    """Keeps compiled templates for the next brief of this process; one that was changed is compiled anew."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, Any]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._kept.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.checksum, bucket.code


_COMPILED = _Compiled()


def _filtered(value: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(value, name, [], [], None, None, lineno=value.lineno)  # type: ignore[arg-type,unused-ignore]


def _hold_joins(node: nodes.Node) -> None:
    """Put the filter `join` where `~` stands: it makes the same, and is held."""
    for field, value in node.iter_fields():
        for number, child in enumerate(value if isinstance(value, list) else (value,)):
            if not isinstance(child, nodes.Node):
                continue
            _hold_joins(child)
            if isinstance(child, nodes.Concat):
                held = _filtered(nodes.List(child.nodes, lineno=child.lineno), "join")
                if isinstance(value, list):
                    value[number] = held
                else:
                    setattr(node, field, held)


def _held(work: Callable[..., Any]) -> Callable[..., Any]:
    """Hold a filter to short results, and to numbers and formats that make such."""
    first = 2 if hasattr(work, "jinja_pass_arg") else 1

    @wraps(work)
    def held(*args: Any, **kwargs: Any) -> Any:
        _small((*args[first:], *kwargs.values()))
        if work.__name__ == "do_format":
            raise SecurityError("the filter format is not for templates")
        return _short(work(*args, **kwargs))

    return held


def _small(values: Iterable[Any]) -> None:
    if any(isinstance(value, int) and abs(value) > MOST for value in values):
        raise SecurityError(f"a number is larger than {MOST:,}")


def _short(value: Any) -> Any:
    if isinstance(value, _Sized) and len(value) > MOST_LETTERS:
        raise SecurityError("a value gets too long")
    return value
