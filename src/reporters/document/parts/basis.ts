import { severities } from '../../../core/controls/severity.ts';
import type { Standing } from '../../model/entries/count.ts';
import type { AttestationEntry } from '../../model/entries/accepted.ts';
import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Say } from '../../locale/translate.ts';
import { joined, lines, quiet, tally, type Content, type Inline } from '../blocks/content.ts';
import { statedFor } from './requirements.ts';

/** Writes references to what shows something: a control's evidence, or a person's statement. */
export type Refer = (to: { readonly anchor: string } | AttestationEntry) => readonly Inline[];

type Bearing = RequirementEntry['controls'][number];

/** In these ways a control needs no words of its own in a requirement: its number leads to them. */
const settled: ReadonlySet<Standing> = new Set<Standing>(['pass', 'not-applicable']);

const isSettled = ({ live, tally: counts }: Bearing): boolean =>
  live && counts.length > 0 && counts.every(({ standing }) => settled.has(standing));

/** Controls that a requirement names line by line; of more, the numbers. */
const named = 5;

/**
 * What a requirement's result rests on: each control that decides and did not simply pass, by what is wrong where it
 * failed; then the numbers of those that passed, that had nothing to judge, and that are context, of which those that failed
 * stand apart; then what people
 * stated.
 *
 * @param bearings whether what a pass shows and what a failure breaks is said of each
 */
export function basisOf(
  entry: RequirementEntry,
  refer: Refer,
  say: Say,
  bearings: boolean = true,
): readonly Content[] {
  const { attestation, controls } = entry;
  const deciding = controls.filter(({ decides }) => decides);
  const open = deciding.filter((control) => !isSettled(control)).toSorted(worstFirst);
  const quietly = deciding.filter(isSettled);
  const passed = quietly.filter(({ tally: counts }) =>
    counts.some(({ standing }) => standing === 'pass'),
  );
  const context = controls.filter(({ decides, live }) => live && !decides);
  return [
    ...open.slice(0, named).map((control) => line(control, refer, say, bearings)),
    ...numbers(say('basis.more'), open.slice(named), refer),
    ...numbers(say('basis.passed'), passed, refer),
    ...numbers(
      say('basis.nothing'),
      quietly.filter((control) => !passed.includes(control)),
      refer,
    ),
    ...inOneRun([
      ...numbers(say('basis.context-failed'), context.filter(failedIn).toSorted(worstFirst), refer),
      ...numbers(
        say('pci.context'),
        context.filter((control) => !failedIn(control)),
        refer,
      ),
    ]),
    ...statedFor(entry, say).map((said, at) =>
      attestation && at === 0 ? [lines([said]), ...refer(attestation)] : said,
    ),
  ];
}

const failedIn = ({ tally: counts }: Bearing): boolean =>
  counts.some(({ standing }) => standing === 'fail');

/** Failures before what is open, and each by severity. */
const worstFirst = (a: Bearing, b: Bearing): number =>
  Number(failedIn(b)) - Number(failedIn(a)) || rankOf(a) - rankOf(b);

const rankOf = ({ severity }: Bearing): number =>
  severity === undefined ? severities.length : severities.indexOf(severity);

function line(control: Bearing, refer: Refer, say: Say, bearings: boolean): Content {
  const { bearing, live } = control;
  const title = failedIn(control) ? control.failingTitle : control.title;
  return [
    quiet(bearings ? say('requirement.basis', { title, bearing }) : title),
    ' ',
    live ? tally(control.tally) : quiet(say('requirement.not-live')),
    ...(live ? refer(control) : []),
  ];
}

/** Several contents as one that takes no line more than it must. */
const inOneRun = (all: readonly Content[]): readonly Content[] =>
  all.length > 1 ? [joined(all, ' ')] : all;

/** Controls by their numbers alone, or by their titles where they have none. */
function numbers(words: string, controls: readonly Bearing[], refer: Refer): readonly Content[] {
  const all = controls.flatMap((control): readonly Inline[] => {
    const numbered = refer(control);
    return numbered.length > 0 ? numbered : [quiet(` ${control.title}`)];
  });
  return all.length > 0 ? [[quiet(words), ...all]] : [];
}
