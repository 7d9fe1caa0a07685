// The bar at the top of a page: Back, Run, how it is going, Show code, Next.

const BUTTON = {
  waiting: "Start",
  running: "Run again",
  ready: "Run again",
  failed: "Run again",
  changed: "Run this page",
  stopped: "Start again",
};
const BUSY = ["waiting", "running"];

export class Bar {
  // Each of `back` and `next` is undefined or {title, href, go}; `run` and `show` are called
  // when the user asks to run the page, or to see its code or not.
  constructor({ back, next, run, show }) {
    this.runButton = element("button", { type: "button", class: "olenb-run" });
    this.words = element("span", { role: "status", class: "olenb-status" });
    this.codeSwitch = element("button", { type: "button", role: "switch" }, "Show code");
    this.node = element("nav", { class: "olenb-bar", "aria-label": "This page" });
    this.node.append(
      ...link("Back", back),
      this.runButton,
      this.words,
      this.codeSwitch,
      ...link("Next", next),
    );
    this.runButton.addEventListener("click", () => BUSY.includes(this.state) || run());
    this.codeSwitch.addEventListener("click", () => show(!this.showsCode));
    this.showCode(false);
    this.say("waiting", "");
  }

  get state() {
    return this.node.dataset.state;
  }

  get showsCode() {
    return this.codeSwitch.getAttribute("aria-checked") === "true";
  }

  showCode(on) {
    this.codeSwitch.setAttribute("aria-checked", String(on));
  }

  // The button stays in the tab order while it can't be pressed: focus must not get lost.
  say(state, words) {
    this.node.dataset.state = state;
    this.runButton.textContent = BUTTON[state];
    this.runButton.setAttribute("aria-disabled", String(BUSY.includes(state)));
    this.words.textContent = words;
  }
}

function link(label, target) {
  if (!target) return [];
  const anchor = element("a", { href: target.href, class: `olenb-${label.toLowerCase()}` });
  anchor.textContent = `${label}: ${target.title}`;
  anchor.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    target.go();
  });
  return [anchor];
}

function element(tag, attributes, text = "") {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.textContent = text;
  return node;
}
