import { connect } from 'node:tls';
import type Modem from 'docker-modem';
import type { EngineAddress, EngineTransport, TlsMaterial } from '../address/engine-address.ts';
import { openBridge } from './bridge.ts';
import { createSshDialer } from './ssh.ts';

/** A way to an engine that is open. */
export interface OpenModem {
  readonly modem: Modem;
  /** What the way itself complained of, beside the errors of requests; `''` when nothing. */
  readonly complaint: () => string;
  readonly close: () => Promise<void>;
}

const silent = (): string => '';
const nothing = async (): Promise<void> => {};

/** Opens the way to an engine; nothing is sent yet. Loads docker-modem, which is the transport of dockerode. */
export async function openModem({ transport }: EngineAddress): Promise<OpenModem> {
  switch (transport.kind) {
    case 'unix':
      return await throughSocket(transport.socketPath, silent, nothing);
    case 'ssh': {
      const { dial, complaint } = createSshDialer(transport);
      const { socketPath, close } = await openBridge(dial);
      return await throughSocket(socketPath, complaint, close);
    }
    case 'tcp': {
      const { tls } = transport;
      if (tls && !tls.verify) {
        const { socketPath, close } = await openBridge(() => connectUnverified(transport, tls));
        return await throughSocket(socketPath, silent, close);
      }
      const { host, port } = transport;
      const { ca, cert, key } = tls ?? {};
      const modem = await createModem({
        host,
        port,
        ca,
        cert,
        key,
        protocol: tls ? 'https' : 'http',
      });
      return { modem, complaint: silent, close: nothing };
    }
  }
}

async function throughSocket(
  socketPath: string,
  complaint: OpenModem['complaint'],
  close: OpenModem['close'],
): Promise<OpenModem> {
  return { modem: await createModem({ socketPath, protocol: 'http' }), complaint, close };
}

/** The user said that this server need not prove who it is; docker-modem has no such option. */
function connectUnverified(to: Extract<EngineTransport, { kind: 'tcp' }>, tls: TlsMaterial) {
  const { ca, cert, key } = tls;
  return connect({ host: to.host, port: to.port, ca, cert, key, rejectUnauthorized: false });
}

type ModemOptions = NonNullable<ConstructorParameters<typeof Modem>[0]>;

/**
 * docker-modem looks at DOCKER_HOST and its kin by itself, and what it finds there would win over an
 * address that was named; so that it finds nothing.
 */
async function createModem(options: ModemOptions): Promise<Modem> {
  const { default: DockerModem } = await import('docker-modem');
  const { DOCKER_HOST } = process.env;
  delete process.env['DOCKER_HOST'];
  try {
    return new DockerModem(options);
  } finally {
    if (DOCKER_HOST !== undefined) process.env['DOCKER_HOST'] = DOCKER_HOST;
  }
}
