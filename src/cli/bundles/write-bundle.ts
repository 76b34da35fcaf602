import { dirname, resolve } from 'node:path';
import type { Collection } from '../../collect.ts';
import type { LoadedConfig } from '../../config.ts';
import { buildBundle, type BundleFile } from '../../evidence.ts';
import { builtin, tool, type Assessment, text } from '../../index.ts';
import { PlimsollError } from '../../core/errors.ts';
import { readBytes } from '../input/read-file.ts';
import { writeOutput, type Content } from '../output/files.ts';
import type { SharedOptions } from '../options/options.ts';
import { sourcesFor } from '../reporting/report-sources.ts';
import { makeReports } from '../reporting/make-reports.ts';
import { knownSources } from '../reporting/known-sources.ts';
import type { SigningOptions } from './add-signing.ts';
import { chooseSigner, chooseTimestamper } from './signing.ts';
import { describeVerifying } from './describe-verifying.ts';
import { inSpoken } from '../terminal/spoken-language.ts';

/** How reports within name the bundle. */
const someBundle = 'evidence.plimsoll';

/** What a bundle is made with beside the evidence. */
interface BundleOptions extends SharedOptions, SigningOptions {
  /** Formats of the reports in it; HTML when there is none. */
  readonly formats: readonly string[];
}

/** Writes a bundle, signed where a key or a command was named, and says its path on stderr. */
export async function saveBundle(
  path: string,
  evidence: Pick<Collection, 'snapshot' | 'answers'> & { readonly assessment: Assessment },
  config: LoadedConfig,
  { formats, ...options }: BundleOptions,
): Promise<void> {
  const { snapshot, answers, assessment } = evidence;
  const signer = await chooseSigner(options);
  const timestamper = chooseTimestamper(options);
  // The assessment was made against the named frameworks, so all of it is reported.
  const { framework: _, ...shared } = options;
  const { keyId } = signer ?? {};
  // The name of its file is not in a bundle: under another name it has the same bytes.
  const verification =
    signer && describeVerifying(someBundle, keyId === undefined ? {} : { keyId });
  // The assessment itself is in every bundle.
  const wanted = (formats.length > 0 ? formats : ['html']).filter((id) => id !== 'json');
  const sources = await sourcesFor(assessment, wanted, config, false);
  const reporting = { ...shared, sources, ...(verification ? { verification } : {}) };
  const reports = new Map<string, BundleFile>();
  for await (const { companions, ...report } of makeReports(
    assessment,
    wanted,
    reporting,
    config,
  )) {
    for (const { name, mediaType, content } of [report, ...companions]) {
      reports.set(name, { path: name, mediaType, bytes: await bytesOf(content) });
    }
  }
  const bundle = await buildBundle(
    {
      snapshot,
      assessment,
      catalog: config.catalog ?? builtin,
      sources: await knownSources(config),
      reports: [...reports.values()],
      answers,
      attachments: await attachmentsOf(assessment, config.folder),
      tool,
    },
    signer,
    timestamper,
  );
  await writeOutput(path, bundle);
  if (options.quiet !== true && path !== '-') {
    const what = signer ? text('signed bundle', '已签名的证据包') : text('bundle', '证据包');
    const said = text(
      `${what.en} written to ${path}; check it with: plimsoll verify ${path}\n`,
      `${what.zh}已写入 ${path}；核对方法：plimsoll verify ${path}\n`,
    );
    process.stderr.write(inSpoken(said));
  }
}

async function bytesOf(content: Content): Promise<Uint8Array> {
  if (typeof content === 'string') return Buffer.from(content);
  if (content instanceof Uint8Array) return content;
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** The files that bear attestations out, as far as they are what was attested. */
async function attachmentsOf(
  { attestations }: Assessment,
  folder: string,
): Promise<readonly Uint8Array[]> {
  const paths = attestations.flatMap(({ attestation: { files = [], place } }) =>
    files
      .filter(({ state }) => state === 'unchanged')
      .map(({ path }) => resolve(place === undefined ? folder : folderOf(place), path)),
  );
  const found = await Promise.all([...new Set(paths)].map(readWhereThere));
  return found.filter((bytes) => bytes !== undefined);
}

/** The folder of `attestations/12.1.yaml:3:1`. */
const folderOf = (place: string): string => dirname(place.replace(/:\d+:\d+$/, ''));

async function readWhereThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readBytes(path);
  } catch (error) {
    // It was there when its hash was taken; who looks for it in the bundle will see that it is not.
    if (error instanceof PlimsollError) return undefined;
    throw error;
  }
}
