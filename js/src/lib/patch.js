/** Bring the children of an element in line with a list of blocks, keeping what is still there. */

const kept = new WeakMap();

/**
 * A made block: its element, how it takes a newer version of itself.
 * @typedef {{node: HTMLElement, update: function(Object): void}} Made
 */

/**
 * Show `blocks` in `parent`: blocks that were there are updated in place, so that focus and typed
 * text survive; others are made or removed. Elements are moved only when their order changed.
 * @param {Element} parent holds nothing but what this function put there
 * @param {Object[]} blocks
 * @param {function(Object): Made} make
 */
export function patch(parent, blocks, make) {
  const before = kept.get(parent) ?? new Map();
  const after = new Map();
  for (const [key, block] of keyed(blocks)) {
    const made = before.get(key) ?? make(block);
    made.update(block);
    after.set(key, made);
  }
  for (const [key, made] of before) if (after.get(key) !== made) made.node.remove();
  let at = parent.firstChild;
  for (const { node } of after.values()) {
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
  }
  kept.set(parent, after);
}

/** Name each block: by what its author calls it, else by its place among those of its type. */
function keyed(blocks) {
  const counts = new Map();
  return blocks.map((block) => {
    const own = block.id ?? block.name ?? (block.action && `${block.action} ${block.item ?? ""}`);
    const base = `${block.type} ${block.level ?? block.kind ?? ""} ${own ?? ""}`;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    return [`${base} ${count}`, block];
  });
}

/**
 * Run a change and put the focus back where it was, or near where it was.
 * @param {Element} root
 * @param {function(): void} change
 */
export function keepFocus(root, change) {
  const active = document.activeElement;
  if (!active || active === root || !root.contains(active)) {
    change();
    return;
  }
  const trail = [];
  for (let node = active; node !== root; node = node.parentElement) {
    trail.push(node.nextElementSibling, node.previousElementSibling, node.parentElement);
  }
  change();
  if (document.activeElement === active) return;
  if (active.isConnected) active.focus({ preventScroll: true });
  else [...trail, root].some((node) => node?.isConnected && root.contains(node) && focusNear(node));
}

/**
 * Focus the first thing in `node` that takes it: a heading is read, and is a place to go on.
 * @returns {boolean} whether it did; what is hidden doesn't
 */
function focusNear(node) {
  const inside = node.querySelector("h2, h3, h4, h5, h6, input, select, textarea, button, a, summary");
  const place = inside ?? node;
  if (!place.matches("input, select, textarea, button, a, summary")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  const took = document.activeElement === place;
  if (took) place.scrollIntoView({ block: "nearest" });
  return took;
}
