import type { Assessment } from '../../core/assessment/assessment.ts';
import { inert } from '../../core/neutralise-text.ts';
import { groupBy } from '../../syntax/group-by.ts';
import { standingOf } from '../model/standing.ts';
import { openFailures } from '../rows/open-failures.ts';

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];

/**
 * Writes the figures of an assessment as metrics in the text format of Prometheus, for the textfile collector of its node
 * exporter. Names of subjects are in none, so that the number of series stays small.
 *
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function renderPrometheus(assessment: Assessment): string {
  const { tool, catalog, targets, gaps, frameworks, collectedAt } = assessment;
  return [
    metric('info', 'What judged, as labels.', [
      [{ version: tool.version, catalog: `${catalog.id} ${catalog.version}` }, 1],
    ]),
    metric(
      'collected_timestamp_seconds',
      'When the facts were collected, in seconds since 1970.',
      targets.map(({ id }) => [{ target: id }, Date.parse(collectedAt) / 1000]),
    ),
    metric(
      'findings',
      'Findings, by how they stand.',
      counted(assessment.findings, (finding) => ({
        status: standingOf(finding),
        severity: finding.severity,
      })),
    ),
    metric(
      'failures',
      'Failures that nobody accepted, by control and target.',
      counted(
        openFailures(assessment).filter(({ finding }) => finding.status === 'fail'),
        ({ control, finding }) => ({
          control: control.id,
          severity: finding.severity,
          target: finding.subject.target,
        }),
      ),
    ),
    metric(
      'requirements',
      'Requirements, by framework and status.',
      frameworks.flatMap(({ id, requirements }) =>
        counted(
          requirements.filter(({ group }) => !group),
          ({ status }) => ({ framework: id, status }),
        ),
      ),
    ),
    metric('unread_lists', 'Lists of subjects that could not be read.', [[{}, gaps.length]]),
  ].join('');
}

/** How many there are of each set of labels, in the order in which they come. */
const counted = <T>(all: readonly T[], labelsOf: (each: T) => Labels): readonly Sample[] =>
  [...groupBy(all.map(labelsOf), (labels) => JSON.stringify(labels)).values()].flatMap((same) =>
    same[0] === undefined ? [] : [[same[0], same.length] as const],
  );

/** A metric with its samples; nothing where it has none. */
function metric(name: string, help: string, samples: readonly Sample[]): string {
  if (samples.length === 0) return '';
  const full = `plimsoll_${name}`;
  const lines = samples.map(([labels, value]) => {
    const shown = Object.entries(labels).map(([key, text]) => `${key}="${escape(text)}"`);
    return `${full}${shown.length === 0 ? '' : `{${shown.join(',')}}`} ${value}\n`;
  });
  return `# HELP ${full} ${help}\n# TYPE ${full} gauge\n${lines.join('')}`;
}

const escape = (text: string): string =>
  inert(text.replaceAll(/\p{Cs}/gu, '\uFFFD'), { max: Infinity, more: String, prose: true })
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n');
