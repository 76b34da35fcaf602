import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { cosignCommand, quoted } from './signing.ts';
import { readBytes, readHead } from '../input/read-file.ts';
import type { BundleFacts } from '../reporting/bundle-facts.ts';
import {
  checksSchema,
  claimedSignature,
  looksLikeBundle,
  openBundle,
  predicateType,
  type ClaimedSignature,
} from '../../evidence.ts';
import type { VerificationOptions } from '../../report.ts';

/** A public key's file as commands name it where nobody knows its name. */
export const someKey = 'KEY.pub';

/** How a bundle of this name is verified, and by which key it says to be signed. */
export function describeVerifying(
  bundle: string,
  signature: ClaimedSignature | undefined,
): VerificationOptions {
  const verify = `plimsoll verify ${quoted(bundle)}`;
  if (!signature) return { signed: false, verify };
  return {
    signed: true,
    ...signature,
    verify: `${verify} --key ${someKey}`,
    cosign: cosignCommand(bundle, someKey, predicateType),
  };
}

/**
 * What a report of a file says about verification if the file is a bundle; `undefined` for any other file and for piped
 * input.
 */
export async function readBundleFacts(path: string): Promise<BundleFacts> {
  if (path === '-' || !looksLikeBundle(await readHead(path))) return {};
  const bytes = await readBytes(path);
  const bundle = openBundle(bytes);
  const checks = checksSchema.safeParse(bundle.readJson('checks.json'));
  return {
    bundleSha256: createHash('sha256').update(bytes).digest('hex'),
    verification: describeVerifying(basename(path), claimedSignature(bundle)),
    ...(checks.success ? { sources: { checks: checks.data, asFound: false } } : {}),
  };
}
