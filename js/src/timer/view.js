/** What the timer shows; it is painted from the run and holds nothing itself. */

import { h, setText, uniqueId } from "../lib/dom.js";
import { keepFocus } from "../lib/patch.js";
import { makeBar, makeBell, makeCurrent, makeList, makeSteps } from "./parts.js";
import { ANNOUNCED, BESIDE, HEADINGS, clock, minutes } from "./words.js";

const RUNNING = ["questions", "closing", "over", "extended"];
const CLOSING = ["closing", "over", "extended"];

export class View {
  /**
   * @param {Object<string, function(): void>} actions start, practice, asked, back, extended,
   *   end, reopen, cancel
   */
  constructor(actions) {
    this.title = h("h3", { dir: "auto" });
    this.words = h("span");
    this.heading = h("h4", {}, makeBell(), this.words);
    this.clock = h("span", { class: "olenb-clock", role: "timer", "aria-live": "off" });
    this.beside = h("span");
    this.time = h("p", { class: "olenb-time" }, this.clock, this.beside);
    this.bar = makeBar();
    this.current = makeCurrent();
    this.note = h("p", { class: "olenb-aside olenb-remark" });
    this.next = makeList("Then");
    this.dropped = makeList("No time for these, and that is fine", false);
    this.steps = makeSteps();
    this.buttons = makeButtons(actions);
    this.offered = makeOffered(actions.extended);
    this.polite = h("p", { class: "olenb-unseen", role: "status" });
    this.urgent = h("p", { class: "olenb-unseen", role: "alert" });
    this.trouble = h("p", { class: "olenb-fault", role: "alert" });
    this.node = h(
      "div", { class: "olenb-face" },
      this.title, this.heading, this.time, this.bar.node, this.current.node, this.note,
      this.steps.node, this.offered.node, this.buttons.node, this.trouble, this.next.node,
      this.dropped.node, this.polite, this.urgent,
    );
    this.seen = { phase: "", key: "" };
  }

  /** Show what holds now; only what differs is touched. */
  paint(root, run) {
    const now = run.now();
    this.tick(run, now);
    const ids = (questions) => questions.map(({ id, words }) => `${id} ${words}`);
    const { practice, about, steps } = run.sheet;
    const key = JSON.stringify([
      now.phase, now.current?.id, now.current?.words, ids(now.next), ids(now.dropped), run.state,
      practice, about, steps,
    ]);
    if (key === this.seen.key) return;
    keepFocus(root, () => this.arrange(run, now));
    this.announce(run, now);
    this.seen = { phase: now.phase, key, current: now.current?.id };
  }

  /** What changes each second. */
  tick(run, now) {
    const running = RUNNING.includes(now.phase);
    this.time.hidden = !running;
    this.bar.node.hidden = !running;
    if (!running) return;
    const upwards = now.phase === "over" || now.phase === "extended";
    setText(this.clock, clock(upwards ? Math.floor(run.seconds) : now.left));
    setText(this.beside, BESIDE[now.phase]);
    this.bar.update(run.sheet, run.seconds);
  }

  arrange(run, now) {
    const { sheet, state } = run;
    this.node.dataset.phase = now.phase;
    setText(this.title, sheet.practice ? `${sheet.about} (practice: nothing is kept)` : sheet.about);
    setText(this.words, HEADINGS[now.phase](sheet));
    const running = RUNNING.includes(now.phase);
    this.current.update(running ? now.current : null);
    const planned = [now.current, ...now.next].filter(Boolean);
    if (now.phase === "ready") this.next.update(planned, "In this order");
    else this.next.update(running ? now.next : []);
    this.dropped.update(["ready", "questions"].includes(now.phase) ? now.dropped : []);
    setText(this.note, remark(sheet, now));
    this.note.hidden = !this.note.textContent;
    this.steps.node.hidden = !CLOSING.includes(now.phase);
    this.steps.update(sheet.steps);
    if (now.phase === "ready") this.steps.clear();
    this.offered.node.hidden = !CLOSING.includes(now.phase);
    this.offered.box.checked = state.extended;
    this.buttons.update(run, now);
  }

  /** Say aloud that a phase begins, or which question is next. */
  announce({ sheet }, now) {
    const { phase, current } = this.seen;
    const moved = phase && now.phase !== phase && now.phase in ANNOUNCED;
    if (moved) this.urgent.textContent = ANNOUNCED[now.phase](sheet);
    else if (phase === now.phase && now.current && now.current.id !== current) {
      this.polite.textContent = now.current.words;
    }
  }
}

function remark(sheet, now) {
  if (now.phase === "ready" && !now.current) return "Choose a few questions first; they come here.";
  if (now.phase === "ready") {
    return `${minutes(sheet.first, true)} for questions, then ${minutes(sheet.last)} to close.`;
  }
  if (now.phase === "ended" && !sheet.practice) return "Write down what you heard, further down.";
  if (now.phase === "questions" && !now.current) {
    return now.dropped.length
      ? "Too short for another question. Let them finish, and close in peace."
      : "That was all. Listen on, or close early: nobody minds.";
  }
  return "";
}

function makeOffered(extended) {
  const box = h("input", { type: "checkbox", id: uniqueId() });
  box.addEventListener("change", () => extended(box.checked));
  const label = h("label", { for: box.id, text: "They offered more time" });
  const help = h("span", { class: "olenb-aside", text: "Only if they said so themselves." });
  return { box, node: h("p", { class: "olenb-offered", hidden: true }, box, label, help) };
}

function makeButtons({ start, practice, asked, back, end, reopen, cancel }) {
  const button = (text, run, kind = "plain") =>
    h("button", { type: "button", class: `olenb-button olenb-${kind}`, text, on: { click: run } });
  const nodes = {
    start: button("Start the clock", start, "primary"),
    practice: button("Practice first", practice),
    asked: button("Next question", asked, "primary"),
    end: button("We're done", end),
    back: button("One question back", back),
    cancel: button("Not yet: stop the clock", cancel),
    reopen: button("It isn't over: go on", reopen),
  };
  return {
    node: h("div", { class: "olenb-actions" }, ...Object.values(nodes)),
    update({ state, sheet }, { phase, current }) {
      const running = RUNNING.includes(phase);
      nodes.start.hidden = phase !== "ready" || sheet.onlyPractice;
      nodes.practice.hidden = phase !== "ready";
      nodes.asked.hidden = !running || !current;
      nodes.end.hidden = !running;
      nodes.cancel.hidden = phase !== "questions" || state.asked.length > 0;
      nodes.reopen.hidden = phase !== "ended";
      setText(nodes.reopen, sheet.practice ? "Back to the sheet" : "It isn't over: go on");
      nodes.back.hidden = !["questions", "extended"].includes(phase) || !state.asked.length;
      nodes.end.classList.toggle("olenb-primary", CLOSING.includes(phase) && phase !== "extended");
      nodes.end.classList.toggle("olenb-plain", phase === "questions" || phase === "extended");
    },
  };
}
