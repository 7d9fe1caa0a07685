"""Edge lists and GraphML from the programs that people draw networks with."""

import datetime
from pathlib import Path

import networkx as nx
import openpyxl
import pytest

from olenb.contacts import importers
from olenb.contacts.importers import graphs
from olenb.contacts.importers.record import Parsed, Post
from olenb.core.errors import NotFound, WrongFile
from olenb.core.terms import Circle, Evidence

XMLNS = 'xmlns="http://graphml.graphdrawing.org/xmlns"'


def read(tmp_path: Path, content: str | bytes, ego: str | None = None) -> Parsed:
    path = tmp_path / "graph.graphml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    parsed = graphs.parse(path, ego)
    assert parsed.read == len(parsed.records) + len(parsed.links) + len(parsed.skipped)
    return parsed


def ties(parsed: Parsed) -> list[tuple[str, str, Evidence, str]]:
    return [(link.person, link.knows, link.evidence, link.as_of) for link in parsed.links]


def graphml(body: str, keys: str = "") -> str:
    return f'<?xml version="1.0"?><graphml {XMLNS}>{keys}<graph>{body}</graph></graphml>'


def written(tmp_path: Path, G: nx.Graph) -> bytes:
    nx.write_graphml(G, tmp_path / "by_networkx.graphml")
    return (tmp_path / "by_networkx.graphml").read_bytes()


def test_an_edge_list_gives_ties_with_their_evidence_and_date(tmp_path: Path) -> None:
    parsed = read(
        tmp_path,
        " As Of ;KNOWS;Person;Evidence\n2024-05-01;Bo Lind;Ida Vale;told\n"
        "Oct 2022;bo@example.org;https://www.linkedin.com/in/ida;Shared team\n",
    )
    assert parsed.kind == "graph"
    assert ties(parsed) == [
        ("Ida Vale", "Bo Lind", Evidence.TOLD, "2024-05-01"),
        ("https://www.linkedin.com/in/ida", "bo@example.org", Evidence.SHARED_TEAM, "2022-10"),
    ]


def test_an_edge_list_may_be_an_excel_sheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    rows = [("Whom my people know",), ("Person", "Knows", "Evidence", "As of"), ("Me", "Ida")]
    for row in [*rows, ("Ida", "Bo", "told", datetime.date(2024, 5, 1))]:
        book.active.append(row)
    path = tmp_path / "ties.xlsx"
    book.save(path)
    parsed = importers.parse(path)
    assert parsed.kind == "graph"
    assert ties(parsed) == [
        ("Me", "Ida", Evidence.GUESS, ""),
        ("Ida", "Bo", Evidence.TOLD, "2024-05-01"),
    ]
    assert parsed.ego


def test_without_evidence_a_tie_is_a_guess_and_that_is_said(tmp_path: Path) -> None:
    for content in ("person,knows\nIda,Bo\n", "person,knows,evidence\nIda,Bo,perhaps\n"):
        parsed = read(tmp_path, content)
        assert ties(parsed) == [("Ida", "Bo", Evidence.GUESS, "")]
        assert "counts as your guess" in parsed.notes[0]


def test_a_date_that_reads_two_ways_is_left_empty_and_said(tmp_path: Path) -> None:
    parsed = read(tmp_path, "person,knows,evidence,as of\nIda,Bo,told,03/04/2023\n")
    assert parsed.links[0].as_of == ""
    assert "left empty" in parsed.notes[0]
    parsed = read(
        tmp_path, "person,knows,evidence,as of\nIda,Bo,told,03/04/2023\nIda,Cy,told,25/04/2023\n"
    )
    assert parsed.links[0].as_of == "2023-04-03"


def test_rows_that_are_no_ties_are_left_out_by_line_and_reason(tmp_path: Path) -> None:
    parsed = read(tmp_path, "person,knows\nIda,\nIda,IDA\nIda,Bo\n")
    assert [(skip.line, skip.reason) for skip in parsed.skipped] == [
        (2, "one of the two people isn't named"),
        (3, "a person and themselves"),
    ]


def test_columns_that_a_tie_has_no_place_for_are_named(tmp_path: Path) -> None:
    parsed = read(tmp_path, "person,knows,evidence,mood\nIda,Bo,seen,good\n")
    assert parsed.notes == ["Columns that a tie has no place for were passed over: mood."]


def test_me_and_my_own_name_are_the_same_person(tmp_path: Path) -> None:
    content = "person,knows,evidence\nme,Bo,told\nida vale,Cy,told\nBo,Cy,told\n"
    parsed = read(tmp_path, content, ego="Ida Vale")
    assert [link.person for link in parsed.links] == ["Ida Vale", "Ida Vale", "Bo"]
    assert parsed.ego is not None
    assert parsed.ego.name == "Ida Vale"
    unnamed = read(tmp_path, content)
    assert unnamed.ego is not None
    assert unnamed.ego.name == unnamed.links[0].person == "Me"


@pytest.mark.parametrize("content", ["person,knows\nIda,Bo\n", graphml('<node id="Ida"/>')])
def test_an_ego_who_is_not_in_the_file_is_said_without_the_name(
    tmp_path: Path, content: str
) -> None:
    with pytest.raises(NotFound, match="Nobody in this file goes by the name") as trouble:
        read(tmp_path, content, ego="Zed Secret")
    assert "Secret" not in str(trouble.value)


def test_a_list_without_both_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongFile, match="a column named person and a column named knows"):
        read(tmp_path, "name,email\nIda,ida@example.org\n")


def test_a_graph_by_networkx_gives_people_and_ties(tmp_path: Path) -> None:
    G = nx.Graph()
    G.add_node("n1", name="Ida Vale", company="Birch Clinic", title="Nurse", shoe=38)
    G.add_node("n2", name="Bo Lind", email="bo@example.org", relationship="friend")
    G.add_node("n3", name="Cy", url="https://www.linkedin.com/in/cy")
    G.add_edge("n1", "n2", evidence="told", as_of="2024-05")
    G.add_edge("n2", "n3", weight=7.5)
    parsed = read(tmp_path, written(tmp_path, G))
    ida, bo, _ = parsed.records
    assert ida.posts == (Post("Birch Clinic", "Nurse"),)
    assert ida.other == {"shoe": "38"}
    assert (bo.name, bo.circle, bo.knows_me) == ("Bo Lind", Circle.FRIEND, False)
    assert ties(parsed) == [
        ("Ida Vale", "Bo Lind", Evidence.TOLD, "2024-05"),
        ("Bo Lind", "Cy", Evidence.GUESS, ""),
    ]
    assert parsed.read == 5
    assert "doesn't say which of these people is you" in parsed.notes[0]


def test_ego_is_found_and_those_beside_ego_know_the_user(tmp_path: Path) -> None:
    G = nx.path_graph(["Ida", "Bo", "Cy"])
    parsed = read(tmp_path, written(tmp_path, G), ego="ida")
    assert parsed.ego is not None
    assert parsed.ego.name == "Ida"
    assert {record.name: record.knows_me for record in parsed.records} == {"Bo": True, "Cy": False}
    assert [link.evidence for link in parsed.links] == [Evidence.TOLD, Evidence.GUESS]
    assert parsed.read == 4


def test_two_nodes_that_could_be_ego_are_not_chosen_between(tmp_path: Path) -> None:
    nodes = '<node id="1" label="Ida"/><node id="2" label="Ida"/>'
    with pytest.raises(NotFound, match="More than one person"):
        read(tmp_path, graphml(nodes), ego="Ida")
    assert read(tmp_path, graphml(nodes), ego="2").read == 1


def test_names_may_be_digits(tmp_path: Path) -> None:
    parsed = read(tmp_path, written(tmp_path, nx.path_graph(3)), ego="1")
    assert [record.name for record in parsed.records] == ["0", "2"]
    assert all(record.knows_me for record in parsed.records)


@pytest.mark.parametrize(
    ("keys", "data"),
    [
        ('<key id="label" attr.name="label" for="node"/>', '<data key="label">Ida Vale</data>'),
        ('<key id="d0" for="node"/>', '<data key="d0">Ida Vale</data>'),
        ("", '<data key="d0">Ida Vale</data>'),
        ('<key id="d7" attr.name="Name" for="node"/>', '<data key="d7"> Ida Vale\n</data>'),
        (
            '<key id="d6" yfiles.type="nodegraphics" for="node"/>',
            '<data key="d6"><y:ShapeNode xmlns:y="http://www.yworks.com/xml/graphml">'
            "<y:NodeLabel>Ida Vale</y:NodeLabel></y:ShapeNode></data>",
        ),
    ],
)
def test_the_label_is_found_wherever_a_program_puts_it(
    tmp_path: Path, keys: str, data: str
) -> None:
    parsed = read(tmp_path, graphml(f'<node id="n0">{data}</node>', keys))
    assert [record.name for record in parsed.records] == ["Ida Vale"]


def test_in_a_network_canvas_interview_everybody_is_known(tmp_path: Path) -> None:
    keys = (
        '<key id="networkCanvasUUID" attr.name="networkCanvasUUID" for="node"/>'
        '<key id="k1" attr.name="name" for="node"/>'
    )
    node = '<node id="1"><data key="k1">Ida</data><data key="networkCanvasUUID">a-b</data></node>'
    parsed = read(tmp_path, graphml(node, keys))
    assert parsed.records[0].knows_me
    assert parsed.records[0].other == {}
    assert "Network Canvas" in parsed.notes[0]


def test_nodes_and_edges_that_lead_nowhere_are_left_out_with_a_reason(tmp_path: Path) -> None:
    body = (
        '<node id="1" label="Ida"/><node id="2"/><node id="1" label="Ida"/>\n'
        '<edge source="1" target="2"/><edge source="1" target="9"/><edge source="1" target="1"/>'
    )
    parsed = read(tmp_path, graphml(body))
    assert [(skip.line, skip.reason) for skip in parsed.skipped] == [
        (1, "a node without a name"),
        (1, "the same node stands in it twice"),
        (2, "one of the two people isn't in the file, or has no name"),
        (2, "one of the two people isn't in the file, or has no name"),
        (2, "a person and themselves"),
    ]


@pytest.mark.parametrize(
    "declaration",
    [
        '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % a SYSTEM "http://example.org/x.dtd"> %a;',
    ],
)
def test_entities_are_refused(tmp_path: Path, declaration: str) -> None:
    text = f'<!DOCTYPE graphml [{declaration}]><graphml><node id="&b;"/></graphml>'
    with pytest.raises(WrongFile, match="defines abbreviations of its own"):
        read(tmp_path, text)


def test_a_plain_doctype_is_nothing_to_fear(tmp_path: Path) -> None:
    text = (
        '<!DOCTYPE graphml SYSTEM "graphml.dtd"><graphml><graph><node id="Ida"/></graph></graphml>'
    )
    assert read(tmp_path, text).records[0].name == "Ida"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("<gexf></gexf>", "looks like a GEXF graph"),
        ("<html></html>", "looks like a web page"),
        ("<other/>", "another kind of XML"),
        ("<graphml><graph>", "damaged"),
    ],
)
def test_other_xml_is_named(tmp_path: Path, content: str, says: str) -> None:
    with pytest.raises(WrongFile, match=says):
        read(tmp_path, content)


def test_a_graph_in_utf16_is_read(tmp_path: Path) -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><graphml><node id="Zoë"/></graphml>'
    assert read(tmp_path, text.encode("utf-16")).records[0].name == "Zoë"
