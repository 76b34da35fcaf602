import { groupBy } from '../../../syntax/group-by.ts';
import type { FindingEntry } from '../../model/entries/finding.ts';
import type { Say } from '../../locale/translate.ts';
import { quiet, type Content } from '../blocks/content.ts';
import { cutAtWord } from './cut-at-word.ts';

/** How much of what was found is shown on paper. */
export interface Extent {
  /** Different messages. */
  readonly messages: number;
  /** Letters of each. */
  readonly letters: number;
}

/** Subjects that a message names; the findings have all. */
const namedSubjects = 3;

/**
 * What was found, each message once; where there are several, with the subjects that it is about before it.
 *
 * @param extent what is over it is counted; absent shows all
 */
export function messagesBySubject(
  findings: readonly FindingEntry[],
  say: Say,
  extent?: Extent,
): readonly Content[] {
  const all = [...groupBy(findings, ({ message }) => message)];
  const shown = all.slice(0, extent?.messages);
  const more = all.length - shown.length;
  return [
    ...shown.map(([message, of]) => {
      const whole =
        all.length > 1 ? say('finding.of', { names: namesOf(of, say), message }) : message;
      return extent ? cutAtWord(whole, extent.letters, say) : whole;
    }),
    ...(more > 0 ? [quiet(say('print.more-messages', { count: more }))] : []),
  ];
}

function namesOf(findings: readonly FindingEntry[], say: Say): string {
  const names = [...new Set(findings.map(({ name }) => name))];
  const more = names.length - namedSubjects;
  const shown = names.slice(0, namedSubjects).join(say('scope.comma'));
  return more > 0 ? say('failed.more-subjects', { names: shown, count: more }) : shown;
}
