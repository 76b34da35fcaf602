import type { Assessment, Finding } from '../../core/assessment/assessment.ts';
import { severities } from '../../core/controls/severity.ts';
import type { Language } from '../../core/text.ts';
import type { Standing } from '../model/entries/count.ts';
import { standingOf } from '../model/standing.ts';
import { createVoice, type Voice } from '../model/voice.ts';
import { fileOf } from '../places/file-of.ts';
import type { FileSource } from '../places/file-source.ts';
import { furtherPlaces } from '../places/further-places.ts';
import { isKnownTo, newItemsFirst, type BaselineOptions } from '../options/baseline-input.ts';
import { inLine } from '../places/quoted-in.ts';

const listed: ReadonlySet<Standing> = new Set(['fail', 'error']);
const withUndecided: ReadonlySet<Standing> = new Set([...listed, 'unknown', 'stale']);

/** More numbers of lines say less, not more. */
const shownLines = 10;

/**
 * Writes the failures that nobody accepted as compilers write theirs, `file:line:column: severity control message`, so
 * that editors and pipelines find the place; what was read from no file begins with its target and name. One that is
 * about several lines of the file names the others behind its message. A control that failed to run has `error` in
 * place of its severity. In the order of the files and their lines; nothing at all where nothing failed and none broke.
 *
 * @param undecided whether what is unknown and what holds no longer is named as well, with that in the place of its
 * severity
 * @param baseline what it accepts is left out
 */
export function renderLines(
  assessment: Assessment,
  language: Language,
  undecided: boolean = false,
  baseline?: BaselineOptions,
): string {
  const voice = createVoice(language);
  const named = undecided ? withUndecided : listed;
  const lines = assessment.findings
    .filter((finding) => named.has(standingOf(finding)) && !isKnownTo(baseline, finding))
    .map((each) => newItemsFirst(each, baseline))
    .map((finding) => ({ finding, ...placeOf(finding) }))
    .toSorted(
      (a, b) =>
        compare(a.path, b.path) ||
        a.line - b.line ||
        a.column - b.column ||
        severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity),
    )
    .map(({ finding, file, ...place }) => {
      return [write(finding, place, voice), { finding, file }] as const;
    });
  // Projects that share a file find the same in it; one fix repairs it.
  return [...new Map(lines)]
    .map(([line, { finding, file }]) => `${line}${sayOthers(finding, file, voice)}\n`)
    .join('');
}

interface Place {
  readonly path: string;
  /** 0 where it is the whole file, or none. */
  readonly line: number;
  readonly column: number;
}

function placeOf(finding: Finding): Place & { readonly file?: FileSource } {
  const file = fileOf(finding);
  if (file) return { path: file.path, line: file.line ?? 0, column: file.column ?? 0, file };
  const { kind, name, target } = finding.subject;
  // A file without any fact read is still the one to open.
  const path = kind === 'dockerfile' ? target : `${target} ${kind} ${name}`;
  return { path, line: 0, column: 0 };
}

function write(finding: Finding, { path, line, column }: Place, voice: Voice): string {
  const place = `${pathOf(finding, path, voice)}${line > 0 ? `:${line}` : ''}${column > 0 ? `:${column}` : ''}`;
  const { subject, controlId, message } = finding;
  const standing = standingOf(finding);
  const severity = standing === 'fail' ? finding.severity : standing;
  // A Compose file has several services; a build file of its own is its own subject.
  const who =
    subject.name === path || subject.name === subject.target ? '' : `${voice.name(subject.name)}: `;
  return `${place}: ${severity} ${controlId} ${who}${inLine(voice.text(message))}`;
}

/** A path in which no colon can be taken for the one in front of a line or a severity. */
const pathOf = (finding: Finding, path: string, voice: Voice): string =>
  fileOf(finding) !== undefined || finding.subject.kind === 'dockerfile'
    ? voice.name(path).replaceAll(/:(?=[\d\s])/g, '⟨U+003A⟩')
    : voice.name(path);

/** The other lines of the same file that a finding is about; empty where there are none. */
function sayOthers(finding: Finding, file: FileSource | undefined, { say }: Voice): string {
  const others = furtherPlaces(finding, file).filter(({ source }) => source.path === file?.path);
  const [one, another] = others;
  if (!one) return '';
  // The number of a line is a name, without a space between its thousands.
  if (!another) return say('places.line', { line: String(one.source.line) });
  const shown = others.slice(0, shownLines).map(({ source }) => source.line);
  const lines = shown.join(say('places.between'));
  const count = others.length - shown.length;
  return count > 0 ? say('places.more-lines', { lines, count }) : say('places.lines', { lines });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
