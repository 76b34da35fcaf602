import { sayNearest } from '../nearest-names.ts';
import { parsedOnce, type AnyControl, type ParamsInput } from './control.ts';
import type { Severity } from './severity.ts';
import { PlimsollError } from '../errors.ts';
import { text } from '../text.ts';
import { readWith } from '../read-with.ts';
import { sayProblems } from '../say-issues.ts';

/** What was changed in a control of a catalog that was extended, and by whom. */
export interface CatalogChange {
  readonly control: string;
  readonly change: 'tailored' | 'omitted';
  readonly reason: string;
  readonly by: string;
  /** The catalog in which the change was made. */
  readonly catalog: string;
}

/** A typed set of controls with the parameters in force. Never mutated: extending makes another. */
export interface Catalog<C extends AnyControl = AnyControl> {
  readonly id: string;
  readonly version: string;
  readonly controls: readonly C[];
  /** Parameters that differ from the defaults, by control id. */
  readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Severities that differ from the control's own, by control id. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Who changed what, oldest first. */
  readonly lineage: readonly CatalogChange[];
  /** Where each control came from, by control id, for messages. */
  readonly places: Readonly<Record<string, string>>;
  /** The catalog that it extends, and how; absent of one that stands by itself. */
  readonly origin?: CatalogOrigin;
}

/** How a catalog was made of another, so that the same can be done to a third. */
export interface CatalogOrigin {
  readonly base: Catalog;
  readonly extension: CatalogExtension<AnyControl, AnyControl>;
}

/** The id of any control of a catalog, as a literal type. */
export type ControlIdOf<T extends Catalog> = T['controls'][number]['id'];

/** A change to one control's parameters, its severity or how long what it finds holds; both the reason and the author are needed. */
export type Tailoring<C extends AnyControl> = {
  readonly params?: ParamsInput<C>;
  readonly severity?: Severity;
  /** Days for which what it found holds. */
  readonly holds?: number;
  readonly reason: string;
  readonly by: string;
};

/** Leaving a control out is a decision of somebody's, for a reason. */
export interface Omission {
  readonly reason: string;
  readonly by: string;
}

/** What {@link extendCatalog} may do. */
export interface CatalogExtension<C extends AnyControl, Added extends AnyControl> {
  readonly id?: string;
  readonly version?: string;
  readonly add?: readonly Added[];
  readonly tailor?: Tailorings<C>;
  readonly omit?: Omissions<C['id']>;
}

/** Changes to controls, by their ids. */
type Tailorings<C extends AnyControl> = {
  readonly [Id in C['id']]?: Tailoring<Extract<C, { id: Id }>>;
};

/** What is left out, by the ids. */
type Omissions<Id extends string> = { readonly [Each in Id]?: Omission };

/**
 * Makes a catalog of controls.
 *
 * @throws PlimsollError `catalog-duplicate-control` when two controls share an id; the message names both places
 */
export function defineCatalog<const C extends AnyControl>(definition: {
  id: string;
  version: string;
  controls: readonly C[];
}): Catalog<C> {
  const { id, version, controls } = definition;
  const places = placesOf(`catalog ${JSON.stringify(id)}`, controls, {});
  return { id, version, controls, parameters: {}, severities: {}, lineage: [], places };
}

/**
 * Adds, tailors and omits controls of a catalog, and returns another catalog.
 *
 * @throws PlimsollError `catalog-duplicate-control`, `catalog-unknown-control`, `parameters-invalid`
 * @example
 * export default extendCatalog(builtin, {
 *   add: [noSensitiveMounts],
 *   tailor: { 'workload-pids-limit': { params: { max: 256 }, reason: 'Small services', by: 'J. Doe' } },
 * });
 */
export function extendCatalog<C extends AnyControl, const Added extends AnyControl = never>(
  base: Catalog<C>,
  extension: CatalogExtension<C, Added>,
): Catalog<C | Added> {
  const id = extension.id ?? base.id;
  const tailored = entries<Tailoring<AnyControl>>(extension.tailor);
  const omitted = entries<Omission>(extension.omit);
  const left = new Set(omitted.map(([controlId]) => controlId));
  const lineage = [...base.lineage];
  const parameters = { ...base.parameters };
  const severities = { ...base.severities };
  const periods = new Map<string, number>();

  for (const [controlId, tailoring] of tailored) {
    const control = find(base, controlId);
    requireReason(controlId, tailoring);
    if (tailoring.params) {
      const params = { ...parameters[controlId], ...tailoring.params };
      parseParams(control, params);
      parameters[controlId] = params;
    }
    if (tailoring.severity) severities[controlId] = tailoring.severity;
    if (tailoring.holds !== undefined) {
      periods.set(controlId, wholeDays(controlId, tailoring.holds));
    }
    const { reason, by } = tailoring;
    lineage.push({ control: controlId, change: 'tailored', reason, by, catalog: id });
  }
  for (const [controlId, omission] of omitted) {
    find(base, controlId);
    requireReason(controlId, omission);
    lineage.push({ control: controlId, change: 'omitted', ...omission, catalog: id });
  }
  const added = extension.add ?? [];
  const kept = base.controls
    .filter((control) => !left.has(control.id))
    .map((control) => {
      const holds = periods.get(control.id);
      return holds === undefined ? control : { ...control, holds };
    });
  const keptPlaces = Object.fromEntries(
    Object.entries(base.places).filter(([controlId]) => !left.has(controlId)),
  );
  return {
    id,
    version: extension.version ?? base.version,
    controls: [...kept, ...added],
    parameters,
    severities,
    lineage,
    places: {
      ...keptPlaces,
      ...placesOf(`what extends catalog ${JSON.stringify(base.id)}`, added, keptPlaces),
    },
    origin: { base, extension },
  };
}

type Parameters = Readonly<Record<string, unknown>>;

/** Parsed once, since judging, describing and mapping ask for the same. */
const inForce = new WeakMap<Catalog, Map<AnyControl, Parameters>>();

/**
 * The parameters of a control as they are in force in a catalog.
 *
 * @throws PlimsollError `parameters-invalid`
 */
export function parametersOf(catalog: Catalog, control: AnyControl): Parameters {
  const known = inForce.get(catalog) ?? new Map<AnyControl, Parameters>();
  const parsed = known.get(control) ?? parseParams(control, catalog.parameters[control.id] ?? {});
  inForce.set(catalog, known.set(control, parsed));
  return parsed;
}

/** The severity of a control as it is in force in a catalog. */
export const severityOf = (catalog: Catalog, control: AnyControl): Severity =>
  catalog.severities[control.id] ?? control.severity;

function parseParams(control: AnyControl, input: Parameters): Parameters {
  const known = Object.keys(control.params.shape);
  const given = Object.keys(input).length > 0;
  if (known.length === 0 && !given) return {};
  // Where nothing is given, nothing is too much: that needs no schema of its own.
  const params = given ? control.params.strict() : control.params;
  const parsed = readWith(params, input, parsedOnce);
  if (parsed.success) return parsed.data;
  const why = sayProblems(parsed.problems);
  throw new PlimsollError(
    'parameters-invalid',
    text(
      `The parameters of ${control.id} are not valid: ${why.en}`,
      `${control.id} 的参数无效：${why.zh}`,
    ),
    {
      hint:
        known.length > 0
          ? text(`The control has: ${known.join(', ')}.`, `该控制项的参数有：${known.join('、')}。`)
          : text('The control has no parameters.', '该控制项没有参数。'),
    },
  );
}

function entries<T>(of: Readonly<Record<string, T | undefined>> | undefined): [string, T][] {
  return Object.entries(of ?? {}).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value]],
  );
}

function placesOf(
  place: string,
  controls: readonly AnyControl[],
  known: Readonly<Record<string, string>>,
): Record<string, string> {
  const places: Record<string, string> = {};
  for (const [at, control] of controls.entries()) {
    const here = `${place}, control ${at + 1}`;
    const there = places[control.id] ?? known[control.id];
    if (there !== undefined) {
      throw new PlimsollError(
        'catalog-duplicate-control',
        text(
          `The control ${control.id} occurs twice: in ${there}, and in ${here}.`,
          `控制项 ${control.id} 出现两次：在 ${there} 和 ${here} 中。`,
        ),
        {
          hint: text(
            'Give one of them another id, or omit the first with a reason.',
            '请为其中一个另取 id，或写明理由移除前者。',
          ),
        },
      );
    }
    places[control.id] = here;
  }
  return places;
}

function find(catalog: Catalog, id: string): AnyControl {
  const control = catalog.controls.find((each) => each.id === id);
  if (control) return control;
  const near = sayNearest(
    id,
    catalog.controls.map((each) => each.id),
  );
  throw new PlimsollError(
    'catalog-unknown-control',
    text(
      `The catalog ${JSON.stringify(catalog.id)} has no control ${JSON.stringify(id)}.`,
      `目录 ${JSON.stringify(catalog.id)} 中没有控制项 ${JSON.stringify(id)}。`,
    ),
    {
      hint: text(
        `${near.en}See all with: plimsoll list controls`,
        `${near.zh}查看全部：plimsoll list controls`,
      ),
    },
  );
}

function wholeDays(controlId: string, days: number): number {
  if (Number.isInteger(days) && days > 0) return days;
  throw new PlimsollError(
    'parameters-invalid',
    text(
      `Findings of ${controlId} cannot hold for ${days} days.`,
      `${controlId} 的结果不能保持 ${days} 天。`,
    ),
    {
      hint: text(
        'Give a whole number of days above 0: holds: 30',
        '请给出大于 0 的整天数：holds: 30',
      ),
    },
  );
}

function requireReason(controlId: string, change: Omission): void {
  if (change.reason.trim() !== '' && change.by.trim() !== '') return;
  throw new PlimsollError(
    'parameters-invalid',
    text(
      `The change to ${controlId} has no reason or no author.`,
      `对 ${controlId} 的更改没有理由或作者。`,
    ),
    {
      hint: text(
        'Give both: { reason: "…", by: "…" }.',
        '两者都要给出：{ reason: "…", by: "…" }。',
      ),
    },
  );
}
