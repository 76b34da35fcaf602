import { isDeepStrictEqual } from 'node:util';
import type { Assessment } from '../../core/assessment/assessment.ts';
import type { Severity } from '../../core/controls/severity.ts';

/** A value before and after; absent where there was none. */
export interface BeforeAfter<T = unknown> {
  readonly before?: T;
  readonly after?: T;
}

/** A control that both assessments have, with another severity. */
export interface SeverityChange {
  readonly control: string;
  readonly before: Severity;
  readonly after: Severity;
  /** Unwaived failures of it after. */
  readonly failing: number;
}

/** What became of the catalog. */
export interface CatalogChanges {
  /** Controls by id. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly severities: readonly SeverityChange[];
  /** Id and version of the catalog; `null` when it is the same. */
  readonly catalog: Required<BeforeAfter<string>> | null;
  /** Name and version of the program; `null` when it is the same. */
  readonly tool: Required<BeforeAfter<string>> | null;
}

/** A parameter whose value in force is another. */
export interface ParameterChange extends BeforeAfter {
  readonly control: string;
  readonly name: string;
  /** Who set it and why, where the catalog after says so. */
  readonly tailored?: { readonly by: string; readonly reason: string };
}

/** Finds the controls that came, went or are rated otherwise, and whether what they come from has another version. */
export function diffCatalog(before: Assessment, after: Assessment): CatalogChanges {
  const was = controlsOf(before);
  const is = controlsOf(after);
  return {
    added: [...is.keys()].filter((id) => !was.has(id)),
    removed: [...was.keys()].filter((id) => !is.has(id)),
    severities: [...is.values()].flatMap(({ id, severity, tally }) => {
      const old = was.get(id);
      if (old === undefined || old.severity === severity) return [];
      return [{ control: id, before: old.severity, after: severity, failing: tally.fail }];
    }),
    catalog: versionChange(before.catalog, after.catalog, ({ id, version }) => `${id} ${version}`),
    tool: versionChange(before.tool, after.tool, ({ name, version }) => `${name} ${version}`),
  };
}

/** Parameters in force that changed, of controls that both assessments have. */
export function diffParameters(before: Assessment, after: Assessment): readonly ParameterChange[] {
  const earlier = controlsOf(before);
  // The last word of the lineage is the one in force.
  const tailored = new Map(
    after.catalog.lineage
      .filter(({ change }) => change === 'tailored')
      .map(({ control, by, reason }) => [control, { by, reason }]),
  );
  return after.catalog.controls.flatMap(({ id, params }) => {
    const was = earlier.get(id)?.params;
    if (was === undefined) return [];
    const by = tailored.get(id);
    return [...new Set([...Object.keys(was), ...Object.keys(params)])]
      .filter((name) => !isDeepStrictEqual(was[name], params[name]))
      .map((name) => ({
        control: id,
        name,
        before: was[name],
        after: params[name],
        ...(by ? { tailored: by } : {}),
      }));
  });
}

/** The controls of an assessment by id. */
export const controlsOf = ({ catalog }: Assessment) =>
  new Map(catalog.controls.map((each) => [each.id, each] as const));

function versionChange<T>(
  was: T,
  is: T,
  name: (each: T) => string,
): Required<BeforeAfter<string>> | null {
  const [before, after] = [name(was), name(is)];
  return before === after ? null : { before, after };
}
