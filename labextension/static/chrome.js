// What JupyterLab shows around a page: menus, side bars, status bar. They step aside while the
// code is folded and come back with it.

const AROUND = ["jp-header-panel", "jp-top-panel", "jp-menu-panel", "jp-bottom-panel"];
const BESIDE = "jp-main-content-panel";

export class Chrome {
  constructor(shell, currentPage) {
    this.shell = shell;
    this.currentPage = currentPage;
    this.hidden = new Set();
  }

  update() {
    const reading = this.shell.mode === "single-document" && this.currentPage()?.reading;
    if (reading) this.hide();
    else this.show();
  }

  hide() {
    this.shell.collapseLeft();
    this.shell.collapseRight();
    for (const widget of this.parts().filter((one) => !one.isHidden)) {
      widget.hide();
      this.hidden.add(widget);
    }
  }

  // Only what was hidden here: the header or a side bar may be hidden because the user chose so.
  show() {
    for (const widget of this.hidden) widget.show();
    this.hidden.clear();
  }

  parts() {
    const around = Array.from(this.shell.layout.widgets);
    const content = around.find((one) => one.id === BESIDE);
    const beside = Array.from(content?.layout.widgets ?? []);
    return [
      ...around.filter((one) => AROUND.includes(one.id)),
      ...beside.filter((one) => one.hasClass("jp-SideBar")),
    ];
  }
}
