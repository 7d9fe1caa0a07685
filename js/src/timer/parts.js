/** The pieces of the timer: the bar, the lists of questions, the steps of closing. */

import { h, s, setText, uniqueId } from "../lib/dom.js";
import { minutes } from "./words.js";

/**
 * Make the bar of the whole time; the last part is marked. It is for the eye only: the clock says
 * the same in words.
 */
export function makeBar() {
  const fill = h("span", { class: "olenb-fill" });
  const last = h("span", { class: "olenb-last" });
  const node = h("div", { class: "olenb-bar-of-time", "aria-hidden": "true" }, last, fill);
  return {
    node,
    update(sheet, seconds) {
      const whole = sheet.first + sheet.last;
      last.style.insetInlineStart = `${(100 * sheet.first) / whole}%`;
      fill.style.inlineSize = `${Math.min(100, Math.max(0, (100 * seconds) / whole))}%`;
    },
  };
}

/** Make a bell, shown when it is time to close; the words beside it say the same. */
export function makeBell() {
  const shape = "M8 1a1 1 0 0 1 1 1v.4A4.5 4.5 0 0 1 12.5 7v3l1.5 2H2l1.5-2V7A4.5 4.5 0 0 1 7 2.4V2a1 1 0 0 1 1-1zM6.5 13h3a1.5 1.5 0 0 1-3 0z";
  return s("svg", { class: "olenb-bell", viewBox: "0 0 16 16", "aria-hidden": "true" }, s("path", { d: shape }));
}

/** Make a titled list of questions, gone while it is empty. */
export function makeList(title, ordered = true) {
  const heading = h("h5");
  const list = h(ordered ? "ol" : "ul");
  const node = h("div", { class: "olenb-coming", hidden: true }, heading, list);
  return {
    node,
    update(questions, name = title) {
      setText(heading, name);
      node.hidden = questions.length === 0;
      list.replaceChildren(...questions.map(makeLine));
    },
  };
}

function makeLine({ words, seconds, must, reserve }) {
  const mark = must ? "must-ask" : reserve ? "if there is time" : "";
  return h(
    "li", {},
    h("span", { class: "olenb-words", text: words, dir: "auto" }),
    h("span", { class: "olenb-aside", text: [mark, minutes(seconds)].filter(Boolean).join(" · ") }),
  );
}

/** Make the steps of closing: each is said, and can be ticked. */
export function makeSteps() {
  const list = h("ol", { class: "olenb-steps" });
  const ticked = new Set();
  const heading = h("h5", { text: "To close, one after another" });
  const node = h("div", { class: "olenb-closing", hidden: true }, heading, list);
  let shown = "";
  return {
    node,
    update(steps) {
      const key = JSON.stringify(steps);
      if (key === shown) return;
      shown = key;
      list.replaceChildren(...steps.map((step) => makeStep(step, ticked)));
    },
    clear() {
      ticked.clear();
      for (const box of list.querySelectorAll("input")) box.checked = false;
    },
  };
}

function makeStep({ id, title, say }, ticked) {
  const box = h("input", {
    type: "checkbox",
    id: uniqueId(),
    on: { change: () => (box.checked ? ticked.add(id) : ticked.delete(id)) },
  });
  box.checked = ticked.has(id);
  const label = h("label", { for: box.id, text: title, dir: "auto" });
  const words = say.map((text) => h("q", { class: "olenb-words", text, dir: "auto" }));
  return h("li", {}, box, label, h("div", { class: "olenb-saying" }, ...words));
}

/** Make the question that is to be asked now. */
export function makeCurrent() {
  const words = h("p", { class: "olenb-question", dir: "auto" });
  const aside = h("p", { class: "olenb-aside" });
  const node = h("div", { class: "olenb-current", hidden: true }, h("h5", { text: "Ask now" }), words, aside);
  return {
    node,
    update(question) {
      node.hidden = !question;
      setText(words, question?.words);
      const mark = question?.must ? "must-ask, " : "";
      setText(aside, question ? `${mark}about ${minutes(question.seconds)}` : "");
    },
  };
}
