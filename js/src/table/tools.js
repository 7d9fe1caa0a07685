/** Around the table: a search box, Undo, and the pages. */

import { h, setText, uniqueId } from "../lib/dom.js";

const PAUSE = 250;

/**
 * Make the search box and the Undo button.
 * @param {function(Object): void} look asks Python for another view
 * @param {function(): void} undo
 * @returns {{node: HTMLElement, update: function(Object): void}}
 */
export function makeTools(look, undo) {
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => look({ wanted: search.value, start: 0 }), PAUSE);
  };
  const search = h("input", {
    type: "search", id: uniqueId(), autocomplete: "off", spellcheck: "false", dir: "auto",
    on: { input: later },
  });
  const label = h("label", { for: search.id, text: "Find in this table" });
  const back = h("button", {
    type: "button", class: "olenb-button olenb-plain", text: "Undo last change", on: { click: undo },
  });
  return {
    node: h("div", { class: "olenb-tools" }, h("div", { class: "olenb-find" }, label, search), back),
    update(document) {
      this.node.hidden = document.total === 0 && !document.undo;
      search.parentElement.hidden = document.total === 0;
      back.hidden = !document.undo;
      if (!search.matches(":focus")) search.value = document.wanted;
    },
  };
}

/**
 * Make the line that says which rows are seen, with the way to the others.
 * @param {function(Object): void} look
 * @returns {{node: HTMLElement, update: function(Object): void, words: function(): string}}
 */
export function makePager(look) {
  let shown = { start: 0, page: 0 };
  const turn = (text, pages) =>
    h("button", {
      type: "button", class: "olenb-button olenb-plain", text,
      on: { click: ({ currentTarget }) => isOff(currentTarget) || look({ start: shown.start + pages * shown.page }) },
    });
  const earlier = turn("Previous", -1);
  const further = turn("Next", 1);
  const words = h("span");
  const node = h("div", { class: "olenb-pager" }, words, earlier, further);
  return {
    node,
    words: () => words.textContent,
    update(document) {
      shown = document;
      const { start, page, found } = document;
      node.hidden = found === 0;
      setText(words, countOf(document));
      earlier.hidden = further.hidden = found <= page;
      earlier.setAttribute("aria-disabled", start === 0);
      further.setAttribute("aria-disabled", start + page >= found);
    },
  };
}

function isOff(button) {
  return button.getAttribute("aria-disabled") === "true";
}

function countOf({ start, page, found, total }) {
  const number = (value) => value.toLocaleString("en-US");
  const last = Math.min(start + page, found);
  const seen = found > page ? `${number(start + 1)}–${number(last)} of ${number(found)}` : number(found);
  return found < total ? `${seen} found among ${number(total)} rows` : `${seen} ${total === 1 ? "row" : "rows"}`;
}
