/**
 * One conversation as it runs: what Python keeps of it, and what it hasn't confirmed yet. The
 * clock is the wall's: the beginning is a moment, and how long ago that is, is asked anew each time.
 */

import { at } from "./law.js";

/**
 * @typedef {{started: ?number, ended: ?number, asked: Array<[number, number]>,
 *   extended: boolean}} State milliseconds since 1970; asked: which question, and when the next
 *   one's turn came
 */

/** A conversation that hasn't begun. */
export const FRESH = { started: null, ended: null, asked: [], extended: false };

export class Run {
  constructor() {
    this.sheet = null;
    this.state = FRESH;
    this.waiting = 0;
  }

  /** Take what Python says, unless it doesn't know the newest yet. */
  take(document) {
    this.sheet = document;
    if (this.waiting === 0) this.state = { ...document.state };
  }

  /** Change the state at once; Python is told and will confirm. */
  change(change) {
    this.state = { ...this.state, ...change };
    this.waiting += 1;
  }

  /** Python answered; what it says next counts again. */
  answered() {
    this.waiting = Math.max(0, this.waiting - 1);
  }

  get isRunning() {
    return this.state.started !== null && this.state.ended === null;
  }

  /** Seconds since the beginning, by the clock on the wall. */
  get seconds() {
    return (Date.now() - this.state.started) / 1000;
  }

  /** What holds now; before the beginning, what is planned. */
  now() {
    const { started, ended, asked, extended } = this.state;
    const turns = asked.map(([, moment]) => (moment - started) / 1000);
    const state = { asked: asked.map(([id]) => id), since: Math.max(0, ...turns), extended };
    if (started === null) return { ...at(this.sheet, 0, state), phase: "ready" };
    if (ended !== null) return { ...at(this.sheet, 0, state), phase: "ended" };
    return at(this.sheet, this.seconds, state);
  }
}
