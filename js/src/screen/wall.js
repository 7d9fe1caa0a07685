/** The wall of a room: pairs in large type, and a clock that asks the one on the wall. */

import { h, setText, uniqueId } from "../lib/dom.js";

const OFTEN = 250; // milliseconds between two looks at the clock
const [LARGEST, SMALLEST] = [1.3, 0.65]; // of the usual size; the smallest is still large
const OVER = "The time is over. Thank each other.";

/**
 * @param {Object} first the block
 * @param {import("./desk.js").Desk} desk
 * @returns {import("../lib/patch.js").Made}
 */
export function makeWall(first, desk) {
  const title = h("h3", { id: uniqueId(), dir: "auto" });
  const clock = h("span", { class: "olenb-clock", role: "timer", "aria-live": "off" });
  const turn = h("p", { class: "olenb-turn", role: "status", dir: "auto" });
  const pairs = h("ul", { class: "olenb-pairs", "aria-labelledby": title.id });
  const sentence = h("p", { class: "olenb-sentence", dir: "auto" });
  const slot = h("span", { class: "olenb-slot", dir: "auto" });
  const start = button("Start the clock", () => tell(Date.now()));
  const stop = button("Stop the clock", () => tell(0), "plain");
  const fill = button("Fill the screen", () => fillScreen(node), "plain");
  const buttons = h("div", { class: "olenb-buttons" }, start, stop, fill, slot);
  const node = h(
    "section", { class: "olenb-wall", "aria-labelledby": title.id, tabindex: -1 },
    h("div", { class: "olenb-wall-head" }, title, clock), turn, pairs,
    h("div", { class: "olenb-wall-foot" }, sentence, buttons),
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

  node.addEventListener("fullscreenchange", () => {
    setText(fill, document.fullscreenElement === node ? "Back to the page" : "Fill the screen");
    fit(node, pairs);
  });
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
        fit(node, pairs);
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

/** Make the pairs as large as the screen has room for. */
function fit(node, pairs) {
  for (let size = LARGEST; size >= SMALLEST; size -= 0.05) {
    pairs.style.setProperty("--olenb-fit", size);
    if (node.scrollHeight <= node.clientHeight) return;
  }
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
