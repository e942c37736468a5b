"""Two machines install the same: every package has one version and its checksums, and no file says from where."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
_ENTRY = re.compile(
    r"^([a-z0-9][a-z0-9._-]*)==(\S+)(?: ; (.*?))? \\$((?:\n    --hash=sha256:[0-9a-f]{64}(?: \\)?)+)$", re.MULTILINE
)
_NAME = re.compile(r"^[A-Za-z0-9._-]+")


def locked(name: str) -> dict[str, set[str]]:
    versions: dict[str, set[str]] = {}
    for package, version, _, _ in _ENTRY.findall((ROOT / name).read_text("utf-8")):
        versions.setdefault(package, set()).add(version)
    return versions


def wanted(*extras: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    return {_NAME.match(line)[0].lower() for line in lines} - {"paragraf"}


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_belongs_to_a_version_with_checksums(name: str) -> None:
    assert _ENTRY.sub("", (ROOT / name).read_text("utf-8")).strip() == ""


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_one_version_on_every_machine(name: str) -> None:
    assert {package: versions for package, versions in locked(name).items() if len(versions) > 1} == {}


def test_the_locks_hold_what_the_project_asks_for() -> None:
    assert wanted("checkout") - locked("requirements.lock").keys() == set()
    assert wanted("checkout", "dev") - locked("requirements-dev.lock").keys() == set()


def test_both_locks_agree() -> None:
    both, dev = locked("requirements.lock"), locked("requirements-dev.lock")
    assert {package: dev.get(package) for package in both} == both


def test_the_tools_of_the_tests_are_locked_without_an_address() -> None:
    packages = json.loads((ROOT / "tests" / "tools" / "package-lock.json").read_text("utf-8"))["packages"]
    tools = {name: package for name, package in packages.items() if name}
    assert set(tools) == {"node_modules/axe-core", "node_modules/vnu-jar"}
    assert all(package["integrity"].startswith("sha512-") and "resolved" not in package for package in tools.values())
