import { PlimsollError } from '../../core/errors.ts';
import { text, type Text } from '../../core/text.ts';

/** One file of a bundle. */
export interface BundleEntry {
  /** Where it lies in the bundle, with `/` between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a bundle may hold at most; a file that says otherwise is not read further. */
export const limits = {
  /** Bytes of the whole file. */
  bytes: 1 << 30,
  /** Below what a zip file of this kind can count. */
  entries: 60_000,
  /** Bytes of one path. */
  path: 240,
} as const;

/** The first entry: what else there is, by hash. */
export const manifestPath = 'manifest.json';

/** The signature, in a bundle that is signed, with the full state of the assessment. */
export const envelopePath = 'manifest.dsse.json';

/** A second signature over the same manifest, with the standard predicate of a test result. */
export const resultPath = 'test-result.dsse.json';

/** The answer of a time-stamp authority, in a bundle that has one: over the signature, or over the manifest where there is none. */
export const timestampPath = 'manifest.tsr';

// Every path of a bundle is made of these, so that none can climb out of a folder on any system.
const segment = '[A-Za-z0-9_@][A-Za-z0-9_@.+-]*';
const pathPattern = new RegExp(`^${segment}(/${segment})*$`);

/** Whether a path may stand in a bundle: relative, in plain ASCII, with no hidden and no parent folder. */
export const isPath = (path: string): boolean =>
  path.length <= limits.path && pathPattern.test(path);

const ranks: ReadonlyMap<string, number> = new Map([
  [manifestPath, 0],
  [envelopePath, 2],
  [resultPath, 3],
  [timestampPath, 4],
]);

/** Whether a path is kept for what describes the others. */
export const isReserved = (path: string): boolean => ranks.has(path);

const rank = ({ path }: { readonly path: string }): number => ranks.get(path) ?? 1;

/** The order of entries: the manifest first, its signatures and its time-stamp last, all others by code unit. */
export const compareEntries = (
  a: { readonly path: string },
  b: { readonly path: string },
): number => rank(a) - rank(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** The error of everything that is wrong with a bundle. */
export const invalidBundle = (what: Text, hint?: Text): PlimsollError =>
  new PlimsollError('bundle-invalid', what, {
    hint:
      hint ??
      text(
        'See what is wrong with: plimsoll verify BUNDLE',
        '查看问题所在：plimsoll verify BUNDLE',
      ),
  });
