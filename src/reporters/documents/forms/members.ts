import { joined, linkTo, type Content } from '../../document/blocks/content.ts';
import type { Say } from '../../locale/translate.ts';
import type { Report } from '../../model/report.ts';
import { blank, type Filler } from './blank.ts';

/** The kinds under which the report lists something by this name; empty where the scan did not find it. */
export function kindsNamed(name: string, { scope, subjects }: Report): readonly string[] {
  const kinds = subjects.flatMap(({ kinds: ofTarget }) =>
    ofTarget.filter((each) => each.subjects.some((subject) => subject.name === name)),
  );
  const targets = scope.targets.filter(({ id }) => id === name);
  return [...new Set([...kinds, ...targets].map(({ kind }) => kind))];
}

/** Names from a configuration, those that the scan did not find marked; an empty field where there are none. */
export const namesFound = (
  names: readonly string[] | undefined,
  report: Report,
  by: Filler,
  say: Say,
): Content =>
  names === undefined
    ? blank(by, say)
    : joined(
        names.map((name) =>
          kindsNamed(name, report).length > 0
            ? linkTo('subjects', name)
            : say('paper.not-found', { name }),
        ),
        say('scope.comma'),
      );
