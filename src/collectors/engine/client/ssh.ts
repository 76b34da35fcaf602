import { spawn } from 'node:child_process';
import { Duplex } from 'node:stream';
import type { EngineTransport } from '../address/engine-address.ts';

/** Connections through ssh, and what ssh last complained of. */
export interface SshDialer {
  readonly dial: () => Duplex;
  /** The last line that ssh wrote to its standard error; `''` when it was silent. */
  readonly lastTransportError: () => string;
}

/**
 * Reaches an engine as the docker command line does: the user's own ssh, with its configuration, agent
 * and known hosts, runs `docker system dial-stdio` on the other side. It is never asked for a password.
 */
export function createSshDialer(to: Extract<EngineTransport, { kind: 'ssh' }>): SshDialer {
  let lastTransportError = '';
  const dial = (): Duplex => {
    const child = spawn('ssh', sshArguments(to), { stdio: ['pipe', 'pipe', 'pipe'] });
    const duplex = Duplex.from({ readable: child.stdout, writable: child.stdin });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      lastTransportError = text.trim().split('\n').at(-1)?.trim() || lastTransportError;
    });
    child.on('error', (error) => {
      lastTransportError = `ssh could not be run: ${error.message}`;
      duplex.destroy(error);
    });
    duplex.on('close', () => child.kill());
    return duplex;
  };
  return { dial, lastTransportError: () => lastTransportError };
}

/** What ssh is started with; a host that begins with a dash cannot become an option. */
export function sshArguments(to: Extract<EngineTransport, { kind: 'ssh' }>): readonly string[] {
  const { host, user, port, socketPath } = to;
  const login = user === undefined ? [] : ['-l', user];
  const at = port === undefined ? [] : ['-p', String(port)];
  const socket = socketPath === undefined ? [] : ['--host', `unix://${socketPath}`];
  const options = ['-T', '-o', 'BatchMode=yes', '-o', 'ConnectTimeout=10', ...login, ...at];
  return [...options, '--', host, 'docker', ...socket, 'system', 'dial-stdio'];
}
