import { connect, type DetailedPeerCertificate } from 'node:tls';
import { isIP } from 'node:net';
import type { TlsPlace } from './send-hello.ts';

/** Milliseconds. */
const patience = 2_000;

/** More than any chain has. */
const chainAtMost = 16;

/**
 * The certificates of a server that speaks TLS 1.3 alone, which shows them only once it is encrypted: DER,
 * its own first. `undefined` where the handshake does not come that far. Nothing is asked of it.
 */
export function readHiddenChain({ host, port }: TlsPlace): Promise<readonly Buffer[] | undefined> {
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port,
      // The chain is judged later, by what is read here, weak keys too.
      rejectUnauthorized: false,
      ciphers: 'DEFAULT@SECLEVEL=0',
      minVersion: 'TLSv1.3',
      ...(isIP(host) === 0 ? { servername: host } : {}),
    });
    const end = (chain?: readonly Buffer[]): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(chain);
    };
    const timer = setTimeout(end, patience);
    socket.once('secureConnect', () => end(chainOf(socket.getPeerCertificate(true))));
    socket.on('error', () => end());
    socket.on('close', () => end());
  });
}

/** Where the chain ends, or in itself, there is none above, whatever the type says. */
function chainOf(first: DetailedPeerCertificate): readonly Buffer[] {
  const chain: Buffer[] = [];
  let at: Partial<DetailedPeerCertificate> | undefined = first;
  while (at && chain.length < chainAtMost) {
    const { raw }: Partial<DetailedPeerCertificate> = at;
    if (!raw || chain.some((each) => each.equals(raw))) break;
    chain.push(raw);
    at = at.issuerCertificate;
  }
  return chain;
}
