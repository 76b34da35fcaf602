import type { Assessment } from '../../core/assessment/assessment.ts';
import type { CheckDescription, Checks, SourceFile } from '../../core/controls/checks.ts';
import { groupBy } from '../../syntax/group-by.ts';
import type { ReportOptions } from '../options/report-options.ts';
import { anchorOf } from './anchor.ts';
import type { SourceEntry, SourcesEntry, SourceText } from './entries/source.ts';
import type { Voice } from './voice.ts';

/** Longest text of a file that is shown, and of all files together, in UTF-16 units. */
const longest = { file: 120_000, all: 3_000_000 } as const;

/** The code of the checks that judged what is reported, as far as somebody handed it over. */
export function describeSources(
  { sources }: ReportOptions,
  assessment: Pick<Assessment, 'catalog' | 'scope'>,
  voice: Voice,
): SourcesEntry | undefined {
  if (!sources || sources.checks.controls.length === 0) return undefined;
  const { asFound } = sources;
  const checks = within(sources.checks, assessment);
  const anchors = new Map(checks.files.map(({ path }, at) => [path, `source-${at + 1}`]));
  return {
    introduction: voice.say(asFound ? 'sources.as-found' : 'sources.judged'),
    controls: checks.controls.map((control) => describeControl(control, anchors, voice)),
    texts: [
      ...withinBounds(checks, anchors, voice),
      ...checks.controls.flatMap((control) => compiledText(control, voice)),
    ],
  };
}

/** The checks of the scope; of the files, those that are of a control outside of it alone are left out. */
function within(checks: Checks, { catalog, scope }: Pick<Assessment, 'catalog' | 'scope'>): Checks {
  if (scope === undefined) return checks;
  const ids = new Set(catalog.controls.map(({ id }) => id));
  const controls = checks.controls.filter(({ id }) => ids.has(id));
  const others = new Set(checks.controls.flatMap(({ source }) => fileOf(source)));
  for (const { source } of controls) for (const file of fileOf(source)) others.delete(file);
  return { ...checks, controls, files: checks.files.filter(({ path }) => !others.has(path)) };
}

const fileOf = (source: CheckDescription['source']): readonly string[] =>
  source.from === 'runtime' ? [] : [source.file];

const compiledAnchor = (id: string): string => anchorOf('compiled', id);

function describeControl(
  { id, source }: CheckDescription,
  anchors: ReadonlyMap<string, string>,
  voice: Voice,
): SourceEntry {
  const base = { id: voice.name(id), anchor: anchorOf('control', id), sha256: source.sha256 };
  if (source.from !== 'runtime') {
    const place = voice.name(`${source.file}:${source.line}`);
    return { ...base, place, located: true, to: anchors.get(source.file) ?? '' };
  }
  const { why = 'not-looked-for', places = [] } = source;
  const place =
    why === 'ambiguous'
      ? voice.say('sources.ambiguous', { places: places.map(voice.name).join(', ') })
      : voice.say(`sources.${why}`);
  return { ...base, place, located: false, to: compiledAnchor(id) };
}

/** The files, each with its text as long as there is room for it. */
function withinBounds(
  { controls, files }: Checks,
  anchors: ReadonlyMap<string, string>,
  voice: Voice,
): readonly SourceText[] {
  const located = controls.flatMap(({ source }) => (source.from === 'runtime' ? [] : [source]));
  const lines = groupBy(located, ({ file }) => file);
  let room: number = longest.all;
  return files.map((file) => {
    const fits = file.text.length <= Math.min(room, longest.file);
    if (fits) room -= file.text.length;
    return {
      anchor: anchors.get(file.path) ?? '',
      title: voice.name(file.path),
      sha256: file.sha256,
      text: fits ? voice.source(file.text) : '',
      lines: [...new Set((lines.get(file.path) ?? []).map(({ line }) => line))].toSorted(
        (a, b) => a - b,
      ),
      ...noteOf(file, fits, voice),
    };
  });
}

function noteOf({ redacted }: SourceFile, fits: boolean, { say }: Voice): { note?: string } {
  if (!fits) return { note: say('sources.too-long') };
  return redacted === undefined ? {} : { note: say('sources.redacted', { count: redacted }) };
}

function compiledText({ id, source }: CheckDescription, voice: Voice): readonly SourceText[] {
  if (source.from !== 'runtime') return [];
  return [
    {
      anchor: compiledAnchor(id),
      title: voice.say('sources.compiled', { id: voice.name(id) }),
      sha256: source.sha256,
      text: voice.source(source.text.slice(0, longest.file)),
      lines: [],
    },
  ];
}
