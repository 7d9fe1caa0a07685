/** From a block of Python to an element: one maker for each type. */

import { h, scrollByKeyboard, setAttribute, setText, uniqueId } from "../lib/dom.js";
import { patch } from "../lib/patch.js";
import { makeButtons } from "./buttons.js";
import { makeDrawing } from "./drawing.js";
import { makeField } from "./fields.js";
import { makeLink, makeWebPage } from "./links.js";
import { makeSay } from "./say.js";
import { makeUpload } from "./uploads.js";
import { makeWall } from "./wall.js";

const NOTE_WORDS = { info: "Note", good: "✓", warning: "Careful", error: "Not yet" };

const MAKERS = {
  text: () => simple(h("p", { class: "olenb-text", dir: "auto" }), (node, block) => {
    setText(node, block.text);
    node.classList.toggle("olenb-quiet", Boolean(block.quiet));
  }),
  heading: (block) => simple(h(`h${block.level ?? 3}`, { dir: "auto" }), showText),
  note: makeNote,
  say: makeSay,
  link: (block, desk) => wrapped("olenb-buttons", makeLink(block, desk)),
  webpage: makeWebPage,
  field: makeField,
  row: makeRow,
  button: (block, desk) => {
    const made = makeButtons(desk);
    return { node: made.node, update: (newer) => made.update({ buttons: [newer] }) };
  },
  buttons: (_block, desk) => makeButtons(desk),
  form: makeForm,
  card: makeCard,
  details: makeDetails,
  tableblock: makeTable,
  drawing: makeDrawing,
  upload: makeUpload,
  progress: makeProgress,
  wall: makeWall,
};

/**
 * Make the element of a block.
 * @param {Object} block
 * @param {import("./desk.js").Desk} desk
 * @returns {import("../lib/patch.js").Made}
 */
export function makeBlock(block, desk) {
  return MAKERS[block.type](block, desk);
}

function simple(node, update) {
  return { node, update: (block) => update(node, block) };
}

function showText(node, block) {
  setText(node, block.text);
}

function wrapped(name, made) {
  return { node: h("div", { class: name }, made.node), update: made.update };
}

function showBlocks(parent, blocks, desk) {
  patch(parent, blocks ?? [], (block) => makeBlock(block, desk));
}

function makeNote(block) {
  const kind = block.kind ?? "info";
  const words = h("span", { dir: "auto" });
  const sign = NOTE_WORDS[kind] && h("strong", { text: NOTE_WORDS[kind] });
  const node = h("div", { class: `olenb-note olenb-note-${kind}` }, sign, words);
  return { node, update: (newer) => setText(words, newer.text) };
}

function makeRow(_block, desk) {
  const node = h("div", { class: "olenb-row" });
  return { node, update: (block) => showBlocks(node, block.blocks, desk) };
}

function makeForm(block, desk) {
  const node = h("div", { class: "olenb-blocks", "data-scope": `form ${block.id}` });
  return {
    node,
    update(newer) {
      setAttribute(node, "data-again", newer.again ?? false);
      showBlocks(node, newer.blocks, desk);
    },
  };
}

function makeCard(block, desk) {
  const title = h(`h${block.level ?? 4}`, { id: uniqueId(), dir: "auto" });
  const tag = h("span", { class: "olenb-tag", dir: "auto" });
  const lines = h("div", { class: "olenb-lines" });
  const inner = h("div", { class: "olenb-blocks" });
  const buttons = makeButtons(desk, title.id);
  const head = h("div", { class: "olenb-card-head" }, title, tag);
  const node = h(
    "article",
    { class: "olenb-card", "aria-labelledby": title.id, "data-scope": `card ${block.id}` },
    head, lines, inner, buttons.node,
  );
  return {
    node,
    update(newer) {
      node.dataset.item = newer.id;
      setText(title, newer.title);
      setText(tag, newer.tag);
      const texts = (newer.lines ?? []).map((text) => ({ type: "text", text }));
      showBlocks(lines, texts, desk);
      showBlocks(inner, newer.blocks, desk);
      buttons.update({ buttons: newer.buttons ?? [] });
    },
  };
}

function makeDetails(block, desk) {
  const summary = h("summary", { dir: "auto" });
  const inner = h("div", { class: "olenb-blocks" });
  const node = h("details", { class: "olenb-details" }, summary, inner);
  let given = false;
  return {
    node,
    update(newer) {
      setText(summary, newer.summary);
      if (Boolean(newer.open) !== given) node.open = given = Boolean(newer.open);
      showBlocks(inner, newer.blocks, desk);
    },
  };
}

function makeTable() {
  const caption = h("caption", { id: uniqueId(), dir: "auto" });
  const table = h("table", { class: "olenb-table" });
  const node = h(
    "div", { class: "olenb-table-box", role: "region", "aria-labelledby": caption.id }, table,
  );
  scrollByKeyboard(node);
  let shown = "";
  return {
    node,
    update(block) {
      const wanted = JSON.stringify([block.caption, block.columns, block.rows]);
      if (wanted === shown) return;
      shown = wanted;
      const columns = block.columns.map((text) => h("th", { scope: "col", text, dir: "auto" }));
      const head = h("thead", {}, h("tr", {}, ...columns));
      const body = h("tbody", {}, ...block.rows.map(tableRow));
      setText(caption, block.caption);
      table.replaceChildren(caption, head, body);
    },
  };
}

function tableRow([first, ...others]) {
  const cells = others.map((text) => h("td", { text, dir: "auto" }));
  return h("tr", {}, h("th", { scope: "row", text: first, dir: "auto" }), ...cells);
}

function makeProgress() {
  const words = h("span", { id: uniqueId() });
  const bar = h("progress", { max: 1, "aria-labelledby": words.id });
  const node = h("div", { class: "olenb-work" }, bar, words);
  return {
    node,
    update(block) {
      bar.value = block.fraction;
      setText(words, block.text);
    },
  };
}
