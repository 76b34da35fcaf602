import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';

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
  /** Neither TLS nor HTTP; `why` is for people. */
  | { readonly answer: 'silent'; readonly why: string };

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
  const { text, why } = await converse(connectTcp({ host, port }), 'connect');
  return text.startsWith('HTTP/') && !/ HTTPS server/.test(text)
    ? { answer: 'none', engine: looksLikeEngine(text) }
    : { answer: 'silent', why };
}

async function probeTls(host: string, port: number): Promise<Probe> {
  // Who the server is does not matter here, only whom it lets in; and nothing secret is sent.
  const socket = connectTls({ host, port, rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] });
  const { text, why, opened, swarm } = await converse(socket, 'secureConnect');
  if (text.startsWith('HTTP/')) return { answer: 'server', engine: looksLikeEngine(text) };
  // With TLS 1.3 the refusal comes after the handshake, with 1.2 as an alert during it.
  const refused = /alert (?:bad certificate|certificate required|handshake failure)/i.test(why);
  return refused || (opened && why !== timedOut)
    ? { answer: 'mutual', swarm }
    : { answer: 'silent', why };
}

const timedOut = 'it did not answer in time';

interface Conversation {
  readonly text: string;
  readonly why: string;
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
    const end = (why: string): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, why, opened, swarm });
    };
    const timer = setTimeout(() => end(timedOut), patience);
    socket.once(open, () => {
      opened = true;
      if ('getPeerCertificate' in socket) swarm = isSwarms(socket);
      socket.write(question);
    });
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (text.length > bytesAtMost) end('');
    });
    socket.on('error', (error: Error) => end(error.message));
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
