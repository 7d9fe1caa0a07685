/** What stands around a picture: title and sentence, buttons, panel, legend, the same as a table. */

import { h, s, setText, uniqueId } from "../lib/dom.js";

const KEYS = "Arrow keys move, letters find a name, Enter chooses, Escape lets go.";

/**
 * Make the frame.
 * @param {{look: function(string): void, zoom: function(number): void, reset: function(): void,
 *   openTable: function(): void}} doors what the frame's buttons do
 */
export function makeFrame(doors) {
  const title = h("p", { class: "olenb-picture-title", id: uniqueId(), dir: "auto" });
  const sentence = h("p", { class: "olenb-picture-sentence", dir: "auto" });
  const views = h("div", { class: "olenb-picture-views", role: "group", "aria-label": "How to look at it" });
  const zoom = h(
    "div", { class: "olenb-picture-zoom", role: "group", "aria-label": "Zoom" },
    button("+", "Zoom in", () => doors.zoom(1.5)),
    button("−", "Zoom out", () => doors.zoom(1 / 1.5)),
    button("Reset", "Show everything again", doors.reset),
  );
  const stage = h("div", { class: "olenb-picture-stage" });
  const panel = makePanel();
  const legend = h("ul", { class: "olenb-picture-legend", "aria-label": "What the marks mean" });
  const keys = h("p", { class: "olenb-picture-keys", text: KEYS });
  const table = makeTable(doors.openTable);
  const status = h("p", { class: "olenb-status", role: "status" });
  const root = h(
    "section", { class: "olenb olenb-picture", "aria-labelledby": title.id, tabindex: -1 },
    h("div", { class: "olenb-picture-bar" }, h("div", { class: "olenb-picture-words" }, title, sentence), views, zoom),
    stage, panel.node, legend, keys, table.node, status,
  );

  return {
    root,
    stage,
    status,
    showDetail: panel.show,
    showTable: table.show,
    showWords(words, view) {
      setText(title, words.title);
      setText(sentence, words.sentence);
      views.hidden = words.views.length < 2;
      views.replaceChildren(...words.views.map(([key, text]) => viewButton(key, text, key === view, choose)));
      table.forget();

      function choose(key) {
        for (const one of views.children) one.setAttribute("aria-pressed", one.dataset.view === key);
        doors.look(key);
      }
    },
    showPicture(drawing, entries) {
      const empty = drawing.marks.length === 0;
      zoom.hidden = keys.hidden = legend.hidden = empty;
      stage.replaceChildren(drawing.node);
      legend.replaceChildren(...entries.map(legendEntry));
    },
  };
}

function button(text, label, act) {
  return h("button", { type: "button", class: "olenb-button", "aria-label": label, title: label, text, on: { click: act } });
}

function viewButton(key, text, pressed, choose) {
  return h("button", {
    type: "button", class: "olenb-button", "aria-pressed": String(pressed), "data-view": key, text,
    on: { click: () => choose(key) },
  });
}

/** The panel that says who was chosen; it is announced when it fills. */
function makePanel() {
  const node = h("div", { class: "olenb-picture-panel", role: "status", "aria-label": "Chosen" });
  node.hidden = true;
  return {
    node,
    show(detail) {
      node.hidden = !detail;
      if (!detail) return node.replaceChildren();
      node.replaceChildren(
        h("p", { class: "olenb-picture-chosen", text: detail.title, dir: "auto" }),
        h("ul", {}, ...detail.lines.map((text) => h("li", { text, dir: "auto" }))),
      );
    },
  };
}

/** The same as a table, fetched when it is first opened. */
function makeTable(open) {
  const box = h("div", { class: "olenb-picture-table", role: "region", tabindex: 0, "aria-label": "The same as a table" });
  const node = h("details", {}, h("summary", { text: "The same as a table" }), box);
  node.addEventListener("toggle", () => node.open && !box.firstChild && open());
  return {
    node,
    forget() {
      box.replaceChildren();
      if (node.open) open();
    },
    show({ columns, rows }) {
      const head = h("tr", {}, ...columns.map((text) => h("th", { scope: "col", text })));
      const lines = rows.map((cells) => h("tr", {}, ...cells.map((text) => h("td", { text, dir: "auto" }))));
      box.replaceChildren(h("table", {}, h("thead", {}, head), h("tbody", {}, ...lines)));
    },
  };
}

/** One kind of mark or line beside its meaning. */
function legendEntry({ look, band, closed, text }) {
  const sign = s("svg", { viewBox: "0 0 44 20", width: 44, height: 20, "aria-hidden": "true" });
  if (band) sign.append(s("path", { d: "M1,10H43", class: `olenb-leg olenb-band-${band}` }));
  else if (closed) sign.append(s("rect", { x: 7, y: 3, width: 30, height: 14, rx: 4, class: "olenb-card olenb-closed" }));
  else sign.append(...dot(look));
  return h("li", {}, sign, h("span", { text }));
}

function dot(look) {
  const named = look === "named";
  return [
    s("circle", { cx: 22, cy: 10, r: named ? 9.5 : 5, class: `olenb-dot olenb-${look}` }),
    ...(named ? [s("text", { x: 22, y: 14, class: "olenb-number", text: "2" })] : []),
  ];
}
