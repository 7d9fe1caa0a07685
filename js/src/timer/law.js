/** The law of the twenty minutes, as `olenb/method/runsheet.py` has it; a test compares the two. */

/**
 * @typedef {{id: number, seconds: number}} Question
 * @typedef {{phase: string, left: number, current: ?Question, next: Question[],
 *   dropped: Question[]}} Now
 */

/**
 * Say what holds at one moment.
 * @param {{questions: Question[], first: number, last: number, least: number}} sheet the questions
 *   in the order of asking; seconds for them, for the closing, and for one more to be worth it
 * @param {number} seconds since the beginning
 * @param {{asked: number[], since: number, extended: boolean}} state what was asked, and since
 *   when (in seconds since the beginning) the current question runs
 * @returns {Now}
 */
export function at(sheet, seconds, { asked, since, extended }) {
  const open = sheet.questions.filter(({ id }) => !asked.includes(id));
  const [phase, left] = phaseAt(sheet, seconds, extended);
  if (phase === "extended") return split(phase, left, open, open.length);
  const none = phase !== "questions" || since > sheet.first - sheet.least || !open.length;
  if (none) return { phase, left, current: null, next: [], dropped: open };
  const still = Math.max(0, open[0].seconds - (seconds - since));
  return split(phase, left, open, 1 + fitting(open.slice(1), left - still));
}

function phaseAt({ first, last }, seconds, extended) {
  if (seconds < first) return ["questions", first - Math.max(0, seconds)];
  if (extended) return ["extended", 0];
  if (seconds < first + last) return ["closing", first + last - seconds];
  return ["over", 0];
}

function fitting(questions, seconds) {
  let room = seconds;
  const count = questions.findIndex((one) => (room -= one.seconds) < 0);
  return count < 0 ? questions.length : count;
}

function split(phase, left, open, kept) {
  return {
    phase,
    left,
    current: open[0] ?? null,
    next: open.slice(1, kept),
    dropped: open.slice(kept),
  };
}
