"""A guess at what an organization does, from words in its name; always shown as a guess."""

from olenb.contacts.keys import folded

# A word that says what a place does wherever it stands; names of firms are not in here.
_WORDS: dict[str, tuple[str, ...]] = {
    "health": (
        *("clinic", "clinics", "hospital", "hospitals", "medical", "health", "healthcare"),
        *("nursing", "dental", "hospice", "pharmacy", "klinik", "klinikum", "hopital", "clinica"),
    ),
    "education": (
        *("university", "college", "school", "schools", "academy", "universitat", "universite"),
        *("universidad", "universidade", "universita", "hochschule", "gymnasium", "kindergarten"),
    ),
    "finance": (
        *("bank", "bancorp", "banco", "banque", "insurance", "capital", "financial", "credit"),
        *("wealth", "investments", "savings", "sparkasse", "mutual"),
    ),
    "law": ("law", "legal", "attorneys", "solicitors", "court", "courts"),
    "government": (
        *("city", "county", "state", "federal", "ministry", "department", "embassy", "senate"),
        *("municipality", "army", "navy"),
    ),
    "technology": (
        *("software", "technologies", "technology", "tech", "data", "systems", "cyber", "robotics"),
        *("semiconductor", "digital", "cloud"),
    ),
    "biotech and pharma": (
        "pharma",
        "pharmaceutical",
        "pharmaceuticals",
        "biotech",
        "therapeutics",
    ),
    "media": ("media", "news", "press", "radio", "television", "publishing", "books", "film"),
    "arts": ("museum", "theater", "theatre", "orchestra", "opera", "gallery", "arts", "ballet"),
    "energy": ("energy", "solar", "wind", "power", "oil", "gas", "electric"),
    "construction": ("construction", "builders", "architects", "architecture", "realty"),
    "transport": ("airlines", "airways", "logistics", "freight", "railway", "transit", "shipping"),
    "food": ("restaurant", "foods", "bakery", "brewing", "farms", "cafe", "coffee"),
    "retail": ("store", "stores", "retail", "market", "supermarket"),
    "research": ("laboratory", "laboratories", "research", "institute"),
    "nonprofit": ("foundation", "charity", "ministries", "habitat", "relief"),
    "faith": ("church", "parish", "diocese", "synagogue", "mosque", "lutheran", "catholic"),
    "consulting": ("consulting", "consultants", "advisory"),
}
FIELDS = tuple(_WORDS)
"""Every field that a name may speak of."""

_FIELD = {word: field for field, words in _WORDS.items() for word in words}


def field_of(name: str) -> str | None:
    """Return the field that a name speaks of, or None where no word or several fields do.

    A guess to be shown as one: "Boston Medical School" speaks of two fields, so of none.

    >>> field_of("Mayo Clinic"), field_of("Acme"), field_of("Hennepin County Medical Center")
    ('health', None, None)
    """
    words = "".join(c if c.isalnum() else " " for c in folded(name)).split()
    fields = {_FIELD[word] for word in words if word in _FIELD}
    return fields.pop() if len(fields) == 1 else None
