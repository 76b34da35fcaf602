import type { Assessment } from './assessment.ts';
import { parametersOf, severityOf, type Catalog } from '../controls/catalog.ts';
import type { AnyControl } from '../controls/control.ts';
import { isStale } from './freshness.ts';
import type { Tally } from '../frameworks/rollup.ts';
import { emptyTally } from './tally.ts';

/** A catalog as an assessment keeps it: the words of each control, its parameters, and what it said. */
export function describeCatalog(
  catalog: Catalog,
  tallyOf: (id: string) => Tally | undefined,
  when: { readonly collectedAt: string; readonly at: string },
): Assessment['catalog'] {
  const { collectedAt, at } = when;
  const describeControl = (control: AnyControl): Assessment['catalog']['controls'][number] => ({
    id: control.id,
    kind: control.subject.kind,
    severity: severityOf(catalog, control),
    title: control.title,
    ...(control.failingTitle === undefined ? {} : { failingTitle: control.failingTitle }),
    rationale: control.rationale,
    remediation: control.remediation,
    references: [...control.references],
    params: { ...parametersOf(catalog, control) },
    ...(control.holds === undefined
      ? {}
      : { holds: control.holds, stale: isStale(collectedAt, control.holds, at) }),
    tally: tallyOf(control.id) ?? emptyTally(),
  });
  const { id, version } = catalog;
  return {
    id,
    version,
    controls: catalog.controls.map(describeControl),
    lineage: [...catalog.lineage],
  };
}

/**
 * The parameters in force by a control's id, none for one that the catalog does not have. Each is read once,
 * however many frameworks ask.
 */
export function paramsIn(catalog: Catalog): (id: string) => Readonly<Record<string, unknown>> {
  const known = new Map<string, Readonly<Record<string, unknown>>>(
    catalog.controls.map((control) => [control.id, parametersOf(catalog, control)]),
  );
  return (id) => known.get(id) ?? {};
}
