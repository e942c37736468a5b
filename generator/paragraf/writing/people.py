"""People on one line each: `Bo Exempel (C), ordförande ersätter Inga Exempel (C), distans, § 44–49`."""

from paragraf.model import AttendanceGroup, Attendee, Presenter, Term
from paragraf.writing.lines import paragraphs, word

_LONGEST_PARTY = 12


def person(someone: Attendee) -> str:
    """An attendee as mote.yml has them; raises ValueError for a name or role that would be read as something else."""
    words = _named(someone.name, someone.party)
    if someone.role:
        words += f", {_role(someone.role)}"
    if someone.serves_for:
        words += f" ersätter {_named(someone.serves_for, someone.serves_for_party)}"
    if someone.remote:
        words += ", distans"
    if someone.paragraphs:
        words += f", {paragraphs(someone.paragraphs)}"
    return words


def groups(those: tuple[AttendanceGroup, ...]) -> dict[str, list[str]]:
    """Label -> people; raises ValueError when two groups have the same label."""
    tree: dict[str, list[str]] = {}
    for group in those:
        label = word(group.label, "Gruppen", ())
        if label in tree:
            raise ValueError(f"Gruppen ”{label}” finns två gånger.")
        tree[label] = [person(one) for one in group.people]
    return tree


def member(term: Term) -> str:
    """A mandate as organisation.yml has it, within the period that stands above it: `Siv Exempel (S), ordförande`."""
    role = "" if term.role == "ledamot" else f", {_role(term.role)}"
    return _named(term.name, term.party) + role


def presenter(someone: Presenter) -> str:
    """The value of the fact Föredragande: `Jo Exempel, förvaltningschef`."""
    name = word(someone.name, "Föredragandens namn", (",",))
    return f"{name}, {word(someone.title, 'Föredragandens titel', ())}" if someone.title.strip() else name


def _named(name: str, party: str | None) -> str:
    bare = word(name, "Namnet", (",", "(", ")", "ersätter", "§"))
    if not party:
        return bare
    code = word(party, "Partiet", ("(", ")"))
    if len(code) > _LONGEST_PARTY:
        raise ValueError(f"Partiet kan inte skrivas: ”{code}” är längre än {_LONGEST_PARTY} tecken.")
    return f"{bare} ({code})"


def _role(role: str) -> str:
    words = word(role, "Rollen", ("ersätter", "§"))
    if words.casefold().rpartition(",")[2].strip() == "distans":
        raise ValueError("Rollen kan inte skrivas: ”distans” säger att någon deltog på distans.")
    return words
