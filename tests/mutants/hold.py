"""Holding mutants against tests: each in a child of a process in which all is imported and collected already.

A mutant of a function is put into the child in place of the function. One of what runs while a module is imported needs a child
in which `auditor` is not yet imported, and collects anew. No child runs long: each test has a limit in CPU time, and a mutant a
budget; with the tests passed in this time it has survived. Held once more, it begins with the tests it has not passed yet.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import importlib
import os
import resource
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, Final, NoReturn

import msgspec
import pytest
from msgspec import Struct

from tests.mutants.apply import Functions, Served
from tests.mutants.choice import Choice
from tests.mutants.mutant import Mutant
from tests.mutants.packages import BUILD, ROOT, module_name, modules
from tests.mutants.trace import caches

MEMORY: Final = 4 << 30
#: CPU seconds of a test beyond ten times those it took when watched.
GRACE: Final = 10.0
ORACLE: Final = "test_against_clingo.py"
#: How many files of tests are collected in a second.
FILES: Final = 2
OPTIONS: Final = (
    "-q",
    "-s",
    "--assert=plain",
    "--tb=native",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-p",
    "no:faulthandler",
)


class Verdict(Struct, omit_defaults=True):
    """What became of a mutant: by which test it was killed, or whether it survived all tests, and which ones these were.

    `seconds` is the CPU time that this took.
    """

    name: str
    status: str
    by: str = ""
    passed: tuple[str, ...] = ()
    seconds: float = 0


class Plan(Struct):
    """What is to be done: the mutants, the CPU seconds for each, the file that verdicts are added to, and what is known already."""

    mutants: list[Mutant]
    choice: Choice
    budget: float
    verdicts: Path
    workers: int
    known: dict[str, Verdict]
    options: tuple[str, ...] = ()

    def passed(self, mutant: Mutant) -> tuple[str, ...]:
        """Give the tests that `mutant` passed already."""
        known = self.known.get(mutant.name)
        return known.passed if known else ()

    def left(self, mutant: Mutant, *, whole_module: bool = False) -> list[str]:
        """Give the tests that `mutant` is still to be held against."""
        passed = set(self.passed(mutant))
        tests = self.choice.tests(mutant, whole_module=whole_module)
        return [test for test in tests if test not in passed]

    def note(self, mutant: Mutant, verdict: Verdict) -> None:
        """Add a verdict to the file."""
        if verdict.status == "killed":
            self.choice.note_killed(mutant, verdict.by)
        with self.verdicts.open("ab") as out:
            out.write(msgspec.json.encode(verdict) + b"\n")


class _Held:
    """The plugin that runs tests in the order of the plan, each under its limit, and leaves at the first that fails."""

    def __init__(self, plan: Plan, say: Callable[[str], None]) -> None:
        self._plan, self._say = plan, say

    def run(self, tests: Sequence[pytest.Item]) -> None:
        """Run tests until one fails or the budget is spent."""
        began = time.process_time()
        for item, following in zip_longest(tests, tests[1:]):
            self._say(f"at {item.nodeid}")
            signal.setitimer(signal.ITIMER_PROF, GRACE + 10 * self._plan.choice.seconds[item.nodeid])
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if time.process_time() - began > self._plan.budget:
                self._say("survived within the budget")
                break
        else:
            self._say("survived all")
        _leave()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Leave at a failure."""
        if report.failed:
            self._say(f"killed {report.nodeid}")
            _leave()


def _leave() -> NoReturn:
    shutil.rmtree(_folder(), ignore_errors=True)
    os._exit(0)


def _folder() -> Path:
    return BUILD / "tmp" / str(os.getpid())


def _child(run: Callable[[Callable[[str], None]], None]) -> tuple[str, str, tuple[str, ...], float]:
    """Run in a child, and give the status, the test it was at, the tests that ran, and the CPU seconds it took."""
    reader, writer = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(reader)
        with contextlib.suppress(BaseException):
            null = os.open(os.devnull, os.O_RDWR)
            for descriptor in (0, 1, 2):
                os.dup2(null, descriptor)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            run(lambda line: (os.write(writer, f"{line}\n".encode()), None)[1])
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding="utf-8") as stream:
        lines = stream.read().splitlines()
    _, status, used = os.wait4(pid, 0)
    ran = tuple(line.removeprefix("at ") for line in lines if line.startswith("at "))
    last = lines[-1] if lines else ""
    if os.WIFSIGNALED(status):
        return "killed", last.removeprefix("at "), ran, used.ru_utime + used.ru_stime
    word, _, by = last.partition(" ")
    told = word if word in ("killed", "survived", "elsewhere") else "broken"
    return told, by, ran, used.ru_utime + used.ru_stime


class _Queue:
    """Numbers that several processes take, each once."""

    def __init__(self, most: int) -> None:
        self._file = BUILD / "queue"
        self._file.write_text("0", encoding="ascii")
        self._most = most

    def __iter__(self) -> Iterator[int]:
        while True:
            with self._file.open("r+", encoding="ascii") as held:
                fcntl.flock(held, fcntl.LOCK_EX)
                number = int(held.read())
                held.seek(0)
                held.write(str(number + 1))
            if number >= self._most:
                return
            yield number


def _in_workers(plan: Plan, judge: Callable[[Mutant], Verdict]) -> None:
    queue = _Queue(len(plan.mutants))
    workers = []
    for _ in range(plan.workers):
        pid = os.fork()
        if not pid:
            try:
                for number in queue:
                    plan.note(plan.mutants[number], judge(plan.mutants[number]))
            finally:
                os._exit(0)
        workers.append(pid)
    for pid in workers:
        os.waitpid(pid, 0)


class Warm:
    """The plugin that holds mutants of functions against the tests collected, in place of running these."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Hold each mutant."""
        items = {item.nodeid: item for item in session.items}
        for path in modules():
            importlib.import_module(module_name(path.relative_to(ROOT).as_posix()))
        functions = Functions()
        empty = [*caches("auditor."), *caches("tests.")]
        config: Any = session.config
        config.pluginmanager.unregister(config.pluginmanager.getplugin("terminalreporter"))
        _solve_once(session.items)
        gc.freeze()

        def judge(mutant: Mutant) -> Verdict:
            tests = [items[test] for test in self.plan.left(mutant) if test in items]

            def run(say: Callable[[str], None]) -> None:
                if not functions.change(mutant):
                    say("elsewhere")
                    return
                for each in empty:
                    each()
                held = _Held(self.plan, say)
                config.pluginmanager.register(held)
                _folder().mkdir(parents=True, exist_ok=True)
                config._tmp_path_factory._basetemp = _folder()
                held.run(tests)

            ran = self.plan.choice.at_import.get(mutant.path, ())
            verdict = _judged(self.plan, mutant, run)
            if verdict.status == "survived" and mutant.line in ran:
                return Verdict(mutant.name, "elsewhere")
            return verdict

        _in_workers(self.plan, judge)
        return True


def _judged(plan: Plan, mutant: Mutant, run: Callable[[Callable[[str], None]], None]) -> Verdict:
    status, by, ran, seconds = _child(run)
    passed = () if status == "killed" else (*plan.passed(mutant), *ran)
    return Verdict(mutant.name, status, by, passed, round(seconds, 1))


def _solve_once(items: Sequence[pytest.Item]) -> None:
    """Let children share what the logic programs answer, which no mutant changes: it is computed here, before there is any."""
    module: Any = next((item.module for item in items if item.path.name == ORACLE), None)
    if module is None:
        return
    numbers = range(0, module.ALL, max(1, module.ALL // module.ESTATES))
    batches = [numbers[first : first + module.BATCH] for first in range(0, len(numbers), module.BATCH)]
    solve = module.oracle
    known = {tuple(batch): solve({number: module.made(number) for number in batch}) for batch in batches}
    module.oracle = lambda trees: known[tuple(trees)] if tuple(trees) in known else solve(trees)


def hold_warm(plan: Plan) -> None:
    """Hold mutants of functions, in a child in which all tests are collected once; the others are said to be elsewhere."""
    pid = os.fork()
    if not pid:
        _be_even()
        os._exit(pytest.main([*OPTIONS, *plan.options], plugins=[Warm(plan)]))
    os.waitpid(pid, 0)


class _Chosen:
    """The plugin that runs the tests of a mutant, in their order, in place of all that its files hold."""

    def __init__(self, plan: Plan, tests: Sequence[str], say: Callable[[str], None]) -> None:
        self._plan, self._tests, self._say = plan, tests, say

    def pytest_runtestloop(self, session: pytest.Session) -> None:
        """Run the tests."""
        items = {item.nodeid: item for item in session.items}
        if session.testsfailed:
            self._say("killed when tests are collected")
            _leave()
        config: Any = session.config
        config.pluginmanager.unregister(config.pluginmanager.getplugin("terminalreporter"))
        held = _Held(self._plan, self._say)
        config.pluginmanager.register(held)
        _folder().mkdir(parents=True, exist_ok=True)
        config._tmp_path_factory._basetemp = _folder()
        held.run([items[test] for test in self._tests if test in items])


def hold_cold(plan: Plan) -> None:
    """Hold mutants of what runs while modules are imported: each child imports and collects anew."""
    for name in ("hypothesis", "jinja2", "jsonschema", "networkx", "rich", "typer", "yaml"):
        importlib.import_module(name)

    def judge(mutant: Mutant) -> Verdict:
        within = bool(mutant.function) and plan.choice.tests(mutant)
        left = plan.left(mutant, whole_module=not within)
        tests = list(_affordable(plan, left))
        files = sorted({test.partition("::")[0] for test in tests})

        def run(say: Callable[[str], None]) -> None:
            _be_even()
            Served(mutant).install()
            pytest.main([*OPTIONS, *files], plugins=[_Chosen(plan, tests, say)])
            say("killed when tests are collected")

        if not tests:
            return Verdict(
                mutant.name, "survived", "all" if plan.passed(mutant) else "no test", plan.passed(mutant)
            )
        verdict = _judged(plan, mutant, run)
        if verdict.status == "survived" and len(tests) < len(left):
            verdict.by = "within the budget"
        return verdict

    _in_workers(plan, judge)


def _affordable(plan: Plan, tests: Sequence[str]) -> Iterator[str]:
    """Give the tests that the budget is enough for, of as few files as are collected in about that time."""
    left, files = plan.budget, set[str]()
    for test in tests:
        file = test.partition("::")[0]
        if file not in files and len(files) >= FILES * plan.budget:
            continue
        files.add(file)
        left -= plan.choice.seconds[test]
        if left < 0:
            return
        yield test


def _be_even() -> None:
    """Let Hypothesis try the same examples each time, and spend no time on making a failure small."""
    from hypothesis import HealthCheck, Phase, settings

    settings.register_profile(
        "mutants",
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("mutants")
