/** A sentence to read aloud or to copy, and the button that copies. */

import { h, setText } from "../lib/dom.js";

const SHOWN = 2500;

/**
 * Make the sentence with its Copy button.
 * @param {Object} _block
 * @param {import("./desk.js").Desk} desk
 * @returns {import("../lib/patch.js").Made}
 */
export function makeSay(_block, desk) {
  const label = h("figcaption", { dir: "auto" });
  const words = h("blockquote", { dir: "auto" });
  const select = () => getSelection().selectAllChildren(words);
  const copy = makeCopy(() => words.textContent, select, desk);
  const node = h("figure", { class: "olenb-say" }, label, words, copy);
  return {
    node,
    update(block) {
      setText(label, block.label ?? "You could say");
      setText(words, block.text);
    },
  };
}

/**
 * Make a button that copies a text; where the browser doesn't let us, it selects it instead.
 * @param {function(): string} read
 * @param {function(): void} select
 * @param {import("./desk.js").Desk} desk
 * @returns {HTMLElement}
 */
export function makeCopy(read, select, desk) {
  const copy = h("button", {
    type: "button",
    class: "olenb-button olenb-plain",
    text: "Copy",
    on: { click: () => toClipboard(read(), select).then((done) => tell(copy, desk, done)) },
  });
  return copy;
}

async function toClipboard(text, select) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    select();
    return document.execCommand("copy");
  }
}

function tell(copy, desk, done) {
  copy.textContent = done ? "Copied" : "Selected";
  desk.status.say(done ? "Copied" : "The words are selected. Copy them with your keyboard.");
  setTimeout(() => (copy.textContent = "Copy"), SHOWN);
}
