/** The headings: each is a button that sorts by its column. */

import { h, setAttribute, setText } from "../lib/dom.js";
import { patch } from "../lib/patch.js";

/**
 * Make the row of headings.
 * @param {function(Object): void} look asks Python for another view
 * @returns {import("../lib/patch.js").Made}
 */
export function makeHead(look) {
  const node = h("tr");
  return {
    node,
    update({ columns, sort, descending }) {
      const headings = columns.map(({ name, label }) => {
        const order = name !== sort ? null : descending ? "descending" : "ascending";
        return { type: "heading", name, label, order };
      });
      patch(node, headings, ({ name }) => makeHeading(name, look));
    },
  };
}

function makeHeading(name, look) {
  let order = null;
  const label = h("span", { dir: "auto" });
  const arrow = h("span", { class: "olenb-arrow", "aria-hidden": "true" });
  const sort = () => look({ sort: name, descending: order === "ascending", start: 0 });
  const button = h("button", { type: "button", class: "olenb-sort", on: { click: sort } }, label, arrow);
  const node = h("th", { scope: "col" }, button);
  return {
    node,
    update(heading) {
      order = heading.order;
      setText(label, heading.label);
      setText(arrow, order === "ascending" ? "▲" : order === "descending" ? "▼" : "");
      setAttribute(node, "aria-sort", order);
    },
  };
}
