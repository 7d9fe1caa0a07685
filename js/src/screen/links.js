/** Links to the workbook's other notebooks, and to pages of the web that we or a school chose. */

import { h, setText } from "../lib/dom.js";

/**
 * Make a link. Whoever serves the page may open the notebook in its own way: the event
 * "olenb:open" is sent first, with the path; only when nobody takes it does the browser go there.
 * @returns {import("../lib/patch.js").Made}
 */
export function makeLink() {
  let path = "";
  const open = (event) => {
    const asked = new CustomEvent("olenb:open", { bubbles: true, cancelable: true, detail: { path } });
    if (!node.dispatchEvent(asked)) event.preventDefault();
  };
  const node = h("a", { dir: "auto", on: { click: open } });
  return {
    node,
    update(block) {
      path = block.target;
      setText(node, block.label);
      node.className = block.kind ? `olenb-button olenb-${block.kind}` : "olenb-link";
      node.href = addressOf(path);
    },
  };
}

/**
 * Make a link to a page of the web; nothing is asked of it before somebody goes there.
 * @returns {import("../lib/patch.js").Made}
 */
export function makeWebPage() {
  const node = h("a", { class: "olenb-link", target: "_blank", rel: "noopener noreferrer", dir: "auto" });
  return {
    node: h("p", { class: "olenb-text" }, node),
    update({ label, address }) {
      setText(node, `${label} (opens in a new tab)`);
      node.href = address;
    },
  };
}

/** Return the address of a notebook beside the open one. */
function addressOf(path) {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  if (location.pathname.includes("/tree/")) return encoded;
  const settings = document.getElementById("jupyter-config-data")?.textContent;
  return settings ? `${JSON.parse(settings).baseUrl}lab/tree/${encoded}` : encoded;
}
