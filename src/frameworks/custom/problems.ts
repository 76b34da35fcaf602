import type { Mapped } from '../../core/frameworks/extend-framework.ts';
import type { OwnFramework } from './schema.ts';

/** Something that a schema cannot see, and where in the file it stands. */
export interface OwnProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Everything in a file of a framework that names what does not exist, or stands twice. */
export function findOwnProblems(
  own: OwnFramework,
  base: Mapped | undefined,
  isControl: (id: string) => boolean,
): readonly OwnProblem[] {
  const inherited = new Set(base?.framework.requirements.map(({ id }) => id));
  const known = new Set([...inherited, ...own.requirements.map(({ id }) => id)]);
  const levels = new Set((base?.framework ?? own).levels?.map(({ id }) => id));
  const taken = new Set(inherited);
  const problems: OwnProblem[] = [];
  const report = (message: string, ...path: readonly PropertyKey[]): void => {
    problems.push({ path, message });
  };
  const noControl = (control: string): string => `the catalog has no control ${control}`;

  for (const [at, each] of own.requirements.entries()) {
    const here = ['requirements', at] as const;
    if (taken.has(each.id)) report(`${each.id} occurs twice`, ...here, 'id');
    taken.add(each.id);
    if (typeof each.parent === 'string' && !known.has(each.parent)) {
      report(`it is below ${each.parent}, which is not there`, ...here, 'parent');
    }
    for (const [n, level] of (each.levels ?? []).entries()) {
      if (!levels.has(level)) report(`there is no level ${level}`, ...here, 'levels', n);
    }
    for (const [n, { control }] of (each.controls ?? []).entries()) {
      if (!isControl(control)) report(noControl(control), ...here, 'controls', n, 'control');
    }
    if (base && (each.reason === undefined || each.by === undefined)) {
      report(`${each.id} is added to ${base.framework.id} without a reason, or by nobody`, ...here);
    }
  }
  for (const [at, { requirement, control }] of (own.links ?? []).entries()) {
    if (!known.has(requirement)) report(`there is no ${requirement}`, 'links', at, 'requirement');
    if (!isControl(control)) report(noControl(control), 'links', at, 'control');
  }
  for (const key of ['omit', 'unlink'] as const) {
    for (const [at, { requirement }] of (own[key] ?? []).entries()) {
      if (inherited.has(requirement)) continue;
      report(`nothing that is extended has ${requirement}`, key, at, 'requirement');
    }
  }
  if (base && own.levels) report(`the levels are those of ${base.framework.id}`, 'levels');
  return problems;
}
