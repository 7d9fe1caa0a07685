"""Hints in words: why this person, for this target."""

import json

from olenb.core.store import Store
from olenb.core.terms import EVIDENCE_RANK, Evidence
from olenb.network import sentences, words
from olenb.network.arrays import Network
from olenb.network.facts import Facts
from olenb.network.hints import Hint, field_of_target, region_of_target
from olenb.network.targets import Target, fits_field, role_match, there


class Reasons:
    """Says why somebody may know somebody at one target.

    Parameters
    ----------
    store
        The open workbook.
    network
        Its network.
    target
        What is asked about.
    known
        The words about everybody who may be asked.
    """

    def __init__(self, store: Store, network: Network, target: Target, known: Facts):
        self.store = store
        self.target = target
        self.known = known
        self.field = field_of_target(store, target)
        self.region = region_of_target(store, target)
        self.people_there = network.ids[there(store, network, target).people].tolist()

    def of(self, person: int, hint: Hint) -> str:
        """Return why to ask somebody, in a few words."""
        row = self.known.people[person]
        said = {
            Hint.HERE: "works there now",
            Hint.KNOWS_FIELD: "knows the field, you said",
            Hint.CONNECTED: "is well connected, you said",
            Hint.SAME_REGION: f"same region: {self.region}",
            Hint.SAME_SCHOOL: f"went to your school, {row['school']}",
            Hint.SAID: f"“{row['relation'] or row['shared']}”, you said",
        }
        worked_out = {
            Hint.KNOWS_SOMEBODY: self._knows_somebody,
            Hint.WAS_HERE: self._was_here,
            Hint.SAME_WORK: self._same_work,
            Hint.SAME_FIELD: self._same_field,
            Hint.GENERAL: self._general,
        }
        return said[hint] if hint in said else worked_out[hint](person)

    def _knows_somebody(self, person: int) -> str:
        rows = self.store.rows(
            "WITH knows AS (SELECT b AS person, evidence FROM tie WHERE a = ?1 "
            "UNION ALL SELECT a, evidence FROM tie WHERE b = ?1) "
            "SELECT p.name, evidence FROM knows JOIN person AS p ON p.id = knows.person "
            "WHERE p.id IN (SELECT value FROM json_each(?2)) ORDER BY p.id",
            (person, json.dumps(self.people_there)),
        )
        best = max(rows, key=lambda row: EVIDENCE_RANK[row["evidence"]])
        name = words.called(best["name"])
        return {
            Evidence.TOLD: f"told you that they know {name} there",
            Evidence.GUESS: f"may know {name} there: your guess",
        }.get(best["evidence"], f"seems to know {name} there")

    def _was_here(self, person: int) -> str:
        post = self.known.post(person, self.target.organization or 0)
        return f"worked there{words.until(post['stop'])}"

    def _same_work(self, person: int) -> str:
        roles = [post["role"] for post in self.known.posts[person]]
        best = max(roles, key=lambda role: role_match([role], self.target.role))
        return f"similar work: {best}"

    def _same_field(self, person: int) -> str:
        field, _ = self.field
        posts = self.known.posts[person]
        fitting = (post for post in posts if fits_field(post["sector"], post["name"], field))
        place = next(fitting, posts[0])["name"]
        return f"same field ({field}): {place}"

    def _general(self, person: int) -> str:
        place = next((post["name"] for post in self.known.posts.get(person, ())), "")
        return sentences.general(self.known.people[person]["circle"], place)
