import { listNearest, nearestNames } from '../../core/nearest-names.ts';
import { PlimsollError } from '../../core/errors.ts';
import { notesOf, requirementsAt } from '../../core/frameworks/framework.ts';
import type { FrameworkSelection } from '../../core/frameworks/selection.ts';
import { text, type Text } from '../../core/text.ts';
import { retirementOf } from './editions.ts';
import { builtinFrameworks, type FrameworkEntry } from './registry.ts';

/** A framework to judge by, with what the person who selected it should know. */
export interface SelectedFramework extends FrameworkSelection {
  /** That the edition is retired, what another spelling was taken for, and notes; absent when there are none. */
  readonly notice?: Text;
}

interface Wanted {
  readonly entry: FrameworkEntry;
  readonly level: string | undefined;
  readonly alias: Text | undefined;
}

/**
 * Loads the frameworks that a person named: `ID`, `ID@LEVEL`, another spelling of an id, or `all` for
 * every one of them. A framework that is named without a level is taken at its default one. Case does not matter, and what is named twice is taken once.
 *
 * @param specs names, and frameworks that were loaded
 * @param available what may be named; the built-in frameworks unless there are more
 * @throws PlimsollError `framework-unknown` for a name or a level that does not exist; the hint has the nearest
 * @example
 * const frameworks = await selectFrameworks(['cis-docker-1.8.0@1', 'pci-dss-3.1']);
 */
export async function selectFrameworks(
  specs: readonly (string | FrameworkSelection)[],
  available: Readonly<Record<string, FrameworkEntry>> = builtinFrameworks,
): Promise<readonly SelectedFramework[]> {
  const entries = Object.values(available);
  const wanted = new Map<string, Wanted | FrameworkSelection>();
  for (const spec of specs) {
    if (typeof spec !== 'string') {
      requirementsAt(spec.framework, spec.level);
      wanted.set(`${spec.framework.id}@${spec.level ?? ''}`, spec);
      continue;
    }
    for (const each of readSpec(spec, entries)) {
      wanted.set(`${each.entry.head.id}@${each.level ?? ''}`, each);
    }
  }
  return Promise.all(
    [...wanted.values()].map(async (each) => ('framework' in each ? each : await loadWanted(each))),
  );
}

async function loadWanted({ entry, level, alias }: Wanted): Promise<SelectedFramework> {
  const { framework, mappings } = await entry.load();
  requirementsAt(framework, level);
  const { head } = entry;
  const notices = [
    ...[alias, retirementOf(head)].filter((said) => said !== undefined),
    ...notesOf(head, level ?? head.defaultLevel),
  ];
  return {
    framework,
    mappings,
    ...(level === undefined ? {} : { level }),
    ...(notices.length === 0 ? {} : { notice: joinSentences(notices) }),
  };
}

const joinSentences = (sentences: readonly Text[]): Text =>
  text(sentences.map(({ en }) => en).join(' '), sentences.map(({ zh }) => zh).join(''));

/**
 * Names as they are compared: `CIS Docker 1.8.0` is `cis-docker-1.8.0`, and `GB/T 22239—2019` is
 * `gbt-22239-2019`. Full-width letters and digits are taken as plain ones.
 */
const normalise = (name: string): string =>
  name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll('/', '')
    .replaceAll(/[\s_\p{Dash}]+/gu, '-');

const aliasOf = ({ head }: FrameworkEntry, name: string): Text | undefined =>
  Object.hasOwn(head.aliases, name) ? head.aliases[name] : undefined;

function readSpec(spec: string, entries: readonly FrameworkEntry[]): readonly Wanted[] {
  const name = normalise(spec);
  if (name === 'all') {
    return entries.map((entry) => ({ entry, level: undefined, alias: undefined }));
  }
  const at = name.indexOf('@');
  const id = at < 0 ? name : name.slice(0, at);
  const level = at < 0 ? undefined : name.slice(at + 1);
  for (const entry of entries) {
    const alias = aliasOf(entry, id);
    if (normalise(entry.head.id) === id || alias !== undefined) return [{ entry, level, alias }];
  }
  const idOf = new Map(
    entries.flatMap(({ head }) =>
      [head.id, ...Object.keys(head.aliases)].map((known) => [known, head.id] as const),
    ),
  );
  const nearest = nearestNames(id, [...idOf.keys()], idOf.size).map((each) => idOf.get(each) ?? '');
  const near = listNearest([...new Set(nearest)].slice(0, 3));
  throw new PlimsollError(
    'framework-unknown',
    text(`There is no framework ${JSON.stringify(spec)}.`, `没有框架 ${JSON.stringify(spec)}。`),
    {
      hint: text(
        `${near.en}See all of them with: plimsoll list frameworks`,
        `${near.zh}查看全部：plimsoll list frameworks`,
      ),
    },
  );
}
