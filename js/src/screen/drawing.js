/** A finished picture among the blocks: drawn twice, shown as the page is light or dark. */

import { h, setAttribute } from "../lib/dom.js";

/** @returns {import("../lib/patch.js").Made} */
export function makeDrawing() {
  const light = h("img", { class: "olenb-by-day" });
  const dark = h("img", { class: "olenb-by-night" });
  const node = h("div", { class: "olenb-drawing" }, light, dark);
  let shown = "";
  return {
    node,
    update({ day, night, alt }) {
      // As an image's source, whatever an SVG holds can't run and can't ask anybody for anything.
      for (const image of [light, dark]) setAttribute(image, "alt", alt);
      if (shown === day + night) return;
      shown = day + night;
      light.src = address(day);
      dark.src = address(night);
    },
  };
}

function address(svg) {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
