import { dirname, resolve } from 'node:path';
import { conform } from '../../collectors/files/conform.ts';
import { readYaml } from '../../collectors/files/read-yaml.ts';
import { builtin } from '../../controls/registry/builtin.ts';
import type { Catalog } from '../../core/controls/catalog.ts';
import { PlimsollError } from '../../core/errors.ts';
import { buildOwnFramework } from '../../frameworks/custom/build.ts';
import { findOwnProblems, type OwnProblem } from '../../frameworks/custom/problems.ts';
import { ownFrameworkSchema } from '../../frameworks/custom/schema.ts';
import {
  builtinFrameworks,
  type FrameworkEntry,
  type MappedFramework,
} from '../../frameworks/registry/registry.ts';
import {
  selectFrameworks,
  type SelectedFramework,
} from '../../frameworks/registry/select-frameworks.ts';
import type { YamlDocument } from '../../syntax/yaml/yaml-document.ts';
import { placeIn } from '../config/place-in.ts';
import type { LoadedConfig } from '../config/loaded-config.ts';
import { frameworkFile, isFrameworkFile } from '../config/framework-file.ts';
import { text, inBoth, inLanguage, type Language } from '../../core/text.ts';

/** The frameworks that may be named: the built-in ones and the team's own. */
export type Available = Readonly<Record<string, FrameworkEntry>>;

const hint = text(
  'See schemas/framework.schema.json, and examples/internal-policy.',
  '见 schemas/framework.schema.json 和 examples/internal-policy。',
);

const oscalHint = text(
  'Give an OSCAL catalog in JSON: https://pages.nist.gov/OSCAL/',
  '请提供 JSON 格式的 OSCAL 目录：https://pages.nist.gov/OSCAL/',
);

/** How frameworks are chosen. */
export interface ChooseOptions {
  /** The working folder, from which files are named; that of the process when absent. */
  readonly cwd?: string;
  /** Wraps the reading of a file, to say more of one that is something else; absent adds nothing. */
  readonly around?: ReadAround;
}

/** Reads a file, and may replace the error that comes of it. */
export type ReadAround = (
  path: string,
  read: () => Promise<MappedFramework>,
) => Promise<MappedFramework>;

/** Frameworks to judge by, and all that may be named beside them. */
export interface ChosenFrameworks {
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
  config: LoadedConfig,
  { cwd = process.cwd(), around = (_, read) => read() }: ChooseOptions = {},
): Promise<ChosenFrameworks> {
  const reading: Reading = { catalog: config.catalog ?? builtin, cwd, around };
  const own = new Map<string, FrameworkEntry>();
  const add = async (mapped: MappedFramework): Promise<string> => {
    const { id } = mapped.framework;
    if (await isBuiltin(mapped)) return id;
    if (Object.hasOwn(builtinFrameworks, id)) {
      throw new PlimsollError(
        'framework-invalid',
        text(`There is a built-in framework ${id} already.`, `已有内置框架 ${id}。`),
        {
          hint: text('Give yours another id.', '请为您的框架另取 id。'),
        },
      );
    }
    const { requirements: _, ...head } = mapped.framework;
    own.set(id, { head, load: async () => mapped });
    return id;
  };
  const spell = async (spec: string, folder: string): Promise<string> => {
    const { path, level } = frameworkFile.exec(spec)?.groups ?? {};
    if (path === undefined) return spec;
    const id = await add(await readFramework(resolve(folder, path), reading));
    return level === undefined ? id : `${id}@${level}`;
  };
  const configured: string[] = [];
  for (const each of config.frameworks ?? []) {
    if (typeof each === 'string') configured.push(await spell(each, config.folder));
    else {
      const id = await add(each);
      configured.push(each.level === undefined ? id : `${id}@${each.level}`);
    }
  }
  const specs: string[] = [];
  for (const each of named ?? []) specs.push(await spell(each, cwd));
  const available = { ...builtinFrameworks, ...Object.fromEntries(own) };
  const selected =
    named === undefined
      ? await selectConfigured(configured, available, config)
      : await selectFrameworks(specs, available);
  return { selected, available };
}

/** Selects the frameworks of a configuration; one that does not exist is reported with its place. */
async function selectConfigured(
  specs: readonly string[],
  available: Available,
  config: LoadedConfig,
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
  new PlimsollError(
    cause.code,
    text(`${place}: ${cause.message}`, `${place}: ${inLanguage(cause.said, 'zh')}`),
    { hint: inBoth(cause.hinted), cause },
  );

/** What every file of a framework is read with. */
interface Reading extends Required<ChooseOptions> {
  readonly catalog: Catalog;
}

/** Whether it is a built-in framework itself, with no other mappings. */
async function isBuiltin({ framework, mappings }: MappedFramework): Promise<boolean> {
  const entries: Available = builtinFrameworks;
  const known = Object.hasOwn(entries, framework.id) ? entries[framework.id] : undefined;
  const loaded = await known?.load();
  return (
    loaded?.framework === framework &&
    loaded.mappings.length === mappings.length &&
    loaded.mappings.every((each, at) => each === mappings[at])
  );
}

/** Reads a framework from a file: one of the team's own, or an OSCAL catalog. `above` are the files that extend it. */
const readFramework = (
  path: string,
  reading: Reading,
  above: readonly string[] = [],
): Promise<MappedFramework> => reading.around(path, () => parseFramework(path, reading, above));

async function parseFramework(
  path: string,
  reading: Reading,
  above: readonly string[],
): Promise<MappedFramework> {
  const document = await readYaml(path, reading.cwd, {
    code: 'framework-invalid',
    numbers: true,
  });
  if (isCatalog(document.value)) {
    const { frameworkFromCatalog, oscalCatalogSchema } =
      await import('../../oscal/frameworks/import-catalog.ts');
    const catalogOf = conform(document, oscalCatalogSchema, 'framework-invalid', oscalHint);
    return { framework: frameworkFromCatalog(catalogOf, document.name), mappings: [] };
  }
  return readOwn(document, path, reading, [...above, path]);
}

const isCatalog = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'catalog' in value;

async function readOwn(
  document: YamlDocument,
  path: string,
  reading: Reading,
  above: readonly string[],
): Promise<MappedFramework> {
  const own = conform(document, ownFrameworkSchema, 'framework-invalid', hint);
  const fail = (problems: readonly OwnProblem[]): PlimsollError => {
    const lines = (language: Language): string =>
      problems
        .map((each) => `${document.placeOf(each.path)}: ${each.message[language]}`)
        .join('\n');
    return new PlimsollError('framework-invalid', text(lines('en'), lines('zh')), { hint });
  };
  let base: MappedFramework | undefined;
  if (own.extends !== undefined && isFrameworkFile(own.extends)) {
    const file = resolve(dirname(path), own.extends);
    if (above.includes(file)) {
      throw fail([{ path: ['extends'], message: text('it extends itself', '扩展了自身') }]);
    }
    base = await readFramework(file, reading, above);
  } else if (own.extends !== undefined) {
    base = await loadBuiltin(own.extends, document.placeOf(['extends']));
  }
  const controls = new Set<string>(reading.catalog.controls.map(({ id }) => id));
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
  throw new PlimsollError(
    'framework-unknown',
    text(
      `${JSON.stringify(named)} is not one framework.`,
      `${JSON.stringify(named)} 不是一个框架。`,
    ),
    {
      hint: text('See them with: plimsoll list frameworks', '查看全部：plimsoll list frameworks'),
    },
  );
}
