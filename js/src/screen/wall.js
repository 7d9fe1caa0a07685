/** The wall of a room: pairs in large type, and a clock that asks the one on the wall. */

import { h, setText, uniqueId } from "../lib/dom.js";

const OFTEN = 250; // milliseconds between two looks at the clock
const OVER = "The time is over. Thank each other.";

/**
 * @param {Object} first the block
 * @param {import("./desk.js").Desk} desk
 * @returns {import("../lib/patch.js").Made}
 */
export function makeWall(first, desk) {
  const title = h("h3", { id: uniqueId(), dir: "auto" });
  const clock = h("span", { class: "olenb-clock", role: "timer", "aria-live": "off" });
  const turn = h("span", { class: "olenb-turn", role: "status", dir: "auto" });
  const pairs = h("ul", { class: "olenb-pairs", "aria-labelledby": title.id });
  const sentence = h("p", { class: "olenb-sentence", dir: "auto" });
  const slot = h("span", { class: "olenb-slot", dir: "auto" });
  const start = button("Start the clock", () => tell(Date.now()));
  const stop = button("Stop the clock", () => tell(0), "plain");
  const fill = button("Fill the screen", () => fillScreen(node), "plain");
  const buttons = h("div", { class: "olenb-buttons" }, start, stop, fill, slot);
  const time = h("div", { class: "olenb-time" }, clock, turn);
  const node = h(
    "section", { class: "olenb-wall", "aria-labelledby": title.id, tabindex: -1 },
    h("div", { class: "olenb-wall-head" }, title, time), pairs, sentence, buttons,
  );
  let block = first;

  function tell(moment) {
    block = { ...block, started: moment };
    desk.act({ action: block.action, item: String(moment), from: node, slot, keepsTyping: true });
    paint();
  }

  function paint() {
    const gone = block.started ? Math.max(0, (Date.now() - block.started) / 1000) : 0;
    const left = Math.max(0, block.seconds - gone);
    setText(clock, minutes(Math.ceil(left)));
    setText(turn, block.started && !left ? OVER : wordsAt(block.turns, gone));
    node.dataset.over = String(Boolean(block.started) && !left);
    start.hidden = Boolean(block.started);
    stop.hidden = !block.started;
  }

  node.addEventListener("fullscreenchange", () =>
    setText(fill, document.fullscreenElement === node ? "Back to the page" : "Fill the screen"));
  let seen = false;
  const looking = setInterval(() => {
    if (node.isConnected) paint();
    else if (seen) clearInterval(looking); // it left the page for good
    seen ||= node.isConnected;
  }, OFTEN);

  return {
    node,
    update(newer) {
      block = newer;
      setText(title, newer.title);
      setText(sentence, newer.sentence);
      pairs.dataset.many = String(columns(newer.pairs.length));
      const wanted = JSON.stringify(newer.pairs);
      if (pairs.dataset.shown !== wanted) {
        pairs.dataset.shown = wanted;
        pairs.replaceChildren(...newer.pairs.map(makePair));
      }
      paint();
    },
  };
}

function makePair([one, other]) {
  const name = (text) => h("bdi", { text });
  return h("li", {}, name(one), h("span", { class: "olenb-and", text: " and " }), name(other));
}

function button(text, click, kind = "primary") {
  return h("button", { type: "button", class: `olenb-button olenb-${kind}`, text, on: { click } });
}

function fillScreen(node) {
  if (document.fullscreenElement === node) document.exitFullscreen();
  else node.requestFullscreen();
}

/** Six lines to a column can be read from the back row; three columns are the most. */
function columns(count) {
  return Math.min(3, Math.max(1, Math.ceil(count / 6)));
}

function wordsAt(turns, seconds) {
  return turns.findLast(({ at = 0 }) => at <= seconds)?.words ?? "";
}

function minutes(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
