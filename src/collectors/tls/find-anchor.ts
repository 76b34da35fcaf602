import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { keyIn } from './describe-certificate.ts';

/** Links that are followed from a certificate to its authority. */
const linksAtMost = 8;

/**
 * Where the chain of a certificate ends.
 *
 * @param shown what the server showed along with it
 * @param own the authorities that the engine was given; `null` where they could not be read
 * @returns `null` where it would depend on those
 */
export function findAnchor(
  certificate: X509Certificate,
  shown: readonly X509Certificate[],
  own: readonly X509Certificate[] | null,
): 'own' | 'public' | 'none' | null {
  let at = certificate;
  for (let links = 0; links < linksAtMost; links += 1) {
    const here = at;
    if (own?.some((each) => same(each, here) || issued(each, here))) return 'own';
    if (isPublic(here)) return 'public';
    const next = shown.find((each) => each.ca && !same(each, here) && issued(each, here));
    if (!next) break;
    at = next;
  }
  return own ? 'none' : null;
}

const same = (one: X509Certificate, other: X509Certificate): boolean =>
  one.fingerprint256 === other.fingerprint256;

function issued(authority: X509Certificate, certificate: X509Certificate): boolean {
  const key = keyIn(authority);
  return key !== undefined && certificate.checkIssued(authority) && certificate.verify(key);
}

let byName: ReadonlyMap<string, readonly X509Certificate[]> | undefined;

/** The roots that Node brings along are Mozilla's. They are read when a chain is first looked for there. */
function isPublic(certificate: X509Certificate): boolean {
  byName ??= publicRoots();
  return (byName.get(certificate.issuer) ?? []).some((root) => issued(root, certificate));
}

function publicRoots(): ReadonlyMap<string, readonly X509Certificate[]> {
  const roots = new Map<string, X509Certificate[]>();
  for (const pem of rootCertificates) {
    const root = new X509Certificate(pem);
    roots.set(root.subject, [...(roots.get(root.subject) ?? []), root]);
  }
  return roots;
}
