// A module-federation container, written by hand so that nothing has to be built: JupyterLab
// calls `init` with the modules that it shares, then asks for `./extension` (see package.json).
(() => {
  let scope;

  // Lab shares one copy of each of its modules under one or several versions; a copy that Lab
  // itself has loaded is the one whose tokens it knows.
  async function shared(name) {
    const copies = Object.values(scope[name]);
    const copy = copies.find((one) => one.loaded) ?? copies[0];
    return (await copy.get())();
  }

  async function extension() {
    const { createPlugin } = await import("./plugin.js");
    const [application, cells, coreutils, docmanager, apputils, notebook, services, widgets] =
      await Promise.all(
        [
          "@jupyterlab/application",
          "@jupyterlab/cells",
          "@jupyterlab/coreutils",
          "@jupyterlab/docmanager",
          "@jupyterlab/apputils",
          "@jupyterlab/notebook",
          "@jupyterlab/services",
          "@lumino/widgets",
        ].map(shared),
      );
    const lab = {
      ...application, ...cells, ...coreutils, ...docmanager, ...apputils, ...notebook, ...services, ...widgets
    };
    return { __esModule: true, default: createPlugin(lab) };
  }

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB["olenb-lab"] = {
    init: (sharedScope) => {
      scope = sharedScope;
    },
    get: async () => {
      const module = await extension();
      return () => module;
    },
  };
})();
