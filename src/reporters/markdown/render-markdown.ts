import type { Count } from '../model/entries/count.ts';
import type { ControlFindings, PlaceEntry, SeverityGroup } from '../model/entries/finding.ts';
import { nothingFailed } from '../model/nothing-failed.ts';
import type { Report } from '../model/report.ts';
import { speaker, type Say } from '../locale/translate.ts';
import { code, opened, plain, table } from './escape-markdown.ts';

/** Failures that are named; a comment on a pull request is read to the end only when it is short. */
const shownFailures = 25;

/**
 * A summary in Markdown, for a comment on a pull request: the figures, what failed, where and how to fix it, what could not be
 * read, what somebody accepted. What a baseline accepts is counted and not listed. It ends with a line feed.
 */
export function renderMarkdown(report: Report): string {
  const say = speaker(report.locale);
  const { findings, requirements, stale } = report.result;
  const { limits } = report.scope;
  const lines = [
    `## ${plain(report.title)}`,
    '',
    `${opened(report.subtitle)} · ${report.scope.targets.map(({ id, name }) => (name === id ? code(id) : plain(name))).join(', ')} · ${plain(report.collected)}`,
    '',
    ...(limits ? [`${opened(limits.to)} ${plain(limits.outside)}`, ''] : []),
    ...counts(say('result.findings'), say('result.count'), findings),
    ...(requirements
      ? ['', ...counts(say('result.requirements'), say('result.count'), requirements)]
      : []),
    '',
    ...(stale.length > 0
      ? [`${opened(say('stale.title'))}: ${stale.map(plain).join(' ')}`, '']
      : []),
    ...failures(report),
    ...broken(report),
    ...folded(say('unseen.findings'), findingLines(report.unseen.controls)),
    ...accepted(report),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const counts = (title: string, count: string, of: readonly Count[]): readonly string[] =>
  table(
    [plain(title), plain(count)],
    of
      .filter((each) => each.count > 0)
      .map((each) => [plain(each.label), `${each.count} / ${each.of}`]),
  );

function failures(report: Report): readonly string[] {
  const say = speaker(report.locale);
  const groups = withoutKnown(report.failures);
  const failed = groups.flatMap(({ label, controls }) =>
    controls.flatMap(({ control, findings }) =>
      findings.map((finding) => [
        plain(label),
        `${plain(control.failingTitle)} ${code(control.id)}`,
        `${plain(finding.kind)} ${code(finding.name)}`,
        finding.place ? writePlace(finding.place) : '',
        plain(finding.message),
      ]),
    ),
  );
  const count = countIn(report.failures) - countIn(groups);
  const known = count > 0 ? [opened(say('baseline.known', { count })), ''] : [];
  if (failed.length === 0) {
    const nothing = count > 0 ? say('baseline.none') : nothingFailed(report, say);
    return [opened(nothing), '', ...known];
  }
  const heads = [
    'severity.title',
    'control.title',
    'finding.subject',
    'finding.place',
    'finding.message',
  ] as const;
  const more = failed.length - shownFailures;
  return [
    ...table(
      heads.map((head) => plain(say(head))),
      failed.slice(0, shownFailures),
    ),
    ...(more > 0 ? ['', opened(say('text.more', { count: more }))] : []),
    '',
    ...known,
    ...fixes(groups, say),
  ];
}

/** What failed and is not known to a baseline. */
const withoutKnown = (groups: readonly SeverityGroup[]): readonly SeverityGroup[] =>
  groups.map((group) => ({
    ...group,
    controls: group.controls
      .map((each) => ({ ...each, findings: each.findings.filter(({ known }) => !known) }))
      .filter(({ findings }) => findings.length > 0),
  }));

const countIn = (groups: readonly SeverityGroup[]): number =>
  groups.reduce(
    (sum, { controls }) => sum + controls.reduce((all, { findings }) => all + findings.length, 0),
    0,
  );

/** A file and its line, as a link where it is known where they are shown. */
function writePlace({ path, line, href }: PlaceEntry): string {
  const shown = code(line === undefined ? path : `${path}:${line}`);
  return href === undefined ? shown : `[${shown}](${href})`;
}

/** Controls that broke: not folded away, since nothing that they are about was judged. */
function broken(report: Report): readonly string[] {
  const lines = findingLines(report.unseen.errors);
  if (lines.length === 0) return [];
  return [`### ${plain(speaker(report.locale)('unseen.errors'))}`, '', ...shortened(lines), ''];
}

/** How to fix each control that failed, folded away. */
function fixes(groups: readonly SeverityGroup[], say: Say): readonly string[] {
  const controls = groups.flatMap((group) => group.controls.map(({ control }) => control));
  return folded(
    say('control.fix'),
    controls.map((control) => `- ${code(control.id)} ${plain(control.remediation)}`),
  );
}

const findingLines = (controls: readonly ControlFindings[]): readonly string[] =>
  controls.flatMap(({ control, findings }) =>
    findings.map(
      ({ name, status, message }) =>
        `- ${code(control.id)} ${code(name)} ${plain(status)}: ${plain(message)}`,
    ),
  );

function shortened(lines: readonly string[]): readonly string[] {
  const more = lines.length - shownFailures;
  return [...lines.slice(0, shownFailures), ...(more > 0 ? [`- … ${more}`] : [])];
}

function accepted(report: Report): readonly string[] {
  const say = speaker(report.locale);
  return folded(
    say('accepted.waivers'),
    report.waivers.map(
      ({ control, owner, period, state, reason, notes }) =>
        `- ${code(control)} ${plain(state)}, ${plain(owner)}, ${plain(period)}: ${[reason, ...notes].map(plain).join(' ')}`,
    ),
  );
}

function folded(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [
    '<details>',
    `<summary>${plain(title).replaceAll('\\', '')} (${lines.length})</summary>`,
    '',
    ...shortened(lines),
    '',
    '</details>',
    '',
  ];
}
