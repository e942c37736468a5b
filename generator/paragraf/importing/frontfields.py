"""A label of a front page and what stands under it."""

from dataclasses import dataclass, field

from paragraf.importing.rolls import Roll

Value = tuple[str, tuple[int, ...]]
"""Words below a label, and the numbers of their lines."""


@dataclass(kw_only=True, slots=True)
class Field:
    """A label and what stands under it."""

    name: str
    """Key of vocabulary.front.LABELS; "nothing": what stands under no label; "head": titles and the body; "roll": an
    attendance table; "told": people whom a sentence names, its label says as what; "signed": a name over the office
    that its label is."""
    label: str = ""
    """As printed."""
    line: int = 0
    """Number of the label's line."""
    values: list[Value] = field(default_factory=list)
    """Texts and the numbers of their lines; wrapped ones are joined."""
    roll: Roll | None = None
    """Of the name roll: an attendance table."""

    @property
    def lines(self) -> list[int]:
        """Numbers of all of its lines."""
        return [self.line, *(number for _, numbers in self.values for number in numbers)]
