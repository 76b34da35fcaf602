import { parameterSchema } from '../../authoring.ts';
import { requirementsAt, selectFrameworks } from '../../frameworks.ts';
import {
  parametersOf,
  severities,
  type AnyControl,
  type Catalog,
  type Language,
  type Severity,
  text,
} from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { sayNearest } from '../../core/nearest-names.ts';
import { allUses } from './uses.ts';

/** Which controls a listing shows; absent means all. */
export interface ControlFilter {
  readonly kind?: string | undefined;
  readonly severity?: Severity | undefined;
  /** Frameworks, each with a level if one is named: controls that feed any of their requirements. */
  readonly framework?: readonly string[] | undefined;
}

/**
 * The controls of a catalog that pass a filter, in the catalog's order.
 *
 * @throws PlimsollError `option-invalid` for a kind that no control has, `framework-unknown`
 */
export async function filterControls(
  catalog: Catalog,
  { kind, severity, framework }: ControlFilter,
): Promise<readonly AnyControl[]> {
  const kinds = [...new Set(catalog.controls.map(({ subject }) => subject.kind))];
  if (kind !== undefined && !kinds.includes(kind)) {
    const near = sayNearest(kind, kinds);
    throw new PlimsollError(
      'option-invalid',
      text(
        `No control judges the kind ${JSON.stringify(kind)}.`,
        `没有控制项评判种类 ${JSON.stringify(kind)}。`,
      ),
      {
        hint: text(
          `${near.en}There are: ${kinds.join(', ')}.`,
          `${near.zh}已有：${kinds.join('、')}。`,
        ),
      },
    );
  }
  const mapped = framework === undefined ? undefined : await mappedBy(framework);
  return catalog.controls.filter(
    (control) =>
      (kind === undefined || control.subject.kind === kind) &&
      (severity === undefined || severityOf(catalog, control) === severity) &&
      (mapped === undefined || mapped.has(control.id)),
  );
}

async function mappedBy(specs: readonly string[]): Promise<ReadonlySet<string>> {
  const selected = await selectFrameworks(specs);
  return new Set(
    selected.flatMap(({ framework, mappings, level }) => {
      const wanted = new Set(requirementsAt(framework, level).map(({ id }) => id));
      return mappings
        .flatMap(({ links }) => links)
        .filter(({ requirement }) => wanted.has(requirement))
        .map(({ control }) => control);
    }),
  );
}

const severityOf = (catalog: Catalog, control: AnyControl): Severity =>
  catalog.severities[control.id] ?? control.severity;

/** Controls as a program gets them: words in both languages, parameters, and what each is mapped to. */
export async function controlItems(
  controls: readonly AnyControl[],
  catalog: Catalog,
  language: Language,
): Promise<readonly object[]> {
  const uses = await allUses();
  return controls.map((control) => ({
    id: control.id,
    kind: control.subject.kind,
    severity: severityOf(catalog, control),
    title: control.title,
    manual: control.question !== undefined,
    params: parametersOf(catalog, control),
    parameters: parameterSchema(control, language),
    mappings: (uses.get(control.id) ?? []).map(
      ({ framework, requirement, shows, breaks, guard }) => ({
        framework,
        requirement,
        shows,
        breaks,
        ...(guard ? { guard } : {}),
      }),
    ),
    references: control.references,
  }));
}

/** Controls as a person sees them: the worst first, then in the catalog's order. */
export const controlRows = (
  controls: readonly AnyControl[],
  catalog: Catalog,
  language: Language,
): readonly (readonly string[])[] =>
  severities.flatMap((severity) =>
    controls
      .filter((control) => severityOf(catalog, control) === severity)
      .map((control) => [control.id, severity, control.title[language]]),
  );
