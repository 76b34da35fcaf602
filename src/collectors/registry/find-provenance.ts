import { verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { image } from '../../core/subjects/image.ts';
import { PlimsollError } from '../../core/errors.ts';
import { inBoth, text } from '../../core/text.ts';
import { listOf, recordOf } from '../../syntax/json/go-json.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import type { SignatureFault } from '../../knowledge/verification/signature-faults.ts';
import { failureReason } from '../gathering/failure-reason.ts';
import { missing, type Missing } from '../gathering/partial-facts.ts';
import { unread } from '../gathering/unread-gap.ts';
import type { RegistryClient, RegistryDocument } from './registry-client.ts';

type Signature = z.output<(typeof image)['schema']>['provenance']['signatures'][number];

/** What a registry has of an image's origin. */
export interface FoundProvenance {
  readonly signatures: Signature[] | Missing;
  /** Attestations that refer to the image, beside those of its own index. */
  readonly attestations: number | Missing;
}

const descriptor = z.object({
  digest: z.string(),
  artifactType: z.string().optional(),
  annotations: recordOf(z.string()),
});
const referrers = z.object({ manifests: listOf(descriptor) });
const signatureManifest = z.object({ layers: listOf(descriptor) });

/** What cosign signs of an image: its digest, and that it is an image. */
const payload = z.object({
  critical: z.object({
    type: z.string(),
    image: z.object({ 'docker-manifest-digest': z.string() }),
  }),
});

const unverified: SignatureFault = 'not-verified';
const signatureAnnotation = 'dev.cosignproject.cosign/signature';
const cosignType = 'cosign container image signature';
const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const indexType = 'application/vnd.oci.image.index.v1+json';

/** Signatures of one image that are looked at. */
const mostSignatures = 50;

/** What refers to an image, by what it says it is. */
const kinds: readonly (readonly [RegExp, 'notation' | 'sigstore bundle' | 'attestation'])[] = [
  [/^application\/vnd\.cncf\.notary\.signature/, 'notation'],
  [/^application\/vnd\.dev\.sigstore\.bundle/, 'sigstore bundle'],
  [/in-toto|spdx|cyclonedx|\.att\b/, 'attestation'],
];

/**
 * Looks for what a registry has beside an image that says where it comes from. Signatures of cosign are verified by the keys
 * given, with nothing asked of anyone else; those of other kinds are named, and not verified.
 *
 * @see https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-referrers
 */
export async function findProvenance(
  client: RegistryClient,
  repository: string,
  digest: string,
  keys: readonly KeyObject[],
): Promise<FoundProvenance> {
  const at = `/v2/${repository}`;
  const tag = digest.replace(':', '-');
  try {
    const listed =
      (await client.document(`${at}/referrers/${digest}`, indexType)) ??
      (await client.document(`${at}/manifests/${tag}`, indexType));
    const beside = listed ? read(listed, referrers).manifests : [];
    const named = beside.map(
      ({ artifactType = '' }) => kinds.find(([form]) => form.test(artifactType))?.[1],
    );
    const attested = await client.document(`${at}/manifests/${tag}.att`, manifestType);
    const signed = await client.document(`${at}/manifests/${tag}.sig`, manifestType);
    const layers = signed ? read(signed, signatureManifest).layers.slice(0, mostSignatures) : [];
    const signatures: Signature[] = [];
    for (const layer of layers) {
      const blob = await client.document(`${at}/blobs/${layer.digest}`);
      const written = layer.annotations[signatureAnnotation] ?? '';
      signatures.push({
        name: 'cosign',
        error: errorOf(blob, layer.digest, written, digest, keys),
      });
    }
    for (const name of named) {
      if (name === 'notation' || name === 'sigstore bundle') {
        signatures.push({ name, error: unverified });
      }
    }
    return {
      signatures,
      attestations: named.filter((name) => name === 'attestation').length + (attested ? 1 : 0),
    };
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    const gap = missing(unread(failureReason(error), inBoth(error.said)));
    return { signatures: gap, attestations: gap };
  }
}

/** Why a signature of cosign is not good; `null` where one of the keys made it for this image. */
function errorOf(
  blob: RegistryDocument | null,
  named: string,
  written: string,
  digest: string,
  keys: readonly KeyObject[],
): SignatureFault | null {
  if (!blob || blob.digest !== named) return 'content-missing';
  const said = payload.safeParse(parsed(blob)).data?.critical;
  if (said?.type !== cosignType || said.image['docker-manifest-digest'] !== digest) {
    return 'of-another-image';
  }
  if (keys.length === 0) {
    return 'no-trusted-key';
  }
  const isGood = keys.some((key) => isSignedBy(key, blob.bytes, Buffer.from(written, 'base64')));
  return isGood ? null : 'untrusted-key';
}

/** Keys of Edwards curves bring their own digest. */
const isSignedBy = (key: KeyObject, bytes: Buffer, signature: Buffer): boolean =>
  verify(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', bytes, key, signature);

function parsed({ bytes }: RegistryDocument): unknown {
  try {
    return parseJsonText(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function read<T>(document: RegistryDocument, schema: z.ZodType<T>): T {
  const found = schema.safeParse(parsed(document));
  if (found.success) return found.data;
  throw new PlimsollError(
    'registry-invalid',
    text('What refers to the image cannot be read.', '引用该镜像的清单无法读取。'),
  );
}
