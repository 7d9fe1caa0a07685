/** Small helpers for building a page out of text that nobody has checked. */

const SVG = "http://www.w3.org/2000/svg";
const KEYS = ["keydown", "keyup", "keypress"];
/** Every bundle of ours holds its own copy of this module, so each counts under its own name. */
const copy = crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
let made = 0;

/**
 * Make an HTML element. Text goes in as text only, so a name full of markup stays a name.
 * @param {string} tag
 * @param {Object<string, *>} [attributes] false, null and undefined leave one out; `text` is the
 *   text content; `on` is a map of listeners; `class` and everything else are set as attributes.
 * @param {...(Node|null|undefined|false)} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  return furnish(document.createElement(tag), attributes, children);
}

/**
 * Make an SVG element, as {@link h} does for HTML.
 * @param {string} tag
 * @param {Object<string, *>} [attributes]
 * @param {...(Node|null|undefined|false)} children
 * @returns {SVGElement}
 */
export function s(tag, attributes = {}, ...children) {
  return furnish(document.createElementNS(SVG, tag), attributes, children);
}

function furnish(node, { text, on, ...attributes }, children) {
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  for (const [event, listener] of Object.entries(on ?? {})) node.addEventListener(event, listener);
  if (text !== undefined) node.textContent = text;
  node.append(...children.filter(Boolean));
  return node;
}

/**
 * Set an attribute, or take it away when the value says so.
 * @param {Element} node
 * @param {string} name
 * @param {*} value true sets an empty attribute; false, null and undefined remove it.
 */
export function setAttribute(node, name, value) {
  if (value === false || value === null || value === undefined) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? "" : value);
}

/**
 * Set a text only where it differs, so that a screen reader isn't told twice.
 * @param {Element} node
 * @param {string} [text]
 */
export function setText(node, text = "") {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Return an id that nothing else on the page has.
 * @returns {string}
 */
export function uniqueId() {
  made += 1;
  return `olenb-${copy}-${made}`;
}

/**
 * Keep key events inside: in JupyterLab a focused dropdown would let "d, d" delete a cell.
 * @param {Element} root
 */
export function keepKeysInside(root) {
  for (const kind of KEYS) root.addEventListener(kind, (event) => event.stopPropagation());
}

/**
 * Let the keyboard scroll a box that is narrower than what it holds.
 * @param {HTMLElement} box
 */
export function scrollByKeyboard(box) {
  const look = () => setAttribute(box, "tabindex", box.scrollWidth > box.clientWidth ? "0" : null);
  new ResizeObserver(look).observe(box);
}

/**
 * Whether the user asked for little motion.
 * @returns {boolean}
 */
export function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
