"""The graph holds what the tables hold, goes into GraphML, and agrees with the answer."""

from io import BytesIO

import networkx as nx
from hypothesis import given

from network.worlds import Tables, number, opened, world, worlds
from olenb.network.graph import graph
from olenb.network.routes import answer


def test_nodes_and_edges_say_what_they_are() -> None:
    tables = world({"Ana": "sure"}, [("Ana", "Rosa", "seen")], {"Rosa": "Clinic"},
                   Ana={"circle": "family"})  # fmt: skip
    G = graph(opened(tables))
    ana, rosa = (f"person:{number(tables, name)}" for name in ("Ana", "Rosa"))
    assert G.graph["ego"] == "person:1"
    assert G.nodes[ana] == {"kind": "person", "name": "Ana", "is_ego": 0, "circle": "family"}
    assert G.nodes["organization:1"]["name"] == "Clinic"
    assert G.edges["person:1", ana]["willingness"] == "sure"
    assert (G.edges[ana, rosa]["evidence"], G.edges[ana, rosa]["rank"]) == ("seen", 2)
    edge = G.edges[rosa, "organization:1"]
    assert edge == {"kind": "affiliation", "current": 1, "what": "job"}


def test_all_that_somebody_was_at_one_place_is_one_edge() -> None:
    tables = world({"Ana": None}, [], {"Ana": "Clinic"})
    past = {
        "id": 9,
        "person": number(tables, "Ana"),
        "organization": 1,
        "current": 0,
        "kind": "job",
    }
    tables["affiliation"][0] |= {"role": "nurse", "start": "2018"}
    tables["affiliation"].append({**past, "role": "aide", "start": "2012", "stop": "2016"})
    edge = graph(opened(tables)).edges[f"person:{past['person']}", "organization:1"]
    assert edge["role"] == "aide; nurse"
    assert (edge["start"], edge["current"], "stop" in edge) == ("2012", 1, False)


def test_what_is_worked_out_is_marked() -> None:
    both = {"school": "Lakewood", "class_year": 2020}
    tables = world({"Ana": None}, [], Ana=both, Rosa=both)
    ana, rosa = (f"person:{number(tables, name)}" for name in ("Ana", "Rosa"))
    edge = graph(opened(tables)).edges[ana, rosa]
    assert (edge["derived"], edge["evidence"], edge["rank"]) == (True, "shared_team", 1)


@given(worlds())
def test_the_graph_is_the_same_every_time_and_fits_into_graphml(tables: Tables) -> None:
    texts = []
    for _ in range(2):
        file = BytesIO()
        nx.write_graphml(graph(opened(tables)), file)
        texts.append(file.getvalue())
    assert texts[0] == texts[1]
    file.seek(0)
    assert set(nx.read_graphml(file)) == set(graph(opened(tables)))


@given(worlds())
def test_everyone_is_two_steps_away_in_the_graph(tables: Tables) -> None:
    store = opened(tables)
    G = graph(store)
    people = G.subgraph(node for node, kind in G.nodes(data="kind") if kind == "person").copy()
    known = set(people[G.graph["ego"]])
    refused = [
        n for n in known if people.edges[G.graph["ego"], n].get("willingness") == "rather not ask"
    ]
    people.remove_edges_from([(G.graph["ego"], node) for node in refused])
    steps = nx.single_source_shortest_path_length(people, G.graph["ego"])
    wanted = {node for node, n in steps.items() if n == 2} - known
    assert {f"person:{n}" for n in answer(store, everyone=True)["person_id"]} == wanted


def test_an_empty_workbook_is_an_empty_graph() -> None:
    G = graph(opened({}))
    assert len(G) == 0
    assert G.graph["ego"] == ""
