import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { inLanguage, text } from '../../core/text.ts';
import type { BundleProblem } from '../zip/read-zip.ts';
import { manifestPath } from '../zip/entry.ts';
import { jsonBytes, type BundleFile, type Manifest } from '../manifest/manifest.ts';
import { parseJson } from '../manifest/parse-json.ts';

/** Parts of the snapshot that a bundle holds once more, each as a file that says one thing. */
const copies = {
  'access.json': { kind: 'plimsoll/access', parts: ['targets'] },
  'population.json': { kind: 'plimsoll/population', parts: ['population', 'gaps'] },
  'redactions.json': { kind: 'plimsoll/redactions', parts: ['redactions'] },
} as const;

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

const versioned = z.looseObject({ id: z.string(), version: z.string() });
const words = z.union([z.string(), z.looseObject({ en: z.string(), zh: z.string() })]);

/** As much of a snapshot of any version as a manifest repeats. */
const snapshotSchema = z.looseObject({
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

/** The engines of a snapshot as a manifest names them, in the order of its subjects. */
export function enginesOf(snapshot: z.output<typeof snapshotSchema>): Manifest['engines'] {
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
 * says of snapshot, assessment and checks. A file that is no JSON of the kind is refused where it is read.
 */
export function compareCopies(
  manifest: Manifest,
  byPath: ReadonlyMap<string, Uint8Array>,
): readonly BundleProblem[] {
  const readJson = (path: string): unknown => {
    const content = byPath.get(path);
    return content && parseJson(content);
  };
  const stored = readJson('snapshot.json');
  const snapshot = snapshotSchema.safeParse(stored);
  const problems: BundleProblem[] = [];
  const compare = (path: string, said: unknown, source: string, is: unknown): void => {
    if (isDeepStrictEqual(said, is)) return;
    const message = text(`It does not say what ${source} says.`, `与 ${source} 所述不符。`);
    problems.push({ path, message });
  };
  const manifestSays = (said: unknown, source: string, is: unknown): void =>
    compare(manifestPath, said, source, is);
  if (snapshot.success) {
    for (const [path, copied] of Object.entries(copies)) {
      if (!byPath.has(path)) continue;
      compare(path, readJson(path), 'snapshot.json', copyOf(snapshot.data, copied));
    }
    manifestSays(manifest.collectedAt, 'snapshot.json', snapshot.data.collectedAt);
    manifestSays(manifest.engines, 'snapshot.json', enginesOf(snapshot.data));
  }
  for (const source of ['assessment.json', 'checks.json']) {
    const parsed = z.looseObject({ catalog: versioned }).safeParse(readJson(source));
    if (!parsed.success) continue;
    const { id, version } = parsed.data.catalog;
    manifestSays(manifest.catalog, source, { id, version });
  }
  return problems;
}
