/** The rows of the page that is seen, and the answers that belong to their cells. */

import { h } from "../lib/dom.js";
import { makeCell } from "./cells.js";

export class Rows {
  /**
   * @param {function(Object): void} send
   * @param {function(string): void} say announces a sentence
   */
  constructor(send, say) {
    this.send = send;
    this.say = say;
    this.cells = new Map();
  }

  /** Return the rows of a document as blocks that can be matched by their ids. */
  blocks({ rows, columns }) {
    const shown = new Set(rows.map(({ id }) => id));
    for (const id of this.cells.keys()) if (!shown.has(id)) this.cells.delete(id);
    return rows.map((row) => ({ type: "row", id: row.id, cells: row.cells, columns }));
  }

  /** Make a row of the table. */
  make({ id, columns }) {
    const cells = new Map(
      columns.map((column) => {
        const save = (value) => this.send({ type: "edit", row: id, column: column.name, value });
        return [column.name, makeCell(column, save)];
      }),
    );
    this.cells.set(id, cells);
    const parts = columns.map(({ name }, place) =>
      h(place ? "td" : "th", { scope: place ? null : "row" }, cells.get(name).node),
    );
    return {
      node: h("tr", {}, ...parts),
      update: (row) => {
        columns.forEach((column, place) => {
          cells.get(column.name).update(row.cells[place], String(row.cells[0] || "row without a name"));
        });
      },
    };
  }

  /** Python saved a cell. */
  edited({ row, column, value, word }) {
    const cell = this.cells.get(row)?.get(column);
    cell?.saved(value, word);
    this.say(cell ? `${word}: ${cell.label()}` : word);
  }

  /** Python refused what was typed: the old value is back, and the reason beside it. */
  refused({ row, column, value, text }) {
    const cell = this.cells.get(row)?.get(column);
    if (cell) cell.refused(value, text);
    else this.say(text);
  }
}
