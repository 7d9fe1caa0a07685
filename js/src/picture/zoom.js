/** Zoom by buttons, keys, pinch and Ctrl + wheel; a plain wheel goes on scrolling the page. */

import { select } from "d3-selection";
import { zoom as d3zoom, zoomIdentity } from "d3-zoom";
import { calm } from "../lib/dom.js";

const MOST = 8;
const QUICK = 200;

/**
 * Make a picture zoomable.
 * @param {SVGSVGElement} svg
 * @param {SVGGElement} view what moves
 * @param {{width: number, height: number}} size
 * @param {function(number): void} moved told the new scale
 */
export function makeZoom(svg, view, { width, height }, moved) {
  const all = [[0, 0], [width, height]];
  const behaviour = d3zoom()
    .extent(all)
    .translateExtent(all)
    .scaleExtent([1, MOST])
    .clickDistance(5)
    .filter(wanted)
    .on("zoom", ({ transform }) => {
      view.setAttribute("transform", transform);
      svg.classList.toggle("olenb-zoomed", transform.k > 1);
      zoomed = transform.k > 1;
      moved(transform.k);
    });
  let zoomed = false;
  const picture = select(svg).call(behaviour).on("dblclick.zoom", null);
  const smoothly = () => (calm() ? picture : picture.transition().duration(QUICK));

  /** One finger scrolls the page until the picture is larger than its place. */
  function wanted(event) {
    if (event.type === "wheel") return event.ctrlKey || event.metaKey;
    if (event.type.startsWith("touch")) return zoomed || event.touches.length > 1;
    return zoomed && !event.button;
  }

  return {
    by: (factor) => smoothly().call(behaviour.scaleBy, factor),
    reset: () => smoothly().call(behaviour.transform, zoomIdentity),
    bringIn(x, y) {
      if (zoomed) picture.call(behaviour.translateTo, x, y);
    },
    close: () => picture.interrupt().on(".zoom", null),
  };
}
