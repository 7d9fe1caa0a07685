/** What a screen is busy with: actions on their way, and where their answers are to be shown. */

import { setText, uniqueId } from "../lib/dom.js";
import { ASLEEP, LONG } from "../lib/link.js";
import { fieldsOf, itemOf, scopeOf } from "./scopes.js";
import { Uploads } from "./uploads.js";

const PATIENCE = 400;

/** @typedef {{scope: Element, slot: Element, button: ?Element, keepsTyping: boolean}} Errand */

export class Desk {
  /**
   * @param {Element} body the screen's outermost scope
   * @param {ReturnType<import("../lib/status.js").makeStatus>} status
   * @param {function(Object, ArrayBuffer[]=): void} send
   */
  constructor(body, status, send) {
    this.body = body;
    this.status = status;
    this.send = send;
    this.errands = new Map();
    this.lastSlot = null;
    this.uploads = new Uploads(this);
  }

  /** Whether this view waits for an answer; the widget's other views may wait, or none. */
  get isBusy() {
    return this.errands.size > 0;
  }

  /**
   * Send an action with the values of its scope, unless the same button is still being answered.
   * @param {{action: string, item?: string, from: Element, slot: Element, button?: Element,
   *   keepsTyping?: boolean}} errand
   */
  act({ action, item, from, slot, button = null, keepsTyping = false }) {
    if (button?.getAttribute("aria-disabled") === "true") return;
    const scope = scopeOf(from);
    const seq = this.expect({ scope, slot, button, keepsTyping });
    const values = Object.fromEntries(fieldsOf(scope).map((field) => [field.name, field.read()]));
    this.send({
      type: "action",
      action,
      item: item || itemOf(scope),
      scope: scope.dataset.scope,
      values,
      seq,
    });
  }

  /**
   * Note that an answer is to come, and say so when it takes long.
   * @param {Errand} errand
   * @returns {string} the number that the answer will carry
   */
  expect(errand) {
    const seq = uniqueId();
    clear(errand.slot);
    if (this.lastSlot && this.lastSlot !== errand.slot) clear(this.lastSlot);
    this.lastSlot = errand.slot;
    this.status.line.textContent = "";
    errand.button?.setAttribute("aria-disabled", "true");
    errand.timers = [
      setTimeout(() => this.status.say("Working …"), PATIENCE),
      setTimeout(() => this.status.say(ASLEEP), LONG),
    ];
    this.errands.set(seq, errand);
    return seq;
  }

  /** Python is at it: nobody need wonder any more. */
  progress({ fraction, text }) {
    for (const { timers } of this.errands.values()) timers.forEach(clearTimeout);
    this.status.progress(fraction, text);
  }

  /** An action went well: its fields show what Python says. */
  done({ seq }) {
    const errand = this.finish(seq);
    if (!errand || errand.keepsTyping || !errand.scope.isConnected) return;
    const fields = fieldsOf(errand.scope);
    for (const field of fields) field.reset();
    if (errand.scope.dataset.again !== undefined) fields[0]?.focus();
  }

  /** An action failed: say so beside its field, its button or its file. */
  trouble({ seq, field, text, upload }) {
    const errand = this.finish(seq);
    if (upload && this.uploads.fail(upload, text)) return;
    if (seq && !errand) return;
    const place = errand?.scope.isConnected ? errand.scope : this.body;
    const found = field && fieldsOf(place).find(({ name }) => name === field);
    if (found) {
      found.fault(text);
      found.focus();
    } else if (errand?.slot.isConnected) {
      write(errand.slot, text, "alert");
    } else {
      this.status.say(text);
    }
  }

  /** Show a short sentence beside the button that led to it, and announce it. */
  say(text) {
    this.status.say(text);
    const beside = this.lastSlot?.isConnected && this.lastSlot.dataset.tone !== "alert";
    this.status.line.classList.toggle("olenb-unseen", Boolean(beside));
    if (beside) write(this.lastSlot, text, "word");
  }

  finish(seq) {
    const errand = this.errands.get(seq);
    this.errands.delete(seq);
    if (!errand) return undefined;
    errand.timers.forEach(clearTimeout);
    errand.button?.removeAttribute("aria-disabled");
    this.status.rest();
    this.status.line.textContent = "";
    this.status.line.classList.remove("olenb-unseen");
    return errand;
  }
}

function write(slot, text, tone) {
  slot.dataset.tone = tone;
  if (tone === "alert") slot.setAttribute("role", "alert");
  else slot.setAttribute("aria-hidden", "true");
  setText(slot, text);
}

function clear(slot) {
  slot.textContent = "";
  slot.removeAttribute("role");
  slot.removeAttribute("aria-hidden");
  delete slot.dataset.tone;
}
