"""MkDocs as the host: translates the compiled site into its files, pages and events, and decides nothing.

ProperDocs loads the same plugin by the same entry point and answers to the same imports.
"""

import io
import logging
import os
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import click
import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import config_options as option
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage

from paragraf.compiling import Compiled, compile_site
from paragraf.pages import ChangedFileError, write_files
from paragraf.problems import Severity
from paragraf.publishing.search_index import index
from paragraf.theme import THEME

log = get_plugin_logger("paragraf")

OWN_ASSETS = "assets/paragraf/"


class Options(Config):  # type: ignore[no-untyped-call] # the host's metaclass hook has no types
    """What mkdocs.yml can say under `paragraf`."""

    content = option.Type(str, default="content")
    """The content folder, from the folder of mkdocs.yml."""
    date = option.Optional(option.Type(str))
    """Build as of this day (YYYY-MM-DD); today when left out."""
    draft = option.Type(bool, default=False)
    """Show everything, marked as a draft."""
    forgiving = option.Type(bool, default=False)
    """Preview in spite of errors; they are logged."""


class ParagrafPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call] # the same
    """The hooks, in the order in which MkDocs calls them."""

    prepared: Compiled | None = None
    """Set by `render`, which has compiled the site already."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile the content, tell its problems, and configure the host for it."""
        self.compiled = self.prepared or _compile(self.config, config)
        if not self.prepared:
            _report(self.compiled, forgiving=self.config.forgiving)
        _configure(config, self.compiled)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Every page and file is ours: the docs folder is read by the core, and no page asks for Material's assets."""
        for file in [file for file in files if not file.src_uri.startswith(OWN_ASSETS)]:
            files.remove(file)
        self.pages = {page.source or f"{page.path}index.md": page for page in self.compiled.site.pages}
        for uri, page in self.pages.items():
            made = File.generated(config, uri, content=page.markdown, inclusion=InclusionLevel.NOT_IN_NAV)
            made.edit_uri = None
            files.append(made)
        for picture in self.compiled.page_files:
            # The host has to know of it, for links. Its bytes are copied after the build, if they still are the same.
            files.append(File.generated(config, picture.path, content=b""))
        return files

    def on_page_markdown(self, markdown: str, page: HostPage, config: MkDocsConfig, files: Files) -> str:
        """What the templates read is set here: later events would be overwritten."""
        made = self.pages.get(page.file.src_uri)
        if made:
            page.meta = {
                "title": made.title,
                "description": made.description,
                "template": made.template,
                "paragraf": made.context,
            }
        return markdown

    def on_page_content(self, html: str, page: HostPage, config: MkDocsConfig, files: Files) -> str:
        """The finished HTML of the core; an author's own page keeps what MkDocs made of it."""
        made = self.pages.get(page.file.src_uri)
        return made.html or html if made else html

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Files that are no pages, then the search index over the finished folder."""
        try:
            write_files((*self.compiled.page_files, *self.compiled.site.files), Path(config.site_dir))
        except ChangedFileError as error:
            if self.prepared:
                raise
            raise PluginError(str(error)) from error
        index(Path(config.site_dir))
        if self.config.forgiving:
            wrong = len(self.compiled.errors)
            told = f"men {wrong} fel måste rättas innan något kan publiceras." if wrong else "utan fel."
            click.echo(f"{datetime.now():%H.%M.%S} Sidorna är klara, {told}", err=True)

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., Any]) -> None:
        """Tell its author where the preview is; the host tells it in a log that nobody sees."""
        click.echo(f"Öppna {server.url} och avsluta med Ctrl+C. Sidorna görs om när du sparar en fil.", err=True)


def render(compiled: Compiled, folder: Path) -> None:
    """Write the whole site of `compiled` into `folder`, whatever configuration lies about.

    Raises ChangedFileError when a file that is to be copied has changed, mkdocs.exceptions.MkDocsException when a
    template fails.
    """
    with tempfile.TemporaryDirectory(prefix="paragraf-") as empty:
        config = load_config(io.BytesIO(b""), **_settings(empty), site_dir=str(folder), plugins=["paragraf"])
        plugin = config.plugins["paragraf"]
        if not isinstance(plugin, ParagrafPlugin):
            raise TypeError(type(plugin))
        plugin.prepared = compiled
        mkdocs_build(config)


def serve(content: Path, *, day: date | None, draft: bool, address: str) -> None:
    """Preview `content` at `address` (host:port) and rebuild when a file changes, until interrupted."""
    options = {"content": str(content.resolve()), "draft": draft, "forgiving": True}
    if day:
        options["date"] = day.isoformat()
    with tempfile.TemporaryDirectory(prefix="paragraf-") as folder:
        empty = Path(folder) / "docs"
        empty.mkdir()
        watched = {"dev_addr": address, "watch": [str(content.resolve())], "plugins": [{"paragraf": options}]}
        file = Path(folder) / "mkdocs.yml"
        file.write_text(yaml.safe_dump({**_settings(str(empty)), **watched}, allow_unicode=True), encoding="utf-8")
        mkdocs_serve(config_file=str(file))


def _settings(docs: str) -> dict[str, Any]:
    """A configuration without any file: `_configure` sets all else, but the host asks for a docs folder that exists."""
    return {"site_name": "Paragraf", "docs_dir": docs, "theme": {"name": "material"}}


def _compile(options: Options, config: MkDocsConfig) -> Compiled:
    base = Path(config.config_file_path or ".").parent
    try:
        day = date.fromisoformat(options.date) if options.date else date.today()
    except ValueError as error:
        raise PluginError(f"”{options.date}” är inget datum. Skriv det som 2026-05-31.") from error
    return compile_site(base / options.content, day, draft=options.draft)


def _report(compiled: Compiled, *, forgiving: bool) -> None:
    """Only errors are warnings to the host: `--strict` stops on any warning, and most problems stop nothing."""
    for problem in compiled.problems:
        log.log(logging.WARNING if problem.severity is Severity.ERROR else logging.INFO, "%s", problem)
    if compiled.errors and not forgiving:
        raise PluginError(f"{len(compiled.errors)} fel måste rättas innan något kan publiceras.")


def _configure(config: MkDocsConfig, compiled: Compiled) -> None:
    """What the theme and the host need to know of this site."""
    organisation = compiled.organisation
    # Sitemap and time stamps follow the content's day, so that two builds of the same day are the same.
    day = datetime.combine(compiled.public.day, time(), tzinfo=UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(day.timestamp()))
    config.site_name = organisation.name or "Paragraf"
    config.site_url = config.site_url or organisation.address or None
    config.use_directory_urls = True
    ours = ("sane_lists", "tables", "fenced_code", "paragraf.pages.markdown")
    config.markdown_extensions = [*dict.fromkeys([*config.markdown_extensions, *ours])]
    config.theme.dirs.insert(0, str(THEME))
    config.theme["language"] = "sv"
    config.theme["font"] = False
    config.extra["generator"] = False
    config.extra["paragraf"] = compiled.site.constants
