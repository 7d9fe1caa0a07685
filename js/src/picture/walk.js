/** Walk through the marks by keys: one tab stop, arrows, Home and End, letters of a name. */

const PAUSE = 900; // after this long, typing starts a new name

/**
 * @param {Array<Array<Object>>} groups the marks, group by group
 * @param {boolean} upright whether groups are columns: then up and down move within one
 * @param {{to: function(Object): void, choose: function(Object): void, letGo: function(): void,
 *   zoom: {by: function(number): void, reset: function(): void}}} doors
 * @returns {function(KeyboardEvent, Object): void} a key was pressed while a mark had the focus
 */
export function makeWalk(groups, upright, doors) {
  const marks = groups.flat();
  const [next, back] = upright ? ["ArrowDown", "ArrowUp"] : ["ArrowRight", "ArrowLeft"];
  const [over, under] = upright ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
  let typed = "";
  let last = 0;

  const step = (mark, by) => marks[(marks.indexOf(mark) + by + marks.length) % marks.length];

  /** The first of another circle; in another column, the card at the same height. */
  function across(mark, by) {
    const here = groups.findIndex((group) => group.includes(mark));
    const there = groups[(here + by + groups.length) % groups.length];
    if (!upright) return there[0];
    return there.reduce((a, b) => (Math.abs(b.y - mark.y) < Math.abs(a.y - mark.y) ? b : a));
  }

  const moves = {
    [next]: (mark) => doors.to(step(mark, 1)),
    [back]: (mark) => doors.to(step(mark, -1)),
    [under]: (mark) => doors.to(across(mark, 1)),
    [over]: (mark) => doors.to(across(mark, -1)),
    Home: () => doors.to(marks[0]),
    End: () => doors.to(marks.at(-1)),
    Enter: (mark) => doors.choose(mark),
    Escape: () => doors.letGo(),
    "+": () => doors.zoom.by(1.5),
    "-": () => doors.zoom.by(1 / 1.5),
  };

  function type(event, mark) {
    const fresh = event.timeStamp - last > PAUSE;
    if (fresh && event.key === " ") return doors.choose(mark);
    typed = (fresh ? "" : typed) + event.key.toLocaleLowerCase();
    last = event.timeStamp;
    // From the next one on where a new name begins: the same letter again goes to the next name.
    const start = marks.indexOf(mark) + (typed.length === 1 ? 1 : 0);
    const order = [...marks.slice(start), ...marks.slice(0, start)];
    const found = order.find((one) => one.name.toLocaleLowerCase().startsWith(typed));
    if (found) doors.to(found);
  }

  return (event, mark) => {
    if (event.altKey || event.metaKey || event.ctrlKey || event.isComposing) return;
    const move = moves[event.key];
    if (!move && event.key.length !== 1) return;
    event.preventDefault();
    if (move) move(mark);
    else type(event, mark);
  };
}
