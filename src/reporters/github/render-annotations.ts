import type { Assessment } from '../../core/assessment/assessment.ts';
import type { Language } from '../../core/text.ts';
import { createVoice, type Voice } from '../model/voice.ts';
import {
  countKnown,
  isKnownTo,
  newItemsFirst,
  type BaselineOptions,
} from '../options/baseline-input.ts';
import { headOfOpen, openFailures, type OpenFailure } from '../rows/open-failures.ts';
import { unreadLists } from '../rows/unread-lists.ts';
import { stablePlaceOf } from '../places/stable-place.ts';

const commands = { critical: 'error', high: 'error', medium: 'warning', low: 'notice' } as const;

/** The escapes of what stands behind a command; a property may hold neither a colon nor a comma either. */
const escapes: Readonly<Record<string, string>> = {
  '%': '%25',
  '\r': '%0D',
  '\n': '%0A',
  ':': '%3A',
  ',': '%2C',
};
const data = (text: string): string => text.replaceAll(/[%\r\n]/g, (sign) => escapes[sign] ?? '');
const property = (text: string): string =>
  text.replaceAll(/[%\r\n:,]/g, (sign) => escapes[sign] ?? '');

/**
 * Writes what could not be read and the failures that nobody accepted as commands of GitHub's runner, one to a line, the most severe first: printed by
 * a step, each becomes an annotation at its line. GitHub shows ten errors and ten warnings of a step. What a baseline accepts is
 * counted in a notice.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderAnnotations(
  assessment: Assessment,
  language: Language,
  baseline?: BaselineOptions,
): string {
  const voice = createVoice(language);
  const known = countKnown(baseline, assessment);
  const title = property(assessment.tool.name);
  // Projects that share a file find the same in it; one fix repairs it.
  const lines = new Set([
    ...unreadLists(assessment, voice).map((words) => `::error title=${title}::${data(words)}`),
    ...openFailures(assessment)
      .filter(({ finding }) => !isKnownTo(baseline, finding))
      .map(({ control, finding }) =>
        annotate({ control, finding: newItemsFirst(finding, baseline) }, voice),
      ),
    ...(known > 0
      ? [`::notice title=${title}::${data(voice.say('baseline.known', { count: known }))}`]
      : []),
  ]);
  return [...lines].map((line) => `${line}\n`).join('');
}

/** A path whose signs act on no terminal; a line break is escaped, and stays what it is. */
const shownPath = (path: string, { name }: Voice): string =>
  path
    .split(/([\r\n])/)
    .map((part, at) => (at % 2 === 1 ? part : name(part)))
    .join('');

function annotate(failure: OpenFailure, voice: Voice): string {
  const { control, finding } = failure;
  const { path, line, column } = stablePlaceOf(finding) ?? {};
  const title = `${headOfOpen(failure, voice)} (${control.id})`;
  const properties = Object.entries({
    file: path === undefined ? undefined : shownPath(path, voice),
    line,
    col: column,
    title,
  }).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${property(String(value))}`]));
  const message = `${voice.name(finding.subject.name)}: ${voice.text(finding.message)}`;
  return `::${commands[finding.severity]} ${properties.join(',')}::${data(message)}`;
}
