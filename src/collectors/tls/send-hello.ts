import { connect, isIP } from 'node:net';
import type { GapReason } from '../../core/facts/gap.ts';
import { text, type Text } from '../../core/text.ts';
import { clientHello, type Offer } from '../../syntax/tls/client-hello.ts';
import { readAnswer, type ServerAnswer } from '../../syntax/tls/server-answer.ts';

/** Where TLS is, or may be, spoken. */
export interface TlsPlace {
  /** An address or a name; a name is also the one that is asked for. */
  readonly host: string;
  readonly port: number;
}

/** No answer at all; `why` is for people. */
export interface Silence {
  readonly kind: 'silent';
  readonly reason: GapReason;
  readonly why: Text;
}

/** The reason of a gap for a socket's own error: who is not there, or refuses, has not merely taken long. */
export const reasonOfSocket = ({ code }: NodeJS.ErrnoException): GapReason =>
  code === 'ETIMEDOUT' ? 'timeout' : 'unavailable';

/** Milliseconds for one greeting. */
const patience = 2_000;

/** Long lists of authorities are seen; what is longer than this is no greeting. */
const bytesAtMost = 1 << 18;

/**
 * Greets a server, hears what it would agree to, and hangs up: nothing is encrypted, and nothing asked.
 */
export function sendHello(
  { host, port }: TlsPlace,
  offer: Omit<Offer, 'serverName'>,
): Promise<ServerAnswer | Silence> {
  return new Promise((resolve) => {
    let received = Buffer.alloc(0);
    const socket = connect({ host, port });
    const end = (answer: ServerAnswer | Silence): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(
      () =>
        end({
          kind: 'silent',
          reason: 'timeout',
          why: text('it did not answer in time', '未在限定时间内应答'),
        }),
      patience,
    );
    const ended = (): void => end(readAnswer(received, true) ?? { kind: 'foreign' });
    socket.once('connect', () => {
      socket.write(clientHello(isIP(host) === 0 ? { ...offer, serverName: host } : offer));
    });
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const answer = readAnswer(received, received.length > bytesAtMost);
      if (answer) end(answer);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // To be cut off is an answer of a kind; not to be reached is none.
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') ended();
      else {
        const reason = reasonOfSocket(error);
        end({ kind: 'silent', reason, why: text(error.message, error.message) });
      }
    });
    socket.on('close', ended);
  });
}
