import { PlimsollError } from '../errors.ts';
import {
  defineFramework,
  type Edition,
  type Framework,
  type FrameworkChange,
  type RequirementDefinition,
} from './framework.ts';
import type { Mapping } from './mapping.ts';
import { type Wording, text } from '../text.ts';

/** A framework with its mappings, as one is extended. */
export interface Mapped<F extends Framework = Framework> {
  readonly framework: F;
  readonly mappings: readonly Mapping[];
}

/** A decision of somebody's, for a reason. */
export interface Decision {
  readonly reason: string;
  readonly by: string;
}

/** What {@link extendFramework} may do. */
export interface FrameworkExtension<BaseId extends string, Id extends string> {
  readonly id: string;
  readonly title: Wording;
  readonly edition: Edition;
  /** Below requirements of the base, below one another, or at the top. */
  readonly add?: readonly (RequirementDefinition<Id> & Decision)[];
  /** What is left out, with everything below it. */
  readonly omit?: { readonly [Each in BaseId]?: Decision };
  /** Links of the base that do not count here. */
  readonly unlink?: readonly (Decision & {
    readonly control: string;
    readonly requirement: BaseId;
  })[];
}

/**
 * Makes a framework out of another: its requirements, levels and mappings are taken over, some are left
 * out and some are added, each for a reason. The other is left as it is. Links of what was added are
 * given with `defineMapping`.
 *
 * @throws PlimsollError `framework-invalid` when something is omitted or unlinked that is not there, a
 * reason or an author is missing, or the tree does not hold together
 * @example
 * const { framework, mappings } = extendFramework(await builtinFrameworks['pci-dss-3.1'].load(), {
 *   id: 'acme-cards',
 *   title: text('Acme card policy', 'Acme 卡数据策略'),
 *   edition: { version: '1', publisher: 'Acme', published: '2026-01', status: 'in-force', source: 'intranet' },
 *   omit: { '9': { reason: 'No rooms of our own', by: 'J. Doe' } },
 * });
 */
export function extendFramework<BaseId extends string, const Id extends string = never>(
  base: Mapped<Framework<BaseId>>,
  extension: FrameworkExtension<BaseId, Id>,
): Mapped<Framework<BaseId | Id>> {
  const { id, title, edition, add = [], unlink = [] } = extension;
  // The keys of an object that was typed by its keys.
  const omitted = Object.entries(extension.omit ?? {}) as [string, Decision][];
  const changes: readonly FrameworkChange[] = [
    ...omitted.map(([requirement, decision]) => changeOf('omitted', requirement, decision)),
    ...unlink.map((each) => ({
      ...changeOf('unlinked', each.requirement, each),
      control: each.control,
    })),
    ...add.map((each) => changeOf('added', each.id, each)),
  ];
  const problems = [...problemsOf(base, changes)];
  if (problems.length > 0) {
    throw new PlimsollError(
      'framework-invalid',
      text(
        `The framework ${JSON.stringify(id)} cannot extend ${base.framework.id}: ${problems.map(({ en }) => en).join('; ')}.`,
        `框架 ${JSON.stringify(id)} 不能扩展 ${base.framework.id}：${problems.map(({ zh }) => zh).join('；')}。`,
      ),
      {
        hint: text(
          `See what it has with: plimsoll explain ${base.framework.id}`,
          `查看它的内容：plimsoll explain ${base.framework.id}`,
        ),
      },
    );
  }
  const left = withAllBelow(
    base.framework,
    omitted.map(([requirement]) => requirement),
  );
  const cut = new Set(unlink.map(({ control, requirement }) => `${control} → ${requirement}`));
  const { levels, defaultLevel, note } = base.framework;
  return {
    framework: defineFramework<BaseId | Id>({
      id,
      title,
      edition,
      levels,
      ...(note === undefined ? {} : { note }),
      ...(defaultLevel === undefined ? {} : { defaultLevel }),
      requirements: add.reduce<readonly RequirementDefinition<BaseId | Id>[]>(
        place,
        base.framework.requirements.filter((each) => !left.has(each.id)),
      ),
      extends: base.framework.id,
      changes,
    }),
    mappings: base.mappings.map(({ links }) => ({
      framework: id,
      links: links.filter(
        ({ control, requirement }) =>
          !left.has(requirement) && !cut.has(`${control} → ${requirement}`),
      ),
    })),
  };
}

const changeOf = (
  change: FrameworkChange['change'],
  requirement: string,
  { reason, by }: Decision,
): FrameworkChange => ({ requirement, change, reason, by });

function* problemsOf({ framework, mappings }: Mapped, changes: readonly FrameworkChange[]) {
  const known = new Set(framework.requirements.map((each) => each.id));
  const links = mappings.flatMap((mapping) => mapping.links);
  for (const { change, requirement, control, reason, by } of changes) {
    if (reason.trim() === '' || by.trim() === '') {
      yield text(
        `${requirement} is ${change} without a reason or an author`,
        `对 ${requirement} 的更改（${change}）没有理由或作者`,
      );
    }
    if (change === 'added') continue;
    if (!known.has(requirement)) yield text(`it has no ${requirement}`, `其中没有 ${requirement}`);
    else if (
      change === 'unlinked' &&
      !links.some((link) => link.control === control && link.requirement === requirement)
    ) {
      yield text(
        `nothing links ${control ?? ''} to ${requirement}`,
        `没有从 ${control ?? ''} 到 ${requirement} 的链接`,
      );
    }
  }
}

/** Puts a requirement behind all that is below the one above it, where a reader looks for it. */
function place<Id extends string>(
  list: readonly RequirementDefinition<Id>[],
  { reason: _, by: __, ...requirement }: RequirementDefinition<Id> & Decision,
): readonly RequirementDefinition<Id>[] {
  const under = new Set<string | null>([requirement.parent]);
  let last = list.findIndex(({ id }) => id === requirement.parent);
  for (const [at, { id, parent }] of list.entries()) {
    if (requirement.parent === null || !under.has(parent)) continue;
    under.add(id);
    last = at;
  }
  // What is left of the intersection is the requirement.
  const added = requirement as RequirementDefinition<Id>;
  return last < 0 ? [...list, added] : list.toSpliced(last + 1, 0, added);
}

function withAllBelow(framework: Framework, ids: readonly string[]): ReadonlySet<string> {
  const left = new Set(ids);
  // A requirement stands after the one above it, so that one pass is enough; a second one costs nothing.
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const { id, parent } of framework.requirements) {
      if (parent !== null && left.has(parent)) left.add(id);
    }
  }
  return left;
}
