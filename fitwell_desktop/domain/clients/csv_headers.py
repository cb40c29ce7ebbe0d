"""What the columns of a client list hold, told from their headings in English, German, Spanish and French."""

import re

from fitwell_desktop.core.folding import fold
from fitwell_desktop.domain.accounts.email_addresses import LONGEST
from fitwell_desktop.vocabulary import ImportField as Field

WORDS: dict[Field, str] = {
    Field.FIRST_NAME: "first name, firstname, first, given name, forename, vorname, nombre, nombres, prenom",
    Field.LAST_NAME: "last name, lastname, last, surname, family name, nachname, familienname, zuname, apellido, apellidos,"
    " nom, nom de famille",
    Field.FULL_NAME: "name, full name, fullname, client, client name, member, member name, athlete, athlete name, display name,"
    " first and last name, kunde, kundenname, mitglied, vor und nachname, vorname und nachname, vollstandiger name, nombre completo, cliente, nom complet, nom et prenom",
    Field.EMAIL: "email, e mail, mail, email address, e mail address, e mail adresse, email adresse, mailadresse, correo,"
    " correo electronico, adresse email, adresse mail, courriel, e mail 1 value, primary email, client email",
    Field.PHONE: "phone, phone number, telephone, tel, mobile, mobile phone, mobile number, cell, cell phone, telefon,"
    " telefonnummer, telefon nr, tel nr, handy, handynummer, handy nr, mobil, mobiltelefon, rufnummer, telefono, movil, celular, telefono movil,"
    " numero de telephone, portable, phone 1 value, client phone, contact number",
    Field.DATE_OF_BIRTH: "date of birth, birth date, birthdate, birthday, dob, born, geburtsdatum, geburtstag, geboren,"
    " geboren am, geb, geb am, geb datum, geb dat, fecha de nacimiento, nacimiento, cumpleanos, date de naissance, naissance, anniversaire",
    Field.SEX: "sex, gender, geschlecht, geschl, sexo, genero, sexe, genre",
    Field.KIND: "kind, type, client type, kundenart, art, tipo, tipo de cliente, type de client, coaching type",
    Field.STATE: "status, state, client status, active, is active, kundenstatus, aktiv, estado, activo, statut, actif",
    Field.TAGS: "tags, tag, groups, group, labels, label, categories, schlagworte, gruppen, gruppe, etiquetas, grupos, grupo,"
    " etiquettes, groupes, groupe",
    Field.JOINED_ON: "joined, joined on, join date, date joined, start date, member since, client since, created, created at,"
    " date added, signup date, registered, eintritt, eintrittsdatum, beitritt, kunde seit, mitglied seit, angelegt,"
    " fecha de alta, alta, cliente desde, inscripcion, date d inscription, inscrit le, client depuis",
    Field.ADDRESS: "address, full address, home address, mailing address, adresse, anschrift, direccion, domicilio,"
    " adresse postale",
    Field.STREET: "street, street address, address 1, address line 1, strasse, straße, strasse und hausnummer, calle, rue",
    Field.POSTCODE: "postcode, post code, postal code, zip, zip code, zipcode, plz, postleitzahl, codigo postal, cp, code postal",
    Field.CITY: "city, town, suburb, ort, stadt, wohnort, ciudad, poblacion, localidad, ville, commune",
    Field.COUNTRY: "country, land, pais, pays",
    Field.HEIGHT: "height, height cm, grosse, große, grosse cm, korpergrosse, altura, estatura, taille, taille cm",
    Field.OCCUPATION: "occupation, job, profession, beruf, ocupacion, profesion, metier",
    Field.TIMEZONE: "time zone, timezone, zeitzone, zona horaria, fuseau horaire",
    Field.LANGUAGE: "language, sprache, idioma, langue",
    Field.REFERRAL: "referral, referred by, referral source, source, how did you hear about us, lead source, quelle,"
    " empfohlen von, referido por, origen, recommande par",
    Field.CONTACT_NAME: "emergency contact, emergency contact name, emergency name, notfallkontakt, notfall name,"
    " contacto de emergencia, nombre de contacto de emergencia, contact d urgence, nom du contact d urgence",
    Field.CONTACT_PHONE: "emergency phone, emergency contact phone, emergency number, emergency contact number,"
    " notfalltelefon, notfallnummer, telefon notfallkontakt, telefono de emergencia, telephone d urgence,"
    " telephone du contact d urgence",
    Field.NOTES: "notes, note, comments, comment, remarks, notizen, notiz, bemerkung, bemerkungen, kommentar, notas, nota,"
    " comentarios, remarques, commentaire, commentaires",
}

Mapping = tuple[Field | None, ...]
"""What each column holds; None for what is left out."""


def heading_words(heading: str) -> str:
    """A heading as it is compared: folded, signs as blanks, nothing in brackets."""
    without_brackets = re.sub(r"\(.*?\)", " ", heading)
    split_humps = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", without_brackets)
    return " ".join(re.sub(r"[^\w]|_", " ", fold(split_humps)).split())


KNOWN = {heading_words(word): field for field, words in WORDS.items() for word in words.split(",")}


def guess_mapping(headings: tuple[str, ...]) -> Mapping:
    """What each column is thought to hold, each field once: where two claim one, the first has it."""
    guessed: list[Field | None] = []
    for heading in headings:
        field = KNOWN.get(heading_words(heading))
        guessed.append(None if field in guessed else field)
    return _settled(guessed)


def has_headings(cells: tuple[str, ...]) -> bool:
    """Whether a first row names the columns, rather than being a client already."""
    return any(guess_mapping(cells)) or not any("@" in cell and len(cell) < LONGEST for cell in cells)


def _settled(guessed: list[Field | None]) -> Mapping:
    """The heading that in one language is a whole name is only half of one beside its other half."""
    if Field.FULL_NAME in guessed and Field.LAST_NAME in guessed and Field.FIRST_NAME not in guessed:
        guessed[guessed.index(Field.FULL_NAME)] = Field.FIRST_NAME
    elif Field.FULL_NAME in guessed and Field.FIRST_NAME in guessed and Field.LAST_NAME not in guessed:
        guessed[guessed.index(Field.FULL_NAME)] = Field.LAST_NAME
    elif Field.FIRST_NAME not in guessed and Field.LAST_NAME in guessed and Field.FULL_NAME not in guessed:
        guessed[guessed.index(Field.LAST_NAME)] = Field.FULL_NAME
    return tuple(guessed)
