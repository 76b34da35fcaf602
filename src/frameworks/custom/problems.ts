import type { Mapped } from '../../core/frameworks/extend-framework.ts';
import type { OwnFramework } from './schema.ts';
import { text, type Text } from '../../core/text.ts';

/** Something that a schema cannot see, and where in the file it stands. */
export interface OwnProblem {
  readonly path: readonly PropertyKey[];
  readonly message: Text;
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
  const report = (message: Text, ...path: readonly PropertyKey[]): void => {
    problems.push({ path, message });
  };
  const noControl = (control: string): Text =>
    text(`the catalog has no control ${control}`, `目录中没有控制项 ${control}`);

  for (const [at, each] of own.requirements.entries()) {
    const here = ['requirements', at] as const;
    if (taken.has(each.id)) {
      report(text(`${each.id} occurs twice`, `${each.id} 出现两次`), ...here, 'id');
    }
    taken.add(each.id);
    if (typeof each.parent === 'string' && !known.has(each.parent)) {
      report(
        text(
          `it is below ${each.parent}, which is not there`,
          `它位于 ${each.parent} 之下，而后者不存在`,
        ),
        ...here,
        'parent',
      );
    }
    for (const [n, level] of (each.levels ?? []).entries()) {
      if (!levels.has(level)) {
        report(text(`there is no level ${level}`, `没有级别 ${level}`), ...here, 'levels', n);
      }
    }
    for (const [n, { control }] of (each.controls ?? []).entries()) {
      if (!isControl(control)) report(noControl(control), ...here, 'controls', n, 'control');
    }
    if (base && (each.reason === undefined || each.by === undefined)) {
      report(
        text(
          `${each.id} is added to ${base.framework.id} without a reason, or by nobody`,
          `${each.id} 加入 ${base.framework.id} 时没有理由或作者`,
        ),
        ...here,
      );
    }
  }
  for (const [at, { requirement, control }] of (own.links ?? []).entries()) {
    if (!known.has(requirement)) {
      report(text(`there is no ${requirement}`, `没有 ${requirement}`), 'links', at, 'requirement');
    }
    if (!isControl(control)) report(noControl(control), 'links', at, 'control');
  }
  for (const key of ['omit', 'unlink'] as const) {
    for (const [at, { requirement }] of (own[key] ?? []).entries()) {
      if (inherited.has(requirement)) continue;
      report(
        text(`nothing that is extended has ${requirement}`, `所扩展的框架中没有 ${requirement}`),
        key,
        at,
        'requirement',
      );
    }
  }
  if (base && own.levels) {
    report(
      text(`the levels are those of ${base.framework.id}`, `级别沿用 ${base.framework.id}`),
      'levels',
    );
  }
  return problems;
}
