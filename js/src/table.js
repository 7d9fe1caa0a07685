/** A table whose cells can be edited: a page of rows at a time, everything else stays in Python. */

import { h, keepKeysInside, scrollByKeyboard, setText, uniqueId } from "./lib/dom.js";
import { connect, waitIn } from "./lib/link.js";
import { keepFocus, patch } from "./lib/patch.js";
import { makeStatus } from "./lib/status.js";
import { makeHead } from "./table/head.js";
import { Rows } from "./table/rows.js";
import { makePager, makeTools } from "./table/tools.js";

function render({ model, el }) {
  const status = makeStatus();
  const rows = new Rows((message) => wire.send(message), status.say);
  const look = (change) => wire.send({ type: "view", ...view, ...change });
  let view = { sort: "", descending: false, wanted: "", start: 0 };

  const tools = makeTools(look, () => wire.send({ type: "undo" }));
  const head = makeHead(look);
  const pager = makePager(look);
  const caption = h("caption", { id: uniqueId(), dir: "auto" });
  const body = h("tbody");
  const table = h("table", {}, caption, h("thead", {}, head.node), body);
  const box = h(
    "div", { class: "olenb-table-box", role: "region", "aria-labelledby": caption.id }, table,
  );
  const empty = h("p", { class: "olenb-empty", hidden: true, dir: "auto" });
  const root = h(
    "section", { class: "olenb olenb-edit", tabindex: -1 },
    tools.node, status.node, box, empty, pager.node,
  );
  tools.node.hidden = box.hidden = pager.node.hidden = true;
  keepKeysInside(root);
  scrollByKeyboard(box);
  el.append(root);
  const arrived = waitIn(status.line);

  function show({ document }) {
    arrived();
    const { sort, descending, wanted, start, found, total } = document;
    const searched = wanted !== view.wanted || start !== view.start;
    view = { sort, descending, wanted, start };
    setText(caption, document.caption);
    keepFocus(root, () => {
      head.update(document);
      patch(body, rows.blocks(document), (block) => rows.make(block));
    });
    tools.update(document);
    pager.update(document);
    if (searched) status.say(found ? pager.words() : "Nothing found");
    setText(empty, total ? `Nothing here holds “${wanted}”. Change or empty the search box.` : document.empty);
    empty.hidden = found > 0;
    box.hidden = total === 0;
  }

  const wire = connect(model, {
    show,
    edited: (message) => rows.edited(message),
    refused: (message) => rows.refused(message),
    trouble: (message) => (arrived(), status.say(message.text)),
    status: (message) => status.say(message.text),
    progress: (message) => status.progress(message.fraction, message.text),
  });
  return wire.close;
}

export default { render };
