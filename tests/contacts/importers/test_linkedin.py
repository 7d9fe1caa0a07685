"""LinkedIn's list of connections in every variant, and the archive that it comes in."""

import zipfile
from pathlib import Path

import pytest

from olenb.contacts.importers import linkedin
from olenb.contacts.importers.record import Post
from olenb.core.errors import WrongFile

CURRENT = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
ANA = "Ana,Ruiz,https://www.linkedin.com/in/ana,ana@x.org,Mayo Clinic,Nurse,12 Mar 2023"
SAMPLE = Path(__file__).parents[4] / "shared" / "data" / "linkedin_sample_export.zip"


@pytest.fixture
def read(tmp_path):
    def reader(text, name="Connections.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
        parsed = linkedin.parse(path)
        assert parsed.read == len(parsed.records) + len(parsed.skipped)
        return parsed

    return reader


def archive(tmp_path, **members):
    path = tmp_path / "Basic_LinkedInDataExport.zip"
    with zipfile.ZipFile(path, "w") as out:
        for name, text in members.items():
            out.writestr(name.replace("_csv", ".csv"), text)
    return path


@pytest.mark.parametrize(
    "text",
    [
        f"{CURRENT}\n{ANA}\n",
        f'Notes:\n"When exporting your data, see: https://x.example."\n\n{CURRENT}\n{ANA}\n',
        f'"Notes:"\n{CURRENT}\n{ANA}\n',
        f"Notes:\nOne line, unquoted\nAnother\n{CURRENT}\n{ANA}\n",
        f"{CURRENT}\r\n{ANA}\r\n",
        "\ufeff" + f"{CURRENT}\n{ANA}\n",
        "First Name,Last Name,Email Address,Company,Position,Connected On,URL\n"
        "Ana,Ruiz,ana@x.org,Mayo Clinic,Nurse,12 Mar 2023,https://www.linkedin.com/in/ana\n",
        "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\n"
        "Ana,Ruiz,https://www.linkedin.com/in/ana,ana@x.org,Mayo Clinic,Nurse,12. März 2023\n",
        "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Date de connexion\n"
        "Ana,Ruiz,https://www.linkedin.com/in/ana,ana@x.org,Mayo Clinic,Nurse,12 mars 2023\n",
    ],
)
def test_every_variant_says_the_same(read, text):
    (ana,) = read(text).records
    assert ana.name == "Ana Ruiz"
    assert ana.emails == ("ana@x.org",)
    assert ana.urls == ("https://www.linkedin.com/in/ana",)
    assert ana.posts == (Post("Mayo Clinic", "Nurse", current=True),)
    assert ana.connected_on == "2023-03-12"
    assert ana.other == {}
    assert ana.knows_me


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("First Name,Last Name,Email Address,Company,Position,Connected On", "Ana,Ruiz,,Acme,,"),
        ("First Name,Last Name,Email Address,Current Company,Current Position", "Ana,Ruiz,,Acme,"),
        (
            "Title,First Name,Middle Name,Last Name,E-mail Address,Company,Job Title",
            ",Ana,,Ruiz,,Acme,",
        ),
    ],
)
def test_older_files_without_pages_or_dates_are_read(read, header, row):
    (ana,) = read(f"{header}\n{row}\n").records
    assert (ana.name, ana.posts) == ("Ana Ruiz", (Post("Acme", current=True),))
    assert (ana.urls, ana.connected_on) == ((), "")


@pytest.mark.parametrize(
    "row",
    [
        ",,,,,,01 Jan 2023",
        ",,https://www.linkedin.com/in/x,,Acme,,01 Jan 2023",
        "LinkedIn,Member,,,,,",
        "\u200b,\u200b,,,Acme,,",
    ],
)
def test_a_hidden_member_is_counted_and_listed_and_no_error(read, row):
    parsed = read(f"{CURRENT}\n{ANA}\n{row}\n")
    assert [(s.line, s.reason) for s in parsed.skipped] == [
        (3, "no name: LinkedIn hides this member")
    ]
    assert (parsed.read, len(parsed.records)) == (2, 1)


def test_titles_after_a_last_name_stay(read):
    parsed = read(f'{CURRENT}\nLee,"Barlow, CPA",,,Acme,,\n')
    assert parsed.records[0].name == "Lee Barlow, CPA"


@pytest.mark.parametrize("name", ["NA", "None", "=1+1", "<b>", "李雷", "😀", "$x_$", "O'Hara {0}"])
def test_a_name_is_read_as_it_stands(read, name):
    assert read(f"{CURRENT}\n{name},,,,Acme,,\n").records[0].name == name


@pytest.mark.parametrize("date", ["#####", "12-Mar", "soon", "03/04/2023"])
def test_a_date_that_cannot_be_known_is_kept_as_it_stands_and_said(read, date):
    parsed = read(f"{CURRENT}\nAna,Ruiz,,,Acme,,{date}\n")
    assert parsed.records[0].connected_on == ""
    assert parsed.records[0].other == {"Connected On": date}
    assert len(parsed.notes) == 1


def test_a_column_of_dates_decides_their_order(read):
    parsed = read(f"{CURRENT}\nAna,R,,,,,03/04/2023\nBo,R,,,,,25/04/2023\n")
    assert [record.connected_on for record in parsed.records] == ["2023-04-03", "2023-04-25"]


def test_unknown_columns_are_kept(read):
    parsed = read(f"{CURRENT},Tag\n{ANA},hiking\n")
    assert parsed.records[0].other == {"Tag": "hiking"}


def test_a_position_without_a_company_is_not_lost(read):
    assert read(f"{CURRENT}\nAna,R,,,,Nurse,\n").records[0].other == {"Position": "Nurse"}


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_a_file_saved_again_by_a_spreadsheet_is_read(read, encoding):
    parsed = read(f"{CURRENT}\nJosé,Peña,,,Acme,,\n".replace(",", "\t"), encoding=encoding)
    assert parsed.records[0].name == "José Peña"


def test_bad_rows_are_named_and_the_rest_is_kept(read):
    rows = "\n".join(f"P{n},R,,,Acme,,12 Mar 2023" for n in range(20))
    parsed = read(f"{CURRENT}\n{rows}\nQ,R,,,Acme,,12 Mar 2023,shifted\n,,,,,,\n,,,,Acme,,\n")
    assert (parsed.read, len(parsed.records)) == (22, 20)
    assert [skip.line for skip in parsed.skipped] == [22, 24]


def test_of_an_archive_only_what_is_used_is_opened(tmp_path, monkeypatch):
    path = archive(
        tmp_path,
        Connections_csv=f"{CURRENT}\n{ANA}\n",
        Profile_csv="First Name,Last Name,Geo Location\nIda,Vale,\n",
        Positions_csv="Company Name,Title,Started On,Finished On\n"
        "Acme,Cook,Oct 2022,Jul 2024\nBirch,Nurse,Aug 2024,\n",
        Education_csv="School Name,Start Date,End Date,Degree Name\n"
        "Lakeview,Sep 2018,Jun 2022,BA\n",
        messages_csv="CONVERSATION ID,FROM\n1,secret\n",
    )
    opened = []
    real = zipfile.ZipFile.open

    def spy(self, name, *args, **kwargs):
        opened.append(getattr(name, "filename", name))
        return real(self, name, *args, **kwargs)

    monkeypatch.setattr(zipfile.ZipFile, "open", spy)
    parsed = linkedin.parse(path)
    assert parsed.read == 1
    assert parsed.also == {"Profile.csv": 1, "Positions.csv": 2, "Education.csv": 1}
    assert parsed.ego.name == "Ida Vale"
    assert [(p.organization, p.start, p.stop, p.current) for p in parsed.ego.posts[:2]] == [
        ("Acme", "2022-10", "2024-07", False),
        ("Birch", "2024-08", "", True),
    ]
    assert (parsed.ego.school, parsed.ego.class_year) == ("Lakeview", 2022)
    assert "messages.csv" not in opened


def test_an_archive_without_the_rest_is_fine(tmp_path):
    parsed = linkedin.parse(archive(tmp_path, Connections_csv=f"{CURRENT}\n{ANA}\n"))
    assert (parsed.read, parsed.also, parsed.ego) == (1, {}, None)


def test_the_first_small_archive_is_explained(tmp_path):
    path = archive(tmp_path, Profile_csv="First Name,Last Name\nIda,Vale\n")
    with pytest.raises(WrongFile, match=r"no Connections.csv.*use the second"):
        linkedin.parse(path)


def test_another_table_is_refused_without_a_value_of_it(read):
    with pytest.raises(WrongFile, match="Nothing was changed") as caught:
        read("Name,City\nSentinel,Ulm\n")
    assert "Sentinel" not in str(caught.value)


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample archive is not on this machine")
def test_a_whole_archive_by_somebody_else_is_read():
    parsed = linkedin.parse(SAMPLE)
    assert (parsed.read, len(parsed.records), parsed.skipped) == (2000, 2000, [])
    assert len({record.urls for record in parsed.records}) == 2000
    assert all(record.connected_on for record in parsed.records)
    assert parsed.also == {"Profile.csv": 1, "Positions.csv": 11, "Education.csv": 2}
    assert parsed.notes == []
