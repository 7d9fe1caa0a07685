/** One polite status line for a widget, and a bar for long work. */

import { h, setText } from "./dom.js";

/**
 * Make the status line.
 * @returns {{node: HTMLElement, line: HTMLElement, say: function(string): void,
 *   progress: function(?number, string): void, rest: function(): void}}
 */
export function makeStatus() {
  const line = h("p", { class: "olenb-status", role: "status" });
  const bar = h("progress", { max: 1, "aria-label": "How far it is" });
  const words = h("span");
  const work = h("div", { class: "olenb-work", hidden: true }, bar, words);
  return {
    node: h("div", { class: "olenb-foot" }, work, line),
    line,
    say: (text) => announce(line, text),
    progress(fraction, text) {
      work.hidden = false;
      if (fraction === null) bar.removeAttribute("value");
      else bar.value = fraction;
      setText(words, text);
    },
    rest: () => (work.hidden = true),
  };
}

/** Set the text anew even if it is the same: "Saved" twice is two announcements. */
function announce(line, text) {
  line.textContent = "";
  setTimeout(() => (line.textContent = text), 30);
}
