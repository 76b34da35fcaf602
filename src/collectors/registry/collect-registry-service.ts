import { z } from 'zod';
import { registryService } from '../../core/subjects/registry-service.ts';
import { PlimsollError } from '../../core/errors.ts';
import type { Source } from '../../core/facts/source.ts';
import { inBoth, text } from '../../core/text.ts';
import { parsePem } from '../../syntax/certificate/pem.ts';
import { listOf } from '../../syntax/json/go-json.ts';
import { parseJsonText } from '../../syntax/json/parse-json-text.ts';
import type { CollectOptions, Harvest } from '../gathering/collector-result.ts';
import { failureReason } from '../gathering/failure-reason.ts';
import { isMissing, missing, more, sourced, type Partly } from '../gathering/partial-facts.ts';
import type { ProcessDefaults } from '../gathering/process-defaults.ts';
import type { RegistryAddress } from '../gathering/registry-address.ts';
import { toSubject } from '../gathering/to-subject.ts';
import { attempt, unread, type Unread } from '../gathering/unread-gap.ts';
import { createRedactor } from '../redaction/create-redactor.ts';
import { readHandshake, type Authorities } from '../tls/read-handshake.ts';
import {
  authoritiesOf,
  authorityFolder,
  createRegistryClient,
  type RegistryClient,
} from './registry-client.ts';
import { findCredentials } from './registry-credentials.ts';
import { invalid } from './registry-errors.ts';

type Facts = z.output<(typeof registryService)['schema']>;

/** Options of the collector of registries, beside those of every collector. */
export interface RegistryServiceOptions
  extends CollectOptions, Pick<ProcessDefaults, 'env' | 'home'> {
  readonly fingerprintKey: Buffer;
}

/** Repositories that are asked for at most, one request each. */
const mostRepositories = 500;

const catalogAnswer = z.object({ repositories: listOf(z.string()) });
const repositoryForm = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/;

/**
 * Reads what a registry lets those do who show no account, and how it is reached. Nothing but GET is sent: whether it takes
 * a push or a deletion is not tried.
 *
 * @throws PlimsollError `registry-invalid`, `registry-unreachable`, `scan-aborted`
 */
export async function collectRegistryService(
  written: string,
  { origin: named, host }: RegistryAddress,
  options: RegistryServiceOptions,
): Promise<Harvest> {
  const { signal } = options;
  const target = `registry:${written}`;
  const url = new URL(named);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const address = url.hostname.replace(/^\[|\]$/g, '');
  const handshake = await readHandshake({ host: address, port }, await readAuthorities(host));
  // What is spoken there decides, and not what was named.
  const origin = `${handshake === null ? 'http' : 'https'}://${url.hostname}:${port}`;
  const made = { origin, host, signal };
  // Another for each question: to a token that was given for one, some refuse the next without a word on which they want.
  const stranger = () => createRegistryClient(made);
  const credentials = await findCredentials(host, options);
  const asked = (what: string): Source => ({ kind: 'probe', address: host, what });
  const redactor = createRedactor(options.fingerprintKey);

  const first = await attemptRequest(async () => {
    const answer = await (await stranger()).ask('/v2/');
    answer.leave();
    if (answer.status !== 200 && answer.status !== 401) throw answered(host, answer.status);
    return answer.challenged;
  });
  // Nothing speaks there that could be judged.
  if (isMissing(first) && (handshake === null || isMissing(handshake))) {
    (await (await stranger()).ask('/v2/')).leave();
    throw invalid(host, text('it is no registry', '该处不是镜像仓库'));
  }
  const origins = `registry/${host}` as const;
  const subject = toSubject({
    kind: registryService,
    id: host,
    name: host,
    target,
    origin: origins,
    facts: {
      host: address,
      port,
      handshake: handshake ?? sourced(null, asked('TLS, then GET /v2/')),
      asksForAccount: isMissing(first) ? first : sourced(first, asked(byStranger('/v2/'))),
      catalog: await attemptRequest(async () => {
        const found = await catalogOf(await stranger(), host);
        const source = asked(byStranger('/v2/_catalog'));
        if (found?.names.length === 0 && found.goesOn) {
          return missing(unread('unsupported', notPaged, source));
        }
        const said = found === null ? 'refused' : found.names.length > 0 ? 'listed' : 'empty';
        return sourced(said, source);
      }),
      repositories: await attemptRequest(async () => {
        const found = await catalogOf(await createRegistryClient({ ...made, credentials }), host);
        if (!found) return missing(unread('denied', notListed, asked('GET /v2/_catalog')));
        const list: (Partly<Facts['repositories'][number]> | ReturnType<typeof more>)[] = [];
        for (const [at, name] of found.names.slice(0, mostRepositories).entries()) {
          options.onProgress?.({ target, what: 'repository', done: at, total: found.names.length });
          const open = repositoryForm.test(name)
            ? await attemptRequest(async () => isOpen(await stranger(), host, name))
            : missing(unread('unsupported', notAsked));
          list.push({ name: redactor.text(name).value, open });
        }
        if (found.goesOn || found.names.length > list.length) {
          list.push(more(unread('unsupported', tooMany)));
        }
        return sourced(list, asked(byStranger('/v2/NAME/tags/list')));
      }),
    },
  });
  return {
    target: {
      id: target,
      kind: 'registry',
      machine: target,
      description: text(`the registry ${host}`, `镜像仓库 ${host}`),
      access: credentials
        ? text(
            'asked with GET alone, without an account and with that of docker login',
            '仅以 GET 请求读取，分别不带账户和使用 docker login 的账户',
          )
        : text('asked with GET alone, without an account', '仅以 GET 请求读取，未使用账户'),
    },
    subjects: [subject],
    population: [{ target, kind: registryService.kind, existed: 1, read: 1, vanished: 0 }],
    gaps: [],
    origins: { [origins]: { '': asked('GET /v2/') } },
    redactions: redactor.counts(),
  };
}

const byStranger = (path: string): string => `GET ${path} without an account`;

const notListed = text(
  'It lists its repositories for other accounts alone: docker login with one that may see them.',
  '仅向其他账户列出仓库：请用有权查看的账户执行 docker login。',
);
const notAsked = text('A name that no repository may have.', '不是合法的仓库名称。');
const notPaged = text('Its first page is empty, and others follow.', '首页为空，其后还有其他页。');
const tooMany = text(
  `It has more repositories than the ${mostRepositories} that are asked for.`,
  `其仓库数量超过所查询的 ${mostRepositories} 个。`,
);

const answered = (host: string, status: number): PlimsollError =>
  invalid(host, text(`it answered ${status}`, `其应答为 ${status}`));

/** What a request brings, or why it brings nothing; the end of the whole collection is thrown on. */
async function attemptRequest<T>(request: () => Promise<T>) {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof PlimsollError) || error.code === 'scan-aborted') throw error;
    return missing(unread(failureReason(error), inBoth(error.said)));
  }
}

/** The names that a registry lists; `null` where it refuses to. */
async function catalogOf(client: RegistryClient, host: string) {
  const path = `/v2/_catalog?n=${mostRepositories}`;
  const answer = await client.ask(path);
  answer.leave();
  if ([401, 403, 404, 405].includes(answer.status)) return null;
  const document = await client.document(path);
  const said = catalogAnswer.safeParse(document && parsed(document.bytes));
  if (!said.success) throw invalid(host, text('its catalog cannot be read', '其目录无法读取'));
  return { names: said.data.repositories, goesOn: document?.goesOn === true };
}

function parsed(bytes: Buffer): unknown {
  try {
    return parseJsonText(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

async function isOpen(stranger: RegistryClient, host: string, name: string): Promise<boolean> {
  const answer = await stranger.ask(`/v2/${name}/tags/list?n=1`);
  answer.leave();
  if (answer.status === 200) return true;
  if (answer.status === 401 || answer.status === 403) return false;
  throw answered(host, answer.status);
}

/** The authorities by which docker itself knows the registry. */
async function readAuthorities(host: string): Promise<Authorities> {
  const folder = authorityFolder(host);
  const pem = await attempt(folder, () => authoritiesOf(host));
  if ('unread' in pem) return pem;
  try {
    return { value: pem.value.flatMap(parsePem), source: pem.source };
  } catch {
    const why: Unread = unread(
      'malformed',
      text(
        `${folder} holds something that is not a certificate.`,
        `${folder} 中含有并非证书的内容。`,
      ),
      pem.source,
    );
    return { unread: why };
  }
}
