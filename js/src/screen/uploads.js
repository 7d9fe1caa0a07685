/** Files on their way to Python: small pieces, each waited for, so that no message is too large. */

import { h, setText, uniqueId } from "../lib/dom.js";
import { itemOf, scopeOf } from "./scopes.js";

const PIECE = 1024 * 1024;
const LARGEST = 200 * 1024 * 1024;
const TOO_LARGE =
  "This file is larger than 200 MB, so it wasn't taken in. Nothing was lost. " +
  "Bring a smaller file, or put it into the workbook's inbox folder.";
const UNREADABLE = "This file can't be read. Nothing was lost. If it is open elsewhere, close it there.";

/** Waits for Python's answers, by the number of the file. */
export class Uploads {
  /** @param {import("./desk.js").Desk} desk */
  constructor(desk) {
    this.desk = desk;
    this.waiting = new Map();
  }

  /** Python took a piece or the file. */
  answer({ upload }) {
    this.waiting.get(upload)?.resolve();
  }

  /** Python refused a file; returns whether it was one of this view's. */
  fail(upload, text) {
    const waiting = this.waiting.get(upload);
    waiting?.reject(new Error(text));
    return Boolean(waiting);
  }

  /** Send a message about a file and wait for its answer. */
  ask(upload, message, buffers = []) {
    const answered = new Promise((resolve, reject) => this.waiting.set(upload, { resolve, reject }));
    this.desk.send({ type: "upload", upload, ...message }, buffers);
    return answered.finally(() => this.waiting.delete(upload));
  }

  /**
   * Send one file.
   * @param {File} file
   * @param {Object} about action and item
   * @param {function(number): void} progress
   * @param {AbortSignal} signal
   * @returns {Promise<boolean>} whether it arrived; false when the user stopped it
   * @throws {Error} with the sentence that says why not
   */
  async send(file, about, progress, signal) {
    if (file.size > LARGEST) throw new Error(TOO_LARGE);
    const upload = uniqueId();
    await this.ask(upload, { step: "begin", name: file.name, size: file.size });
    for (let at = 0; at < file.size; at += PIECE) {
      const piece = await readPiece(file, at);
      if (signal.aborted) {
        this.desk.send({ type: "upload", upload, step: "cancel" });
        return false;
      }
      await this.ask(upload, { step: "piece" }, [piece]);
      progress(Math.min(1, (at + PIECE) / file.size));
    }
    await this.ask(upload, { step: "end", ...about });
    return true;
  }
}

async function readPiece(file, at) {
  try {
    return await file.slice(at, at + PIECE).arrayBuffer();
  } catch {
    throw new Error(UNREADABLE);
  }
}

/**
 * Make the box that takes files.
 * @param {Object} block
 * @param {import("./desk.js").Desk} desk
 * @returns {import("../lib/patch.js").Made}
 */
export function makeUpload(block, desk) {
  let latest = block;
  const input = h("input", { type: "file", multiple: true, id: uniqueId() });
  const label = h("label", { for: input.id, dir: "auto" });
  const help = h("p", { class: "olenb-help", id: uniqueId(), dir: "auto" });
  input.setAttribute("aria-describedby", help.id);
  const slot = h("span", { class: "olenb-slot", dir: "auto" });
  const news = h("ul", { class: "olenb-news", "aria-label": "Files" });
  const node = h("div", { class: "olenb-upload" }, label, help, input, news, slot);
  const bring = (files) => takeAll([...files], { desk, news, slot, node, about: () => latest });
  input.addEventListener("change", () => {
    bring(input.files);
    input.value = "";
  });
  acceptDrops(node, bring);
  return {
    node,
    update(newer) {
      latest = newer;
      setText(label, newer.label);
      setText(help, newer.help ?? "Choose a file, or drop it here.");
      input.accept = newer.accept ?? "";
    },
  };
}

/** A file dropped on the box is brought; JupyterLab would otherwise copy it into the folder. */
function acceptDrops(node, bring) {
  const over = (inside) => (event) => {
    event.preventDefault();
    event.stopPropagation();
    node.classList.toggle("olenb-over", inside);
  };
  node.addEventListener("dragenter", over(true));
  node.addEventListener("dragover", over(true));
  node.addEventListener("dragleave", over(false));
  node.addEventListener("drop", (event) => {
    over(false)(event);
    bring(event.dataTransfer.files);
  });
}

/** Bring files one after another; each has its line, and one that fails doesn't stop the next. */
async function takeAll(files, box) {
  box.news.replaceChildren();
  for (const file of files) await takeOne(file, box);
}

async function takeOne(file, { desk, news, slot, node, about }) {
  const name = h("span", { text: file.name, dir: "auto" });
  const bar = h("progress", { max: 1, value: 0, "aria-label": "How much of the file is here" });
  const words = h("span", { class: "olenb-fault", role: "alert" });
  const stop = new AbortController();
  const cancel = h("button", {
    type: "button", class: "olenb-button olenb-plain", text: "Cancel", on: { click: () => stop.abort() },
  });
  const line = h("li", {}, name, bar, cancel, words);
  news.append(line);
  const { action, item = "" } = about();
  const scope = scopeOf(node);
  const seq = desk.expect({ scope, slot, button: null, keepsTyping: true });
  const message = { action, item: item || itemOf(scope), scope: scope.dataset.scope, seq };
  let arrived = true;
  try {
    arrived = await desk.uploads.send(file, message, (done) => (bar.value = done), stop.signal);
    line.remove();
  } catch (error) {
    words.textContent = error.message;
  }
  bar.remove();
  cancel.remove();
  desk.finish(seq);
  if (!arrived) desk.say("Stopped. Nothing was taken in.");
}
