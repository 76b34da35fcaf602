import type { KeptAnswers } from '../../core/snapshot/answer.ts';
import type { Assessment } from '../../core/assessment/assessment.ts';
import { assessmentJson } from '../../core/assessment/assessment-json.ts';
import type { Catalog } from '../../core/controls/catalog.ts';
import { snapshotSchema, type Snapshot } from '../../core/snapshot/snapshot.ts';
import { orderSnapshot } from '../../core/snapshot/order-snapshot.ts';
import { answerFiles, answersPath } from './answers.ts';
import { copyFiles, enginesOf } from './copies.ts';
import {
  compareEntries,
  envelopePath,
  invalidBundle,
  manifestPath,
  resultPath,
  timestampPath,
  type BundleEntry,
} from '../zip/entry.ts';
import { writeContainer } from '../zip/write-zip.ts';
import { describeChecks, type KnownSources } from '../checks/describe-checks.ts';
import {
  bundleVersion,
  jsonBytes,
  listFiles,
  type BundleFile,
  type Manifest,
} from '../manifest/manifest.ts';
import { sha256 } from '../manifest/sha256.ts';
import { bundlePredicate, resultPredicate } from '../signing/predicates.ts';
import { signManifest } from '../signing/sign-manifest.ts';
import type { Signer } from '../signing/signer.ts';
import type { Timestamper } from '../timestamp/request-timestamp.ts';
import { schemaId } from '../../core/schema-id.ts';
import { text } from '../../core/text.ts';

/** What goes into a bundle. */
export interface BundleInput {
  /** In its order, as `collect` and `parseSnapshot` give it; else assessing again gives another order. */
  readonly snapshot: Snapshot;
  /** The assessment of that snapshot. */
  readonly assessment: Assessment;
  /** The catalog that it was assessed with. */
  readonly catalog: Catalog;
  readonly sources: KnownSources;
  /** Reports by file name; they go below `reports/`. */
  readonly reports?: readonly BundleFile[];
  /** Files that bear attestations out; each is kept under its hash, by which the attestation names it. */
  readonly attachments?: readonly Uint8Array[];
  /** What the engines answered, as `collect` keeps it; absent where nobody kept it, and the manifest says so. */
  readonly answers?: KeptAnswers | undefined;
  readonly tool: { readonly name: string; readonly version: string };
}

/**
 * Writes a bundle: a zip file with the evidence of one assessment. The same input gives the same bytes, and
 * so does signing with Ed25519; a P-256 signature is another one each time, and so is a time-stamp. Only who makes
 * a time-stamp is asked over a network, and for that alone.
 *
 * @throws PlimsollError `bundle-invalid` when assessment, catalog and snapshot do not belong together;
 *   `key-invalid` and `signer-failed` from the signer; `timestamp-failed`
 */
export async function buildBundle(
  input: BundleInput,
  signer?: Signer,
  timestamper?: Timestamper,
): Promise<Uint8Array> {
  holdTogether(input);
  const files = filesOf(input).toSorted(compareEntries);
  const manifest = describeBundle(input, files, sealsOf(signer, timestamper));
  const first: BundleEntry = { path: manifestPath, bytes: jsonBytes(manifest) };
  const signed = signer ? await signatures(first.bytes, manifest, input.assessment, signer) : [];
  const [{ bytes: last } = first] = signed;
  const stamp = await timestamper?.stamp(last);
  const stamped: readonly BundleEntry[] = stamp ? [{ path: timestampPath, bytes: stamp }] : [];
  return writeContainer([first, ...files, ...signed, ...stamped]);
}

/** One after the other: a signer may ask for a PIN. */
async function signatures(
  bytes: Uint8Array,
  manifest: Manifest,
  assessment: Assessment,
  signer: Signer,
): Promise<readonly BundleEntry[]> {
  const own = await signManifest(bytes, bundlePredicate(manifest, assessment), signer);
  const result = await signManifest(bytes, resultPredicate(manifest, assessment), signer);
  return [
    { path: envelopePath, bytes: own },
    { path: resultPath, bytes: result },
  ];
}

function filesOf(input: BundleInput): readonly BundleFile[] {
  const { snapshot, assessment, catalog, sources, answers } = input;
  const { reports = [], attachments = [] } = input;
  const ordered = snapshotSchema.parse(orderSnapshot(snapshot));
  const json = (path: string, document: unknown): BundleFile => ({
    path,
    bytes: jsonBytes(document),
    mediaType: 'application/json',
  });
  const kept = new Map(attachments.map((bytes) => [sha256(bytes), bytes]));
  return [
    json('snapshot.json', ordered),
    {
      path: 'assessment.json',
      bytes: Buffer.from(assessmentJson(assessment)),
      mediaType: 'application/json',
    },
    json('checks.json', describeChecks(catalog, assessment, sources)),
    ...copyFiles(ordered),
    ...(answers ? answerFiles(answers, snapshot) : []),
    ...reports.map((report) => ({ ...report, path: `reports/${report.path}` })),
    ...[...kept].map(([hash, bytes]) => ({
      path: `attachments/${hash}`,
      bytes,
      mediaType: 'application/octet-stream',
    })),
  ];
}

/** What the manifest says of the signatures and the time-stamp to come: who signs the manifest signs that too. */
function sealsOf(
  signer: Signer | undefined,
  timestamper: Timestamper | undefined,
): NonNullable<Manifest['seals']> {
  const keyid = signer?.keyId === undefined ? {} : { keyid: signer.keyId };
  return [
    ...(signer ? [envelopePath, resultPath].map((path) => ({ path, ...keyid })) : []),
    ...(timestamper ? [{ path: timestampPath }] : []),
  ];
}

function describeBundle(
  input: BundleInput,
  files: readonly BundleFile[],
  seals: Manifest['seals'],
): Manifest {
  const { snapshot, catalog, tool } = input;
  return {
    $schema: schemaId('bundle', bundleVersion),
    kind: 'plimsoll/bundle',
    version: bundleVersion,
    tool: { name: tool.name, version: tool.version },
    collectedAt: snapshot.collectedAt,
    engines: enginesOf(orderSnapshot(snapshot)),
    catalog: { id: catalog.id, version: catalog.version },
    answers: files.some(({ path }) => path === answersPath) ? 'kept' : 'not-kept',
    seals,
    files: listFiles(files),
  };
}

/** Evidence of one thing must not be put beside a judgement of another. */
function holdTogether({ snapshot, assessment, catalog }: BundleInput): void {
  const same =
    snapshot.collectedAt === assessment.collectedAt &&
    catalog.id === assessment.catalog.id &&
    catalog.version === assessment.catalog.version;
  if (!same) {
    throw invalidBundle(
      text(
        'The assessment was not made from this snapshot with this catalog.',
        '该评估结果并非由此快照按此目录得出。',
      ),
      text(
        'Make both at once with: plimsoll scan --bundle out.plimsoll',
        '请一次生成两者：plimsoll scan --bundle out.plimsoll',
      ),
    );
  }
}
