"""Columns of attendance tables, and what stands in them: who was there, for whom, for which §§, and how they voted."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": (
        r"namn",
        r"ledamot(?:ens namn)?",
        r"förtroendevald",
        r"efternamn,? (?:och )?förnamn",
        r"ledam(?:ot|öter) ?(?:/|,|och) ?(?:tj\S* )?ers\S*",
    ),
    "party": (r"parti(?:/\w+)?", r"partibeteckning"),
    "present": (
        r"närvaro",
        r"närvarande",
        r"närv\.?",
        r"närvarat",
        r"tjg\.?",
        r"tjänstg(?:ör|jort|\.)?",
        r"tjänstgörande",
        r"tjänstgöring",
        r"deltar",
        r"deltagit",
        r"på plats",
        r"upprop",
        r"närvarande/tjänstgörande",
        r"beslutande",
    ),
    "listening": (
        r"(?:ej|icke|inte) tjg\.?",
        r"(?:ej|icke|inte) tjänstg(?:ör|jort|örande|\.)?",
        r"(?:ej|icke|inte) beslutande",
        r"närv(?:arande|\.)?,? (?:ej|icke) tj(?:g|änstgörande|änstg)\.?",
    ),
    "absent": (r"frånvarande", r"frånv\.?", r"frånvaro", r"(?:ej|inte) närvarande", r"förhinder", r"anmält förhinder"),
    "remote": (r"(?:på )?distans", r"digitalt", r"(?:via )?(?:teams|länk)"),
    "serves": (
        r"tjänstgör(?:ande)? (?:i stället |istället )?för(?: ledamot)?",
        r"tj(?:g|änstg)\.?(?: ers\.?)? för",
        r"ersätter(?: ledamot)?",
        r"ersättare för",
        r"ers\.? för",
        r"(?:i stället|istället) för",
        r"för(?: ledamot)?",
        r"ordinarie(?: ledamot)?",
    ),
    "substitute": (
        r"tjänstgörande ersättare",
        r"tjänstg\.? ers(?:ättare|\.)?",
        r"tjg\.? ers(?:ättare|\.)?",
        r"tj\.? ers(?:ättare|\.)?",
        r"ersätts av",
        r"ersatt av",
        r"ersättare",
        r"ersättarens namn",
        r"tjänstgörande ersättares namn",
    ),
    "which": (
        r"§§?",
        r"paragraf(?:er)?",
        r"(?:närvarande|tjänstgör(?:ande)?|deltar|deltagit|närvaro|tjg\.?) (?:under |vid )?(?:§§?|paragraf(?:er)?)",
        r"del av (?:sammanträdet|mötet)",
    ),
    "time": (r"tid(?: kl\.? ?[\d.:\s–-]+)?", r"kl\.?", r"klockslag", r"närvarotid", r"tider"),
    "role": (r"roll", r"uppdrag", r"befattning", r"titel", r"funktion"),
    "remark": (r"anmärkning(?:ar)?", r"anm\.?", r"notering(?:ar)?", r"kommentar(?:er)?", r"övrigt"),
}
"""What a column of an attendance table tells -> patterns of its head, in lower case."""

PRESENT = (
    r"x|×|✓|√|✔|☒|☑|1|\*|ja|tjg\.?|tj\.?|tjänstg(?:ör|örande|\.)?|närv\.?|närvarande|på plats"
    r"|(?:hela|helt) (?:sammanträdet|mötet)|hela"
)
"""A cell that says that someone was there."""

LISTENING = r"(?:ej|icke|inte) (?:tjg\.?|tj\.?|tjänstg(?:ör|örande|\.)?|beslutande)"
"""A cell that says that someone was there and did not serve."""

ABSENT = r"nej|frånv\.?|frånvarande|f|förhinder|(?:ej|inte) närv(?:arande|\.)?|[-–—]|0|anmält (?:förhinder|frånvaro)"
"""A cell that says that someone was not there."""

REMOTE = r"(?:på |via )?(?:distans|teams|länk|digitalt)|digital(?:t)? (?:närvaro|deltagande)|distansdeltagande"
"""A cell that says that someone took part at a distance."""

LETTERS: dict[str, str] = {"j": "ja", "n": "nej", "a": "avstår", "f": "frånvarande"}
"""Letters in a column of one vote."""
