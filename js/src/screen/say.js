/** A sentence to read aloud or to copy. */

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
  const copy = h("button", {
    type: "button",
    class: "olenb-button olenb-plain",
    text: "Copy",
    on: { click: () => toClipboard(words).then((done) => tell(copy, desk, done)) },
  });
  const node = h("figure", { class: "olenb-say" }, label, words, copy);
  return {
    node,
    update(block) {
      setText(label, block.label ?? "You could say");
      setText(words, block.text);
    },
  };
}

/** Copy a text; where the browser doesn't let us, select it so that the user can. */
async function toClipboard(words) {
  try {
    await navigator.clipboard.writeText(words.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(words);
    return document.execCommand("copy");
  }
}

function tell(copy, desk, done) {
  copy.textContent = done ? "Copied" : "Selected";
  desk.status.say(done ? "Copied" : "The sentence is selected. Copy it with your keyboard.");
  setTimeout(() => (copy.textContent = "Copy"), SHOWN);
}
