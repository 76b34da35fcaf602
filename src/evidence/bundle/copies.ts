import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { assessmentVersion } from '../../core/assessment/assessment.ts';
import { checksVersion } from '../../core/controls/checks.ts';
import { snapshotVersion } from '../../core/snapshot/order-snapshot.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { inLanguage, text } from '../../core/text.ts';
import type { BundleProblem } from '../zip/read-zip.ts';
import { manifestPath } from '../zip/entry.ts';
import { jsonBytes, otherVersion, type BundleFile, type Manifest } from '../manifest/manifest.ts';
import { parseJson } from '../manifest/parse-json.ts';

/** Parts of the snapshot that a bundle holds once more, each as a file that says one thing. */
const copies = {
  'access.json': { kind: 'plimsoll/access', parts: ['targets'] },
  'population.json': { kind: 'plimsoll/population', parts: ['population', 'gaps'] },
  'redactions.json': { kind: 'plimsoll/redactions', parts: ['redactions'] },
} as const;

const unreadable = text(
  'Cannot be read as what its name says, so nothing can be compared with it.',
  '无法按其名称所示的内容读取，因而无法与之比较。',
);

type Copied = (typeof copies)[keyof typeof copies];

const copyOf = (snapshot: Readonly<Record<string, unknown>>, { kind, parts }: Copied) => ({
  kind,
  ...Object.fromEntries(parts.map((part) => [part, snapshot[part]])),
});

/** The files that repeat parts of a snapshot. */
export const copyFiles = (snapshot: Snapshot): readonly BundleFile[] =>
  Object.entries(copies).map(([path, copied]) => ({
    path,
    bytes: jsonBytes(copyOf(snapshot, copied)),
    mediaType: 'application/json',
  }));

/** The files without which it is no evidence of anything, or that every bundle repeats. */
export const neededFiles: readonly string[] = [
  'assessment.json',
  'checks.json',
  'snapshot.json',
  ...Object.keys(copies),
];

const catalog = z.looseObject({ id: z.string(), version: z.string() });
const words = z.union([z.string(), z.looseObject({ en: z.string(), zh: z.string() })]);

/** As much of a snapshot of any version as a manifest repeats. */
const snapshotSchema = z.looseObject({
  kind: z.literal('plimsoll/snapshot'),
  version: z.string(),
  collectedAt: z.string(),
  targets: z.array(z.looseObject({ id: z.string(), description: words })),
  subjects: z.array(
    z.looseObject({
      kind: z.string(),
      target: z.string(),
      facts: z.record(z.string(), z.unknown()),
    }),
  ),
});

const assessmentSchema = z.looseObject({
  kind: z.literal('plimsoll/assessment'),
  version: z.string(),
  collectedAt: z.string(),
  catalog,
});

const checksSchema = z.looseObject({
  kind: z.literal('plimsoll/checks'),
  version: z.string(),
  catalog,
});

/** The engines of a snapshot as a manifest names them, in the order of its subjects. */
export function enginesOf(
  snapshot: Pick<z.output<typeof snapshotSchema>, 'subjects' | 'targets'>,
): Manifest['engines'] {
  const descriptions = new Map(snapshot.targets.map(({ id, description }) => [id, description]));
  return snapshot.subjects
    .filter(({ kind }) => kind === 'engine')
    .map(({ target, facts }) => ({
      target,
      version: typeof facts['version'] === 'string' ? facts['version'] : null,
      description: inLanguage(descriptions.get(target) ?? '', 'en'),
    }));
}

/**
 * Holds what a bundle says twice against each other: the files that repeat parts of the snapshot, and what the manifest
 * says of snapshot, assessment and checks. One of these that cannot be read, or has another version, is a problem: nothing
 * can be held to it.
 */
export function compareCopies(
  manifest: Manifest,
  byPath: ReadonlyMap<string, Uint8Array>,
): readonly BundleProblem[] {
  const readJson = (path: string): unknown => {
    const content = byPath.get(path);
    return content && parseJson(content);
  };
  const problems: BundleProblem[] = [];
  const open = <T extends { readonly version: string }>(
    path: string,
    schema: z.ZodType<T>,
    read: string,
  ): T | undefined => {
    // One that is not there is missed by name.
    if (!byPath.has(path)) return undefined;
    const { data } = schema.safeParse(readJson(path));
    const message = data ? otherVersion(data.version, read) : unreadable;
    if (message === undefined) return data;
    problems.push({ path, message });
    return undefined;
  };
  const compare = (path: string, said: unknown, source: string, is: unknown): void => {
    if (isDeepStrictEqual(said, is)) return;
    const message = text(`It does not say what ${source} says.`, `与 ${source} 所述不符。`);
    problems.push({ path, message });
  };
  const manifestSays = (said: unknown, source: string, is: unknown): void =>
    compare(manifestPath, said, source, is);
  const snapshot = open('snapshot.json', snapshotSchema, snapshotVersion);
  if (snapshot) {
    for (const [path, copied] of Object.entries(copies)) {
      if (!byPath.has(path)) continue;
      compare(path, readJson(path), 'snapshot.json', copyOf(snapshot, copied));
    }
    manifestSays(manifest.collectedAt, 'snapshot.json', snapshot.collectedAt);
    manifestSays(manifest.engines, 'snapshot.json', enginesOf(snapshot));
  }
  const assessment = open('assessment.json', assessmentSchema, assessmentVersion);
  const checks = open('checks.json', checksSchema, checksVersion);
  if (assessment) manifestSays(manifest.collectedAt, 'assessment.json', assessment.collectedAt);
  for (const [source, document] of Object.entries({ assessment, checks })) {
    if (!document) continue;
    const { id, version } = document.catalog;
    manifestSays(manifest.catalog, `${source}.json`, { id, version });
  }
  return problems;
}
