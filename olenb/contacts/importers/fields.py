"""What a column of somebody's own table may mean, and how such columns are usually named."""

import hashlib
from collections.abc import Sequence

from olenb.contacts.keys import folded
from olenb.core.errors import NotAllowed

FIELDS: dict[str, str] = {
    "name": "Name",
    "first": "First name",
    "last": "Last name",
    "email": "Email",
    "url": "Profile page",
    "phone": "Phone",
    "organization": "Organization",
    "role": "Role",
    "department": "Department",
    "start": "There since",
    "stop": "There until",
    "past": "Past employers, with years if you have them",
    "class_year": "Class year",
    "major": "Major",
    "school": "School",
    "city": "City",
    "region": "State, region or country",
    "circle": "Circle",
    "relation": "How I know them",
}
"""Field -> its words on the screen."""

_WORDS: dict[str, tuple[str, ...]] = {
    "name": (
        *("name", "full name", "fullname", "display name", "preferred name", "alumni name"),
        *("contact", "contact name", "person", "alum", "alumnus", "alumna", "student name"),
        *("vollständiger name", "nom complet", "nombre completo", "nome completo", "姓名", "氏名"),
    ),
    "first": (
        *("first name", "first", "given name", "firstname", "forename", "preferred first name"),
        *("vorname", "prénom", "nombre", "nome", "imię", "voornaam", "primeiro nome", "名字", "名"),
    ),
    "last": (
        *("last name", "last", "family name", "lastname", "surname", "nachname", "familienname"),
        *("nom", "nom de famille", "apellidos", "apellido", "cognome", "nazwisko", "achternaam"),
        *("último nome", "sobrenome", "姓氏", "姓"),
    ),
    "email": (
        *("email", "e-mail", "email address", "e-mail address", "mail", "preferred email"),
        *("e-mail-adresse", "courriel", "adresse e-mail", "correo", "correo electrónico"),
        *("indirizzo e-mail", "adres e-mail", "endereço de e-mail", "電子郵件地址"),
    ),
    "url": (
        *("linkedin", "linkedin url", "linkedin profile", "linkedin page", "url", "profile"),
        *("profile url", "profile page", "profile link", "profil", "perfil", "profilo"),
    ),
    "phone": ("phone", "phone number", "mobile", "cell", "telefon", "téléphone", "teléfono"),
    "organization": (
        *("organization", "organisation", "company", "company name", "employer", "employer name"),
        *("current employer", "current company", "current organization", "workplace", "firm"),
        *("place of work", "where they work", "works at", "business name", "firma", "arbeitgeber"),
        *("unternehmen", "entreprise", "société", "employeur", "empresa", "azienda", "società"),
        *("pracodawca", "bedrijf", "werkgever", "公司"),
    ),
    "role": (
        *("role", "title", "job title", "position", "current position", "current title", "job"),
        *("occupation", "beruf", "stelle", "rolle", "poste", "fonction", "puesto", "cargo"),
        *("qualifica", "stanowisko", "functie", "職稱"),
    ),
    "department": ("department", "division", "team", "unit", "abteilung", "service", "reparto"),
    "start": (
        "start",
        "start date",
        "started",
        "started on",
        "from",
        "since",
        "start year",
        "seit",
    ),
    "stop": ("stop", "end", "end date", "ended", "finished on", "until", "end year", "bis"),
    "past": (
        *("past employers", "previous employers", "former employers", "prior employers"),
        *("past companies", "previous companies", "former companies", "work history"),
        *("employment history", "past employer", "previous employer", "previous organizations"),
        *("experience", "frühere arbeitgeber", "anciens employeurs", "empresas anteriores"),
    ),
    "class_year": (
        *("class year", "class", "class of", "graduation year", "grad year", "year of graduation"),
        *("year", "graduated", "graduation", "abschlussjahr", "jahrgang", "promotion"),
        *("año de graduación", "anno di laurea"),
    ),
    "major": (
        *("major", "majors", "major(s)", "field of study", "studied", "degree", "concentration"),
        *("studienfach", "filière", "carrera", "especialidad", "corso di laurea"),
    ),
    "school": ("school", "college", "university", "alma mater", "schule", "école", "universidad"),
    "city": ("city", "town", "home city", "city of residence", "stadt", "ort", "ville", "ciudad"),
    "region": (
        *("region", "state", "province", "country", "state/province", "location", "bundesland"),
        *("land", "région", "pays", "estado", "país", "regione"),
    ),
    "circle": ("circle", "group", "category", "kreis", "groupe", "grupo"),
    "relation": (
        *("relation", "relationship", "how i know them", "how i know", "connection", "beziehung"),
        *("how we met", "relación"),
    ),
}
_FIELD_OF = {folded(word): name for name, words in _WORDS.items() for word in words}


def columns_of(header: Sequence[str]) -> tuple[str, ...]:
    """Return a name for every column: a second `Email` gets a number, a blank one its place.

    >>> columns_of(["Email", "Email", ""])
    ('Email', 'Email (2)', 'column 3')
    """
    names: list[str] = []
    for place, name in enumerate(header, start=1):
        label = name or f"column {place}"
        before = sum(other == name for other in header[: place - 1]) if name else 0
        names.append(f"{label} ({before + 1})" if before else label)
    return tuple(names)


def guess(columns: Sequence[str]) -> dict[str, str]:
    """Return which column most likely holds which field; the user may always say otherwise.

    >>> guess(["Nom", "Prénom", "Employeur", "Promotion", "Shoe size"])
    {'last': 'Nom', 'first': 'Prénom', 'organization': 'Employeur', 'class_year': 'Promotion'}
    """
    found: dict[str, str] = {}
    for column in columns:
        field = _FIELD_OF.get(folded(column))
        if field is not None:
            found.setdefault(field, column)
    if "first" in found and "last" not in found and "name" not in found:
        found["name"] = found.pop("first")  # "Nombre" or "Nome" alone is the whole name
    return found


def is_header(cells: Sequence[str]) -> bool:
    """Tell whether a row names two fields or more, a person or an organization among them.

    >>> is_header(["Name", "Class of"]), is_header(["Ida Vale", "2015"])
    (True, False)
    """
    found = guess([cell for cell in cells if cell])
    return len(found) >= 2 and not found.keys().isdisjoint(
        ("name", "first", "last", "organization")
    )


def heads_names(cells: Sequence[str]) -> bool:
    """Tell whether a row heads a list of nothing but names.

    >>> heads_names(["Full name"]), heads_names(["Ida Vale"])
    (True, False)
    """
    filled = [cell for cell in cells if cell]
    return len(filled) == 1 and "name" in guess(filled)


def signature(columns: Sequence[str]) -> str:
    """Return what a header is remembered by: the same columns in the same order, in any case.

    >>> signature(["Name", "E-Mail"]) == signature(["NAME ", "e-mail"]) != signature(["Name"])
    True
    """
    return hashlib.sha256("\x1f".join(map(folded, columns)).encode()).hexdigest()[:16]


def checked(mapping: dict[str, str], columns: Sequence[str]) -> dict[str, int]:
    """Return where every mapped field stands.

    Raises
    ------
    NotAllowed
        A field or a column isn't there, or nothing says who the rows are about.

    """
    for field, column in mapping.items():
        if field not in FIELDS:
            raise NotAllowed(
                "There is no field of that name. Nothing was changed. "
                f"Please choose among: {', '.join(FIELDS)}."
            )
        if column not in columns:
            raise NotAllowed(
                f"The column chosen for {field} isn't in this file. Nothing was changed. "
                "Please choose one of the columns in its header."
            )
    if mapping.keys().isdisjoint(("name", "first", "last", "organization")):
        raise NotAllowed(
            "No column of names was found in this table. Nothing was changed. "
            "Please say which column holds the name."
        )
    return {field: columns.index(column) for field, column in mapping.items()}
