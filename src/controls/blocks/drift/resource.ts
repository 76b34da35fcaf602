import { combinator, evaluate, type Check } from '../../../core/controls/check.ts';
import { noneFails } from '../../../core/controls/combinators.ts';
import { composeProject } from '../../../core/subjects/compose-project.ts';
import type { SubjectKind } from '../../../core/facts/subject.ts';
import { text, type Text } from '../../../core/text.ts';
import { disjunction, fail, notApplicable } from '../../../core/controls/verdict.ts';
import { differs, type Shown } from './part.ts';

/** What a network or a volume has that tells which of a project it is. */
interface Member {
  readonly declared?: true | undefined;
  readonly compose?: { readonly project: string; readonly name: string } | undefined;
}

/** One thing that is compared; `intended` is what the file says, for what it may leave open. */
type Compared<T> = readonly [label: Text, read: (of: T, intended: T) => Shown];

/** Applies to what Compose made of a project whose file is among the targets. */
export const comparedResource =
  <T extends Member>(): Check<T> =>
  ({ declared, compose }, ctx) => {
    if (declared === true) {
      return notApplicable(
        text(
          'This is the intended state that engines are compared with',
          '它本身即为预期，由引擎上的实例与其比对',
        ),
      );
    }
    if (compose === undefined) {
      return notApplicable(text('Compose did not make it', '并非由 Compose 创建'));
    }
    const { project } = compose;
    return (
      ctx.declared(composeProject, project).length > 0 ||
      notApplicable(
        text(
          `No Compose file of its project ${project} is among the targets`,
          `目标中没有其所属项目 ${project} 的 Compose 文件`,
        ),
      )
    );
  };

/** Holds a network or a volume to what its file declares; where several files do, one of them is enough. */
export function heldToResource<T extends Member>(
  kind: SubjectKind,
  parts: readonly Compared<T>[],
): Check<T> {
  const compare = (of: T, intended: T): Check<T> =>
    noneFails<T, Compared<T>, unknown>(
      () => parts,
      ([label, read]) => {
        const [is, should] = [read(of, intended), read(intended, intended)];
        return is === should || differs(label, is, should);
      },
    );
  return combinator((of, ctx) => {
    const { compose } = of;
    if (compose === undefined) return true;
    const { project, name } = compose;
    // What is declared of a kind has the facts of the kind.
    const all = ctx.declared(kind, project, name) as readonly T[];
    if (all.length > 0) {
      return disjunction(all.map((intended) => evaluate(compare(of, intended), of, ctx)));
    }
    return fail(
      text(
        `The file of the project ${project} makes no ${name}`,
        `项目 ${project} 的文件没有创建 ${name}`,
      ),
    );
  });
}
