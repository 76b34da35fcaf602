import type { Assessment } from '../../index.ts';
import { jsonText } from '../../report.ts';

/** About as much as is held at once, in UTF-16 units: gone before it is taken for something that stays. */
const portion = 1 << 13;

/**
 * Writes an assessment as JSON on one line, a portion at a time, with a line feed at the end: of a large one
 * the whole text would take more memory than everything else.
 */
export function* jsonChunks(assessment: Assessment): Generator<string> {
  let pending = '{';
  let first = true;
  for (const [key, value] of Object.entries(assessment)) {
    pending += `${first ? '' : ','}${jsonText(key)}:`;
    first = false;
    if (key !== 'findings') {
      pending += jsonText(value);
      continue;
    }
    pending += '[';
    for (const [at, finding] of assessment.findings.entries()) {
      pending += `${at === 0 ? '' : ','}${jsonText(finding)}`;
      if (pending.length > portion) {
        yield pending;
        pending = '';
      }
    }
    pending += ']';
  }
  yield `${pending}}\n`;
}
