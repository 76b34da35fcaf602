import type { FindingChange } from '../../evidence.ts';
import { severities, type Language, type Subject } from '../../index.ts';
import type { EngineEvent, WatchChange } from '../../watch.ts';
import { stateNames } from '../compare/diff-words.ts';
import { sayFinding } from '../compare/diff-lines.ts';
import { severityWords } from '../explain/severity-words.ts';
import { reasonWords, watchWords } from './watch-words.ts';

/** Events that are named as the cause of a change; of more the number. */
const namedAtMost = 3;
/** Lines of one finding: what it says, and what was read differently. */
const linesAtMost = 4;
/** Failures that are listed of a thing that appeared. */
const listedAtMost = 8;

/** The lines of a change: what caused it, and what fails, passes or is unknown since then. */
export function sayChange(
  { reading, difference }: WatchChange,
  language: Language,
): readonly string[] {
  const { findings } = difference;
  const changed = findings.filter(({ before, after }) => before !== null && after !== null);
  const appeared = findings.filter(({ before, after }) => before === null && isOpen(after));
  const gone = findings.filter(({ before, after }) => after === null && before === 'fail');
  const body = [
    ...bySubject(appeared).flatMap((group) => sayAppeared(group, language)),
    ...changed
      .filter(({ before, after }) => isOpen(before) || isOpen(after))
      .toSorted(bySeverity)
      .flatMap((each) => sayFinding(each, language).slice(0, linesAtMost)),
    ...bySubject(gone).map(
      (group) =>
        `${nameOf(group)} ${watchWords.gone[language]} ${group.length} ${watchWords.failures[language]}`,
    ),
    ...difference.frameworks.requirements.map(
      ({ framework, requirement, before, after }) =>
        `${framework} ${requirement}: ${before ?? '-'} → ${after ?? '-'}`,
    ),
  ];
  if (body.length === 0) return [];
  return [sayCause(reading, language), ...body.map((line) => `  ${line}`)];
}

/** What is said of targets that were read before and now are not: their findings are no news one by one. */
export const sayLost = (targets: Iterable<string>, language: Language): readonly string[] =>
  Array.from(targets, (target) => `${target} ${watchWords.lost[language]}`);

/** What happened, as far as the engine said it. */
function sayCause(
  { reason, events, eventCount, snapshot }: WatchChange['reading'],
  language: Language,
): string {
  if (events.length === 0) return reasonWords[reason][language];
  const named = events.slice(0, namedAtMost).map((event) => sayEvent(event, snapshot.subjects));
  const more = eventCount - named.length;
  return [...named, ...(more > 0 ? [`+${more} ${watchWords.events[language]}`] : [])].join(', ');
}

/** An event in a few words: of a command in a container, who runs what. */
export function sayEvent(event: EngineEvent, subjects: readonly Subject[]): string {
  const { type, action, id, name, image, exec } = event;
  const about = `${type} ${action} ${name || id.slice(0, 12)}`;
  if (exec === undefined) return image === undefined ? about : `${about} (${image})`;
  const command = sessionOf(subjects, id, exec);
  return command === undefined ? about : `${about} (${command})`;
}

function sessionOf(
  subjects: readonly Subject[],
  container: string,
  exec: string,
): string | undefined {
  const sessions = subjects.find(({ id }) => id === container)?.facts['sessions'];
  if (!Array.isArray(sessions)) return undefined;
  const session = sessions.find((each: { readonly id?: unknown }) => each.id === exec) as
    | {
        readonly program?: string;
        readonly user?: { readonly name?: string; readonly uid?: number | null };
        readonly privileged?: boolean;
      }
    | undefined;
  if (!session) return undefined;
  const { program = '?', user, privileged } = session;
  const who = user?.name ?? user?.uid ?? '?';
  return `${program}, user ${who}${privileged === true ? ', privileged' : ''}`;
}

function sayAppeared(group: readonly FindingChange[], language: Language): readonly string[] {
  const worst = group.toSorted(bySeverity);
  const counts = severities.flatMap((severity) => {
    const count = group.filter(
      (each) => each.after === 'fail' && each.severity === severity,
    ).length;
    return count === 0 ? [] : [`${severityWords[severity][language]} ${count}`];
  });
  const unknown = group.filter(({ after }) => after !== 'fail').length;
  const said = [
    ...counts,
    ...(unknown > 0 ? [`${stateNames.unknown[language]} ${unknown}`] : []),
  ].join(', ');
  const listed = worst.filter(({ after }) => after === 'fail').slice(0, listedAtMost);
  return [
    `${nameOf(group)}: ${said}`,
    ...listed.map(
      ({ control, severity }) =>
        `  ${stateNames.fail[language]}  ${severityWords[severity][language]}  ${control}`,
    ),
  ];
}

const nameOf = ([first]: readonly FindingChange[]): string =>
  first ? `${first.subject.kind} ${first.subject.name}` : '';

const isOpen = (state: FindingChange['after']): boolean =>
  state === 'fail' || state === 'unknown' || state === 'error' || state === 'stale';

const bySeverity = (a: FindingChange, b: FindingChange): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity);

function bySubject(findings: readonly FindingChange[]): readonly (readonly FindingChange[])[] {
  const groups = new Map<string, FindingChange[]>();
  for (const each of findings) {
    const key = `${each.subject.target} ${each.subject.kind} ${each.subject.id}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}
