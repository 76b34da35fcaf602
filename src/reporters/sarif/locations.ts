import type { Finding } from '../../core/assessment/assessment.ts';
import type { Voice } from '../model/voice.ts';
import type { FileSource } from '../places/file-source.ts';
import { furtherPlaces } from '../places/further-places.ts';
import { stablePlaceOf } from '../places/stable-place.ts';
import { listed } from '../../core/assessment/views/non-empty-list.ts';

/** As many further places are named; of others it is said how many there are. */
const shownPlaces = 20;

/** The places of a result. */
export interface Places {
  readonly locations: readonly object[];
  /** Absent where the finding is about one place alone. */
  readonly relatedLocations?: readonly object[];
  /** What the message says of the related ones, with a link to each: readers such as GitHub show no other. */
  readonly links: string;
  /** Whether it stands on a line of a file below the folder that was scanned, which is at hand where the log is uploaded. */
  readonly inRepository: boolean;
}

/** Where a finding is shown, and the further places in files that it is about. */
export function placesOf(finding: Finding, voice: Voice): Places {
  const first = stablePlaceOf(finding);
  const all = furtherPlaces(finding, first);
  const shown = all.slice(0, shownPlaces);
  const related = shown.map(({ source, said }, at) => ({
    id: at + 1,
    physicalLocation: physicalLocation(source),
    message: { text: said ? voice.text(said) : voice.say('places.same') },
  }));
  const links = shown
    .map(({ source }, at) => `[${linkText(source, first, voice)}](${at + 1})`)
    .join(voice.say('places.between'));
  const count = all.length - shown.length;
  return {
    inRepository: first?.line !== undefined && !isFull(first.path),
    locations: locationsOf(finding, first),
    ...listed('relatedLocations', related),
    links:
      links === ''
        ? ''
        : count > 0
          ? voice.say('places.more-links', { links, count })
          : voice.say('places.links', { links }),
  };
}

/** A place in a file where a fact came from one, and always the subject's own name. */
function locationsOf({ subject }: Finding, file: FileSource | undefined): readonly object[] {
  const logicalLocations = [
    {
      name: subject.name,
      fullyQualifiedName: `${subject.target}/${subject.kind}/${subject.id}`,
      kind: subject.kind,
    },
  ];
  if (file !== undefined) return [{ physicalLocation: physicalLocation(file), logicalLocations }];
  // A reader such as GitHub drops what has no file: the subject gets a path of its own.
  const artifactLocation = { uri: `${uriPart(subject.kind)}/${uriPart(subject.name)}` };
  return [{ physicalLocation: { artifactLocation, region: regionOf() }, logicalLocations }];
}

function physicalLocation({ path, line, column }: FileSource): object {
  return { artifactLocation: { uri: uriOf(path) }, region: regionOf(line, column) };
}

/** Where a place begins is known, and not where it ends: it is one character, in the first line if none is known. */
const regionOf = (line = 1, column = 1): object => ({
  startLine: line,
  startColumn: column,
  endLine: line,
  endColumn: column + 1,
});

/** What is clicked on: brackets within it would end it. */
function linkText(
  { path, line }: FileSource,
  first: FileSource | undefined,
  { say, name }: Voice,
): string {
  // The number of a line is a name, without a space between its thousands.
  const place = String(line);
  if (path === first?.path) return say('places.at', { line: place });
  const file = name(path).replaceAll(/[[\]\\]/g, String.raw`\$&`);
  return say('places.at-file', { file, line: place });
}

/** A relative path stays one, so that it is found below the folder of the repository. */
function uriOf(path: string): string {
  const [, drive = '', names = path] = /^([A-Za-z]:)(\/.*)$/s.exec(path) ?? [];
  const encoded = names.split('/').map(uriPart).join('/');
  if (drive !== '') return `file:///${drive}${encoded}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}

/** Whether a path of evidence begins at a root, or at a drive of Windows. */
const isFull = (path: string): boolean => /^(?:[A-Za-z]:)?\//.test(path);

/** A text as one segment of a URI; a lone surrogate has no encoding. */
export const uriPart = (text: string): string =>
  encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD'));
