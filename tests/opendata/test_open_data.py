"""The open data, read by programs that are not ours: jsonschema, rdflib, csv; and the examples, run as they stand."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import jsonschema
import pytest
import rdflib
from hypothesis import given, settings
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

from paragraf.archive import build
from paragraf.compiling import compile_site
from paragraf.feeds import feed_files
from paragraf.opendata import data_files
from paragraf.opendata.schemas import schema_files
from paragraf.publishing.public import publish
from paragraf.vocabulary.open_data import DECISIONS, VOTES
from paragraf.vocabulary.open_data_examples import EXAMPLES
from serving import serve
from strategies.archives import Drawn, archives
from strategies.dealer import DAY

ROOT = Path(__file__).parent.parent.parent
SITE = "https://protokoll.ronnvala.example.se/"
DOCUMENT = ROOT / "docs" / "oppna-data.md"
SCHEMAS = {name: json.loads(data) for name, data in schema_files().items()}
VCARD = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")


def files_of(content: Path, day: date = date(2026, 11, 21), draft: bool = False) -> dict[str, bytes]:
    """The files that other programs read, of a content folder."""
    compiled = compile_site(content, day, draft=draft)
    assert [str(problem) for problem in compiled.errors] == []
    made = (*feed_files(compiled.public), *data_files(compiled.public))
    return {file.path: file.content for file in made if isinstance(file.content, bytes)}


def content_at(folder: Path, address: str, **keys: str) -> Path:
    """The example municipality with another address."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("adresser.yml"))
    file = content / "organisation.yml"
    text = file.read_text("utf-8")
    assert f"adress: {SITE}\n" in text
    text = text.replace(f"adress: {SITE}\n", f"adress: {address}\n" if address else "")
    text += "".join(f"{key}: {value}\n" for key, value in keys.items())
    file.write_text(text, "utf-8")
    return content


@pytest.fixture(scope="module")
def example() -> dict[str, bytes]:
    """The files of the example municipality."""
    return files_of(ROOT / "content")


def data_of(files: dict[str, bytes]) -> dict[str, Any]:
    """The JSON files that have a schema, parsed."""
    return {
        path: json.loads(data)
        for path, data in files.items()
        if path.endswith(".json") and "/schema/" not in path and path != "nytt.json"
    }


def faults(files: dict[str, bytes]) -> list[str]:
    """What jsonschema finds wrong with the files, each by the schema that it names itself."""
    found = []
    for path, data in data_of(files).items():
        schema = SCHEMAS[data["$schema"].rpartition("/")[2]]
        checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
        found += [f"{path}: {error.json_path} {error.message}" for error in checker.iter_errors(data)]
    return found


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_schemas_lie_in_the_repository_too() -> None:
    written = {path.name: path.read_bytes() for path in (ROOT / "schema" / "oppna-data").iterdir()}
    assert written == schema_files(), "kör python -m paragraf.opendata schema/oppna-data"


def test_the_last_day_of_appeal_is_told_where_somebody_can_appeal(example: dict[str, bytes]) -> None:
    told = {
        "ksau/2023-04-12": [None],  # what a preparing body decides is not appealed
        "bmn/2026-11-18": [None],  # appealed to the county administrative board
        "ks/2026-11-04": [None, "2026-12-04"],
        "san/2023-04-26": ["2023-05-25"],
    }
    found = {path: json.loads(example[f"{path}/data.json"])["adjustments"] for path in told}
    assert {path: [one["last_appeal_day"] for one in rows] for path, rows in found.items()} == told


def test_every_file_follows_its_schema(example: dict[str, bytes]) -> None:
    assert faults(example) == []
    kinds = {data["$schema"].rpartition("/")[2] for data in data_of(example).values()}
    assert kinds == set(SCHEMAS)


@settings(max_examples=40)
@given(archives(faulty=True))
def test_whatever_is_written_follows_its_schema(drawn: Drawn) -> None:
    public = publish(build(drawn.organisation, drawn.meetings), DAY)
    assert faults({file.path: file.content for file in data_files(public) if isinstance(file.content, bytes)}) == []


@settings(max_examples=60)
@given(archives(faulty=True))
def test_no_private_word_is_in_any_file_for_other_programs(drawn: Drawn) -> None:
    public = publish(build(drawn.organisation, drawn.meetings), DAY)
    parts = []
    for file in (*feed_files(public), *data_files(public)):
        assert isinstance(file.content, bytes)
        text = file.content.decode("utf-8-sig")
        parts.append(f"{file.path} {text} {unquote(text)}")
        if file.path.endswith(".ics"):
            parts.append(text.replace("\r\n ", ""))
    everything = "\n".join(parts).casefold()
    assert [word for word in sorted(drawn.hidden | drawn.never) if word in everything] == []


ADDRESSES = (
    *("$schema", "url", "data", "file", "feed", "calendar", "meeting"),
    *("people", "decisions_csv", "votes_csv"),
)
"""Fields that hold one."""


def links(value: Any) -> Iterator[str]:
    """Every address in parsed JSON."""
    if isinstance(value, dict):
        for key, held in value.items():
            if isinstance(held, str) and key in ADDRESSES:
                yield held
            elif key == "schemas":
                yield from held
            else:
                yield from links(held)
    elif isinstance(value, list):
        for held in value:
            yield from links(held)


def there(content: Path) -> set[str]:
    site = compile_site(content, date(2026, 11, 21)).site
    return {page.path for page in site.pages} | {file.path for file in site.files}


def test_every_address_in_every_file_leads_somewhere(example: dict[str, bytes]) -> None:
    known = there(ROOT / "content")
    written = re.compile(re.escape(SITE) + r"[^\s\"'<>,\\]*")
    for path, data in example.items():
        text = data.decode("utf-8-sig").replace("\r\n ", "")
        found = {address.removeprefix(SITE).partition("#")[0] for address in written.findall(text)}
        assert found - known == set(), path
        if path.endswith(".json") and path.startswith(("san/", "arenden/", "oppna-data/2")):
            assert found


def test_without_an_address_links_count_from_the_file(tmp_path: Path) -> None:
    content = content_at(tmp_path, "")
    files = files_of(content)
    known = there(content)
    assert "dcat.rdf" not in files
    assert faults(files) == []
    for path, data in data_of(files).items():
        for link in links(data):
            target = urljoin(f"https://x.example/{path}", link).removeprefix("https://x.example/")
            assert target in known, (path, link)
    assert [path for path, data in files.items() if b"ronnvala.example.se/" in data and path.endswith(".json")] == []


def rows_of(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def minutes_of(files: dict[str, bytes]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Every § of the data, after its meeting."""
    for data in data_of(files).values():
        for paragraph in data.get("minutes", ()):
            yield data, paragraph


def test_decisions_as_a_table_and_as_json_agree(example: dict[str, bytes]) -> None:
    rows = {row["id"]: row for row in rows_of(example["oppna-data/beslut.csv"])}
    decided = {one["id"]: (meeting, one) for meeting, one in minutes_of(example) if one["decision"]}
    assert len(rows) > 80
    assert rows.keys() == decided.keys()
    for id, row in rows.items():
        meeting, one = decided[id]
        assert list(row) == [column.name for column in DECISIONS]
        assert (row["organkod"], row["datum"]) == (meeting["body"]["code"], meeting["date"])
        assert row["paragraf"] == (one["number"] or "")
        assert (row["rubrik"], row["typ"], row["utfall"]) == (one["title"], one["type"], one["outcome"])
        assert row["forslag"] == ("ja" if one["is_proposal"] else "nej")
        assert (row["justerat"], row["anslaget"]) == (one["adjusted"] or "", one["announced"] or "")
        assert row["adress"] == one["url"] == SITE + id
        assert row["beslut"].strip()
        assert not set("\n\r*") & set(row["beslut"])


def test_votes_as_a_table_and_as_popolo_agree(example: dict[str, bytes]) -> None:
    rows = rows_of(example["oppna-data/omrostningar.csv"])
    assert list(rows[0]) == [column.name for column in VOTES]
    words = {"ja": "yes", "nej": "no", "avstår": "abstain", "frånvarande": "absent", "jäv": "not voting"}
    people = {one["id"] for one in json.loads(example["oppna-data/personer.json"])["persons"]}
    events = [event for _, one in minutes_of(example) for event in one["vote_events"]]
    assert {row["id"] for row in rows} == {event["id"] for event in events if event["votes"]}
    assert len(events) >= 4
    for event in events:
        own = [row for row in rows if row["id"] == event["id"]]
        assert [(row["person_id"], row["namn"], words[row["rost"]]) for row in own] == [
            (vote["voter_id"], vote["voter"], vote["option"]) for vote in event["votes"]
        ]
        counts = {one["option"]: one["value"] for one in event["counts"]}
        assert sum(counts.values()) == len(own)
        yes, no = counts.get("yes", 0), counts.get("no", 0)
        assert event["result"] == ("pass" if yes > no else "fail" if no > yes else None)
        parties = [one["counts"] for one in event["group_results"]]
        assert {
            option: sum(one["value"] for row in parties for one in row if one["option"] == option) for option in counts
        } == counts
        assert {vote["voter_id"] for vote in event["votes"]} <= people


def test_only_elected_members_are_people(example: dict[str, bytes]) -> None:
    data = json.loads(example["oppna-data/personer.json"])
    organizations = {one["id"] for one in data["organizations"]}
    persons = {one["id"]: one["name"] for one in data["persons"]}
    for one in data["memberships"]:
        assert persons[one["person_id"]] == one["name"]
        assert one["organization_id"] in organizations
        assert one["on_behalf_of_id"] in organizations
    officials = set()
    for path in (ROOT / "content").rglob("protokoll/*.md"):
        officials |= set(re.findall(r"^Föredragande: ([^,\n]+)", path.read_text("utf-8"), re.MULTILINE))
    assert len(officials) >= 5
    assert officials & set(persons.values()) == set()
    named = json.dumps([data_of(example)[path].get("attendance") for path in data_of(example)], ensure_ascii=False)
    assert [name for name in officials if name in named] == []


def test_a_cell_that_excel_would_take_for_a_formula(tmp_path: Path) -> None:
    content = content_at(tmp_path, SITE)
    row = rows_of(files_of(content)["oppna-data/beslut.csv"])[0]
    assert not row["rubrik"].startswith("'")
    file = next((content / Path(row["id"]).parent / "protokoll").glob(f"{int(row['paragraf']):03}-*.md"))
    file.write_text(f"# § {row['paragraf']} =1+1\n\n## Beslut\nJa.\n", "utf-8")
    assert rows_of(files_of(content)["oppna-data/beslut.csv"])[0]["rubrik"] == "'=1+1"


def test_the_catalogue_has_what_dcat_ap_se_asks_for(example: dict[str, bytes]) -> None:
    graph = rdflib.Graph().parse(data=example["dcat.rdf"], format="xml")
    assert {str(term)[:8] for triple in graph for term in triple if isinstance(term, rdflib.URIRef)} <= {
        "https://",
        "http://w",
        "http://p",
        "http://x",
        "http://c",
        "mailto:r",
    }
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    datasets = set(graph.objects(catalogue, DCAT.dataset))
    assert len(datasets) == 3
    assert datasets == set(graph.subjects(RDF.type, DCAT.Dataset))
    assert [str(one) for one in graph.objects(catalogue, DCTERMS.license)] == [
        "http://creativecommons.org/publicdomain/zero/1.0/"
    ]
    for thing in (catalogue, *datasets):
        for relation in (DCTERMS.title, DCTERMS.description):
            texts = list(graph.objects(thing, relation))
            assert {text.language for text in texts} == {"sv", "en"}
            assert relation != DCTERMS.title or all(len(text.split()) < 10 for text in texts)
        (agent,) = graph.objects(thing, DCTERMS.publisher)
        assert (agent, RDF.type, FOAF.Agent) in graph
        assert [str(name) for name in graph.objects(agent, FOAF.name)] == ["Rönnvåla kommun"]
        assert [str(kind) for kind in graph.objects(agent, DCTERMS.type)] == [
            "http://purl.org/adms/publishertype/LocalAuthority"
        ]
    for dataset in datasets:
        (contact,) = graph.objects(dataset, DCAT.contactPoint)
        assert [str(mail) for mail in graph.objects(contact, VCARD.hasEmail)] == [
            "mailto:registrator@ronnvala.example.se"
        ]
        assert len(list(graph.objects(contact, VCARD.fn))) == 1
        assert [str(theme).rpartition("/")[2] for theme in graph.objects(dataset, DCAT.theme)] == ["GOVE"]
        for distribution in graph.objects(dataset, DCAT.distribution):
            (address,) = graph.objects(distribution, DCAT.accessURL)
            assert str(address).removeprefix(SITE) in example
            for relation in (DCTERMS["format"], DCTERMS.license):
                assert len(list(graph.objects(distribution, relation))) == 1


def test_the_terms_are_those_of_the_municipality(tmp_path: Path) -> None:
    files = files_of(content_at(tmp_path, SITE, licens="CC BY 4.0"))
    terms = "http://creativecommons.org/licenses/by/4.0/"
    assert json.loads(files["oppna-data/index.json"])["license"] == terms
    assert files["dcat.rdf"].decode().count(f'"{terms}"') == 1 + 6


def test_a_draft_says_so_and_is_in_no_catalogue() -> None:
    files = files_of(ROOT / "content", draft=True)
    assert json.loads(files["oppna-data/index.json"])["draft"] is True
    assert "dcat.rdf" not in files
    assert faults(files) == []


def test_the_same_content_gives_the_same_bytes(example: dict[str, bytes]) -> None:
    assert files_of(ROOT / "content") == example


def test_no_list_grows_with_what_it_lists(example: dict[str, bytes]) -> None:
    for path, data in data_of(example).items():
        if path.startswith("oppna-data/"):
            assert not [key for key in ("minutes", "agenda", "handlings") if f'"{key}"' in json.dumps(data)], path


def blocks(text: str) -> list[tuple[str, str]]:
    """The code of a Markdown text: language and code."""
    return re.findall(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_document_and_the_page_hold_the_same_examples() -> None:
    written = [(one.language, one.at("https://moten.exempel.se/")) for one in EXAMPLES]
    assert blocks(DOCUMENT.read_text("utf-8")) == written
    pages = {page.path: page for page in compile_site(ROOT / "content", date(2026, 11, 21)).site.pages}
    shown = [one["code"] for one in pages["oppna-data/"].context["examples"]]
    assert shown == [one.at(SITE) for one in EXAMPLES]


def test_the_document_describes_every_column() -> None:
    text = DOCUMENT.read_text("utf-8")
    assert [one.name for one in (*DECISIONS, *VOTES) if f"| `{one.name}` | {one.about} |" not in text] == []


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str, str], str]]:
    """A function: code runs as it stands against a served site, and gives what it printed."""
    folder = tmp_path_factory.mktemp("served")
    site = folder / "site"
    site.mkdir()
    with serve(site) as address:
        for path, data in files_of(content_at(folder, address)).items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(data)
        curl = folder / "bin" / "curl"
        curl.parent.mkdir()
        # A machine without curl has one that gets a page, all the same.
        if not shutil.which("curl"):
            curl.write_text(
                f"#!{sys.executable}\nimport sys, urllib.request\n"
                "sys.stdout.buffer.write(urllib.request.urlopen(sys.argv[-1]).read())\n",
                "utf-8",
            )
            curl.chmod(0o755)
        environment = os.environ | {"PATH": f"{curl.parent}:{os.environ['PATH']}", "PYTHONUTF8": "1"}

        def output(language: str, code: str) -> str:
            command = [sys.executable, "-W", "error", "-c"] if language == "python" else ["sh", "-c"]
            code = code.replace("https://moten.exempel.se/", address)
            done = subprocess.run([*command, code], capture_output=True, text=True, check=False, env=environment)
            assert done.returncode == 0, done.stderr
            return done.stdout

        yield output


OUTPUTS = (
    r"\A\ufeffid,organ,organkod,datum,paragraf,rubrik,.*\n(?:.*\n){4}\Z",
    r"\A(?:\w+ \d+\n){5,}\Z",
    r"\A(?:[a-z]+/[\d-]+/p\d+/#omrostning-\d \w+ (?:ja|nej|avstår|frånvarande|jäv) \d+\n){10,}\Z",
    r"\A(?:\d{4}-\d\d-\d\d [A-ZÅÄÖ]+ (?:\d+[a-z]?|None) .+\n){80,}\Z",
)
"""What each example prints, as a whole."""


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_runs_as_it_stands(number: int, run: Callable[[str, str], str]) -> None:
    language, code = blocks(DOCUMENT.read_text("utf-8"))[number]
    assert re.search(OUTPUTS[number], run(language, code))
