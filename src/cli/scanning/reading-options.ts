import type { TargetSpec } from '../../collect.ts';
import { PlimsollError, type Snapshot } from '../../index.ts';
import type { SharedOptions } from '../options/options.ts';

type ReadingOption =
  | 'imageFiles'
  | 'runScanner'
  | 'malware'
  | 'profile'
  | 'composeEnvFile'
  | 'projectName';

type Kind = TargetSpec['kind'];

const engines: readonly Kind[] = ['engine'];
const images: readonly Kind[] = ['engine', 'archive'];
const projects: readonly Kind[] = ['compose'];

/** Options that say how targets are read, as they are typed, and the kinds of targets that each is about. */
export const readingOptions: readonly (readonly [ReadingOption, string, readonly Kind[]])[] = [
  ['imageFiles', '--image-files', engines],
  ['runScanner', '--run-scanner', engines],
  ['malware', '--malware', images],
  ['profile', '--profile', projects],
  ['composeEnvFile', '--compose-env-file', projects],
  ['projectName', '--project-name', projects],
];

const names: Partial<Record<Kind, string>> = {
  engine: 'an engine',
  archive: 'an archive of images',
  compose: 'a Compose project',
};

/**
 * Refuses an option that is about no target of the run.
 *
 * @throws PlimsollError `option-invalid`
 */
export function holdToTargets(targets: readonly TargetSpec[], options: SharedOptions): void {
  for (const [name, flag, kinds] of readingOptions) {
    if (options[name] === undefined || targets.some(({ kind }) => kinds.includes(kind))) continue;
    const what = kinds.map((kind) => names[kind]).join(' or ');
    throw new PlimsollError('option-invalid', `${flag} applies to ${what}, and none is scanned.`, {
      hint: `Name ${what} as well, or leave out ${flag}.`,
    });
  }
}

/** The error that no service has a profile that was asked for: a mistyped one would leave out what it was to add. */
export function missingProfile(
  { subjects }: Snapshot,
  { profile = [] }: SharedOptions,
): PlimsollError | undefined {
  const known = new Set(
    subjects
      .filter(({ kind }) => kind === 'compose-project')
      .flatMap(({ facts }) => (facts as ProjectFacts).services ?? [])
      .flatMap(({ profiles = [] }) => profiles),
  );
  const missing = profile.find((each) => each !== '*' && !known.has(each));
  if (missing === undefined) return undefined;
  return new PlimsollError(
    'option-invalid',
    `No service has the profile ${JSON.stringify(missing)}.`,
    {
      hint:
        known.size > 0
          ? `There are: ${[...known].toSorted().join(', ')}. Without --profile the services of all are judged.`
          : 'No service has a profile: leave out --profile.',
    },
  );
}

/** Facts of a Compose project as its collector makes them; absent where they could not be read. */
interface ProjectFacts {
  readonly services?: readonly { readonly profiles?: readonly string[] }[];
}
