import type { ControlEntry, ObservationLine } from '../../model/entries/finding.ts';
import type { Say } from '../../locale/translate.ts';

/** In which ways facts are read, in the order in which they are named. */
const ways = ['api', 'kernel', 'file', 'command', 'probe'] as const satisfies readonly NonNullable<
  ObservationLine['way']
>[];

/** How the facts of a control were obtained: where they were read, that a person is asked, or that nothing was read. */
export function methodOf({ findings }: ControlEntry, say: Say): string {
  const seen = new Set(
    findings.flatMap(({ observations }) =>
      observations.flatMap(({ gap, way }) => (gap || way === undefined ? [] : [way])),
    ),
  );
  const said = ways.filter((way) => seen.has(way)).map((way) => say(`method.${way}`));
  if (findings.some(({ standing }) => standing === 'manual')) said.push(say('method.person'));
  return said.length > 0 ? said.join(say('scope.comma')) : say('method.nothing');
}
