/** A form of olenb: shows blocks, sends what the user does, keeps nothing. */

import { h, keepKeysInside } from "./lib/dom.js";
import { connect, waitIn } from "./lib/link.js";
import { keepFocus, patch } from "./lib/patch.js";
import { makeStatus } from "./lib/status.js";
import { Desk } from "./screen/desk.js";
import { makeBlock } from "./screen/blocks.js";
import { saveFile } from "./screen/downloads.js";

function render({ model, el }) {
  const body = h("div", { class: "olenb-blocks", "data-scope": "" });
  const status = makeStatus();
  const root = h("section", { class: "olenb olenb-screen", tabindex: -1 }, body, status.node);
  keepKeysInside(root);
  el.append(root);
  const arrived = waitIn(status.line);

  const desk = new Desk(body, status, (message, buffers) => wire.send(message, buffers));
  const wire = connect(model, {
    show({ document }) {
      arrived();
      keepFocus(root, () => patch(body, document.blocks, (block) => makeBlock(block, desk)));
    },
    done: (message) => desk.done(message),
    trouble: (message) => (arrived(), desk.trouble(message)),
    more: (message) => desk.uploads.answer(message),
    taken: (message) => desk.uploads.answer(message),
    download: (message, [content]) => desk.isBusy && saveFile(message.name, content),
    status: (message) => desk.say(message.text),
    progress: (message) => desk.progress(message),
  });
  return wire.close;
}

export default { render };
