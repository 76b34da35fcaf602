import type { Assessment } from './assessment.ts';
import { parametersOf, type Catalog } from './catalog.ts';
import type { AnyControl } from './control.ts';
import type { Tally } from './rollup.ts';
import { emptyTally } from './tally.ts';

/** A catalog as an assessment keeps it: the words of each control, its parameters, and what it said. */
export function describeCatalog(
  catalog: Catalog,
  tallyOf: (id: string) => Tally | undefined,
): Assessment['catalog'] {
  const describeControl = (control: AnyControl): Assessment['catalog']['controls'][number] => ({
    id: control.id,
    kind: control.subject.kind,
    severity: catalog.severities[control.id] ?? control.severity,
    title: control.title,
    rationale: control.rationale,
    remediation: control.remediation,
    references: [...control.references],
    params: { ...parametersOf(catalog, control) },
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

/** The parameters in force of a control by its id; none for one that the catalog does not have. */
export function paramsIn(catalog: Catalog, id: string): Readonly<Record<string, unknown>> {
  const control = catalog.controls.find((each) => each.id === id);
  return control ? parametersOf(catalog, control) : {};
}
