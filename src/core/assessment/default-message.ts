import type { FindingStatus } from './finding-status.ts';
import type { Entry } from '../recording/notes.ts';
import type { Observation } from '../recording/observation.ts';
import { text, type Text } from '../text.ts';

/** More facts than these make no sentence. */
const shownFacts = 4;

/**
 * The sentence for a verdict without a message of its own: what was found, which says more than that the title does or
 * does not hold.
 */
export function defaultMessage(
  status: FindingStatus,
  title: Text,
  entries: readonly Entry[],
): Text {
  if (status !== 'pass' && status !== 'fail') return title;
  const facts: string[] = [];
  for (const entry of entries) {
    // Most facts are read by several controls.
    if (entry.gap === undefined) facts.push((entry.spelled ??= spell(entry.seen)));
    if (facts.length === shownFacts) break;
  }
  const shown = facts.join(', ');
  const found = shown === '' ? text('nothing was read', '未读取任何事实') : text(shown, shown);
  return text(`Found: ${found.en}`, `实际为：${found.zh}`);
}

function spell({ path, value }: Observation): string {
  const name = path.slice(1);
  // Neither is done for nothing: there are hundreds of thousands of facts.
  const spelled = typeof value === 'boolean' ? String(value) : JSON.stringify(value);
  return `${name.includes('/') ? name.replaceAll('/', '.') : name} = ${spelled}`;
}
