import type { Tone } from '../model/entries/count.ts';
import type { ControlFindings, FindingEntry } from '../model/entries/finding.ts';
import { isUndecided, nothingFailed } from '../model/nothing-failed.ts';
import type { Report } from '../model/report.ts';
import { headOf, pick } from '../model/findings.ts';
import { countIn } from '../model/standing.ts';
import { speaker, type Say } from '../locale/translate.ts';
import { fitColumns, wrapColumns } from './columns.ts';
import type { TextStyle } from './text-style.ts';
import { worstFailures } from './worst.ts';

const as = (text: string): string => text;

/** No colour at all. */
export const plainStyle: TextStyle = {
  tone: (_, text) => text,
  severity: (_, text) => text,
  bold: as,
  dim: as,
};

/** What makes a summary a screenful; without it every failed control is named. */
export interface Brief {
  /** Columns that a line may take. */
  readonly width: number;
  /** Each framework with its requirements, counted in its words. */
  readonly frameworks: readonly {
    readonly title: string;
    readonly counts: readonly {
      readonly tone: Tone;
      readonly label: string;
      readonly count: number;
    }[];
  }[];
}

/** Subjects named under each control where a screenful is wanted; with all asked for, and in the report, they all are. */
const shownSubjects = 4;

/** More that vanished are counted; reports name them all. */
const goneAtMost = 10;

/**
 * A summary for a terminal: what was assessed, what failed and where, which controls failed to run, what could not be
 * read, the figures. It ends with a line feed.
 *
 * @param undecided whether what is unknown and what holds no longer is named as failures are; `false` says how to have
 * it named, absent says nothing of that
 * @param brief where only the worst is named, a line each
 */
export function renderText(
  report: Report,
  style: TextStyle = plainStyle,
  undecided?: boolean,
  brief?: Brief,
): string {
  const say = speaker(report.locale);
  const lines: string[] = [];
  for (const { id, description, caveats } of report.scope.targets) {
    // Of what did not answer there is nothing to say.
    const room = brief ? Math.max(brief.width - id.length - 2, 8) : Infinity;
    const said = description === '' ? '' : `  ${style.dim(fitColumns(description, room))}`;
    lines.push(`${style.bold(id)}${said}`, ...caveats.map((each) => style.tone('doubt', each)));
  }
  const population = report.scope.limits?.kinds
    ? report.scope.limits.kinds.map(({ kind, count }) => `${kind} ${count}`)
    : report.scope.population
        .flatMap(({ kinds }) => kinds)
        .map(
          ({ kind, read, existed }) => `${kind} ${read === existed ? read : `${read}/${existed}`}`,
        );
  if (population.length > 0) lines.push(style.dim(population.join(' · ')));
  const gone = report.scope.population.flatMap((each) => each.gone);
  for (const each of gone.slice(0, goneAtMost)) {
    lines.push(style.tone('doubt', say('scope.gone', each)));
  }
  if (gone.length > goneAtMost) {
    lines.push(style.tone('doubt', say('text.more', { count: gone.length - goneAtMost })));
  }
  lines.push(style.dim(say('title.collected', { when: report.collected })));
  const { system } = report.scope;
  if (system) {
    lines.push(`${say('scope.system')}${say('scope.colon')}${style.bold(system.name)}`);
    if (system.outsideCount > 0) {
      lines.push(style.tone('doubt', say('scope.outside-count', { count: system.outsideCount })));
    }
  }
  lines.push('');

  const most = brief ? shownSubjects : Infinity;
  if (brief) {
    for (const { title, counts } of brief.frameworks) {
      const words = counts
        .map(({ tone, label, count }) => ({ tone, text: `${label} ${count}` }))
        .map(({ tone, text }) => ({ text, styled: style.tone(tone, text) }));
      const [first = '', ...rest] = wrapColumns(title, words, brief.width);
      lines.push(`${style.bold(title)}  ${first}`, ...rest);
    }
    const failed = report.result.failures.filter(({ count }) => count > 0);
    const severities = failed.map(({ severity, label, count }) =>
      style.severity(severity, `${label} ${count}`),
    );
    lines.push(severities.join(' · '), '', ...worstFailures(report, style, brief.width));
  }
  for (const { severity, label, controls } of brief ? [] : report.failures) {
    for (const failed of controls) {
      lines.push(...controlLines(style.severity(severity, label), failed, style, say, most));
    }
  }
  for (const broken of report.unseen.errors) {
    lines.push(...controlLines(style.tone('doubt', say('status.error')), broken, style, say, most));
  }
  if (undecided === true) {
    for (const standing of ['unknown', 'stale'] as const) {
      for (const open of pick(report.controls, standing)) {
        lines.push(
          ...controlLines(style.tone('doubt', say(`status.${standing}`)), open, style, say, most),
        );
      }
    }
  }
  const [worst] = report.failures.flatMap(({ controls }) => controls);
  if (worst === undefined) {
    lines.push(style.tone(isUndecided(report) ? 'doubt' : 'good', nothingFailed(report, say)));
  }
  lines.push('');
  lines.push(...countLines(report, style, undecided, brief !== undefined));
  if (worst) {
    lines.push(style.dim(say(brief ? 'text.rest' : 'text.explain', { id: worst.control.id })));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Only the figures, as they appear below {@link renderText}, and what could not be read. */
export const renderFigures = (
  report: Report,
  style: TextStyle = plainStyle,
  undecided?: boolean,
): string => `${countLines(report, style, undecided).join('\n')}\n`;

function countLines(
  report: Report,
  style: TextStyle,
  undecided: boolean | undefined,
  areAbove = false,
): readonly string[] {
  const { limits } = report.scope;
  const isOpen = countIn(report.result, 'unknown', 'stale') > 0;
  const hint = speaker(report.locale)('text.name-undecided');
  return [
    ...figures(report, style, areAbove),
    ...unseen(report, style),
    ...(limits && limits.outsideCount > 0
      ? [
          style.dim(
            speaker(report.locale)('text.outside', {
              outside: limits.outside,
              wider: limits.wider,
            }),
          ),
        ]
      : []),
    ...(isOpen && undecided === false ? [style.dim(hint)] : []),
  ];
}

/** A control behind its mark, with the subjects that it is about. */
function controlLines(
  mark: string,
  group: ControlFindings,
  { bold, dim }: TextStyle,
  say: Say,
  most: number,
): readonly string[] {
  const { control, findings } = group;
  const more = findings.length - most;
  return [
    `${mark}  ${bold(headOf(group))}`,
    `  ${dim(control.id)}`,
    ...findings.slice(0, most).map(subjectLine),
    ...(more > 0 ? [`  ${dim(say('text.more', { count: more }))}`] : []),
  ];
}

const subjectLine = ({ name, message }: FindingEntry): string => `  ${name}: ${message}`;

/** What occurs, with how often it does. */
const line = (
  counts: readonly { tone: Tone; label: string; count: number }[],
  style: TextStyle,
): string =>
  counts
    .filter(({ count }) => count > 0)
    .map(({ tone, label, count }) => style.tone(tone, `${label} ${count}`))
    .join(' · ');

/** @param areAbove whether the requirements were counted before */
function figures(report: Report, style: TextStyle, areAbove: boolean): readonly string[] {
  const { findings, requirements, stale, withoutWaivers } = report.result;
  const lines = [line(findings, style)];
  if (requirements && !areAbove) {
    lines.push(`${style.bold(report.subtitle)}  ${line(requirements, style)}`);
  }
  if (stale.length > 0) {
    const title = speaker(report.locale)('stale.title');
    lines.push(style.tone('doubt', `${title}: ${stale.join(' ')}`));
  }
  if (withoutWaivers.length > 0) {
    const title = speaker(report.locale)('without.title');
    lines.push(style.dim(`${title}: ${withoutWaivers.join(' ')}`));
  }
  return lines;
}

function unseen(report: Report, style: TextStyle): readonly string[] {
  const { lists } = report.unseen;
  const factGaps = report.scope.limits?.factGaps ?? report.unseen.factGaps;
  const count = countIn(report.result, 'unknown', 'error');
  if (count + factGaps + lists.length === 0) return [];
  const say = speaker(report.locale);
  return [
    style.tone(
      'doubt',
      say('text.not-seen', { findings: count, facts: factGaps, lists: lists.length }),
    ),
  ];
}
