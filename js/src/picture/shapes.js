/** The layout's parts as SVG elements. Nothing here knows about keys or pointers. */

import { s } from "../lib/dom.js";

const colour = (number) => `olenb-c${number}`;

/** A group of things that only decorate: screen readers pass them over. */
export const decoration = (name, ...children) =>
  s("g", { class: `olenb-${name}`, "aria-hidden": "true" }, ...children);

/** What lies below the marks: sectors, ties and leaders of a map, lines of the routes. */
export function ground(picture) {
  return [
    decoration("sectors", ...(picture.groups ?? []).filter((group) => group.path)
      .map((group) => s("path", { d: group.path, class: colour(group.colour) }))),
    picture.ties && decoration("ties", s("path", { d: picture.ties })),
    picture.spine && decoration("spine", s("path", { d: picture.spine })),
    picture.leaders && decoration("leaders", ...picture.leaders
      .map((one) => s("path", { d: one.d, class: colour(one.colour) }))),
  ];
}

/** One leg of the routes. */
export const leg = ({ d, band }) => s("path", { d, class: `olenb-leg olenb-band-${band}` });

/** One mark: a dot or a card, named for screen readers. */
export function mark(data) {
  const named = {
    class: `${data.w ? "olenb-card" : "olenb-dot"} olenb-${data.look}`,
    role: "option",
    tabindex: -1,
    "aria-selected": "false",
    "aria-label": [data.name, ...data.lines].join(", "),
  };
  return data.w
    ? s("rect", { ...named, x: data.x, y: data.y, width: data.w, height: data.h, rx: 7 })
    : s("circle", { ...named, cx: data.x, cy: data.y, r: data.r });
}

/** A group of marks: one circle of people, or one column of cards. */
export const group = (data, marks) =>
  s("g", { role: "group", "aria-label": data.label, class: data.colour === undefined ? "" : colour(data.colour) }, ...marks);

/** What lies above the marks: your own mark, numbers and words. */
export function words(picture) {
  const marks = picture.groups.flatMap((one) => one.marks.map((mark) => ({ mark, colour: one.colour })));
  return decoration(
    "words",
    ...marks.filter(({ mark }) => mark.number !== undefined && mark.number !== "")
      .map(({ mark }) => s("text", { x: mark.x, y: mark.y + 4, class: "olenb-number", text: mark.number })),
    ...picture.labels.map(label),
    ...marks.flatMap(({ mark }) => (mark.labels ?? []).map(label)),
    picture.you && s("circle", { cx: picture.you[0], cy: picture.you[1], r: picture.you[2], class: "olenb-you" }),
    picture.you && s("text", { x: picture.you[0], y: picture.you[1] + 4.5, class: "olenb-you-word", text: "You" }),
  );
}

function label(data) {
  const tone = data.tone === "circle" ? colour(data.colour) : `olenb-${data.tone}`;
  const node = s("text", {
    x: data.x, y: data.y, "font-size": data.size, "text-anchor": data.anchor,
    class: `${tone}${data.bold ? " olenb-bold" : ""}`, text: data.text,
  });
  node.dataset.room = data.room;
  return node;
}

/** Squeeze words that a wide font makes longer than their room; to be called once they are shown. */
export function squeeze(root) {
  const texts = [...root.querySelectorAll("text[data-room]")];
  const wide = texts.filter((node) => node.getComputedTextLength() > Number(node.dataset.room) + 0.5);
  for (const node of wide) {
    node.setAttribute("textLength", node.dataset.room);
    node.setAttribute("lengthAdjust", "spacingAndGlyphs");
  }
}
