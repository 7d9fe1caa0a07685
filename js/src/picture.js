/** The map and the routes: drawn for the cell's real width, walked by keys, asked for more. */

import { keepKeysInside } from "./lib/dom.js";
import { connect, waitIn } from "./lib/link.js";
import { Drawing } from "./picture/drawing.js";
import { makeFrame } from "./picture/frame.js";

const STEP = 20; // pixels: a cell that grows by less keeps its layout

function render({ model, el }) {
  let words = null; // what stands around the picture
  let view = "";
  let asked = 0;
  let drawing = null;
  let selected = null;

  const frame = makeFrame({
    look: (wanted) => ((view = wanted), askForLayout()),
    zoom: (factor) => drawing?.zoom.by(factor),
    reset: () => drawing?.zoom.reset(),
    openTable: () => wire.send({ type: "table" }),
  });
  keepKeysInside(frame.root);
  el.append(frame.root);
  const arrived = waitIn(frame.status);

  function askForLayout() {
    const room = Math.floor(frame.stage.clientWidth / STEP) * STEP;
    if (!words || room < STEP) return;
    asked = room;
    wire.send({ type: "layout", width: room, view });
  }

  function choose(mark) {
    selected = mark && [mark.kind, mark.id];
    frame.showDetail(null);
    wire.send({ type: "select", mark: selected });
  }

  function show({ document }) {
    words = document;
    selected = document.selected;
    view ||= document.views[0]?.[0] ?? "";
    frame.showWords(document, view);
    frame.showDetail(document.detail);
    askForLayout();
  }

  function layout(message) {
    if (message.width !== asked || message.view !== view) return;
    arrived();
    const focused = drawing?.close();
    drawing = new Drawing(message.picture, words, {
      choose,
      rest: (mark) => wire.send({ type: "hover", mark: [mark.kind, mark.id] }),
    });
    frame.showPicture(drawing, message.picture.legend);
    drawing.start(selected, focused);
  }

  function detail(message) {
    if (selected?.[0] === message.about[0] && selected[1] === message.about[1]) {
      frame.showDetail(message);
    }
  }

  const wire = connect(model, {
    show,
    layout,
    detail,
    table: (message) => frame.showTable(message.table),
    trouble: (message) => (arrived(), (frame.status.textContent = message.text)),
  });
  const watcher = new ResizeObserver(() => {
    const room = Math.floor(frame.stage.clientWidth / STEP) * STEP;
    if (room !== asked) askForLayout();
  });
  watcher.observe(frame.stage);
  return () => {
    watcher.disconnect();
    drawing?.close();
    wire.close();
  };
}

export default { render };
