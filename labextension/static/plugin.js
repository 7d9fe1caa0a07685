// Turns notebooks that say `"olenb": {"page": ...}` in their metadata into pages of the workbook.

const stamp = new URL(import.meta.url).search;
const { Page } = await import(`./page.js${stamp}`);
const { Chrome } = await import(`./chrome.js${stamp}`);

const STATE = "@jupyterlab/apputils-extension:state";

export function createPlugins(lab) {
  const plugins = [pages(lab)];
  if (lab.PageConfig.Extension.isDisabled(STATE)) plugins.push(state(lab));
  return plugins;
}

// Which tabs were open is forgotten with the window: the address says which page is shown.
// JupyterLab's own plugin keeps it in a file, and shows no page before a second has passed.
function state(lab) {
  return {
    id: "olenb-lab:state",
    autoStart: true,
    provides: lab.IStateDB,
    activate: () => new lab.StateDB(),
  };
}

function pages(lab) {
  return {
    id: "olenb-lab:pages",
    autoStart: true,
    requires: [lab.INotebookTracker, lab.ILabShell],
    activate: (app, tracker, shell) => {
      addStyles();
      const pages = new Map();
      const chrome = new Chrome(shell, () => pages.get(shell.currentWidget));
      const update = () => {
        chrome.update();
        leaveOthers(shell, pages);
      };
      const open = (panel) => openPage(lab, app, panel, pages, update);
      tracker.forEach(open);
      tracker.widgetAdded.connect((_, panel) => open(panel));
      for (const signal of [shell.currentChanged, shell.modeChanged]) signal.connect(update);
      shell.restored.then(update);
      window.addEventListener("popstate", () => followHistory(app, pages));
    },
  };
}

async function openPage(lab, app, panel, pages, update) {
  await panel.context.ready;
  const about = panel.content.model?.getMetadata("olenb");
  if (panel.isDisposed || !about?.page) return;
  const page = new Page(lab, app, panel, about);
  pages.set(panel, page);
  panel.disposed.connect(() => pages.delete(panel));
  page.readingChanged = update;
  update();
  await page.open();
}

// One page at a time: else each one passed through would keep its kernel and its memory.
function leaveOthers(shell, pages) {
  const current = shell.currentWidget;
  if (shell.mode !== "single-document" || !pages.has(current)) return;
  for (const [panel, page] of pages) {
    if (panel !== current) page.leave(() => shell.currentWidget === panel);
  }
}

// The browser's own Back and Forward: JupyterLab changes the address, but not what it shows.
function followHistory(app, pages) {
  const current = app.shell.currentWidget;
  const address = location.pathname.match(/\/doc(?:\/workspaces\/[^/]+)?\/tree\/(.+\.ipynb)$/);
  if (!pages.has(current) || !address) return;
  const path = decodeURIComponent(address[1]);
  if (path !== current.context.path) app.commands.execute("docmanager:open", { path });
}

function addStyles() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(`style.css${stamp}`, import.meta.url);
  document.head.append(link);
}
