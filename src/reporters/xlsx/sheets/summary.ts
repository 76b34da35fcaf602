import type { Assessment } from '../../../core/assessment/assessment.ts';
import { requirementStatuses } from '../../../core/frameworks/rollup.ts';
import { severities } from '../../../core/controls/severity.ts';
import type { Tone } from '../../model/entries/count.ts';
import { countStandings, requirementTones, severityTones } from '../../model/standing.ts';
import type { Voice } from '../../model/voice.ts';
import type { Row, Table } from '../table/sheet.ts';
import { xlsxWords as words } from '../table/words.ts';

/** What was assessed and how it came out: findings by standing, failures by severity, requirements by result. */
export function summaryTable(assessment: Assessment, voice: Voice): Table {
  const { tool, collectedAt, at, targets, system, summary, frameworks } = assessment;
  const said = (word: keyof typeof words): string => words[word][voice.language];
  const fact = (item: string, value: string): Row => ({
    cells: [said('assessment'), item, value, ''],
    tone: 'plain',
  });
  const count = (part: string, item: string, number: number, of: number, tone: Tone): Row => ({
    cells: [part, item, number, of],
    tone: number > 0 ? tone : 'plain',
  });
  const failed = severities.reduce((sum, severity) => sum + summary.failures[severity], 0);
  return {
    name: said('summary'),
    columns: [
      [said('part'), 34],
      [said('item'), 34],
      [said('value'), 40],
      [said('of'), 10],
    ],
    toned: 1,
    rows: [
      ...(system ? [fact(said('system'), voice.name(system.name))] : []),
      fact(said('tool'), `${voice.name(tool.name)} ${voice.name(tool.version)}`),
      fact(said('collected'), collectedAt),
      ...(at === undefined ? [] : [fact(said('judged'), at)]),
      ...targets.map(({ id, description }) =>
        fact(said('target'), `${voice.name(id)}: ${voice.wording(description)}`),
      ),
      ...countStandings(summary.tally, voice).map(({ label, count: number, of, tone }) =>
        count(said('findings'), label, number, of, tone),
      ),
      ...severities.map((severity) =>
        count(
          said('failures'),
          voice.say(`severity.${severity}`),
          summary.failures[severity],
          failed,
          severityTones[severity],
        ),
      ),
      ...frameworks.flatMap(({ title, summary: counted }) => {
        const of = Object.values(counted).reduce((sum, number) => sum + number, 0);
        return requirementStatuses.flatMap((status) => {
          const number = counted[status];
          const label = voice.say(`requirement.${status}`);
          return number > 0
            ? [count(voice.text(title), label, number, of, requirementTones[status])]
            : [];
        });
      }),
    ],
  };
}
