import type { Assessment, Language } from '../../index.ts';
import { show } from '../terminal/print-text.ts';

/** More of them say less, not more; a report has them all. */
const atMost = 20;

const words = {
  en: {
    waiver: (control: string, what: string) => `Waiver of ${control}: ${what}`,
    statement: (requirement: string, what: string) => `Statement on ${requirement}: ${what}`,
    more: (count: number) => `… and ${count} more statements that do not count`,
  },
  zh: {
    waiver: (control: string, what: string) => `${control} 的风险接受：${what}`,
    statement: (requirement: string, what: string) => `关于 ${requirement} 的声明：${what}`,
    more: (count: number) => `…… 另有 ${count} 条声明未计入`,
  },
} as const satisfies Record<Language, unknown>;

/** States of what nobody wrote for this run, or not for today yet. */
const asMeant: ReadonlySet<string> = new Set([
  'current',
  'not-selected',
  'early',
  'live',
  'not-yet',
]);

/** Says on stderr which waivers and statements do not count, each in one line and in the words of the reports. */
export async function printStatements(
  { waivers, attestations, notApplicable, ...rest }: Assessment,
  language: Language,
): Promise<void> {
  const wrong: Assessment = {
    ...rest,
    findings: [],
    waivers: waivers.filter(
      ({ state, accepts }) => !asMeant.has(state) || (state === 'live' && accepts === 0),
    ),
    attestations: attestations.filter(({ state }) => !asMeant.has(state)),
    notApplicable: notApplicable.filter(({ state }) => !asMeant.has(state)),
  };
  if (wrong.waivers.length + wrong.attestations.length + wrong.notApplicable.length === 0) return;
  // Nothing of reports is loaded where there is nothing to say.
  const { buildReport } = await import('../../report.ts');
  const report = buildReport(wrong, { language });
  const say = words[language];
  const lines = [
    ...report.waivers.map(({ control, state, notes }, at) => {
      const said = wrong.waivers[at]?.state === 'live' ? notes : [state, ...notes];
      return say.waiver(control, said.join(language === 'zh' ? '；' : '; '));
    }),
    ...[...report.attestations, ...report.statements].map(({ requirement, state }) =>
      say.statement(requirement, state),
    ),
  ];
  const shown = lines.slice(0, atMost);
  if (lines.length > atMost) shown.push(say.more(lines.length - atMost));
  process.stderr.write(shown.map((line) => `${show(line)}\n`).join(''));
}
