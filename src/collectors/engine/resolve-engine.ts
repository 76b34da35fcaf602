import { PlimsollError } from '../../core/errors.ts';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { contextNames, currentContext, dockerFolder, readContext } from './address/docker-files.ts';
import type { EngineAddress, EngineTransport, Environment } from './address/engine-address.ts';
import { parseHost, spell, transportOf } from './address/parse-host.ts';
import type { DockerLike } from '../gathering/docker-like.ts';
import type { TargetSpec } from '../gathering/parse-target.ts';
import { readTlsFolder, tlsOfEnvironment } from './address/tls-files.ts';
import { text } from '../../core/text.ts';

const contextPrefix = 'context:';

/**
 * Finds the engine that the docker command line would talk to: the one that is named, else DOCKER_HOST,
 * else DOCKER_CONTEXT, else the context in use, else the default socket. Where that socket does not exist,
 * a rootless engine's or Podman's is taken if there is one.
 *
 * @param target `unix://…`, `tcp://…`, `ssh://…` or `context:NAME`; `undefined` for the default
 * @throws PlimsollError `target-unknown`, `engine-tls`, `file-denied` or `file-unreadable`
 */
export async function resolveEngine(
  target: string | undefined,
  env: Environment,
  home: string,
): Promise<EngineAddress> {
  if (target?.startsWith(contextPrefix)) {
    return await contextAddress(target.slice(contextPrefix.length), env, home);
  }
  const named = target ?? env['DOCKER_HOST'];
  if (named) return await hostAddress(named, env, home);
  const folder = dockerFolder(env, home);
  const context = env['DOCKER_CONTEXT'] || (await currentContext(folder));
  const address = await contextAddress(context ?? 'default', env, home);
  return { ...address, others: () => contextNames(folder) };
}

/** Finds the engine of a target: {@link resolveEngine}'s, or that of a client that the program gave. */
export async function addressOf(
  target: Extract<TargetSpec, { kind: 'engine' }>,
  env: Environment,
  home: string,
): Promise<EngineAddress> {
  if (!('docker' in target)) return await resolveEngine(target.address, env, home);
  const transport = transportOfClient(target.docker);
  return { id: target.name ?? spell(transport), transport };
}

/**
 * How a user's client reaches its engine, as far as it says: by a socket of this machine, or in a way of its own.
 *
 * @throws PlimsollError `target-unknown` for what has no modem
 */
function transportOfClient(docker: DockerLike): EngineTransport {
  const modem = (docker.modem ?? {}) as { readonly dial?: unknown; readonly socketPath?: unknown };
  if (typeof modem.dial !== 'function') {
    throw new PlimsollError(
      'target-unknown',
      text('The given client has no modem.dial.', '给定的客户端没有 modem.dial。'),
      {
        hint: text(
          'Give a Dockerode: { docker: new Docker() }',
          '请给出 Dockerode：{ docker: new Docker() }',
        ),
      },
    );
  }
  const { socketPath } = modem;
  return typeof socketPath === 'string'
    ? { kind: 'unix', socketPath, docker }
    : { kind: 'client', docker };
}

async function contextAddress(
  name: string,
  env: Environment,
  home: string,
): Promise<EngineAddress> {
  if (name === 'default') {
    return await hostAddress(env['DOCKER_HOST'] || (await defaultHost(env, home)), env, home);
  }
  const { host, skipVerify, tlsFolder } = await readContext(dockerFolder(env, home), name);
  const parsed = parseHost(host);
  const tls = parsed.kind === 'tcp' ? await readTlsFolder(tlsFolder, !skipVerify) : null;
  // A context without certificates, that says nothing of TLS either, is one in the clear.
  const speaksTls = tls !== null && (skipVerify || tls.ca !== undefined || tls.cert !== undefined);
  return { id: `${contextPrefix}${name}`, transport: transportOf(parsed, speaksTls ? tls : null) };
}

async function hostAddress(
  spelling: string,
  env: Environment,
  home: string,
): Promise<EngineAddress> {
  const parsed = parseHost(spelling);
  const tls = parsed.kind === 'tcp' ? await tlsOfEnvironment(env, home) : null;
  const transport: EngineTransport = transportOf(parsed, tls);
  return { id: spell(transport), transport };
}

/** Where the socket of an engine may be, the usual place first; those in a home are of products that run a virtual machine. */
export function wellKnownSockets(env: Environment, home: string): readonly string[] {
  const runtime = env['XDG_RUNTIME_DIR'];
  return [
    '/var/run/docker.sock',
    ...(runtime ? [join(runtime, 'docker.sock')] : []),
    ...['.docker/run', '.docker/desktop', '.orbstack/run', '.colima/default', '.rd'].map((folder) =>
      join(home, folder, 'docker.sock'),
    ),
    '/run/podman/podman.sock',
    ...(runtime ? [join(runtime, 'podman', 'podman.sock')] : []),
  ];
}

async function defaultHost(env: Environment, home: string): Promise<string> {
  if (process.platform === 'win32') return 'npipe:////./pipe/docker_engine';
  const sockets = wellKnownSockets(env, home);
  const present = await Promise.all(sockets.map(exists));
  return `unix://${sockets[present.indexOf(true)] ?? sockets[0] ?? ''}`;
}

/** What may not be looked at is taken to be there: to say "no engine" of it would be wrong. */
async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code !== 'ENOENT' && code !== 'ENOTDIR';
  }
}
