// A module-federation container, written by hand so that nothing has to be built: JupyterLab
// calls `init` with the modules that it shares, then asks for the plugins (see package.json).
(() => {
  const MODULES = [
    "@jupyterlab/application",
    "@jupyterlab/apputils",
    "@jupyterlab/cells",
    "@jupyterlab/coreutils",
    "@jupyterlab/notebook",
    "@jupyterlab/services",
    "@jupyterlab/statedb",
    "@lumino/widgets",
  ];

  // JupyterLab lets browsers keep an extension's files for a year. The stamp in this file's
  // address changes with the content of all of them, and is handed on from file to file.
  const stamp = new URL(document.currentScript.src).search;
  let scope;

  // Of several shared copies of a module, the one in use is the one whose tokens Lab knows.
  async function shared(name) {
    const copies = Object.values(scope[name]);
    const copy = copies.find((one) => one.loaded) ?? copies[0];
    return (await copy.get())();
  }

  async function plugins() {
    const { createPlugins } = await import(`./plugin.js${stamp}`);
    const lab = Object.assign({}, ...(await Promise.all(MODULES.map(shared))));
    return { __esModule: true, default: createPlugins(lab) };
  }

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB["olenb-lab"] = {
    init: (sharedScope) => {
      scope = sharedScope;
    },
    get: async () => {
      const module = await plugins();
      return () => module;
    },
  };
})();
