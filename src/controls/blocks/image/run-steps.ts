import type { ImageFacts } from '../../../core/subjects/image.ts';
import type { Text } from '../../../core/text.ts';
import { cutAround } from '../cut-quote.ts';
import { fail, type Verdict } from '../../../core/controls/verdict.ts';

/** One entry of an image's history. */
export type Step = ImageFacts['history'][number];

/** The steps that ran a command of the build. */
export const runSteps = (i: ImageFacts): readonly Step[] =>
  i.history.filter(({ instruction }) => instruction === 'RUN');

/** Where a step fetches something, which is what most is said of. */
const fetching = /\b(?:curl|wget|https?:)/;

/** More steps than these say no more. */
const shown = 3;

/** Fails on the steps that were found, naming them; passes when there are none. */
export function noneOf(steps: readonly Step[], what: Text): boolean | Verdict {
  return steps.length === 0 || fail(nameSteps(steps, what));
}

/** What is said of some steps, and the steps. */
export function nameSteps(steps: readonly Step[], what: Text): Text {
  const lines = steps.slice(0, shown).map(({ createdBy }) => cutAround(createdBy, fetching));
  return {
    en: `${what.en}: ${lines.join('; ')}`,
    zh: `${what.zh}：${lines.join('；')}`,
  };
}
