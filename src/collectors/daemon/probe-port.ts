import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { GapReason } from '../../core/facts/gap.ts';
import { olderSuites } from '../../syntax/tls/cipher-suites.ts';
import { reasonOfSocket, sendHello } from '../tls/send-hello.ts';

/** What a client without a certificate met at a TCP port. */
export type Probe =
  | {
      readonly answer: 'none' | 'server';
      /** Whether what answered names itself an engine's API. */
      readonly engine: boolean;
    }
  | {
      readonly answer: 'mutual';
      /** Whether the server's certificate is one that a Swarm gave to its manager. */
      readonly swarm: boolean;
    }
  /** Neither TLS nor HTTP that could be understood; `why` is for people. */
  | { readonly answer: 'silent'; readonly reason: GapReason; readonly why: string };

/** The only thing that is ever sent: the question that an engine answers without doing anything. */
const question = 'GET /_ping HTTP/1.1\r\nHost: plimsoll\r\nConnection: close\r\n\r\n';

/** Milliseconds for each of the two attempts. */
const patience = 2_000;

/** A head longer than this is no engine's. */
const bytesAtMost = 8_192;

/** Asks a port first over TLS, since a TLS server answers plain HTTP as well, with a refusal in plain HTTP. */
export async function probePort(host: string, port: number): Promise<Probe> {
  const overTls = await probeTls(host, port);
  if (overTls.answer !== 'silent') return overTls;
  const { text, why, reason } = await converse(connectTcp({ host, port }), 'connect');
  return text.startsWith('HTTP/') && !/ HTTPS server/.test(text)
    ? { answer: 'none', engine: looksLikeEngine(text) }
    : { answer: 'silent', reason, why };
}

async function probeTls(host: string, port: number): Promise<Probe> {
  const socket = connectTls({
    host,
    port,
    // Who the server is does not matter here, only whom it lets in; and nothing secret is sent.
    rejectUnauthorized: false,
    // As far as OpenSSL goes, nobody is missed for being old or weak.
    minVersion: 'TLSv1',
    ciphers: 'ALL:eNULL:@SECLEVEL=0',
    ALPNProtocols: ['http/1.1'],
    ...(isIP(host) === 0 ? { servername: host } : {}),
  });
  const { text, why, reason, opened, swarm } = await converse(socket, 'secureConnect');
  if (text.startsWith('HTTP/')) {
    return missesCertificate.test(text)
      ? { answer: 'mutual', swarm }
      : { answer: 'server', engine: looksLikeEngine(text) };
  }
  // With TLS 1.3 the refusal comes after the handshake, with 1.2 as an alert during it.
  const refused =
    /alert (?:bad certificate|certificate required)/i.test(why) ||
    (/alert handshake failure/i.test(why) && (await asksForCertificate(host, port)));
  return refused || (opened && why !== timedOut)
    ? { answer: 'mutual', swarm }
    : { answer: 'silent', reason, why };
}

/**
 * A handshake fails without a certificate just as it fails without a suite that both know. Before TLS 1.3,
 * whether one was asked for can be heard.
 */
async function asksForCertificate(host: string, port: number): Promise<boolean> {
  const answer = await sendHello({ host, port }, { version: 'TLSv1.2', suites: olderSuites });
  return answer.kind === 'agreed' && answer.agreement.clientAuthorities !== 'none';
}

/** nginx lets the handshake pass and refuses anyone who came without a certificate in HTTP. */
const missesCertificate = /^HTTP\/1\.[01] 400 [\s\S]*No required SSL certificate was sent/;

const timedOut = 'it did not answer in time';

interface Conversation {
  readonly text: string;
  readonly why: string;
  /** The reason of the gap that silence leaves. */
  readonly reason: GapReason;
  readonly opened: boolean;
  readonly swarm: boolean;
}

/** Asks the question once a socket is open, and listens until the other side has said its head or is gone. */
function converse(
  socket: Socket | TLSSocket,
  open: 'connect' | 'secureConnect',
): Promise<Conversation> {
  return new Promise((resolve) => {
    let text = '';
    let opened = false;
    let swarm = false;
    const end = (why: string, reason: GapReason = 'unavailable'): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, why, reason, opened, swarm });
    };
    const timer = setTimeout(() => end(timedOut, 'timeout'), patience);
    socket.once(open, () => {
      opened = true;
      if ('getPeerCertificate' in socket) swarm = isSwarms(socket);
      socket.write(question);
    });
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (text.length > bytesAtMost) end('');
    });
    socket.on('error', (error: Error) => end(error.message, reasonOfSocket(error)));
    socket.on('close', () => end('it closed the connection'));
  });
}

/** The root of a Swarm's own authority is called so, and its managers' unit likewise. */
function isSwarms(socket: TLSSocket): boolean {
  const certificate = socket.getPeerCertificate();
  // A server without a certificate gives an empty object, whatever its type says.
  if (!('subject' in certificate) || !('issuer' in certificate)) return false;
  return certificate.issuer.CN === 'swarm-ca' || certificate.subject.OU === 'swarm-manager';
}

const looksLikeEngine = (head: string): boolean =>
  /^(?:api-version:|server: (?:docker|libpod)\/)/im.test(head) || /\r\n\r\n(?:2\r\n)?OK/.test(head);
