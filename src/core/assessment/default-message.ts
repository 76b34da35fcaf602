import type { FindingStatus } from './finding-status.ts';
import type { Observation } from '../recording/observation.ts';
import { text, type Text } from '../text.ts';

/** More facts than these make no sentence. */
const shownFacts = 4;

/**
 * The sentence for a verdict that brought none of its own: what was found, which says more than that the
 * title does or does not hold.
 */
export function defaultMessage(
  status: FindingStatus,
  title: Text,
  observations: readonly Observation[],
): Text {
  if (status !== 'pass' && status !== 'fail') return title;
  const facts = observations
    .filter(({ gap }) => gap === undefined)
    .slice(0, shownFacts)
    .map(({ path, value }) => `${path.slice(1).replaceAll('/', '.')} = ${JSON.stringify(value)}`)
    .join(', ');
  const found = facts === '' ? text('nothing was read', '未读取任何事实') : text(facts, facts);
  return text(`Found: ${found.en}`, `实际为：${found.zh}`);
}
