import { nothingFailed } from '../../model/nothing-failed.ts';
import type { Report } from '../../model/report.ts';
import type { Say } from '../../locale/translate.ts';
import type { Section } from '../blocks/block.ts';
import { paragraph, section } from '../blocks/blocks.ts';

const tones = { critical: 'bad', high: 'bad', medium: 'doubt', low: 'plain' } as const;

/** What failed and nobody accepted, worst first, by control. */
export const failuresSection = (report: Report, say: Say): Section =>
  section(
    'failures',
    say('section.failures'),
    report.failures.length === 0
      ? [paragraph(nothingFailed(report, say))]
      : report.failures.map(({ severity, label, count, controls }) =>
          section(
            `severity-${severity}`,
            label,
            [{ kind: 'findings', groups: controls, words: 'all' }],
            { count, tone: tones[severity] },
          ),
        ),
  );
