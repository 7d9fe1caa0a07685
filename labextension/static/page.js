// One page of the workbook: a notebook that runs by itself when its code is ours, shows how that
// is going in a bar at its top, and keeps its code folded until the user asks for it.

const stamp = new URL(import.meta.url).search;
const { Bar } = await import(`./bar.js${stamp}`);
const { isOurs } = await import(`./ours.js${stamp}`);
const { keepCellsApart, showIdeas } = await import(`./reading.js${stamp}`);

const CHANGED =
  "This page’s code is not the code that came with olenb, so it did not run by itself. " +
  "Read it, and run it only if you know where it comes from.";
const FAILED = "This page stopped before its end. Your work is saved. Press Run again.";
const STOPPED = "The engine stopped. Your work is saved. Press Start again.";
const GONE = ["dead", "autorestarting", "restarting", "terminating", "disconnected"];
const SLOWEST_START = 60_000; // milliseconds; after that nobody should be told to wait
const PAGE_NAME = /^[\w-]+$/;

export class Page {
  // `about` is what the notebook's metadata say: {page, back, next}, the names of notebooks in
  // the same folder without their ending; the first page has no `back`, the last no `next`.
  constructor(lab, app, panel, about) {
    Object.assign(this, { lab, app, panel, reading: true, readingChanged: () => {} });
    this.session = panel.sessionContext;
    this.currentRun = 0;
    this.bar = new Bar({
      back: this.neighbour(about.back),
      next: this.neighbour(about.next),
      run: () => this.startAgain(),
      show: (on) => this.showCode(on),
    });
    addAbove(panel, this.bar.node, lab.Widget);
    panel.addClass("olenb-page");
    keepCellsApart(panel, () => this.reading);
    panel.node.addEventListener("olenb:open", (event) => this.followLink(event));
    this.showCode(false);
    this.forgetOutputs();
    for (const signal of [this.session.statusChanged, this.session.connectionStatusChanged]) {
      signal.connect((_, status) => GONE.includes(status) && this.stopped());
    }
    this.session.kernelChanged.connect((_, { oldValue, newValue }) => {
      if (oldValue && !newValue) this.stopped();
    });
  }

  // A kernel that an earlier visit left behind is as good as a new one, and quicker.
  async open() {
    this.bar.say("waiting", "Getting ready…");
    const code = this.code();
    if (!(await isOurs(this.lab, code).catch(() => false))) return this.changed();
    await this.session.ready;
    return this.run(code);
  }

  async startAgain() {
    this.bar.say("waiting", "Getting ready…");
    try {
      if (this.currentRun > 0) await this.freshKernel();
      else await within(SLOWEST_START, this.session.ready);
    } catch {
      return this.stopped();
    }
    return this.run(this.code());
  }

  // Run the cells in order, as long as each one still holds the `code` that was looked at.
  async run(code) {
    if (!this.session.session?.kernel) return this.stopped();
    const run = (this.currentRun += 1);
    const cells = this.codeCells();
    for (const cell of cells) {
      cell.model.clearExecution();
      cell.outputArea.node.inert = false;
    }
    for (const [index, cell] of cells.entries()) {
      if (run !== this.currentRun) return;
      if (cell.model.sharedModel.getSource() !== code[index]) return this.changed();
      this.bar.say("running", `Running ${index + 1} of ${cells.length}…`);
      const succeeded = await this.execute(cell);
      if (run !== this.currentRun) return;
      if (!succeeded) return this.bar.say("failed", FAILED);
    }
    this.bar.say("ready", "Ready");
  }

  // An empty cell gets no reply, and there is nothing wrong with it.
  async execute(cell) {
    const reply = await this.lab.CodeCell.execute(cell, this.session).catch(() => null);
    return reply === undefined || reply?.content.status === "ok";
  }

  // A new kernel in place of the old one, dead or alive. When the old one is restarted instead,
  // JupyterLab on a busy computer sometimes waits for ever for its first word.
  async freshKernel() {
    this.restarting = true;
    try {
      const name = this.session.kernelPreference.name ?? "python3";
      await within(SLOWEST_START, this.session.changeKernel({ name }));
    } finally {
      this.restarting = false;
    }
  }

  changed() {
    this.showCode(true);
    this.bar.say("changed", CHANGED);
    this.bar.runButton.focus();
  }

  // What is on the page no longer reaches Python: typing there would be typing into the void.
  stopped() {
    if (this.restarting || this.panel.isDisposed) return;
    this.currentRun += 1;
    const hadFocus = this.panel.node.contains(document.activeElement);
    for (const cell of this.codeCells()) cell.outputArea.node.inert = true;
    this.bar.say("stopped", STOPPED);
    if (hadFocus) this.bar.runButton.focus();
    // JupyterLab says the same in a dialog, in words that explain nothing to a newcomer.
    if (this.reading) setTimeout(() => this.lab.Dialog.flush());
  }

  showCode(on) {
    this.reading = !on;
    this.bar.showCode(on);
    this.panel.toggleClass("olenb-reading", !on);
    this.panel.toolbar.setHidden(!on);
    showIdeas(this.codeCells(), () => this.reading);
    if (on) for (const cell of this.codeCells()) cell.inputHidden = false;
    this.readingChanged();
  }

  // Running fills in outputs and numbers, which are made anew on each visit. A notebook whose
  // text is as it was saved has nothing to save, and asks nothing when it is left.
  forgetOutputs() {
    const { model } = this.panel.content;
    let saved = this.text();
    this.panel.context.saveState.connect((_, state) => {
      if (state === "completed") saved = this.text();
    });
    const forget = () => {
      if (model.dirty && this.text() === saved) model.dirty = false;
    };
    model.stateChanged.connect((_, { name }) => name === "dirty" && queueMicrotask(forget));
    forget();
  }

  // Close the page and end its kernel, once that has taken in what was typed last.
  async leave(isBack) {
    if (this.leaving) return;
    this.leaving = true;
    await quiet(this.session);
    if (!isBack() && this.panel.context.model.dirty) await this.panel.context.save();
    this.leaving = false;
    if (isBack() || this.panel.isDisposed) return;
    this.session.kernelPreference = { ...this.session.kernelPreference, shutdownOnDispose: true };
    this.panel.dispose();
  }

  neighbour(name) {
    if (!PAGE_NAME.test(name ?? "")) return undefined;
    const { PageConfig, PathExt } = this.lab;
    const path = PathExt.join(PathExt.dirname(this.panel.context.path), `${name}.ipynb`);
    return {
      title: titleOf(name),
      href: PageConfig.getUrl({ mode: "single-document", treePath: path }),
      go: () => this.app.commands.execute("docmanager:open", { path }),
    };
  }

  // Links inside the page ask before the browser would load everything anew.
  followLink(event) {
    const target = this.neighbour(event.detail.path.replace(/\.ipynb$/, ""));
    if (!target) return;
    event.preventDefault();
    target.go();
  }

  codeCells() {
    return this.panel.content.widgets.filter((cell) => cell.model.type === "code");
  }

  code() {
    return this.codeCells().map((cell) => cell.model.sharedModel.getSource());
  }

  text() {
    const cells = this.panel.content.widgets.map(({ model }) => model);
    return JSON.stringify(cells.map(({ type, sharedModel }) => [type, sharedModel.getSource()]));
  }
}

// Lumino places widgets by their least height, and the bar's depends on how its words wrap.
function addAbove(panel, node, Widget) {
  const widget = new Widget();
  widget.node.append(node);
  new ResizeObserver(() => {
    widget.node.style.minHeight = `${node.offsetHeight}px`;
    widget.parent?.fit();
  }).observe(node);
  panel.contentHeader.addWidget(widget);
}

// "03_introductions" is called "Introductions".
function titleOf(name) {
  const words = name.replace(/^\d+_/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// Settle as the promise does, or reject when it takes too long.
function within(milliseconds, promise) {
  const late = new Promise((_, reject) => setTimeout(reject, milliseconds));
  return Promise.race([promise, late]);
}

// Resolve when the kernel has had nothing to do for a second, or after five minutes.
async function quiet(session) {
  let idle = 0;
  for (let tick = 0; idle < 4 && tick < 1200; tick += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    idle = session.session?.kernel?.status === "busy" ? 0 : idle + 1;
  }
}
