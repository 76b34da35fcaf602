import { attempt, unread, type Reading } from '../files/unread.ts';
import { readText } from '../files/read-text.ts';
import { parsePem } from '../tls/pem.ts';
import type { Authorities } from '../tls/read-handshake.ts';
import type { DaemonCertificates } from './daemon-reading.ts';

/**
 * The authorities that a daemon was given to know its clients by; none where it has no TLS, or no such file.
 *
 * @param hostRoot where its root directory is seen
 */
export async function readAuthorities(
  certificates: Reading<DaemonCertificates | null>,
  hostRoot: string,
): Promise<Authorities> {
  if ('unread' in certificates) return certificates;
  if (!certificates.value) return { value: [], source: certificates.source };
  const { ca } = certificates.value;
  const text = await attempt(ca, () => readText(hostRoot, ca));
  if ('unread' in text) return text.unread.reason === 'unavailable' ? noneAt(ca) : text;
  try {
    return { value: parsePem(text.value), source: text.source };
  } catch {
    const detail = `${ca} holds something that is no certificate.`;
    return { unread: unread('malformed', detail, text.source) };
  }
}

const noneAt = (path: string): Authorities => ({ value: [], source: { kind: 'file', path } });
