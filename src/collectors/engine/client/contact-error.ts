import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PlimsollError } from '../../../core/errors.ts';
import { inBoth, text, type Text } from '../../../core/text.ts';
import { readGroup, readPasswd } from '../../files/accounts.ts';
import type { EngineAddress } from '../address/engine-address.ts';
import { currentUser } from './current-user.ts';
import { contextProducts } from '../../../knowledge/context-products.ts';
import { errnoOf, type Failure } from './failure.ts';

/** How each transport is spoken of when nothing answers at its end. */
const unreachableHints = {
  npipe: text(
    'Start Docker Desktop, or name another engine: plimsoll scan npipe:////./pipe/NAME',
    '请启动 Docker Desktop，或指明另一个引擎：plimsoll scan npipe:////./pipe/NAME',
  ),
  unix: text(
    'Start the engine (sudo systemctl start docker), or name another: plimsoll scan unix:///PATH',
    '请启动引擎（sudo systemctl start docker），或指明另一个：plimsoll scan unix:///PATH',
  ),
  tcp: text(
    'Check whether the engine listens there, and whether a firewall blocks the connection.',
    '请检查引擎是否在该处监听，以及防火墙是否阻断了连接。',
  ),
  ssh: text(
    'See what ssh says: ssh HOST docker version',
    '查看 ssh 的输出：ssh HOST docker version',
  ),
  client: text(
    'Check whether the given client reaches it: await docker.version()',
    '请检查给定的客户端能否访问它：await docker.version()',
  ),
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
  const detail = inBoth(failure.detail);
  const said = `${detail.en} ${cause instanceof Error ? cause.message : ''}`;
  if (reason === 'timeout') {
    return new PlimsollError(
      'engine-timeout',
      text(`The engine at ${id} did not answer in time.`, `引擎 ${id} 未在限定时间内应答。`),
      {
        hint: text(
          'See whether it is overloaded or hung: docker version',
          '查看它是否过载或挂起：docker version',
        ),
        cause,
      },
    );
  }
  if (transport.kind === 'unix' && reason === 'denied') {
    return await deniedSocket(id, transport.socketPath, cause);
  }
  if (isTlsTrouble(code, said)) return tlsError(id, said, cause);
  if (status !== null || reason === 'malformed') {
    return new PlimsollError(
      'engine-malformed',
      text(`The server at ${id} is not a container engine.`, `${id} 处的服务器不是容器引擎。`),
      {
        hint: text(
          `The request was for its version; ${detail.en}.`,
          `所请求的是其版本；${detail.zh}。`,
        ),
        cause,
      },
    );
  }
  const named = transportError || code;
  const why = named === undefined ? text('no answer', '无应答') : text(named, named);
  const contexts = otherContexts(await others?.().catch(() => []));
  const next = unreachableHints[transport.kind];
  return new PlimsollError(
    'engine-unreachable',
    text(`No engine answers at ${id}: ${why.en}.`, `${id} 处没有引擎应答：${why.zh}。`),
    { hint: text(next.en + contexts.en, next.zh + contexts.zh), cause },
  );
}

/** Contexts that there are, with the product that is known to make them: its engine may be the one that was meant. */
function otherContexts(names: readonly string[] = []): Text {
  const shown = names
    .filter((name) => name !== 'default')
    .map((name) => {
      const product = contextProducts.find(([pattern]) => pattern.test(name))?.[1];
      return product === undefined ? `context:${name}` : `context:${name} (${product})`;
    });
  return shown.length === 0
    ? text('', '')
    : text(`. Contexts that there are: ${shown.join(', ')}`, `现有上下文：${shown.join('、')}`);
}

async function deniedSocket(id: string, path: string, cause: unknown): Promise<PlimsollError> {
  const who = text(`user ${currentUser()}`, `用户 ${currentUser()} `);
  const socket = await stat(path).catch(() => undefined);
  if (!socket) {
    return new PlimsollError(
      'engine-denied',
      text(
        `${dirname(path)} may not be entered by ${who.en}.`,
        `${who.zh} 无权进入 ${dirname(path)}。`,
      ),
      {
        hint: text('Run it as root: sudo plimsoll scan', '请以 root 运行：sudo plimsoll scan'),
        cause,
      },
    );
  }
  // Names are a kindness; where they cannot be read, numbers do.
  const groups = await readGroup('/').catch(() => []);
  const users = await readPasswd('/').catch(() => []);
  const group = groups.find(({ gid }) => gid === socket.gid)?.name ?? String(socket.gid);
  const owner = users.find((each) => each.uid === socket.uid)?.name ?? String(socket.uid);
  const mode = (socket.mode & 0o7777).toString(8).padStart(4, '0');
  const join =
    socket.mode & 0o060 && socket.gid !== 0
      ? text(
          `, or join the group (sudo usermod -aG ${group} $USER, then log in again; anyone who is in it is as good as root on this host)`,
          `，或加入该组（sudo usermod -aG ${group} $USER，然后重新登录；组内成员等同于本机的 root）`,
        )
      : text('', '');
  return new PlimsollError(
    'engine-denied',
    text(
      `The socket ${path} may not be used by ${who.en}: it belongs to ${owner}:${group} with mode ${mode}.`,
      `${who.zh} 无权使用套接字 ${path}：其属主为 ${owner}:${group}，模式为 ${mode}。`,
    ),
    {
      hint: text(
        `Run it as root: sudo plimsoll scan ${id}${join.en}.`,
        `请以 root 运行：sudo plimsoll scan ${id}${join.zh}。`,
      ),
      cause,
    },
  );
}

const certificateCodes =
  /^(ERR_SSL|ERR_TLS|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO$|ERR_OSSL)/;

const isTlsTrouble = (code: string | undefined, told: string): boolean =>
  certificateCodes.test(code ?? '') ||
  /HTTP request to an HTTPS server|alert|certificate/i.test(told);

function tlsError(id: string, told: string, cause: unknown): PlimsollError {
  const [what, hint] = /HTTP request to an HTTPS server/i.test(told)
    ? [
        text('it requires TLS, but was asked in clear text', '它要求 TLS，而请求以明文发出'),
        text(
          'Set DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH.',
          '请设置 DOCKER_TLS_VERIFY=1 和 DOCKER_CERT_PATH。',
        ),
      ]
    : /alert|certificate required|HANDSHAKE_FAILURE/i.test(told)
      ? [
          text(
            'it does not accept the client certificate, or there was none',
            '它不接受客户端证书，或未提供证书',
          ),
          text(
            'Put cert.pem and key.pem, signed by its authority, into the folder of DOCKER_CERT_PATH.',
            '请将其 CA 签发的 cert.pem 和 key.pem 放入 DOCKER_CERT_PATH 所指的文件夹。',
          ),
        ]
      : /wrong version number|WRONG_VERSION/i.test(told)
        ? [
            text('it does not speak TLS', '它不使用 TLS'),
            text(
              'Unset DOCKER_TLS_VERIFY, or see whether the port is the right one.',
              '请取消 DOCKER_TLS_VERIFY，或检查端口是否正确。',
            ),
          ]
        : /expired|not yet valid/i.test(told)
          ? [
              text('its certificate is out of date or not yet valid', '其证书已过期或尚未生效'),
              text('Renew it, or check the clocks.', '请更新证书，或检查时钟。'),
            ]
          : /altname|does not match/i.test(told)
            ? [
                text('its certificate is for another name', '其证书属于另一个名称'),
                text('Name it as its certificate does.', '请按证书上的名称指明。'),
              ]
            : [
                text(
                  'its certificate is not signed by an authority that is trusted here',
                  '其证书不是由此处信任的 CA 签发',
                ),
                text(
                  'Put the right ca.pem into the folder of DOCKER_CERT_PATH.',
                  '请将正确的 ca.pem 放入 DOCKER_CERT_PATH 所指的文件夹。',
                ),
              ];
  return new PlimsollError(
    'engine-tls',
    text(
      `The engine at ${id} cannot be trusted or does not trust us: ${what.en}.`,
      `引擎 ${id} 不可信，或不信任我方：${what.zh}。`,
    ),
    {
      hint,
      cause,
    },
  );
}
