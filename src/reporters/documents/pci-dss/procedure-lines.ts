import { quiet, type Content, type Inline } from '../../document/blocks/content.ts';
import type { Refer } from '../../document/parts/basis.ts';
import type { Standing } from '../../model/entries/count.ts';
import type { Say } from '../../locale/translate.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import { blank } from '../forms/blank.ts';
import { proceduresOf, type Procedure } from './procedures.ts';

/** References that one line repeats; more of them stand above it. */
const shownReferences = 6;

/** What says that no configuration was judged: a question to a person, or nothing to judge. */
const silent: ReadonlySet<Standing> = new Set<Standing>(['manual', 'not-applicable']);

/**
 * The testing procedures of a requirement for which controls give evidence: references where the procedure asks for
 * settings, an empty field where it asks for more or for something else.
 */
export function procedureLines(
  entry: RequirementEntry,
  refer: Refer,
  say: Say,
): readonly Content[] {
  const live = entry.controls.filter((each) => each.live);
  if (live.length === 0) return [];
  const read = live.filter(({ tally }) => tally.some(({ standing }) => !silent.has(standing)));
  const deciding = read.filter(({ decides }) => decides);
  const shown = deciding.length > 0 ? deciding : read;
  const references: readonly Inline[] =
    shown.length > shownReferences
      ? [' ', say('pci.evidence-above', { count: shown.length })]
      : shown.flatMap((each) => refer(each));
  const all = proceduresOf(entry.id);
  const answered = shown.length > 0 ? all.filter(({ settings }) => settings) : [];
  const open = all.filter((each) => !answered.includes(each));
  return [
    ...answered.map((procedure): Content => [
      quiet([nameOf(procedure, say), say('exam.colon'), say('pci.configuration')]),
      ...references,
      ...(procedure.methods.length > 1 ? [' ', blank('qsa', say)] : []),
    ]),
    ...(open.length > 0
      ? [
          [
            quiet(open.map((each) => nameOf(each, say)).join(say('scope.comma'))),
            quiet(say('exam.colon')),
            blank('qsa', say),
          ],
        ]
      : []),
  ];
}

const nameOf = ({ id, methods }: Procedure, say: Say): string =>
  say('pci.procedure', {
    id,
    how: methods.map((each) => say(`pci.method-${each}`)).join(say('scope.comma')),
  });
