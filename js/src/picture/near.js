/** Which mark is meant by a point: the card under it, the nearest dot, or whose name it is on. */

const REACH = 14; // pixels on the screen: small dots stay easy to hit

/**
 * @param {Object[]} marks
 * @param {Object[]} labels the layout's labels; those with an id name a mark
 * @param {{x: number, y: number}} point in the layout's own pixels
 * @param {number} scale screen pixels for each of them
 * @returns {?Object}
 */
export function near(marks, labels, point, scale) {
  const card = marks.find((mark) => mark.w && inside(point, mark.x, mark.y, mark.w, mark.h));
  if (card) return card;
  let best = null;
  let least = (REACH / scale) ** 2;
  for (const mark of marks) {
    if (mark.w) continue;
    const far = (mark.x - point.x) ** 2 + (mark.y - point.y) ** 2;
    if (far < least) [best, least] = [mark, far];
  }
  return best ?? named(marks, labels, point);
}

function named(marks, labels, point) {
  const label = labels.find((one) => {
    if (one.id === null || one.id === undefined) return false;
    const left = one.x - { start: 0, middle: one.room / 2, end: one.room }[one.anchor];
    return inside(point, left, one.y - one.size, one.room, one.size * 1.3);
  });
  return label ? marks.find((mark) => mark.id === label.id) : null;
}

const inside = (point, x, y, w, h) =>
  point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h;
