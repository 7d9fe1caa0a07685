/** What belongs together on a form: the fields of one scope, and what the scope is about. */

/** Return the element whose fields belong together with `node`. */
export function scopeOf(node) {
  return node.parentElement.closest("[data-scope]");
}

/** Return what a scope is about: the id of the card that it is or lies in, or "". */
export function itemOf(scope) {
  return scope.closest("[data-item]")?.dataset.item ?? "";
}

const FIELD = Symbol("field");

/** Let the element of a field be found again by {@link fieldsOf}. */
export function markField(node, field) {
  node[FIELD] = field;
  node.dataset.field = "";
}

/** Return the fields of a scope, without those of scopes further in. */
export function fieldsOf(scope) {
  return [...scope.querySelectorAll("[data-field]")]
    .filter((node) => scopeOf(node) === scope)
    .map((node) => node[FIELD]);
}
