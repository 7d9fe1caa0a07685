export function createPlugin(lab) {
  return { id: 'olenb-lab:pages', autoStart: true, requires: [lab.INotebookTracker, lab.ILabShell], activate: (app, tracker, shell) => { window.OLENB={app,tracker,shell,lab}; } };
}
