/** The wire between a view and Python. Nothing is kept in the model: what is synced gets saved. */

const SOON = 500;
const WAITING = "One moment …";

/** Milliseconds after which it is fair to think that no answer will come, and what to say then. */
export const LONG = 8000;
export const ASLEEP = "Still waiting for Python. If nothing changes, run this page again.";

/**
 * Tell Python that a view is open, and pass its messages on by their type.
 * @param {Object} model anywidget's model
 * @param {Object<string, function(Object, DataView[]): void>} handlers one for each message type
 * @returns {{send: function(Object, ArrayBuffer[]=): void, close: function(): void}}
 */
export function connect(model, handlers) {
  const receive = (message, buffers) => handlers[message.type]?.(message, buffers);
  model.on("msg:custom", receive);
  model.send({ type: "ready", time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  return {
    send: (message, buffers = []) => model.send(message, undefined, buffers),
    close: () => model.off("msg:custom", receive),
  };
}

/**
 * Say in `node` that something is on its way, later that it may not come.
 * @param {Element} node a status line
 * @returns {function(): void} call it when the answer is there
 */
export function waitIn(node) {
  const timers = [
    setTimeout(() => (node.textContent = WAITING), SOON),
    setTimeout(() => (node.textContent = ASLEEP), LONG),
  ];
  return () => {
    timers.forEach(clearTimeout);
    if ([WAITING, ASLEEP].includes(node.textContent)) node.textContent = "";
  };
}
