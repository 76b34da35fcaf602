import type { TargetSpec } from '../../collect.ts';
import { type Snapshot, text, type Text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { SharedOptions } from '../options/options.ts';

type ReadingOption =
  | 'imageFiles'
  | 'runScanner'
  | 'malware'
  | 'imageKey'
  | 'profile'
  | 'composeEnvFile'
  | 'projectName';

type Kind = TargetSpec['kind'];

const engines: readonly Kind[] = ['engine'];
const images: readonly Kind[] = ['engine', 'archive', 'registry'];
const registries: readonly Kind[] = ['registry'];
const projects: readonly Kind[] = ['compose'];

/** Options that say how targets are read, as they are typed, and the kinds of targets that each is about. */
export const readingOptions: readonly (readonly [ReadingOption, string, readonly Kind[]])[] = [
  ['imageFiles', '--image-files', engines],
  ['runScanner', '--run-scanner', engines],
  ['malware', '--malware', images],
  ['imageKey', '--image-key', registries],
  ['profile', '--profile', projects],
  ['composeEnvFile', '--compose-env-file', projects],
  ['projectName', '--project-name', projects],
];

const names: Partial<Record<Kind, Text>> = {
  engine: text('an engine', '引擎'),
  archive: text('an archive of images', '镜像归档'),
  registry: text('an image in a registry', '镜像仓库中的镜像'),
  compose: text('a Compose project', 'Compose 项目'),
};

/**
 * Refuses an option that is about no target of the run.
 *
 * @throws PlimsollError `option-invalid`
 */
export function holdToTargets(targets: readonly TargetSpec[], options: SharedOptions): void {
  for (const [name, flag, kinds] of readingOptions) {
    if (options[name] === undefined || targets.some(({ kind }) => kinds.includes(kind))) continue;
    const named = kinds.flatMap((kind) => names[kind] ?? []);
    const what = text(named.map(({ en }) => en).join(' or '), named.map(({ zh }) => zh).join('或'));
    throw new PlimsollError(
      'option-invalid',
      text(
        `${flag} applies to ${what.en}, and none is scanned.`,
        `${flag} 用于${what.zh}，但没有扫描此类目标。`,
      ),
      {
        hint: text(
          `Name ${what.en} as well, or leave out ${flag}.`,
          `请一并指明${what.zh}，或去掉 ${flag}。`,
        ),
      },
    );
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
    text(
      `No service has the profile ${JSON.stringify(missing)}.`,
      `没有服务属于 profile ${JSON.stringify(missing)}。`,
    ),
    {
      hint:
        known.size > 0
          ? text(
              `There are: ${[...known].toSorted().join(', ')}. Without --profile the services of all are judged.`,
              `已有：${[...known].toSorted().join('、')}。不加 --profile 时评判全部服务。`,
            )
          : text(
              'No service has a profile: leave out --profile.',
              '没有服务带有 profile：请去掉 --profile。',
            ),
    },
  );
}

/** Facts of a Compose project as its collector makes them; absent where they could not be read. */
interface ProjectFacts {
  readonly services?: readonly { readonly profiles?: readonly string[] }[];
}
