/** What the timer says; nothing here is about anybody. */

/** The heading of each phase. */
export const HEADINGS = {
  ready: () => "Ready when you both are",
  questions: () => "Time for questions",
  closing: ({ last }) => `The last ${minutes(last)}: time to close`,
  over: ({ first, last }) => `${minutes(first + last, true)} are over`,
  extended: () => "They offered more time",
  ended: () => "The conversation is over",
};

/** What is announced aloud when a phase begins. */
export const ANNOUNCED = {
  questions: ({ first }) => `The time runs. ${minutes(first, true)} for your questions.`,
  closing: ({ last }) =>
    `The last ${minutes(last)} have begun. Say so, and close: the steps are on the screen.`,
  over: ({ first, last }) =>
    `${minutes(first + last, true)} are over. Say thank you and goodbye, unless they offer more time.`,
  extended: () => "They offered more time: your other questions are back.",
  ended: () => "Noted. Write down what you heard while it is fresh.",
};

/** What stands beside the clock. */
export const BESIDE = {
  questions: "left for your questions",
  closing: "left to close",
  over: "and it is time to say goodbye",
  extended: "since you began",
};

const NUMBERS = [
  "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
  "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  "twenty",
];

/** Say a number of seconds in whole minutes: "five minutes". */
export function minutes(seconds, capital = false) {
  const number = Math.round(seconds / 60);
  const word = NUMBERS[number] ?? String(number);
  const words = `${word} ${number === 1 ? "minute" : "minutes"}`;
  return capital ? words[0].toUpperCase() + words.slice(1) : words;
}

/** Show seconds as a clock does: "4:07". */
export function clock(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
