import { isLive } from '../../frameworks.ts';
import { parametersOf, type Catalog, type Link } from '../../index.ts';

/** Whether a link counts under the parameters of a catalog: its control is there, and its guard is met. */
export function countsIn(catalog: Catalog): (link: Link) => boolean {
  const params = new Map(
    catalog.controls.map((control) => [control.id, parametersOf(catalog, control)]),
  );
  return (link) => {
    const own = params.get(link.control);
    return own !== undefined && isLive(link, own);
  };
}
