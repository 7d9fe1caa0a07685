/** The words that go with the pointer: beside the ring, so that no neighbour is covered. */

import { h } from "../lib/dom.js";

const AWAY = 12;

/** Make the tip; it repeats what screen readers hear as the mark's name, so they pass it over. */
export function makeTip() {
  const node = h("div", { class: "olenb-picture-tip", "aria-hidden": "true" });
  node.hidden = true;

  return {
    node,
    hide: () => (node.hidden = true),
    show(mark, picture, view, paper) {
      if (mark.w && !mark.labels.some(({ text }) => text.endsWith("…"))) return (node.hidden = true);
      node.replaceChildren(
        h("strong", { text: mark.name, dir: "auto" }),
        ...mark.lines.map((text) => h("span", { text, dir: "auto" })),
      );
      node.hidden = false;
      const { x, y, across, down } = spot(mark, picture);
      const point = new DOMPoint(x, y).matrixTransform(view.getScreenCTM());
      const edge = paper.getBoundingClientRect();
      const left = point.x - edge.left + across * AWAY - node.offsetWidth * ((1 - across) / 2);
      const top = point.y - edge.top + down * AWAY - node.offsetHeight * ((1 - down) / 2);
      const most = paper.clientWidth - node.offsetWidth - 2;
      node.style.left = `${Math.max(2, Math.min(most, left))}px`;
      node.style.top = `${Math.max(2, top)}px`;
    },
  };
}

/** Where the tip begins and into which direction it grows: outwards from the rim, else upwards. */
function spot(mark, picture) {
  if (mark.w) return { x: mark.x + mark.w / 2, y: mark.y, across: 0, down: -1 };
  if (!picture.rim) return { x: mark.x, y: mark.y - mark.r, across: 0, down: -1 };
  const [cx, cy] = picture.you;
  const angle = Math.atan2(mark.y - cy, mark.x - cx);
  const x = cx + picture.rim * Math.cos(angle);
  const y = cy + picture.rim * Math.sin(angle);
  return { x, y, across: Math.sign(Math.cos(angle)) || 1, down: 0 };
}
