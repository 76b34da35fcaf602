import type { EngineTransport } from '../address/engine-address.ts';
import type { Modem } from './modem.ts';

/** A client that a user has: a `Dockerode` with any options, or anything with a modem like its own. */
export interface DockerLike {
  /** docker-modem's; dockerode types it as `any`. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly modem: any;
}

/** The modem of a user's client. Its connections are its owner's to close. */
export const modemOf = ({ modem }: DockerLike): Modem => ({
  dial: (options, callback) => (modem as Modem).dial(options, callback),
});

/** How a user's client reaches its engine, as far as it says: by a socket of this machine, or in a way of its own. */
export function transportOfClient(docker: DockerLike): EngineTransport {
  const { socketPath } = docker.modem as { readonly socketPath?: unknown };
  return typeof socketPath === 'string'
    ? { kind: 'unix', socketPath, docker }
    : { kind: 'client', docker };
}
