import { createByteReader } from '../byte-reader.ts';
import { readFlight, type Agreement } from './server-flight.ts';

/** What a server said to a greeting. */
export type ServerAnswer =
  | { readonly kind: 'agreed'; readonly agreement: Agreement }
  /** It speaks TLS, and will not on these terms. */
  | { readonly kind: 'refused' }
  /** What it said is no TLS, or it hung up without a word. */
  | { readonly kind: 'foreign' };

const records = { alert: 21, handshake: 22 };
const fatal = 2;

/**
 * Reads what has come from a server so far; `undefined` while more has to come.
 *
 * @param ended whether no more will
 */
export function readAnswer(received: Buffer, ended: boolean): ServerAnswer | undefined {
  try {
    return read(received, ended);
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'foreign' };
    throw error;
  }
}

function read(received: Buffer, ended: boolean): ServerAnswer | undefined {
  const reader = createByteReader(received);
  const flight: Buffer[] = [];
  let refused = false;
  while (reader.left() > 0 && !refused) {
    const type = reader.number(1);
    if (type !== records.alert && type !== records.handshake) break;
    if (reader.left() < 4) return ended ? { kind: 'foreign' } : undefined;
    if (reader.number(1) !== 3) return { kind: 'foreign' };
    reader.take(1);
    const length = reader.number(2);
    if (reader.left() < length) break;
    const content = reader.take(length);
    // A mere warning, that it does not know itself by the name for one, comes before the answer.
    if (type === records.alert) refused = content[0] === fatal;
    else flight.push(content);
  }
  const agreement = readFlight(Buffer.concat(flight), ended || refused);
  if (agreement) return { kind: 'agreed', agreement };
  if (refused) return { kind: 'refused' };
  const begins = received[0] === records.alert || received[0] === records.handshake;
  return ended || (received.length > 0 && !begins) ? { kind: 'foreign' } : undefined;
}
