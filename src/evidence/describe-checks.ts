import type { Assessment } from '../core/assessment.ts';
import { parametersOf, type Catalog } from '../core/catalog.ts';
import type { AnyControl } from '../core/control.ts';
import type { CheckDescription, Checks, SourceFile } from './checks.ts';
import { checksVersion } from './checks.ts';
import { sha256 } from './sha256.ts';
import type { ShippedSources } from './shipped-sources.ts';

/** Where the sources of controls come from. */
export interface KnownSources {
  /** The sources that this package ships; absent where it runs from a working copy that was not built. */
  readonly shipped?: ShippedSources | undefined;
  /** The controls that those sources are of, as objects: another control may bear the same id. */
  readonly controls: readonly AnyControl[];
}

/** Describes each control that said anything: its parameters, and what its check is. */
export function describeChecks(
  catalog: Catalog,
  assessment: Assessment,
  known: KnownSources,
): Checks {
  const spoke = new Set(assessment.findings.map(({ controlId }) => controlId));
  const own = new Set<AnyControl>(known.controls);
  const used = new Set<string>();
  const sourceOf = (control: AnyControl): CheckDescription['source'] => {
    const found = own.has(control) ? known.shipped?.controls[control.id] : undefined;
    const [file, ...imports] = found?.files ?? [];
    const text = file === undefined ? undefined : known.shipped?.files[file];
    if (!found || file === undefined || text === undefined) return atRunTime(control);
    for (const each of found.files) used.add(each);
    return { from: 'package', file, line: found.line, sha256: sha256(text), imports };
  };
  const controls = catalog.controls
    .filter(({ id }) => spoke.has(id))
    .map((control) => ({
      id: control.id,
      kind: control.subject.kind,
      params: { ...parametersOf(catalog, control) },
      place: catalog.places[control.id] ?? catalog.id,
      source: sourceOf(control),
    }));
  return {
    kind: 'plimsoll/checks',
    version: checksVersion,
    catalog: { id: catalog.id, version: catalog.version },
    controls,
    files: [...used].sort().map((path) => fileOf(path, known.shipped?.files[path] ?? '')),
  };
}

const fileOf = (path: string, text: string): SourceFile => ({ path, sha256: sha256(text), text });

/** What the running program says of a check. */
function atRunTime({ check, applies }: AnyControl): CheckDescription['source'] {
  const text = [applies && `applies: ${applies.toString()}`, `check: ${check.toString()}`]
    .filter((part) => part !== undefined)
    .join('\n');
  return { from: 'runtime', text, sha256: sha256(text) };
}
