import type { X509Certificate } from 'node:crypto';

/**
 * Whether a certificate is one of those that are trusted, or was issued under one, each valid at the time. Path
 * lengths, constraints on names and revocation are not looked at.
 *
 * @param at milliseconds since 1970
 */
export function leadsTo(
  certificate: X509Certificate,
  at: number,
  between: readonly X509Certificate[],
  anchors: readonly X509Certificate[],
): boolean {
  const trusted = new Set(anchors.map(({ fingerprint256 }) => fingerprint256));
  const known = [...anchors, ...between];
  // Each is looked at once, so that certificates that name one another end it too.
  const seen = new Set<string>();
  const waiting = [certificate];
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    const current = each;
    if (seen.has(current.fingerprint256) || !isValid(current, at)) continue;
    if (trusted.has(current.fingerprint256)) return true;
    seen.add(current.fingerprint256);
    waiting.push(...known.filter((issuer) => issued(issuer, current)));
  }
  return false;
}

const isValid = ({ validFrom, validTo }: X509Certificate, at: number): boolean =>
  Date.parse(validFrom) <= at && at <= Date.parse(validTo);

const issued = (issuer: X509Certificate, certificate: X509Certificate): boolean =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
