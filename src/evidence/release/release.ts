import { z } from 'zod';
import { parametersOf, severityOf, type Catalog } from '../../core/controls/catalog.ts';
import type { AnyControl } from '../../core/controls/control.ts';
import { severities } from '../../core/controls/severity.ts';
import { textSchema } from '../../core/text-schema.ts';
import { sourcesIn, type KnownSources } from '../checks/describe-checks.ts';

const releasedControlSchema = z.object({
  id: z.string(),
  kind: z.string(),
  title: textSchema,
  severity: z.enum(severities),
  /** The parameters in force. */
  params: z.record(z.string(), z.unknown()),
  /** Days for which what it finds holds; absent where it has no end. */
  holds: z.number().int().positive().optional(),
  /** SHA-256 of the text of the check and of all that it uses; `null` where its source was not found. */
  check: z.string().nullable(),
});

/** The contents of `catalog.json`: a catalog as it stood, to be compared with a later one. */
export const releaseSchema = z.object({
  kind: z.literal('plimsoll/catalog'),
  version: z.literal('1.0'),
  catalog: z.object({ id: z.string(), version: z.string() }),
  controls: z.array(releasedControlSchema),
});

/** A catalog as it stood at one version. */
export type Release = Readonly<z.output<typeof releaseSchema>>;

/** One control as it stood. */
export type ReleasedControl = Release['controls'][number];

/** Writes down what of a catalog decides: every control with its severity, its parameters and the hash of its check. */
export function describeRelease(catalog: Catalog, known: KnownSources): Release {
  const sourceOf = sourcesIn(known);
  const describe = (control: AnyControl): ReleasedControl => {
    const { source } = sourceOf(control);
    return {
      id: control.id,
      kind: control.subject.kind,
      title: control.title,
      severity: severityOf(catalog, control),
      params: { ...parametersOf(catalog, control) },
      ...(control.holds === undefined ? {} : { holds: control.holds }),
      check: source.from === 'runtime' ? null : (source.digest ?? null),
    };
  };
  return {
    kind: 'plimsoll/catalog',
    version: '1.0',
    catalog: { id: catalog.id, version: catalog.version },
    controls: catalog.controls.map(describe).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
