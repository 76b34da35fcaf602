import { z } from 'zod';
import { text, type Text } from '../../core/text.ts';
import { jsonText } from '../../syntax/json/json-text.ts';
import { isPath, type BundleEntry } from '../zip/entry.ts';
import { sha256 } from './sha256.ts';
import { own } from '../../core/say-issues.ts';

/** The version of a bundle's layout; a reader accepts its own major version only. */
export const bundleVersion = '1.0';

/** What is said of a form of another major version than the one that is read; `undefined` of the same. */
export const otherVersion = (version: string, read: string): Text | undefined =>
  version.split('.')[0] === read.split('.')[0]
    ? undefined
    : text(
        `Version ${version}; this release reads ${read}.`,
        `版本 ${version}；本版本读取 ${read}。`,
      );

const named = z.object({ name: z.string(), version: z.string() });

/** One file of a bundle as the manifest lists it. */
const fileSchema = z.object({
  path: z.string().refine(isPath, { message: own('it is not a plain path', '不是普通路径') }),
  bytes: z.number().int().nonnegative(),
  /** Of its bytes, 64 hexadecimal digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mediaType: z.string(),
});

/** What a bundle holds: its first entry, and what a signature covers. */
export const manifestSchema = z.object({
  $schema: z.string().optional(),
  kind: z.literal('plimsoll/bundle'),
  version: z.string(),
  /** What wrote the bundle. */
  tool: named,
  /** When the snapshot was taken, ISO 8601 UTC; a bundle has no other time. */
  collectedAt: z.iso.datetime(),
  /** The engines that answered, with their own versions; empty when none was read. */
  engines: z.array(
    z.object({
      target: z.string(),
      /** As the engine gave it; `null` when it could not be read. */
      version: z.string().nullable(),
      description: z.string(),
    }),
  ),
  catalog: z.object({ id: z.string(), version: z.string() }),
  /**
   * Whether what the engines answered is in it, with `answers.json` for its index. A bundle of saved files has no
   * answers, and one of a release that kept none does not say.
   */
  answers: z.enum(['kept', 'not-kept']).optional(),
  /**
   * The signatures and the time-stamp that the bundle was sealed with, and of each signature the key: SHA-256 of the public key in
   * DER, where the signer said so. Absent in a bundle of a release that did not say.
   */
  seals: z.array(z.object({ path: z.string(), keyid: z.string().optional() })).optional(),
  /** Every other file but the signatures and the time-stamp, in the bundle's order. */
  files: z.array(fileSchema),
});

/** What a bundle holds, each file by its hash. */
export type Manifest = Readonly<z.output<typeof manifestSchema>>;

/** One file to go into a bundle. */
export interface BundleFile extends BundleEntry {
  readonly mediaType: string;
}

/** The files as a manifest lists them; they are in the bundle's order already. */
export const listFiles = (files: readonly BundleFile[]): Manifest['files'] =>
  files.map(({ path, bytes, mediaType }) => ({
    path,
    bytes: bytes.length,
    sha256: sha256(bytes),
    mediaType,
  }));

/** A document of a bundle as bytes: indented JSON in which nothing acts on who looks at it, with a line feed at its end. */
export const jsonBytes = (document: unknown): Uint8Array =>
  Buffer.from(`${jsonText(document, 2)}\n`);
