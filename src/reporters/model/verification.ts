import type { ReportOptions } from '../options/report-options.ts';
import type { VerificationEntry } from './entries/verification.ts';
import type { Voice } from './voice.ts';

/** How the bundle is verified, where the options tell of one. */
export function describeVerification(
  { verification, bundleSha256 }: ReportOptions,
  { name, prose }: Voice,
): VerificationEntry | undefined {
  if (!verification) return undefined;
  const { signed, keyId, verify, cosign } = verification;
  return {
    ...(bundleSha256 === undefined ? {} : { bundleSha256: name(bundleSha256) }),
    signed,
    ...(keyId === undefined ? {} : { keyId: name(keyId) }),
    verify: prose(verify),
    ...(cosign === undefined ? {} : { cosign: prose(cosign) }),
  };
}
