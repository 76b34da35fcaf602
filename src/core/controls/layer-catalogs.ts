import { extendCatalog, type Catalog, type CatalogExtension } from './catalog.ts';
import type { AnyControl } from './control.ts';

type AnyExtension = CatalogExtension<AnyControl, AnyControl>;

/**
 * Lays one catalog over another: whatever made `over` of the last catalog that both have in common is done to
 * `base` as well, so that what either adds, tailors and omits holds in the end. Where both tailor the same
 * control, `over` wins. A catalog that has nothing in common with `base` adds its controls.
 *
 * @throws PlimsollError `catalog-duplicate-control` when both bring a control of their own under one id,
 * `catalog-unknown-control` when `over` changes what `base` omitted
 */
export function layerCatalogs(base: Catalog, over: Catalog): Catalog {
  if (descent(over).includes(base)) return over;
  const known = new Set(descent(base));
  const steps: AnyExtension[] = [];
  let at = over;
  while (!known.has(at) && at.origin) {
    steps.unshift(at.origin.extension);
    at = at.origin.base;
  }
  if (!known.has(at)) steps.unshift({ id: at.id, version: at.version, add: at.controls });
  return steps.reduce((catalog, step) => extendCatalog(catalog, withoutKnown(step, catalog)), base);
}

/** A catalog and all that it was made of, the youngest first. */
function descent(catalog: Catalog): readonly Catalog[] {
  return [catalog, ...(catalog.origin ? descent(catalog.origin.base) : [])];
}

/** A control that both bring, the very same one, is there already, whatever became of its period. */
function withoutKnown(step: AnyExtension, catalog: Catalog): AnyExtension {
  const ids = new Set(catalog.controls.map(({ id }) => id));
  const known = new Set(descent(catalog).flatMap(({ controls }) => controls));
  const isThere = (control: AnyControl): boolean => ids.has(control.id) && known.has(control);
  return { ...step, add: (step.add ?? []).filter((control) => !isThere(control)) };
}
