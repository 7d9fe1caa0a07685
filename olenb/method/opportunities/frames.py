"""Plans and what belongs to them as tables."""

from datetime import date

import pandas as pd

from olenb.contacts import frames as people_frames
from olenb.core.store import Store
from olenb.method.frames import frame
from olenb.method.opportunities import harvest, log, milestones, pitches
from olenb.method.opportunities.plans import plans as every_plan

PLANS = {
    "id": "int64",
    "plan": "str",
    "kind": "str",
    "organization": "str",
    "contact": "str",
    "target": "str",
    "begun_on": "str",
    "starts_on": "str",
    "ends_on": "str",
    "hours": "Int64",
    "skill_match": "Int64",
    "visibility": "Int64",
    "mission": "Int64",
    "decision": "str",
    "put_away_on": "str",
    "confidential": "bool",
}
LOG = {
    "id": "int64",
    "day": "str",
    "time": "str",
    "task": "str",
    "people": "str",
    "tools": "str",
    "energy": "Int64",
    "confidential": "bool",
}
STEPS = {"step": "str", "question": "str", "answer": "str"}
PEOPLE = {"id": "int64", "person": "str", "met_on": "str", "person_id": "int64"}
SKILLS = {
    "id": "int64",
    "skill": "str",
    "evidence": "str",
    "seen_by": "str",
    "shown_on": "str",
}
DAYS = {"id": "int64", "what": "str", "due_on": "str", "done_on": "str"}
UPCOMING = {"on": "str", "what": "str", "plan": "str", "plan_id": "int64"}
PITCHES = {
    "id": "int64",
    "outlet": "str",
    "editor": "str",
    "sent_on": "str",
    "reply": "str",
    "replied_on": "str",
}


def plans(store: Store) -> pd.DataFrame:
    """Return every plan, the newest first.

    Returns
    -------
    DataFrame
        id; plan: in words; kind ("volunteer", "own internship", "article", "shadowing");
        organization, contact, target; begun_on, starts_on, ends_on; hours a week (in all for
        shadowing); skill_match, visibility, mission: 1 to 3, each by itself; decision ("keep",
        "drop", "test"); put_away_on; confidential.

    """
    labels = dict(people_frames.targets(store)[["id", "target"]].itertuples(index=False))
    return frame(
        (
            (
                *(one.id, one.label, one.kind.value, one.text("place"), one.text("contact")),
                labels.get(one.row["target"]),
                *(one.row[name] for name in list(PLANS)[6:-1]),
                bool(one.row["confidential"]),
            )
            for one in every_plan(store)
        ),
        PLANS,
    )


def steps(store: Store, number: int) -> pd.DataFrame:
    """Return the questions of a plan and what was answered, one row for each thing asked.

    Returns
    -------
    DataFrame
        step, question, answer.

    """
    one = next((each for each in every_plan(store) if each.id == number), None)
    asked = [(s.title, a.label, one.text(a.name)) for s in one.steps for a in s.asks] if one else []
    return frame(asked, STEPS)


def log_of(store: Store, number: int) -> pd.DataFrame:
    """Return the log of a day of shadowing, in the order of the day (R46).

    Returns
    -------
    DataFrame
        id, day, time ("09:30"), task, people, tools, energy (-2 to 2), confidential.

    """
    return frame(
        (
            (
                *(m.id, m.at.date().isoformat(), f"{m.at:%H:%M}", m.task, m.people, m.tools),
                *(m.energy, m.confidential),
            )
            for m in log.moments(store, number)
        ),
        LOG,
    )


def people_of(store: Store, number: int) -> pd.DataFrame:
    """Return whom a plan let the user meet: id, person, met_on, person_id (R42)."""
    met = harvest.harvest(store, number).people
    return frame(((r["id"], r["name"], r["met_on"], r["person"]) for r in met), PEOPLE)


def skills_of(store: Store, number: int) -> pd.DataFrame:
    """Return the skills that a plan let the user use: id, skill, evidence, seen_by, shown_on."""
    used = harvest.harvest(store, number).skills
    return frame((tuple(row[name] for name in SKILLS) for row in used), SKILLS)


def days_of(store: Store, number: int) -> pd.DataFrame:
    """Return the days of a plan that were written down: id, what, due_on, done_on."""
    return frame((tuple(r[name] for name in DAYS) for r in milestones.of(store, number)), DAYS)


def pitches_of(store: Store, number: int) -> pd.DataFrame:
    """Return where a piece was offered: id, outlet, editor, sent_on, reply, replied_on (R45)."""
    return frame((tuple(r[name] for name in PITCHES) for r in pitches.of(store, number)), PITCHES)


def upcoming(store: Store, now: date) -> pd.DataFrame:
    """Return what comes in all plans, earliest first: on, what, plan, plan_id."""
    coming = milestones.upcoming(store, now)
    return frame(((d.on.isoformat(), d.what, d.plan.label, d.plan.id) for d in coming), UPCOMING)
