/** Fields: a visible label, a native control, help and a fault that belong to it. */

import { h, setAttribute, setText, uniqueId } from "../lib/dom.js";
import { makeControl } from "./controls.js";
import { markField, scopeOf } from "./scopes.js";
import { makeCopy } from "./say.js";

/**
 * Make a field.
 * @param {Object} block
 * @param {import("./desk.js").Desk} desk
 * @returns {import("../lib/patch.js").Made}
 */
export function makeField(block, desk) {
  const kind = block.kind ?? "text";
  const grouped = kind === "radio";
  const control = makeControl(kind, block.name);
  const label = h(grouped ? "legend" : "label", { dir: "auto" });
  const help = h("p", { class: "olenb-help", id: uniqueId(), dir: "auto" });
  const fault = h("p", { class: "olenb-fault", id: uniqueId(), dir: "auto" });
  const slot = h("span", { class: "olenb-slot", dir: "auto" });
  if (!grouped) label.htmlFor = control.node.id;
  const copy = block.copy && makeCopy(control.read, () => control.node.select(), desk);
  const node = h(
    grouped ? "fieldset" : "div", { class: `olenb-field olenb-field-${kind}` },
    label, help, control.node, copy, fault, slot,
  );

  let latest = block;
  let given;
  const setFault = (text = "") => {
    setText(fault, text);
    setAttribute(control.marked, "aria-invalid", text ? "true" : null);
    const about = [latest.help && help.id, text && fault.id].filter(Boolean).join(" ");
    setAttribute(control.marked, "aria-describedby", about || null);
  };
  const reset = () => {
    control.write(latest.value ?? "");
    setFault(latest.error);
  };
  markField(node, {
    name: block.name, read: control.read, reset, fault: setFault, focus: control.focus,
  });
  node.addEventListener("keydown", (event) => submitOnEnter(event, node));
  node.addEventListener("change", () => {
    if (latest.action) desk.act({ action: latest.action, from: node, slot, keepsTyping: true });
  });

  return {
    node,
    update(newer) {
      latest = newer;
      setText(label, newer.required ? `${newer.label} (needed)` : newer.label);
      setText(help, newer.help);
      help.hidden = !newer.help;
      control.dress(newer);
      const value = newer.value ?? "";
      if (value !== given) control.write((given = value));
      setFault(newer.error);
    },
  };
}

/** Enter in a single-line control is the scope's main button. */
function submitOnEnter(event, node) {
  const single = event.target.matches("input:not([type=checkbox])");
  if (event.key !== "Enter" || event.isComposing || !single) return;
  const scope = scopeOf(node);
  const main = [...scope.querySelectorAll("button.olenb-primary")].find((one) => scopeOf(one) === scope);
  if (!main) return;
  event.preventDefault();
  main.click();
}
