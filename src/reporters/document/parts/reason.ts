import type { RequirementEntry } from '../../model/entries/requirement.ts';
import type { Say } from '../../say.ts';
import { lines, quiet, tally, type Content } from '../content.ts';
import type { referrer } from '../evidence-numbers.ts';
import { statedFor } from './requirements.ts';

/** Why a requirement stands as it does: the rule, what decides it with its evidence, and what people stated. */
export function reasonOf(
  entry: RequirementEntry,
  refer: ReturnType<typeof referrer>,
  say: Say,
): Content {
  const { attestation, controls } = entry;
  const context = controls
    .filter(({ decides, live }) => live && !decides)
    .flatMap((control) => refer(control));
  return lines([
    say(`rule.${entry.stated ? 'not-applicable-stated' : entry.status}`),
    ...controls
      .filter(({ decides }) => decides)
      .map((control): Content => [
        quiet(`${control.title} · ${control.strength} `),
        control.live ? tally(control.tally) : quiet(say('requirement.not-live')),
        ...(control.live ? refer(control) : []),
      ]),
    ...(context.length > 0 ? [[quiet(say('pci.context')), ...context]] : []),
    ...statedFor(entry, say).map((said, at) =>
      attestation && at === 0 ? [lines([said]), ...refer(attestation)] : said,
    ),
  ]);
}
