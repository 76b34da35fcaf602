/**
 * Makes the name of a place in the document from an id: one that can stand in an address and in an
 * attribute as it is. Different ids give different names.
 */
export function anchorOf(prefix: string, id: string): string {
  const safe = id.replaceAll(/[^A-Za-z0-9.-]/g, (unit) => `_${unit.charCodeAt(0).toString(16)}_`);
  return `${prefix}-${safe}`;
}
