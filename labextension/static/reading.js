// While the code is folded a page is for reading and filling in: no key and no click turns it
// back into cells. Our listeners sit below those of JupyterLab, so what they stop never gets there.

export function keepCellsApart(panel, isReading) {
  const stopWhile = (condition) => (event) => {
    if (isReading() && condition(event)) event.stopPropagation();
  };
  const inMarkdown = (event) => event.target.closest(".jp-MarkdownCell");
  panel.node.addEventListener("keydown", (event) => {
    if (!isReading()) return;
    event.stopPropagation();
    // Everything is saved already; the browser would offer to save the page as a file.
    if (isSaveKey(event)) event.preventDefault();
  });
  panel.node.addEventListener("contextmenu", stopWhile(() => true));
  panel.node.addEventListener("dblclick", stopWhile(inMarkdown), true);
}

// Lines that carry an idea are shown while reading, to be read and copied but not changed. That
// is how they are shown, not what the notebook says of them: nothing is written to its metadata.
export function showIdeas(cells, isReading) {
  for (const cell of cells) {
    if (!cell.model.getMetadata("tags")?.includes("idea")) continue;
    cell.addClass("olenb-idea");
    cell.ready.then(() => {
      cell.syncEditable = false;
      cell.readOnly = isReading();
      // JupyterLab leaves the box without a name, and a screen reader says "edit text, blank".
      cell.node.querySelector(".cm-content")?.setAttribute("aria-label", "A line of Python");
    });
  }
}

function isSaveKey(event) {
  return (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";
}
