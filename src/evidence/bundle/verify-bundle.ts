import { answersPath, answersSchema, answersVersion, placeKey } from './answers.ts';
import { compareCopies, neededFiles } from './copies.ts';
import { text, type Text } from '../../core/text.ts';
import { SyntaxProblem } from '../../syntax/problem.ts';
import {
  envelopePath,
  isReserved,
  manifestPath,
  resultPath,
  timestampPath,
  type BundleEntry,
} from '../zip/entry.ts';
import { readContainer, type BundleProblem } from '../zip/read-zip.ts';
import { compareSeals } from '../compare-seals.ts';
import {
  bundleVersion,
  manifestSchema,
  otherVersion,
  type Manifest,
} from '../manifest/manifest.ts';
import { parseJson } from '../manifest/parse-json.ts';
import { sha256 } from '../manifest/sha256.ts';
import { predicateType, resultType } from '../signing/envelope.ts';
import { findEnvelopeProblems } from '../signing/verify-envelope.ts';
import { findPredicateProblems } from '../signing/verify-predicate.ts';
import { readTimestamp, type Timestamp } from '../timestamp/verify-timestamp.ts';

/** What became of a bundle's signature. `unchecked`: there is one, and no key was given. */
export type SignatureState = 'absent' | 'unchecked' | 'valid' | 'invalid';

/** What looking at a bundle came to. */
export interface Verification {
  /** Whether nothing is wrong: the container, every hash, and the signature where a key was given. */
  readonly intact: boolean;
  readonly problems: readonly BundleProblem[];
  readonly signature: SignatureState;
  /** Absent when there is none, and when there is one that is not valid, which is among the problems. */
  readonly timestamp?: Timestamp;
  /** Absent when it could not be read. */
  readonly manifest?: Manifest;
  /** What could be read, whether it is intact or not. */
  readonly entries: readonly BundleEntry[];
}

/**
 * Verifies a bundle that anybody may have made: that the container is written in the one way, that each file has the
 * hash that the manifest gives, that none is missing or extra, that what is said twice is the same, that the key signed the manifest, and that the
 * time-stamp is one of this bundle, and that the signed results match the assessment. Without a key it shows that
 * nothing was damaged, and nothing about who made it; without authorities, nothing about whose time it is.
 *
 * @param publicKey in PEM, Ed25519 or ECDSA on P-256
 * @param authorities certificates in PEM; the time-stamp must chain to one of them
 * @throws PlimsollError `key-invalid`; whatever is wrong with the bundle is among the problems
 */
export function verifyBundle(
  bytes: Uint8Array,
  publicKey?: string,
  authorities?: string,
): Verification {
  const { entries, problems: found } = readContainer(bytes);
  const problems = [...found];
  // A bundle may have more that is wrong with it than one call takes arguments.
  const add = (more: readonly BundleProblem[]): void => {
    for (const each of more) problems.push(each);
  };
  const byPath = new Map(entries.map((entry) => [entry.path, entry.bytes]));
  const first = byPath.get(manifestPath);
  const manifest = first && readManifest(first, problems);
  if (!first) problems.push({ path: manifestPath, message: text('Missing.', '缺失。') });
  if (manifest) {
    add(compareFiles(manifest, byPath));
    add(compareAnswers(manifest, byPath));
    add(compareSeals(manifest, byPath));
    add(compareCopies(manifest, byPath));
  }
  const envelope = byPath.get(envelopePath);
  const wrong =
    first && envelope
      ? findEnvelopeProblems(envelope, first, publicKey, predicateType)
      : publicKey === undefined
        ? []
        : [text('There is no signature.', '没有签名。')];
  add(wrong.map((message) => ({ path: envelopePath, message })));
  const result = byPath.get(resultPath);
  const wrongResult =
    first && result ? findEnvelopeProblems(result, first, publicKey, resultType) : [];
  add(wrongResult.map((message) => ({ path: resultPath, message })));
  // What is no evidence in any other way is not counted as well.
  const ofPredicates =
    manifest && problems.length === 0 ? findPredicateProblems(manifest, byPath) : [];
  add(ofPredicates);
  const timestamp = first && checkTimestamp(byPath, envelope ?? first, authorities, problems);
  return {
    intact: problems.length === 0,
    problems,
    signature: stateOf(
      envelope !== undefined,
      publicKey !== undefined,
      wrong.length + wrongResult.length > 0,
    ),
    ...(timestamp ? { timestamp } : {}),
    ...(manifest ? { manifest } : {}),
    entries,
  };
}

function checkTimestamp(
  byPath: ReadonlyMap<string, Uint8Array>,
  stamped: Uint8Array,
  authorities: string | undefined,
  problems: BundleProblem[],
): Timestamp | undefined {
  const response = byPath.get(timestampPath);
  const wrong = (message: Text): undefined => {
    problems.push({ path: timestampPath, message });
  };
  if (!response) {
    return authorities === undefined
      ? undefined
      : wrong(text('There is no time-stamp.', '没有时间戳。'));
  }
  try {
    return readTimestamp(response, stamped, authorities);
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return wrong(error.said);
  }
}

function stateOf(signed: boolean, keyGiven: boolean, wrong: boolean): SignatureState {
  if (!signed) return 'absent';
  if (wrong) return 'invalid';
  return keyGiven ? 'valid' : 'unchecked';
}

function readManifest(bytes: Uint8Array, problems: BundleProblem[]): Manifest | undefined {
  const parsed = manifestSchema.safeParse(parseJson(bytes));
  if (!parsed.success) {
    problems.push({
      path: manifestPath,
      message: text('Not a manifest of a bundle.', '不是证据包的清单。'),
    });
    return undefined;
  }
  const message = otherVersion(parsed.data.version, bundleVersion);
  if (message !== undefined) problems.push({ path: manifestPath, message });
  return parsed.data;
}

/** Where files lie under their hash, by which an attestation names them. */
const attachments = 'attachments/';

/** Each file against its hash, and both ways: what is listed is there, and what is there is listed. */
function compareFiles(
  { files }: Manifest,
  byPath: ReadonlyMap<string, Uint8Array>,
): readonly BundleProblem[] {
  const listed = new Set<string>();
  const problems: BundleProblem[] = [];
  for (const { path, bytes, sha256: hash } of files) {
    const content = byPath.get(path);
    if (listed.has(path)) {
      problems.push({ path, message: text('Listed twice in the manifest.', '在清单中列出两次。') });
    } else if (!content) problems.push({ path, message: text('Missing.', '缺失。') });
    else if (content.length !== bytes || sha256(content) !== hash) {
      problems.push({
        path,
        message: text(
          'The content does not match the hash in the manifest.',
          '内容与清单中的哈希不符。',
        ),
      });
    }
    if (path.startsWith(attachments) && path !== `${attachments}${hash}`) {
      const message = text('Its name is not its hash.', '其名称不是其哈希。');
      problems.push({ path, message });
    }
    listed.add(path);
  }
  for (const path of byPath.keys()) {
    if (!listed.has(path) && !isReserved(path)) {
      problems.push({ path, message: text('Not listed in the manifest.', '未列入清单。') });
    }
  }
  const unlisted = neededFiles.filter((path) => !listed.has(path));
  return [
    ...problems,
    ...unlisted.map((path) => ({
      path,
      message: text('Required in every bundle, but missing.', '每个证据包都须有，但缺失。'),
    })),
  ];
}

/** The index of the answers against the files: each that it names is there with that hash, and each there is named. */
function compareAnswers(
  { answers, files }: Manifest,
  byPath: ReadonlyMap<string, Uint8Array>,
): readonly BundleProblem[] {
  const index = byPath.get(answersPath);
  if (!index) {
    return answers === 'kept' ? [{ path: answersPath, message: text('Missing.', '缺失。') }] : [];
  }
  const parsed = answersSchema.safeParse(parseJson(index));
  if (!parsed.success) {
    return [{ path: answersPath, message: text('Not an index of answers.', '不是应答索引。') }];
  }
  const other = otherVersion(parsed.data.version, answersVersion);
  if (other !== undefined) return [{ path: answersPath, message: other }];
  const places = new Set<string>();
  const twice = parsed.data.answers.flatMap((each) => {
    const key = placeKey(each);
    if (!places.has(key)) return (places.add(key), []);
    const message = text(
      `Names two answers of ${each.target} to ${each.endpoint}.`,
      `列出了 ${each.target} 对 ${each.endpoint} 的两个应答。`,
    );
    return [{ path: answersPath, message }];
  });
  const hashes = new Map(files.map(({ path, sha256: hash }) => [path, hash]));
  const named = new Set(parsed.data.answers.map(({ file }) => file));
  const wrong = parsed.data.answers
    .filter(({ file, sha256: hash }) => hashes.get(file) !== hash)
    .map(({ file }) => ({
      path: answersPath,
      message: text(`Names ${file}, which is missing.`, `所指的 ${file} 缺失。`),
    }));
  const unnamed = files
    .filter(({ path }) => path.startsWith('answers/') && !named.has(path))
    .map(({ path }) => ({
      path,
      message: text('Not named in the index of the answers.', '应答索引中没有。'),
    }));
  return [...twice, ...wrong, ...unnamed];
}
