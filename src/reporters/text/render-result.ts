import { speaker, type Say } from '../locale/translate.ts';
import type { Report } from '../model/report.ts';
import { plainStyle, type Brief } from './render-text.ts';
import type { TextStyle } from './text-style.ts';

type Counts = Brief['frameworks'][number]['counts'];

/**
 * A result in one line: how the findings stand, failures by severity, and of each framework how many requirements
 * are not met, of how many. It ends with a line feed.
 */
export function renderResult(
  report: Report,
  frameworks: Brief['frameworks'] = [],
  style: TextStyle = plainStyle,
): string {
  const say = speaker(report.locale);
  const severities = report.result.failures
    .filter(({ count }) => count > 0)
    .map(({ severity, label, count }) => style.severity(severity, `${label} ${count}`));
  const ratings =
    severities.length > 0 ? say('text.by-severity', { severities: severities.join(' · ') }) : '';
  const standings = report.result.findings
    .filter(({ standing, count }) => count > 0 || standing === 'fail')
    .map(({ standing, tone, label, count }) => {
      const counted = style.tone(
        standing === 'fail' && count === 0 ? 'good' : tone,
        `${label} ${count}`,
      );
      return standing === 'fail' ? `${counted}${ratings}` : counted;
    });
  const papers = frameworks.map(
    ({ title, counts }) => `${style.bold(title)}${say('scope.colon')}${unmet(counts, style, say)}`,
  );
  return `${[standings.join(' · '), ...papers].join(' | ')}\n`;
}

/** Requirements that are not met, of all, in the standard’s word. */
function unmet(counts: Counts, style: TextStyle, say: Say): string {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const failed = counts.filter(({ tone, count }) => tone === 'bad' && count > 0);
  if (failed.length === 0) return style.tone('good', say('text.all-met', { total }));
  return failed
    .map(({ label, count }) => style.tone('bad', `${label} ${count}/${total}`))
    .join(' · ');
}
