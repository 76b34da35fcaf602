import { z } from 'zod';
import type { KeptAnswers } from '../../core/snapshot/answer.ts';
import type { Snapshot } from '../../core/snapshot/snapshot.ts';
import { schemaId } from '../../core/schema-id.ts';
import { jsonBytes, type BundleFile } from '../manifest/manifest.ts';
import { sha256 } from '../manifest/sha256.ts';

/** The version of the form of `answers.json`. */
export const answersVersion = '1.0';

/** Where the index of the answers lies in a bundle. */
export const answersPath = 'answers.json';

/** The contents of `answers.json`: what engines answered, and in which file of the bundle each answer lies. */
export const answersSchema = z.object({
  $schema: z.string().optional(),
  kind: z.literal('plimsoll/answers'),
  version: z.string(),
  /** Values that were dropped from the answers, counted by rule. */
  redactions: z.array(z.object({ rule: z.string(), count: z.number().int().positive() })),
  answers: z.array(
    z.object({
      /** The target that answered, by its id in the snapshot. */
      target: z.string(),
      /** As the sources of observations name it. */
      endpoint: z.string(),
      /** Path and query as they were sent. */
      request: z.string(),
      /** Path in the bundle; answers that are the same share one. */
      file: z.string(),
      /** Of the file's bytes, 64 hexadecimal digits. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});

/** The index of the answers in a bundle. */
export type Answers = Readonly<z.output<typeof answersSchema>>;

/** An answer's place as one text: no two answers of a bundle have the same. */
export const placeKey = ({
  target,
  endpoint,
}: Pick<Answers['answers'][number], 'target' | 'endpoint'>): string =>
  JSON.stringify([target, endpoint]);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The answers of a snapshot's targets as files of a bundle, with their index; in one order, whatever the engines' pace. */
export function answerFiles(
  { answers, redactions }: KeptAnswers,
  { targets }: Snapshot,
): readonly BundleFile[] {
  const known = new Set(targets.map(({ id }) => id));
  const contents = new Map<string, Uint8Array>();
  const entries = answers
    .filter(({ target }) => known.has(target))
    .map(({ target, endpoint, request, bytes }) => {
      const hash = sha256(bytes);
      const file = `answers/${hash}.json`;
      contents.set(file, bytes);
      return { target, endpoint, request, file, sha256: hash };
    })
    .toSorted((a, b) => byText(a.target, b.target) || byText(a.endpoint, b.endpoint));
  const index: Answers = {
    $schema: schemaId('answers', answersVersion),
    kind: 'plimsoll/answers',
    version: answersVersion,
    redactions: Object.entries(redactions)
      .map(([rule, count]) => ({ rule, count }))
      .toSorted((a, b) => byText(a.rule, b.rule)),
    answers: entries,
  };
  const mediaType = 'application/json';
  return [
    { path: answersPath, bytes: jsonBytes(index), mediaType },
    ...[...contents].map(([path, bytes]) => ({ path, bytes, mediaType })),
  ];
}
