/** The run sheet's clock: shows what to ask now and when to close, by the clock on the wall. */

import { h, keepKeysInside } from "./lib/dom.js";
import { connect, waitIn } from "./lib/link.js";
import { FRESH, Run } from "./timer/run.js";
import { View } from "./timer/view.js";

const OFTEN = 250; // milliseconds between two looks at the clock; being late loses nothing

function render({ model, el }) {
  const run = new Run();
  const root = h("section", { class: "olenb olenb-timer", tabindex: -1 });
  const view = new View({
    start: () => act("start", { ...FRESH, started: Date.now() }),
    practice: () => act("practice", { ...FRESH, started: Date.now() }),
    asked: askNext,
    back: () => act("back", { asked: run.state.asked.slice(0, -1) }, run.state.asked.at(-1)?.[0]),
    extended: (extended) => act("extended", { extended }, undefined, extended),
    end: () => act("end", { ended: Date.now() }),
    cancel: () => act("cancel", FRESH),
    reopen: () => act("reopen", run.sheet.practice ? FRESH : { ended: null }),
  });
  keepKeysInside(root);
  el.append(root);
  root.append(view.node);
  const arrived = waitIn(view.note);
  const paint = () => run.sheet && view.paint(root, run);

  function act(action, change, question = null, value = null) {
    run.change(change);
    view.trouble.textContent = "";
    wire.send({ type: "act", action, at: Date.now(), question, value });
    paint();
  }

  function askNext() {
    const { current } = run.now();
    if (current) act("asked", { asked: [...run.state.asked, [current.id, Date.now()]] }, current.id);
  }

  const wire = connect(model, {
    show({ document }) {
      arrived();
      run.take(document);
      paint();
    },
    answered: () => run.answered(),
    trouble(message) {
      arrived();
      view.trouble.textContent = message.text;
    },
    status: (message) => (view.polite.textContent = message.text),
  });
  const looking = setInterval(paint, OFTEN);
  document.addEventListener("visibilitychange", paint);
  return () => {
    clearInterval(looking);
    document.removeEventListener("visibilitychange", paint);
    wire.close();
  };
}

export default { render };
