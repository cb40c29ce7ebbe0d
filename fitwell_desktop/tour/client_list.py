"""A client list as a trainer would export it, with the mistakes that such lists have."""

import csv
from pathlib import Path

HEADINGS = (
    "First name",
    "Last name",
    "E-mail",
    "Mobile",
    "Born",
    "Groups",
    "Client since",
    "What I should know",
    "Locker",
)
GOOD = (
    ("Aoife", "Byrne", "aoife.byrne@example.com", "086 123 4501", "14/03/1991", "strength", "02/02/2026", "", "12"),
    ("Ciarán", "Walsh", "ciaran.walsh@example.com", "086 123 4502", "30/11/1985", "running", "11/05/2026", "", "7"),
    ("Gráinne", "O’Sullivan", "grainne@example.com", "086 123 4503", "22/07/1978", "mobility", "19/01/2026", "", ""),
    ("Hugo", "Lefèvre", "hugo.lefevre@example.com", "+33 6 12 34 56 78", "05/09/1994", "strength", "", "", "3"),
    ("Maeve", "Doyle", "maeve.doyle@example.com", "086 123 4505", "17/12/1999", "fat loss", "24/08/2026", "", ""),
    (
        "Noah",
        "Keane",
        "noah.keane@example.com",
        "086 123 4506",
        "08/06/1988",
        "strength; running",
        "",
        "Shift work",
        "",
    ),
    ("Orla", "Fitzgerald", "orla.fitz@example.com", "086 123 4507", "01/04/1969", "mobility", "07/09/2026", "", "9"),
    ("Patrick", "Nolan", "patrick.nolan@example.com", "086 123 4508", "26/10/1982", "", "12/10/2026", "", ""),
    ("Róisín", "Murphy", "roisin.murphy@example.com", "086 123 4509", "09/02/1996", "strength", "", "", "14"),
    ("Sinéad", "Kelly", "sinead.kelly@example.com", "086 123 4510", "19/05/1990", "running", "16/03/2026", "", ""),
    (
        "Tom",
        "Brennan",
        "tom.brennan@example.com",
        "086 123 4511",
        "03/08/1975",
        "",
        "05/01/2026",
        "Prefers mornings",
        "",
    ),
    ("Una", "Gallagher", "una.gallagher@example.com", "086 123 4512", "28/01/2001", "fat loss", "", "", "21"),
)
BROKEN = (("Lara", "Quinn", "lara.quinn(at)example", "086 123 4513", "31/02/1992", "", "", "", ""),)
"""She can't be reached by this address and was not born on that day, but is a client all the same."""
COMING = (*GOOD, *BROKEN)
"""Those who are taken in."""
WRONG = (
    ("", "", "nobody@example.com", "086 123 4514", "", "", "", "", ""),
    ("Aoife", "Byrne", "aoife.byrne@example.com", "", "14/03/1991", "", "", "again", ""),
)


def write_client_list(path: Path) -> None:
    """Write the list as a spreadsheet would."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([HEADINGS, *COMING, *WRONG])
