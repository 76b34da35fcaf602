import { dirname, resolve } from 'node:path';
import {
  buildOwnFramework,
  builtinFrameworks,
  findOwnProblems,
  ownFrameworkSchema,
  selectFrameworks,
  type FrameworkEntry,
  type MappedFramework,
  type OwnProblem,
  type SelectedFramework,
} from '../../frameworks.ts';
import { conform, readYaml, type YamlDocument } from '../../files.ts';
import { builtin, PlimsollError, type Catalog } from '../../index.ts';
import { placeIn } from '../config/place-in.ts';
import { readAs } from '../input/read-as.ts';
import type { LocatedConfig } from '../config/located-config.ts';
import { frameworkFile, isFrameworkFile } from '../config/framework-file.ts';

/** The frameworks that may be named: the built-in ones and the team's own. */
export type Available = Readonly<Record<string, FrameworkEntry>>;

const hint = 'See schemas/framework.schema.json, and examples/internal-policy.';

const oscalHint = 'It must be an OSCAL catalog in JSON: https://pages.nist.gov/OSCAL/';

/** Frameworks to judge by, and all that may be named beside them. */
export interface Chosen {
  readonly selected: readonly SelectedFramework[];
  readonly available: Available;
}

/**
 * Chooses frameworks: those named, or else those of the configuration. What is named by a file is read;
 * what the configuration brings of its own can be named by its id.
 *
 * @throws PlimsollError `framework-unknown`, `framework-invalid`, and what reading a file throws
 */
export async function chooseFrameworks(
  named: readonly string[] | undefined,
  config: LocatedConfig,
): Promise<Chosen> {
  const catalog = config.catalog ?? builtin;
  const own = new Map<string, FrameworkEntry>();
  const add = (mapped: MappedFramework): string => {
    const { id } = mapped.framework;
    if (Object.hasOwn(builtinFrameworks, id)) {
      throw new PlimsollError('framework-invalid', `There is a built-in framework ${id} already.`, {
        hint: 'Give yours another id.',
      });
    }
    const { requirements: _, ...head } = mapped.framework;
    own.set(id, { head, load: async () => mapped });
    return id;
  };
  const spell = async (spec: string, folder: string): Promise<string> => {
    const { path, level } = frameworkFile.exec(spec)?.groups ?? {};
    if (path === undefined) return spec;
    const id = add(await readFramework(resolve(folder, path), catalog));
    return level === undefined ? id : `${id}@${level}`;
  };
  const configured: string[] = [];
  for (const each of config.frameworks ?? []) {
    if (typeof each === 'string') configured.push(await spell(each, config.folder));
    else configured.push(each.level === undefined ? add(each) : `${add(each)}@${each.level}`);
  }
  const specs: string[] = [];
  for (const each of named ?? []) specs.push(await spell(each, process.cwd()));
  const available = { ...builtinFrameworks, ...Object.fromEntries(own) };
  const selected =
    named === undefined
      ? await selectConfigured(configured, available, config)
      : await selectFrameworks(specs, available);
  return { selected, available };
}

/** Selects the frameworks of a configuration; one that does not exist is told with its place. */
async function selectConfigured(
  specs: readonly string[],
  available: Available,
  config: LocatedConfig,
): Promise<readonly SelectedFramework[]> {
  try {
    return await selectFrameworks(specs, available);
  } catch (error) {
    for (const [at, spec] of specs.entries()) {
      await selectFrameworks([spec], available).catch(async (cause: unknown) => {
        if (!(cause instanceof PlimsollError)) throw cause;
        const place = await placeIn(config, ['frameworks', at]);
        throw placed(cause, place);
      });
    }
    throw error;
  }
}

/** An error with the place that led to it. */
const placed = (cause: PlimsollError, place: string): PlimsollError =>
  new PlimsollError(cause.code, `${place}: ${cause.message}`, { hint: cause.hint, cause });

/** Reads a framework from a file: one of the team's own, or an OSCAL catalog. `above` are the files that extend it. */
const readFramework = (
  path: string,
  catalog: Catalog,
  above: readonly string[] = [],
): Promise<MappedFramework> =>
  readAs(path, 'framework', () => parseFramework(path, catalog, above));

async function parseFramework(
  path: string,
  catalog: Catalog,
  above: readonly string[],
): Promise<MappedFramework> {
  const document = await readYaml(path, process.cwd(), {
    code: 'framework-invalid',
    numbers: true,
  });
  if (isCatalog(document.value)) {
    const { frameworkFromCatalog, oscalCatalogSchema } = await import('../../oscal.ts');
    const catalogOf = conform(document, oscalCatalogSchema, 'framework-invalid', oscalHint);
    return { framework: frameworkFromCatalog(catalogOf, document.name), mappings: [] };
  }
  return readOwn(document, path, catalog, [...above, path]);
}

const isCatalog = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'catalog' in value;

async function readOwn(
  document: YamlDocument,
  path: string,
  catalog: Catalog,
  above: readonly string[],
): Promise<MappedFramework> {
  const own = conform(document, ownFrameworkSchema, 'framework-invalid', hint);
  const fail = (problems: readonly OwnProblem[]): PlimsollError => {
    const said = problems.map((each) => `${document.placeOf(each.path)}: ${each.message}`);
    return new PlimsollError('framework-invalid', said.join('\n'), { hint });
  };
  let base: MappedFramework | undefined;
  if (own.extends !== undefined && isFrameworkFile(own.extends)) {
    const file = resolve(dirname(path), own.extends);
    if (above.includes(file)) throw fail([{ path: ['extends'], message: 'it extends itself' }]);
    base = await readFramework(file, catalog, above);
  } else if (own.extends !== undefined) {
    base = await loadBuiltin(own.extends, document.placeOf(['extends']));
  }
  const controls = new Set<string>(catalog.controls.map(({ id }) => id));
  const problems = findOwnProblems(own, base, (id) => controls.has(id));
  if (problems.length > 0) throw fail(problems);
  return buildOwnFramework(own, base, (id) => controls.has(id));
}

async function loadBuiltin(id: string, place: string): Promise<MappedFramework> {
  try {
    return onlyOne(await selectFrameworks([id]), id);
  } catch (cause) {
    if (!(cause instanceof PlimsollError)) throw cause;
    throw placed(cause, place);
  }
}

/**
 * The one framework that was named, where a command is about one.
 *
 * @throws PlimsollError `framework-unknown` when `all` or more than one was named
 */
export function onlyOne(selected: readonly SelectedFramework[], named: string): SelectedFramework {
  const [one, ...others] = selected;
  if (one && others.length === 0) return one;
  throw new PlimsollError('framework-unknown', `${JSON.stringify(named)} is not one framework.`, {
    hint: 'See them with: plimsoll list frameworks',
  });
}
