import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PlimsollError } from '../../../core/errors.ts';
import { inLanguage } from '../../../core/text.ts';
import { readGroup, readPasswd } from '../../files/accounts.ts';
import type { EngineAddress } from '../address/engine-address.ts';
import { currentUser } from './current-user.ts';
import { contextProducts } from '../../../knowledge/context-products.ts';
import { errnoOf, type Failure } from './failure.ts';

/** How each transport is spoken of when nothing answers at its end. */
const unreachableHints = {
  npipe: 'Start Docker Desktop, or name another engine: plimsoll scan npipe:////./pipe/NAME',
  unix: 'Start the engine (sudo systemctl start docker), or name another: plimsoll scan unix:///PATH',
  tcp: 'Check whether the engine listens there, and whether a firewall blocks the connection.',
  ssh: 'See what ssh says: ssh HOST docker version',
  client: 'Check whether the given client reaches it: await docker.version()',
} as const;

/**
 * Says why an engine could not be asked at all, and what to do next.
 *
 * @param transportError what the transport itself said, such as the last line of ssh
 * @returns PlimsollError `engine-denied`, `engine-timeout`, `engine-tls`, `engine-malformed` or
 * `engine-unreachable`
 */
export async function contactError(
  { id, transport, others }: EngineAddress,
  failure: Failure,
  transportError: string,
): Promise<PlimsollError> {
  const { cause, reason, status } = failure;
  const code = errnoOf(cause);
  const detail = inLanguage(failure.detail, 'en');
  const said = `${detail} ${cause instanceof Error ? cause.message : ''}`;
  if (reason === 'timeout') {
    return new PlimsollError('engine-timeout', `The engine at ${id} did not answer in time.`, {
      hint: 'See whether it is overloaded or hung: docker version',
      cause,
    });
  }
  if (transport.kind === 'unix' && reason === 'denied') {
    return await deniedSocket(id, transport.socketPath, cause);
  }
  if (isTlsTrouble(code, said)) return tlsError(id, said, cause);
  if (status !== null || reason === 'malformed') {
    return new PlimsollError('engine-malformed', `The server at ${id} is not a container engine.`, {
      hint: `The request was for its version; ${detail}.`,
      cause,
    });
  }
  const why = transportError || (code ?? 'no answer');
  return new PlimsollError('engine-unreachable', `No engine answers at ${id}: ${why}.`, {
    hint: unreachableHints[transport.kind] + otherContexts(await others?.().catch(() => [])),
    cause,
  });
}

/** Contexts that there are, with the product that is known to make them: its engine may be the one that was meant. */
function otherContexts(names: readonly string[] = []): string {
  const shown = names
    .filter((name) => name !== 'default')
    .map((name) => {
      const product = contextProducts.find(([pattern]) => pattern.test(name))?.[1];
      return product === undefined ? `context:${name}` : `context:${name} (${product})`;
    });
  return shown.length === 0 ? '' : `. Contexts that there are: ${shown.join(', ')}`;
}

async function deniedSocket(id: string, path: string, cause: unknown): Promise<PlimsollError> {
  const who = `user ${currentUser()}`;
  const socket = await stat(path).catch(() => undefined);
  if (!socket) {
    return new PlimsollError('engine-denied', `${dirname(path)} may not be entered by ${who}.`, {
      hint: 'Run it as root: sudo plimsoll scan',
      cause,
    });
  }
  // Names are a kindness; where they cannot be read, numbers do.
  const groups = await readGroup('/').catch(() => []);
  const users = await readPasswd('/').catch(() => []);
  const group = groups.find(({ gid }) => gid === socket.gid)?.name ?? String(socket.gid);
  const owner = users.find((each) => each.uid === socket.uid)?.name ?? String(socket.uid);
  const mode = (socket.mode & 0o7777).toString(8).padStart(4, '0');
  const join =
    socket.mode & 0o060 && socket.gid !== 0
      ? `, or join the group (sudo usermod -aG ${group} $USER, then log in again; anyone who is in it is as good as root on this host)`
      : '';
  return new PlimsollError(
    'engine-denied',
    `The socket ${path} may not be used by ${who}: it belongs to ${owner}:${group} with mode ${mode}.`,
    { hint: `Run it as root: sudo plimsoll scan ${id}${join}.`, cause },
  );
}

const certificateCodes =
  /^(ERR_SSL|ERR_TLS|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO$|ERR_OSSL)/;

const isTlsTrouble = (code: string | undefined, text: string): boolean =>
  certificateCodes.test(code ?? '') ||
  /HTTP request to an HTTPS server|alert|certificate/i.test(text);

function tlsError(id: string, text: string, cause: unknown): PlimsollError {
  const [what, hint] = /HTTP request to an HTTPS server/i.test(text)
    ? [
        'it requires TLS, but was asked in clear text',
        'Set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH.',
      ]
    : /alert|certificate required|HANDSHAKE_FAILURE/i.test(text)
      ? [
          'it does not accept the client certificate, or there was none',
          'Put cert.pem and key.pem, signed by its authority, into the folder of DOCKER_CERT_PATH.',
        ]
      : /wrong version number|WRONG_VERSION/i.test(text)
        ? [
            'it does not speak TLS',
            'Unset DOCKER_TLS_VERIFY, or see whether the port is the right one.',
          ]
        : /expired|not yet valid/i.test(text)
          ? ['its certificate is out of date or not yet valid', 'Renew it, or check the clocks.']
          : /altname|does not match/i.test(text)
            ? ['its certificate is for another name', 'Name it as its certificate does.']
            : [
                'its certificate is not signed by an authority that is trusted here',
                'Put the right ca.pem into the folder of DOCKER_CERT_PATH.',
              ];
  return new PlimsollError(
    'engine-tls',
    `The engine at ${id} cannot be trusted or does not trust us: ${what}.`,
    {
      hint,
      cause,
    },
  );
}
