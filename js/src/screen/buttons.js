/** Buttons: each runs an action, some ask first. */

import { h, setAttribute, setText, uniqueId } from "../lib/dom.js";
import { patch } from "../lib/patch.js";
import { makeLink } from "./links.js";

/**
 * Make a line of buttons, with a place beside them where the answer is shown.
 * @param {import("./desk.js").Desk} desk
 * @param {string} [describedBy] the id of what all of them are about
 * @returns {import("../lib/patch.js").Made}
 */
export function makeButtons(desk, describedBy) {
  const line = h("div", { class: "olenb-buttons" });
  const slot = h("span", { class: "olenb-slot", dir: "auto" });
  const node = h("div", { class: "olenb-actions" }, line, slot);
  const make = (block) =>
    block.type === "link" ? makeLink(block, desk) : makeButton(desk, slot, describedBy);
  return {
    node,
    update({ buttons }) {
      patch(line, buttons, make);
      node.hidden = buttons.length === 0;
    },
  };
}

function makeButton(desk, slot, describedBy) {
  let block;
  const run = () =>
    desk.act({ ...block, from: node, slot, button: node, keepsTyping: block.keeps_typing });
  const press = () => (block.confirm ? ask(node, block, run) : run());
  const node = h("button", { type: "button", "aria-describedby": describedBy, on: { click: press } });
  return {
    node,
    update(newer) {
      block = newer;
      setText(node, block.label);
      node.className = `olenb-button olenb-${block.kind ?? "plain"}`;
      setAttribute(node, "aria-label", block.describe || null);
    },
  };
}

/** Ask in the page's own dialog: Escape and Cancel mean no. */
function ask(button, block, yes) {
  const sentence = h("p", { id: uniqueId(), text: block.confirm, dir: "auto" });
  const go = h("button", {
    type: "button", class: `olenb-button olenb-${block.kind ?? "plain"}`, text: block.label,
  });
  const stay = h("button", {
    type: "button", class: "olenb-button olenb-plain", text: "Cancel", autofocus: true,
  });
  const choices = h("div", { class: "olenb-buttons" }, go, stay);
  const dialog = h(
    "dialog", { class: "olenb-dialog", "aria-labelledby": sentence.id }, sentence, choices,
  );
  const leave = (agreed) => {
    dialog.remove();
    button.focus();
    if (agreed) yes();
  };
  go.addEventListener("click", () => leave(true));
  stay.addEventListener("click", () => leave(false));
  dialog.addEventListener("cancel", (event) => (event.preventDefault(), leave(false)));
  button.closest(".olenb").append(dialog);
  dialog.showModal();
}
