import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { PlimsollError } from '../../core/errors.ts';
import { findImages } from '../archive/find-images.ts';
import { archivedImageFacts } from '../archive/image-facts.ts';
import type { CollectOptions, Harvest } from '../gathering/collector-result.ts';
import { isMissing, missing } from '../gathering/partial-facts.ts';
import type { ProcessDefaults } from '../gathering/process-defaults.ts';
import { rethrowAs } from '../gathering/syntax-error.ts';
import { toSubject } from '../gathering/to-subject.ts';
import { unread } from '../gathering/unread-gap.ts';
import type { MalwareSession } from '../malware/scanning/session.ts';
import { parseRegistryAddress } from '../gathering/registry-address.ts';
import { createRedactor } from '../redaction/create-redactor.ts';
import { findProvenance } from './find-provenance.ts';
import { readImageKeys } from './image-keys.ts';
import { readImage } from './read-image.ts';
import { createRegistryClient } from './registry-client.ts';
import { findCredentials } from './registry-credentials.ts';

/** Options of the collector of images in registries, beside those of every collector. */
export interface RegistryOptions
  extends CollectOptions, Pick<ProcessDefaults, 'env' | 'home' | 'cwd'> {
  readonly fingerprintKey: Buffer;
  /** Scanners for malware, which are given every file of every layer; none when absent. */
  readonly malware?: MalwareSession | undefined;
  /** Files of the public keys that are trusted to sign images. */
  readonly imageKeys: readonly string[];
}

/**
 * Reads an image from its registry with GET, as it would be pulled; nothing is unpacked or written.
 *
 * @param written what stands behind `registry:`, with or without a scheme
 *
 * @throws PlimsollError `registry-denied`, `registry-invalid`, `registry-unreachable`, `target-unknown`, `archive-invalid`, `archive-too-large`, `scan-aborted`
 */
export async function collectRegistryImage(
  written: string,
  options: RegistryOptions,
): Promise<Harvest> {
  const { fingerprintKey, malware, signal, onProgress } = options;
  const target = `registry:${written}`;
  const address = parseRegistryAddress(written);
  if (!address?.image) throw noImage(written, written);
  const { host, origin, image: named } = address;
  const keys = await readImageKeys(options.imageKeys, options.cwd);
  const redactor = createRedactor(fingerprintKey);
  const credentials = await findCredentials(host, options);
  const client = await createRegistryClient({ origin, host, credentials, signal });
  const readers = { drop: redactor.drop, malware };
  const found = await readImage(client, host, named, readers, (done, total) =>
    onProgress?.({
      target,
      what: 'megabytes',
      done: Math.floor(done / 1e6),
      total: Math.ceil(total / 1e6),
    }),
  ).catch(rethrowAs('archive-invalid', 'archive-too-large'));
  if (!found) throw noImage(host, named.name);
  const [read] = await Promise.resolve(found.content)
    .then(findImages)
    .catch(rethrowAs('archive-invalid', 'archive-too-large'));
  if (!read) throw noImage(host, named.name);
  const repository = `${host}/${named.repository}`;
  const { signatures, attestations } = await findProvenance(
    client,
    named.repository,
    found.digest,
    keys,
  );
  const whole = { ...read, digests: [`${repository}@${found.digest}`] };
  const origins = `registry/${named.name}` as const;
  const subject = toSubject({
    kind: image,
    id: read.id,
    name: redactor.text(named.name).value,
    target,
    origin: origins,
    facts: archivedImageFacts(whole, [], redactor, malware, {
      usedBy: missing(noContainers),
      signatures,
      attestations: isMissing(attestations)
        ? attestations
        : attestations + (read.attestations ?? 0),
    }),
  });
  return {
    target: {
      id: target,
      kind: 'registry',
      machine: target,
      description: text(`an image of the registry ${host}`, `镜像仓库 ${host} 中的镜像`),
      access: credentials
        ? text(
            'asked with GET alone, with the account of docker login',
            '仅以 GET 请求读取，使用 docker login 的账户',
          )
        : text('asked with GET alone, without an account', '仅以 GET 请求读取，未使用账户'),
    },
    subjects: [subject],
    population: [{ target, kind: 'image', existed: 1, read: 1, vanished: 0 }],
    gaps: [],
    origins: {
      [origins]: {
        '': {
          kind: 'api',
          endpoint: `GET ${origin}/v2/${named.repository}/manifests/${named.reference}`,
          pointer: '',
        },
      },
    },
    redactions: redactor.counts(),
  };
}

const noContainers = unread(
  'unsupported',
  text(
    'a registry does not record which containers use its images',
    '镜像仓库不说明哪些容器使用其镜像',
  ),
);

const noImage = (host: string, name: string): PlimsollError =>
  new PlimsollError(
    'target-unknown',
    text(`The registry ${host} has no image ${name}.`, `镜像仓库 ${host} 没有镜像 ${name}。`),
    {
      hint: text(
        'Look at its name and tag; names of other registries begin with their host: registry.example/app:1.2',
        '请检查名称与标签；其他仓库的镜像名称以其主机名开头：registry.example/app:1.2',
      ),
    },
  );
