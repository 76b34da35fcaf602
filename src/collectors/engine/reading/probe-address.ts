import type { DaemonListener } from '../../daemon/daemon-reading.ts';
import { probePort } from '../../daemon/probe-port.ts';
import { describeListener } from '../../daemon/read-listeners.ts';
import { unread } from '../../gathering/unread-gap.ts';
import { missing, sourced, type Sourced } from '../../gathering/partial-facts.ts';
import { spellPlace } from '../../../syntax/addresses/spell-endpoint.ts';
import { parsePem } from '../../../syntax/certificate/pem.ts';
import type { Authorities } from '../../tls/read-handshake.ts';
import type { EngineTransport } from '../address/engine-address.ts';
import { text } from '../../../core/text.ts';

/** The listeners of an engine, less what is seen on its host alone. */
export type OutsideView = Sourced<readonly DaemonListener[]>;

/**
 * What can be seen from outside of where an engine listens: the socket at which it was scanned, when that is
 * TCP, and a gap for all that may listen beside it. `null` for another way to it.
 */
export async function probeAddress(transport: EngineTransport): Promise<OutsideView | null> {
  if (transport.kind !== 'tcp') return null;
  const { host, port } = transport;
  const probe = await probePort(host, port);
  const listener = await describeListener({ address: host, port }, probe, host, given(transport));
  const bound = text(
    'The interfaces that it is bound to cannot be seen from outside.',
    '从外部无法得知它绑定到哪些接口。',
  );
  const others = text(
    'What else the engine listens on can be seen only on its host.',
    '引擎另外监听的地址只有在其主机上才能看到。',
  );
  const source = { kind: 'probe', address: spellPlace(host, port), what: 'TCP' } as const;
  const seen: readonly DaemonListener[] = [
    { ...listener, allInterfaces: missing(unread('unavailable', bound)) },
    missing(unread('unavailable', others)),
  ];
  return sourced(seen, source);
}

/** The authorities that the scan was given for this engine. */
function given({ host, port, tls }: Extract<EngineTransport, { kind: 'tcp' }>): Authorities {
  const source = {
    kind: 'probe',
    address: spellPlace(host, port),
    what: 'the given ca.pem',
  } as const;
  try {
    return { value: parsePem(tls?.ca ?? ''), source };
  } catch {
    return {
      unread: unread(
        'malformed',
        text('The given ca.pem holds no certificate.', '所给的 ca.pem 中没有证书。'),
        source,
      ),
    };
  }
}
