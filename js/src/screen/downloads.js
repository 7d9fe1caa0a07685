/** A file that Python made, saved where the browser keeps its downloads. */

import { h } from "../lib/dom.js";

/**
 * Save a file.
 * @param {string} name
 * @param {DataView} content
 */
export function saveFile(name, content) {
  const address = URL.createObjectURL(new Blob([content]));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address));
}
