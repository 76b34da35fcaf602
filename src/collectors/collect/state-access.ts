import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { hostReads } from '../../knowledge/host-reads.ts';
import { PlimsollError, type ErrorCode } from '../../core/errors.ts';
import { text, type Text, type Wording } from '../../core/text.ts';
import type { EngineAddress } from '../engine/address/engine-address.ts';
import { addressOf } from '../engine/resolve-engine.ts';
import { contactError } from '../engine/client/contact-error.ts';
import { openClient } from '../engine/client/engine-client.ts';
import { fileError } from '../../files/file-error.ts';
import type { TargetSpec } from '../gathering/parse-target.ts';
import { withDefaults, type ProcessDefaults } from '../gathering/process-defaults.ts';
import type { CollectInput } from './collect-input.ts';
import { listTargets, namedTarget } from './named-target.ts';

/** What reading a target takes, and whether it can be read now. */
export interface AccessStatement {
  readonly target: string;
  readonly kind: 'engine' | 'host';
  /** Whether the target answered; for a host, whether everything listed can be read. */
  readonly readable: boolean;
  /** What stands in the way; empty when nothing does. */
  readonly problems: readonly {
    readonly code: ErrorCode;
    readonly message: string;
    readonly hint: string;
    /** The message in both languages. */
    readonly said: Wording;
    /** The hint in both languages. */
    readonly hinted: Wording;
  }[];
  /** Everything that is asked or opened: `GET /info`, `/etc/docker/daemon.json`. */
  readonly reads: readonly string[];
  /** What a careful owner should know before giving the access. */
  readonly note: Text;
}

/** Every endpoint that a collection may ask, with `{id}` for what it found before. */
export const engineEndpoints = [
  'GET /_ping',
  'GET /info',
  'GET /version',
  'GET /containers/json',
  'GET /containers/{id}/json',
  'GET /containers/{id}/changes',
  'GET /containers/{id}/top',
  'GET /exec/{id}/json',
  'GET /images/json',
  'GET /images/{id}/json',
  'GET /images/{id}/history',
  'GET /networks',
  'GET /networks/{id}',
  'GET /volumes',
  'GET /plugins',
  'GET /swarm',
  'GET /nodes',
  'GET /services',
  'GET /tasks',
  'GET /secrets',
  'GET /configs',
] as const;

const engineNote = text(
  'Anyone who may write to this API owns the host. Plimsoll sends GET and HEAD only; a proxy that forwards nothing else is enough for it. With the TCP ports of the engine it begins TLS handshakes, about fifteen each, which the engine may log.',
  '能写入该接口者即控制宿主机。Plimsoll 只发送 GET 与 HEAD 请求，只转发这两种请求的代理即可满足需要。对引擎的 TCP 端口会各发起约十五次 TLS 握手（随即中断），引擎日志中可能留有记录。',
);
const hostNote = text(
  'Files are opened for reading only. What an ordinary user may not read, most often sudoers, audit rules, password ages and other users’ processes, leaves unknown what depends on it.',
  '文件仅以只读方式打开。普通用户通常无法读取 sudoers、审计规则、口令有效期及其他用户的进程；依赖未读内容的判定结果为“无法判定”。',
);

/** The targets whose access is stated, and what is needed to find them. */
export type AccessInput = Pick<CollectInput, 'targets' | 'collectors' | 'env' | 'home'>;

/** States for each target what a collection reads and whether it could now; nothing is collected. */
export function stateAccess(input: AccessInput = {}): Promise<readonly AccessStatement[]> {
  const { env, home } = withDefaults(input);
  return Promise.all(
    listTargets(input, env).flatMap((named) => {
      const target = namedTarget(named, input.collectors);
      if (target.kind === 'engine') return [stateEngine(target, env, home)];
      return target.kind === 'host' ? [stateHost(target.root)] : [];
    }),
  );
}

async function stateEngine(
  named: Extract<TargetSpec, { kind: 'engine' }>,
  env: ProcessDefaults['env'],
  home: string,
): Promise<AccessStatement> {
  let target = ('docker' in named ? named.name : named.address) ?? 'engine';
  const state = (problem?: PlimsollError): AccessStatement => ({
    target,
    kind: 'engine',
    readable: problem === undefined,
    problems: problem ? [problemOf(problem)] : [],
    reads: engineEndpoints,
    note: engineNote,
  });
  try {
    const address = await addressOf(named, env, home);
    target = address.id;
    await ping(address);
    return state();
  } catch (error) {
    if (error instanceof PlimsollError) return state(error);
    throw error;
  }
}

/** Milliseconds within which an engine must answer that it is there. */
const pingTimeout = 5000;

async function ping(address: EngineAddress): Promise<void> {
  const client = await openClient(address, {
    requestTimeout: pingTimeout,
    timeout: pingTimeout,
    // Nothing that an engine says of an error is shown here but its status.
    clean: () => '',
  });
  try {
    const answer = await client.stream(
      (docker) => docker.ping(),
      // That it answers is enough.
      () => Promise.resolve(),
    );
    if ('failure' in answer) {
      throw await contactError(address, answer.failure, client.lastTransportError());
    }
  } finally {
    await client.close();
  }
}

const problemOf = ({
  code,
  message,
  hint,
  said,
  hinted,
}: PlimsollError): AccessStatement['problems'][number] => ({
  code,
  message,
  hint,
  said,
  hinted,
});

async function stateHost(root: string): Promise<AccessStatement> {
  const refused: string[] = [];
  for (const path of hostReads) {
    try {
      await access(join(root, path), constants.R_OK);
    } catch (error) {
      if (fileError(path, error).code === 'file-denied') refused.push(path);
    }
  }
  const problem = new PlimsollError(
    'file-denied',
    text(`You may not read ${refused.join(', ')}.`, `无权读取 ${refused.join('、')}。`),
    {
      hint: text(
        'Run as root for these; without them, what they decide is unknown.',
        '请以 root 运行以读取这些内容；未读取时，取决于它们的结果无法判定。',
      ),
    },
  );
  return {
    target: `host:${root}`,
    kind: 'host',
    readable: refused.length === 0,
    problems: refused.length > 0 ? [problemOf(problem)] : [],
    reads: hostReads,
    note: hostNote,
  };
}
