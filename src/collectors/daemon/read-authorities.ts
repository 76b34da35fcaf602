import { attempt, unread, type Reading } from '../gathering/unread-gap.ts';
import { readText } from '../files/read-text.ts';
import { parsePem } from '../../syntax/certificate/pem.ts';
import type { Authorities } from '../tls/read-handshake.ts';
import type { DaemonCertificates } from './daemon-reading.ts';
import { text } from '../../core/text.ts';

/**
 * The authorities that a daemon was given to know its clients by; none where it has no TLS, or where no such file is
 * configured, needed or present.
 *
 * @param hostRoot where its root directory is seen
 */
export async function readAuthorities(
  certificates: Reading<DaemonCertificates | null>,
  hostRoot: string,
): Promise<Authorities> {
  if ('unread' in certificates) return certificates;
  if (!certificates.value) return { value: [], source: certificates.source };
  const { ca, caExpected } = certificates.value;
  const pem = await attempt(ca, () => readText(hostRoot, ca));
  if ('unread' in pem) {
    return pem.unread.reason === 'unavailable' && !caExpected ? noneAt(ca) : pem;
  }
  try {
    return { value: parsePem(pem.value), source: pem.source };
  } catch {
    const detail = text(
      `${ca} holds something that is not a certificate.`,
      `${ca} 中含有并非证书的内容。`,
    );
    return { unread: unread('malformed', detail, pem.source) };
  }
}

const noneAt = (path: string): Authorities => ({ value: [], source: { kind: 'file', path } });
