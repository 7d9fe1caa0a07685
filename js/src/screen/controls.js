/** Native controls, all with the same five verbs, so that a field need not know its kind. */

import { h, setAttribute, setText, uniqueId } from "../lib/dom.js";

/**
 * @typedef {Object} Control
 * @property {HTMLElement} node what stands in the field
 * @property {HTMLElement} marked what carries aria-invalid and aria-describedby
 * @property {function(): (string|boolean)} read
 * @property {function((string|boolean|number)): void} write
 * @property {function(): void} focus
 * @property {function(Object): void} dress take placeholder and options from a block
 */

/**
 * Make the control of a field.
 * @param {string} kind
 * @param {string} name
 * @returns {Control}
 */
export function makeControl(kind, name) {
  if (kind === "radio") return makeRadios(name);
  if (kind === "checkbox") return makeCheckbox();
  if (kind === "select") return makeSelect();
  if (kind === "suggest") return makeSuggest();
  return makeInput(kind);
}

/** The browser's memory of what was typed would be one more copy of other people's names. */
const PRIVATE = { autocomplete: "off", dir: "auto" };

/** A text is seen whole, as far as it is no longer than a letter. */
const ROWS = { fewest: 4, most: 26, letters: 46 };

function rowsFor(text) {
  const rows = text.split("\n").map((line) => Math.max(1, Math.ceil(line.length / ROWS.letters)));
  return Math.min(ROWS.most, Math.max(ROWS.fewest, rows.reduce((sum, one) => sum + one, 0)));
}

function makeInput(kind) {
  const node =
    kind === "textarea"
      ? h("textarea", { ...PRIVATE, id: uniqueId(), rows: ROWS.fewest })
      : h("input", { ...PRIVATE, id: uniqueId(), type: kind, spellcheck: "false", step: kind === "number" && "any" });
  return {
    node,
    marked: node,
    read: () => node.value,
    write: (value) => {
      node.value = String(value);
      if (kind === "textarea") node.rows = rowsFor(node.value);
    },
    focus: () => node.focus(),
    dress: (block) => setAttribute(node, "placeholder", block.placeholder || null),
  };
}

function makeSuggest() {
  const input = makeInput("text");
  const list = h("datalist", { id: uniqueId() });
  input.node.setAttribute("list", list.id);
  const dress = (block) => {
    input.dress(block);
    if (!list.parentElement) input.node.after(list);
    list.replaceChildren(...pairs(block.options).map(([value]) => h("option", { value })));
  };
  return { ...input, dress };
}

function makeSelect() {
  const node = h("select", { id: uniqueId() });
  const fill = fillOnChange((options) => {
    const chosen = node.value;
    node.replaceChildren(...options.map(([value, text]) => h("option", { value, text })));
    node.value = chosen;
  });
  return {
    node,
    marked: node,
    read: () => node.value,
    write: (value) => (node.value = String(value)),
    focus: () => node.focus(),
    dress: (block) => fill(withEmpty(pairs(block.options), block.placeholder)),
  };
}

function makeCheckbox() {
  const node = h("input", { id: uniqueId(), type: "checkbox" });
  return {
    node,
    marked: node,
    read: () => node.checked,
    write: (value) => (node.checked = value === true),
    focus: () => node.focus(),
    dress: () => {},
  };
}

function makeRadios(name) {
  const group = `${uniqueId()} ${name}`;
  const choices = h("div", { class: "olenb-choices" });
  const clear = h("button", {
    type: "button", class: "olenb-clear", text: "No answer",
    on: { click: () => (write(""), choices.querySelector("input")?.focus(), tellChange()) },
  });
  const node = h("div", {}, choices, clear);
  let settled = false;
  const inputs = () => [...choices.querySelectorAll("input")];
  const read = () => inputs().find((one) => one.checked)?.value ?? "";
  const showClear = () => {
    clear.hidden = settled || read() === "" || inputs().some((one) => one.value === "");
  };
  const write = (value) => {
    for (const one of inputs()) one.checked = one.value === String(value);
    showClear();
  };
  const tellChange = () => choices.dispatchEvent(new Event("change", { bubbles: true }));
  const fill = fillOnChange((options) => {
    const chosen = read();
    choices.replaceChildren(...options.map(([value, text]) => radio(group, value, text)));
    write(chosen);
  });
  choices.addEventListener("change", showClear);
  return {
    node,
    marked: choices,
    read,
    write,
    focus: () => (inputs().find((one) => one.checked) ?? inputs()[0])?.focus(),
    dress: (block) => {
      settled = Boolean(block.settled);
      fill(pairs(block.options));
    },
  };
}

function radio(group, value, text) {
  const input = h("input", { type: "radio", name: group, value });
  const words = h("span", { dir: "auto" });
  setText(words, text);
  return h("label", {}, input, words);
}

/** Return options as pairs of value and text. */
function pairs(options = []) {
  return options.map((option) => (Array.isArray(option) ? option : [option, option]));
}

/** No answer stays possible. */
function withEmpty(options, text = "") {
  return options.some(([value]) => value === "") ? options : [["", text], ...options];
}

/** Call `fill` only when the options are others than before: an open list must not close. */
function fillOnChange(fill) {
  let shown;
  return (options) => {
    const wanted = JSON.stringify(options);
    if (wanted !== shown) fill(options);
    shown = wanted;
  };
}
