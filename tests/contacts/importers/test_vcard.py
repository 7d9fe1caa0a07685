"""Contact cards of every version, well written and badly."""

from pathlib import Path

import pytest
import vobject

from olenb.contacts.importers import vcard
from olenb.contacts.importers.record import Parsed, Post
from olenb.core.errors import WrongFile
from olenb.core.terms import Circle

SAMPLES = Path(__file__).parents[4] / "shared" / "data"
GOOD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ida Vale\r\nN:Vale;Ida;;;\r\nEND:VCARD\r\n"


def read(tmp_path: Path, content: str | bytes) -> Parsed:
    path = tmp_path / "cards.vcf"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    parsed = vcard.parse(path)
    assert parsed.read == len(parsed.records) + len(parsed.links) + len(parsed.skipped)
    return parsed


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def test_a_whole_card_is_read(tmp_path: Path) -> None:
    text = card(
        "FN:Dr. Ida Vale",
        "N:Vale;Ida;;Dr.;",
        "ORG:Birch Clinic;Pediatrics;Ward 3",
        "TITLE:Nurse",
        "EMAIL;TYPE=HOME:ida@example.org",
        "EMAIL;TYPE=WORK,PREF:ida@birch.example",
        "TEL;TYPE=CELL:+1 555 0100",
        "URL:https://www.linkedin.com/in/ida-vale/",
        "URL:https://birch.example",
        "ADR;TYPE=WORK:;;1 Elm St;Northfield;MN;55057;USA",
        "CATEGORIES:myContacts,Family",
        "NOTE:Met at the fair\\, twice\\nSings",
    )
    (ida,) = read(tmp_path, text).records
    assert ida.name == "Dr. Ida Vale"
    assert ida.posts == (Post("Birch Clinic", "Nurse", "Pediatrics, Ward 3"),)
    assert ida.emails == ("ida@birch.example", "ida@example.org")
    assert ida.phone == "+1 555 0100"
    assert ida.urls == ("https://www.linkedin.com/in/ida-vale/",)
    assert (ida.city, ida.region, ida.circle) == ("Northfield", "MN", Circle.FAMILY)
    assert ida.other == {
        "note": "Met at the fair, twice\nSings",
        "website": "https://birch.example",
    }


def test_an_unknown_property_is_kept_and_said(tmp_path: Path) -> None:
    parsed = read(tmp_path, card("FN:Ida", "X-SHOE-SIZE:38"))
    assert parsed.records[0].other == {"x-shoe-size": "38"}
    assert parsed.notes == ["Kept as they are: x-shoe-size."]


def test_a_name_in_parts_is_enough(tmp_path: Path) -> None:
    text = "BEGIN:VCARD\nN:Vale;Ida;Rose;Dr.;Jr.\nEND:VCARD\n"
    assert read(tmp_path, text).records[0].name == "Ida Rose Vale Jr."


@pytest.mark.parametrize(
    "lines",
    [
        ("N:;;;;", "ORG:Birch Clinic;"),
        ("FN:Birch Clinic", "N:;;;;", "ORG:Birch Clinic;"),
        ("FN:Birch Clinic", "ORG:Birch Clinic", "X-ABShowAs:COMPANY"),
        ("FN:Birch Clinic", "KIND:org"),
    ],
)
def test_a_card_with_only_a_company_is_an_organization(
    tmp_path: Path, lines: tuple[str, ...]
) -> None:
    (clinic,) = read(tmp_path, card(*lines)).records
    assert clinic.name == ""
    assert [post.organization for post in clinic.posts] == ["Birch Clinic"]


def test_a_title_without_an_organization_is_kept_aside(tmp_path: Path) -> None:
    (ida,) = read(tmp_path, card("FN:Ida", "TITLE:Nurse")).records
    assert (ida.posts, ida.other) == ((), {"title": "Nurse"})


def test_a_card_with_nothing_to_call_it_by_is_left_out_by_number_and_reason(
    tmp_path: Path,
) -> None:
    parsed = read(tmp_path, GOOD + card("EMAIL:secret@example.org") + card("KIND:group", "FN:Club"))
    assert [(skip.line, skip.reason) for skip in parsed.skipped] == [
        (6, "card 2 has neither a name nor an organization"),
        (10, "card 3 is a group and not a person"),
    ]


def test_quoted_printable_with_soft_breaks_in_any_character_set(tmp_path: Path) -> None:
    lines = [
        b"BEGIN:VCARD",
        b"VERSION:2.1",
        b"FN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=88=C0=93=A1=20=",
        b"=83=8D=83=43=83=68",
        b"ORG;CHARSET=windows-1252;QUOTED-PRINTABLE:Caf=E9 Bl=FCte",
        b"TITLE;CHARSET=windows-1252:G\xe4rtner",
        b"END:VCARD",
    ]
    (person,) = read(tmp_path, b"\r\n".join(lines)).records
    assert person.name == "安藤 ロイド"
    assert person.posts == (Post("Café Blüte", "Gärtner"),)


def test_letters_without_a_character_set_are_guessed_and_said(tmp_path: Path) -> None:
    parsed = read(tmp_path, b"BEGIN:VCARD\nFN:J\xe9r\xf4me Petit\nEND:VCARD\n")
    assert parsed.records[0].name == "Jérôme Petit"
    assert "it was guessed" in parsed.notes[0]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-16-le", "utf-8-sig"])
def test_wide_files_are_read_with_or_without_their_mark(tmp_path: Path, encoding: str) -> None:
    parsed = read(tmp_path, card("FN:Zoë Ωmega").encode(encoding))
    assert parsed.records[0].name == "Zoë Ωmega"


def test_a_line_folded_inside_a_letter_is_joined(tmp_path: Path) -> None:
    text = card("FN:Jos\u00e9").encode().replace(b"\xc3\xa9", b"\xc3\r\n \xa9")
    assert read(tmp_path, text).records[0].name == "José"


def test_direction_marks_around_a_number_are_taken_out(tmp_path: Path) -> None:
    (ida,) = read(tmp_path, card("FN:Ida", "TEL:\u202d666 555 444\u202c")).records
    assert ida.phone == "666 555 444"


def test_control_characters_are_taken_out_and_said(tmp_path: Path) -> None:
    parsed = read(tmp_path, card("FN:I\x00d\x07a", "TEL;VALUE=uri:tel:+1-555"))
    assert (parsed.records[0].name, parsed.records[0].phone) == ("Ida", "+1-555")
    assert "invisible control characters" in parsed.notes[0]


def test_a_hostile_name_is_shown_as_it_is(tmp_path: Path) -> None:
    for name in ("=1+1", "$$x_$", "<img onerror=alert(1)>", "NA", "007", "👩‍👩‍👧 علی", "{x}"):
        assert read(tmp_path, card(f"FN:{name}")).records[0].name == name


@pytest.mark.parametrize(
    "bad",
    [
        "BEGIN:VCARD\r\nFN:Bo\r\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AA!!!\r\nQQQ\r\n\r\nEND:VCARD\r\n",
        "BEGIN:VCARD\r\nFN:Bo\r\nADR;HOME:;;1 Elm \\\r\nStreet;Town;;;\r\nEND:VCARD\r\n",
        "BEGIN:VCARD\r\n# written by hand\r\nPROFILE:VCARD\r\nFN:Bo\r\nEND:VCARD\r\n",
        "BEGIN:VCARD\r\nFN;ENCODING=QUOTED-PRINTABLE:Bo=\r\nEND:VCARD\r\n",
        "BEGIN:VCARD\r\nFN:Bo\r\nNOTE;ENCODING=B:%%%\r\nEND:VCARD\r\n",
        'BEGIN:VCARD\r\nFN:Bo\r\nTEL;TYPE="open:1\r\nEND:VCARD\r\n',
        "BEGIN:VCARD\r\nFN:Bo\r\nX-A;CHARSET=KLINGON:\u00e9\r\nEND:VCARD\r\n",
        "BEGIN:VCARD\r\nFN:Bo\r\nBEGIN:FOO\r\nFN:Not a card\r\nEND:FOO\r\nEND:VCARD\r\n",
        "BEGIN:VCARD\r\nFN:Bo\r\n",
        "begin:vcard\nfn:Bo\nend:vcard\n",
    ],
)
def test_a_broken_card_never_loses_its_neighbors(tmp_path: Path, bad: str) -> None:
    parsed = read(tmp_path, GOOD + bad + GOOD)
    assert [record.name for record in parsed.records] == ["Ida Vale", "Bo", "Ida Vale"]


def test_a_card_within_a_card_counts_for_itself(tmp_path: Path) -> None:
    inner = "AGENT:\r\nBEGIN:VCARD\r\nFN:Inner\r\nEND:VCARD\r\n"
    text = f"BEGIN:VCARD\r\nFN:Outer\r\n{inner}TITLE:Boss\r\nEND:VCARD\r\n"
    outer, inside = read(tmp_path, text).records
    assert (outer.name, outer.other, inside.name) == ("Outer", {"title": "Boss"}, "Inner")


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\r\r\n"])
def test_any_line_end_will_do_and_lines_are_counted(tmp_path: Path, end: str) -> None:
    parsed = read(tmp_path, (GOOD + GOOD).replace("\r\n", end))
    assert [record.line for record in parsed.records] == [1, 6]


def test_a_file_without_cards_is_refused_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(WrongFile, match="No contact card begins in this file"):
        read(tmp_path, "name,email\nIda,ida@example.org\n")


def test_well_written_cards_are_read_as_a_general_library_reads_them(tmp_path: Path) -> None:
    text = card(
        "FN:Ida \\; Vale\\, RN",
        "N:Vale;Ida;;;",
        "ORG:Birch\\; Sons;Night",
        "EMAIL:ida@example.org",
        "NOTE:" + "a long line that a mail program folds " * 4,
    )
    theirs = vobject.readOne(text)
    (ours,) = read(tmp_path, vobject.readOne(text).serialize()).records
    assert ours.name == theirs.fn.value
    assert [ours.posts[0].organization, ours.posts[0].department] == theirs.org.value
    assert ours.emails == (theirs.email.value,)
    assert ours.other["note"] == theirs.note.value.strip()


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="no samples by others in ../shared/data")
def test_samples_by_others_are_read_card_by_card() -> None:
    counts = {
        path.name: (parsed.read, len(parsed.records))
        for path in SAMPLES.glob("*.vcf")
        if (parsed := vcard.parse(path))
    }
    assert counts == {
        "android__v21_japanese_2.vcf": (1, 1),
        "android__v30_ios_613_multiline.vcf": (1, 1),
        "ezvcard__John_Doe_ANDROID.vcf": (6, 4),
        "ezvcard__John_Doe_MS_OUTLOOK.vcf": (1, 1),
        "ezvcard__fullcontact.vcf": (1, 1),
        "ezvcard__gmail-single.vcf": (1, 1),
    }
