import { isIPv6 } from 'node:net';
import { z } from 'zod';
import { unread } from '../../gathering/unread-gap.ts';
import { isMissing, missing, read, settle, type Missing } from '../../gathering/partial-facts.ts';
import { spellPlace } from '../../../syntax/addresses/spell-endpoint.ts';
import { parsePem } from '../../../syntax/certificate/pem.ts';
import { readHandshake, type Authorities, type Handshake } from '../../tls/read-handshake.ts';
import type { TlsPlace } from '../../tls/send-hello.ts';
import type { RawInfo } from '../api-schemas/engine.ts';
import type { RawSwarm } from '../api-schemas/swarm.ts';
import type { Answer } from '../client/failure.ts';
import { text } from '../../../core/text.ts';

/** Where the manager that was asked serves other nodes, and what it agrees to there. */
export interface ControlPort {
  readonly address: string;
  readonly port: number;
  readonly handshake: Handshake;
}

/** The port that a manager advertises when it names none. */
const usualPort = 2377;

/**
 * Begins handshakes with the manager's control port at the address that it advertises. What answers there
 * has to show a certificate of this very node: seen from elsewhere, the address may be somebody else's.
 */
export async function probeControlPort(
  info: RawInfo,
  swarm: Answer<RawSwarm>,
): Promise<ControlPort | null | Missing> {
  const reported = read(() => {
    const { NodeID = '', NodeAddr = '', RemoteManagers = [] } = info.Swarm ?? {};
    const advertised = RemoteManagers.find((manager) => manager.NodeID === NodeID)?.Addr;
    return { nodeId: NodeID, place: placeOf(advertised ?? NodeAddr) };
  });
  if (isMissing(reported)) return reported;
  const { nodeId, place } = reported;
  if (!place || nodeId === '') return null;
  const { host: address, port } = place;
  const handshake = await readHandshake(place, rootsOf(swarm));
  const { facts, gaps } = settle({ handshake });
  const silent = gaps.some(({ path }) => path === '/handshake');
  if (handshake !== null && (silent || shows(facts['handshake'], nodeId))) {
    return { address, port, handshake };
  }
  const spelled = spellPlace(address, port);
  const source = { kind: 'probe', address: spelled, what: 'TLS handshakes' } as const;
  const detail = text(
    `The server at ${spelled} shows no certificate of this node.`,
    `${spelled} 的服务端未出示本节点的证书。`,
  );
  return { address, port, handshake: missing(unread('unavailable', detail, source)) };
}

/** An address that says its port, or one that does not. */
function placeOf(written: string): TlsPlace | undefined {
  if (written === '') return undefined;
  if (isIPv6(written)) return { host: written, port: usualPort };
  const [, host = '', port] = /^\[?(.+?)\]?(?::(\d+))?$/.exec(written) ?? [];
  return host === '' ? undefined : { host, port: port === undefined ? usualPort : Number(port) };
}

const shown = z.object({ certificates: z.array(z.object({ subject: z.string() }).nullable()) });

/** A node's certificate has its id as the common name. */
function shows(handshake: unknown, nodeId: string): boolean {
  const { data } = shown.safeParse(handshake);
  const [first] = data?.certificates ?? [];
  return first?.subject.split(', ').includes(`CN=${nodeId}`) ?? false;
}

function rootsOf(swarm: Answer<RawSwarm>): Authorities {
  const source = { kind: 'api', endpoint: '/swarm', pointer: '/TLSInfo/TrustRoot' } as const;
  if ('failure' in swarm) return { unread: swarm.failure };
  try {
    return { value: parsePem(swarm.value.TLSInfo?.TrustRoot ?? ''), source };
  } catch {
    return {
      unread: unread(
        'malformed',
        text('The root certificate was not understood.', '无法解析根证书。'),
        source,
      ),
    };
  }
}
