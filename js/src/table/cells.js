/** One cell: a native control that saves itself when it is left. */

import { h, setAttribute, setText, uniqueId } from "../lib/dom.js";
import { LONG } from "../lib/link.js";

const SHOWN = 5000;
/** A closed list changes with each arrow key: wait for the choice that stays. */
const CHOOSING = 600;
const LATE = "Not saved yet: Python doesn't answer. If nothing changes, run this page again.";
/** A date being typed passes through the years 2, 20 and 202. */
const YEAR_TYPED = 1000;

/**
 * Make a cell.
 * @param {Object} column
 * @param {function((string|boolean)): void} save
 */
export function makeCell(column, save) {
  const kind = column.kind ?? "text";
  const control = makeControl(kind, column);
  const word = h("span", { class: "olenb-word", "aria-hidden": "true" });
  const fault = h("span", { class: "olenb-cell-fault", id: uniqueId(), dir: "auto" });
  const node = h("div", { class: `olenb-cell olenb-cell-${kind}` }, control.node, word, fault);
  let held;
  let label = column.label;
  let clearing;
  let worrying;

  const commit = () => {
    const value = control.read();
    if (value === held) return;
    held = value;
    setFault("");
    clearTimeout(worrying);
    worrying = setTimeout(() => setFault(LATE), LONG);
    save(value);
  };
  const setFault = (text) => {
    setText(fault, text);
    setAttribute(fault, "role", text ? "alert" : null);
    setAttribute(control.input, "aria-invalid", text ? "true" : null);
    setAttribute(control.input, "aria-describedby", text ? fault.id : null);
  };
  const take = (value) => control.write((held = value));
  if (control.input) saveWhenLeft(kind, control, commit, () => control.write(held));

  return {
    node,
    label: () => label,
    update(value, rowName) {
      label = `${column.label}, ${rowName}`;
      control.input?.setAttribute("aria-label", label);
      if (value !== held) take(value);
    },
    saved(value, text) {
      clearTimeout(worrying);
      setFault("");
      if (held === control.read()) take(value);
      setText(word, text);
      clearTimeout(clearing);
      clearing = setTimeout(() => setText(word, ""), SHOWN);
    },
    refused(value, text) {
      clearTimeout(worrying);
      take(value);
      setFault(text);
    },
  };
}

function saveWhenLeft(kind, { input, read }, commit, restore) {
  let timer;
  const changed = () => {
    clearTimeout(timer);
    if (kind === "select") timer = setTimeout(commit, CHOOSING);
    else if (kind !== "date" || !read() || Number.parseInt(read(), 10) >= YEAR_TYPED) commit();
  };
  input.addEventListener("change", changed);
  input.addEventListener("blur", () => (clearTimeout(timer), commit()));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") (clearTimeout(timer), restore());
  });
}

function makeControl(kind, { options = [] }) {
  if (kind === "readonly") {
    const node = h("span", { dir: "auto" });
    return { node, read: () => node.textContent, write: (value) => setText(node, String(value)) };
  }
  if (kind === "checkbox") {
    const input = h("input", { type: "checkbox" });
    const node = h("label", { class: "olenb-tick" }, input);
    return { node, input, read: () => input.checked, write: (value) => (input.checked = value === true) };
  }
  const input = kind === "select" ? makeSelect(options) : makeInput(kind);
  const write = (value) => writeValue(input, String(value));
  return { node: input, input, read: () => input.value, write };
}

function makeInput(kind) {
  return h("input", { type: kind, autocomplete: "off", spellcheck: "false", dir: "auto" });
}

function makeSelect(options) {
  const choices = ["", ...options.filter((text) => text !== "")];
  return h("select", {}, ...choices.map((text) => h("option", { value: text, text })));
}

/** A value from before the list was made is shown all the same. */
function writeValue(node, value) {
  node.value = value;
  node.classList.toggle("olenb-bare", value === "");
  if (node.value !== value && node.matches("select")) {
    node.append(h("option", { value, text: value }));
    node.value = value;
  }
}
