/** One drawn layout: marks that can be walked, pointed at and chosen. */

import { h, s } from "../lib/dom.js";
import { near } from "./near.js";
import { decoration, ground, group, leg, mark as shape, squeeze, words as writing } from "./shapes.js";
import { makeTip } from "./tip.js";
import { makeWalk } from "./walk.js";
import { makeZoom } from "./zoom.js";

const REST = 250; // milliseconds on a mark before Python hears of it

export class Drawing {
  /**
   * @param {Object} picture the layout
   * @param {{alt: string}} about
   * @param {{choose: function(?Object): void, rest: function(Object): void}} doors
   */
  constructor(picture, about, doors) {
    this.picture = picture;
    this.doors = doors;
    this.selected = null;
    this.here = null;
    this.groups = picture.groups.map((one) => one.marks.map((data) => ({ ...data, node: shape(data) })));
    this.marks = this.groups.flat();
    this.byNode = new Map(this.marks.map((mark) => [mark.node, mark]));
    this.legs = (picture.lines ?? []).map((line) => ({ ...line, node: leg(line) }));
    this.#draw(about.alt);
    if (this.marks.length) this.#listen();
  }

  #draw(alt) {
    const { width, height } = this.picture;
    this.ring = s("path", { class: "olenb-ring" });
    this.halo = s("path", { class: "olenb-halo" });
    this.view = s(
      "g", { role: "presentation" },
      ...ground(this.picture),
      this.legs.length > 0 && decoration("legs", ...this.legs.map((one) => one.node)),
      ...this.picture.groups.map((data, i) => group(data, this.groups[i].map((mark) => mark.node))),
      writing(this.picture),
      decoration("rings", this.halo, this.ring),
    );
    this.svg = s(
      "svg",
      {
        viewBox: `0 0 ${width} ${height}`, width, height, "aria-label": alt,
        role: this.marks.length ? "listbox" : "img",
        tabindex: this.marks.length ? -1 : null, // Chromium would make a listening svg a tab stop
      },
      this.view,
    );
    this.tip = makeTip();
    this.node = h("div", { class: "olenb-picture-paper" }, this.svg, this.tip.node);
  }

  #listen() {
    this.zoom = makeZoom(this.svg, this.view, this.picture, () => this.tip.hide());
    const walk = makeWalk(this.groups, Boolean(this.marks[0].w), {
      to: (mark) => this.#focus(mark),
      choose: (mark) => this.#choose(mark),
      letGo: () => this.#choose(null),
      zoom: this.zoom,
    });
    const on = (kind, listener) => this.svg.addEventListener(kind, listener);
    on("keydown", (event) => this.here && walk(event, this.here));
    on("focusin", (event) => this.#arrive(this.byNode.get(event.target)));
    on("focusout", () => this.#leave());
    on("pointermove", (event) => !event.buttons && this.#point(this.#at(event)));
    on("pointerleave", () => this.#point(null));
    on("click", (event) => {
      const mark = this.#at(event);
      if (!mark) return;
      this.#focus(mark);
      this.#choose(mark);
    });
  }

  /** Call this once the picture is on the page; chosen and focused marks come from the last one. */
  start(selected, focused) {
    squeeze(this.svg);
    if (!this.marks.length) return;
    const find = (pair) => pair && this.marks.find(({ kind, id }) => kind === pair[0] && id === pair[1]);
    this.#select(find(selected) ?? null);
    this.#stop(find(focused) ?? this.selected ?? this.marks[0]);
    if (focused) this.here.node.focus({ preventScroll: true });
  }

  /** Stop listening; returns kind and id of the mark that had the focus, if one had. */
  close() {
    clearTimeout(this.resting);
    this.zoom?.close();
    const mark = this.byNode.get(this.svg.getRootNode().activeElement);
    return mark && [mark.kind, mark.id];
  }

  #at(event) {
    const matrix = this.view.getScreenCTM();
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    return near(this.marks, this.picture.labels, point, matrix.a);
  }

  /** Make a mark the one that Tab comes to. */
  #stop(mark) {
    this.here?.node.setAttribute("tabindex", -1);
    this.here = mark;
    mark.node.setAttribute("tabindex", 0);
    this.ring.setAttribute("d", outline(mark, 4));
  }

  #focus(mark) {
    this.#stop(mark);
    this.zoom.bringIn(mark.x + (mark.w ?? 0) / 2, mark.y + (mark.h ?? 0) / 2);
    mark.node.focus({ preventScroll: true });
  }

  #arrive(mark) {
    if (!mark) return;
    if (mark !== this.here) this.#stop(mark);
    this.svg.classList.add("olenb-focused");
    this.#regard(mark);
  }

  #leave() {
    this.svg.classList.remove("olenb-focused");
    this.#regard(null);
  }

  #point(mark) {
    if (mark === this.pointed) return;
    this.pointed = mark;
    this.svg.classList.toggle("olenb-pointing", Boolean(mark));
    this.halo.setAttribute("d", mark ? outline(mark, 3) : "");
    this.#regard(mark);
  }

  /** Show whose mark this is, and tell Python if the pointer or the focus stays. */
  #regard(mark) {
    clearTimeout(this.resting);
    this.#light(mark ?? this.selected);
    if (!mark) return this.tip.hide();
    this.tip.show(mark, this.picture, this.view, this.node);
    this.resting = setTimeout(() => this.doors.rest(mark), REST);
  }

  #choose(mark) {
    this.tip.hide();
    this.#select(mark);
    this.doors.choose(mark);
  }

  #select(mark) {
    this.selected?.node.setAttribute("aria-selected", "false");
    this.selected = mark;
    mark?.node.setAttribute("aria-selected", "true");
    this.#light(mark);
  }

  /** Dim the routes that a person or a place has no part in. */
  #light(mark) {
    if (!this.legs.length) return;
    const [people, places] = mark ? this.#together(mark) : [null, null];
    for (const { node, person, target } of this.legs) {
      const lit = !mark || (people.has(person) && (target === null || places.has(target)));
      node.classList.toggle("olenb-dim", !lit);
    }
    for (const { kind, id, node } of this.marks) {
      const lit = !mark || (kind === "person" ? people : places).has(id);
      node.classList.toggle("olenb-dim", !lit);
    }
  }

  /** The people and places on the routes of a mark. */
  #together(mark) {
    const asPerson = mark.kind === "person";
    const own = this.legs.filter(({ person, target }) =>
      target !== null && (asPerson ? person : target) === mark.id);
    return asPerson
      ? [new Set([mark.id]), new Set(own.map(({ target }) => target))]
      : [new Set(own.map(({ person }) => person)), new Set([mark.id])];
  }
}

/** A path around a mark, a little larger than it. */
function outline({ x, y, r, w, h: high }, more) {
  if (w) return `M${x - more},${y - more}h${w + 2 * more}v${high + 2 * more}h${-w - 2 * more}z`;
  const radius = r + more;
  return `M${x - radius},${y}a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0z`;
}
