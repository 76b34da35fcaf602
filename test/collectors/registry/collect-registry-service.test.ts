import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { collect } from '../../../src/collect.ts';

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Answers as registries do that are no docker-registry: test/engine/families/registry.ts has that. */
let answer: (path: string, authorization: string) => Answer;
const seen: string[] = [];
let server: Server;
let host: string;
let home: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const authorization = headers.authorization ?? '';
    seen.push(`${method} ${url} ${authorization}`.trim());
    const { status, headers: shown = {}, body = '' } = answer(url, authorization);
    response.writeHead(status, shown).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  home = await mkdtemp(join(tmpdir(), 'plimsoll-registry-service-'));
  const auth = Buffer.from('mona:secret').toString('base64');
  await writeFile(join(home, 'config.json'), JSON.stringify({ auths: { [host]: { auth } } }));
});
afterAll(async () => {
  server.close();
  await rm(home, { recursive: true });
});
beforeEach(() => void (seen.length = 0));

const read = async () => {
  const { snapshot, failures } = await collect({
    targets: [`registry:${host}`],
    env: { DOCKER_CONFIG: home },
    home,
  });
  const [subject] = snapshot.subjects;
  return { failures, snapshot, facts: subject?.facts, gaps: subject?.gaps };
};

const json = (value: unknown, headers: Record<string, string> = {}): Answer => ({
  status: 200,
  headers,
  body: JSON.stringify(value),
});

/** A registry whose service of tokens gives one to anybody, as Docker Hub and Harbor do; the public repository is `shop/base`. */
const withTokens =
  (names: readonly string[], headers: Record<string, string> = {}) =>
  (path: string, authorization: string): Answer => {
    const at = new URL(path, `http://${host}`);
    if (at.pathname === '/token') {
      const who = authorization === '' ? 'stranger' : 'mona';
      return json({ token: `${who}:${at.searchParams.get('scope') ?? ''}` });
    }
    const catalog = at.pathname === '/v2/_catalog';
    const name = /^\/v2\/(.+)\/tags\/list$/.exec(at.pathname)?.[1];
    const scope = catalog ? 'registry:catalog:*' : name ? `repository:${name}:pull` : '';
    const given = authorization.replace('Bearer ', '');
    const isLet = given === `mona:${scope}` || (name === 'shop/base' && given.endsWith(scope));
    if (!isLet && (scope !== '' || given === '')) {
      const challenge = `Bearer realm="http://${host}/token",service="s",scope="${scope}"`;
      return { status: 401, headers: { 'www-authenticate': challenge } };
    }
    if (name === 'shop/gone') return { status: 404 };
    return catalog ? json({ repositories: names }, headers) : json({ tags: ['1'] });
  };

it('shows each repository to a stranger as its service of tokens does, and sends nothing but GET', async () => {
  answer = withTokens(['shop/base', 'shop/web']);
  const { facts, gaps } = await read();
  expect(facts).toEqual({
    host: '127.0.0.1',
    port: Number(host.split(':')[1]),
    handshake: null,
    asksForAccount: true,
    catalog: 'refused',
    repositories: [
      { name: 'shop/base', open: true },
      { name: 'shop/web', open: false },
    ],
  });
  expect(gaps).toEqual([]);
  expect(seen.filter((each) => !each.startsWith('GET '))).toEqual([]);
});

it('asks anew for each, where a token of another scope is refused without a challenge', async () => {
  const usual = withTokens(['shop/base', 'shop/web']);
  answer = (path, authorization) => {
    const said = usual(path, authorization);
    const isScopeless = authorization === '' || authorization.endsWith(':');
    return said.status === 401 && !isScopeless && !path.startsWith('/token')
      ? { status: 403 }
      : said;
  };
  expect((await read()).facts).toMatchObject({
    catalog: 'refused',
    repositories: [{ open: true }, { open: false }],
  });
});

it('leaves a gap for further pages, and asks for no name that no repository may have', async () => {
  answer = withTokens(['shop/web', '../token?x='], { link: '</v2/_catalog?n=1>; rel="next"' });
  const { facts, gaps } = await read();
  expect(facts?.['repositories']).toMatchObject([{ name: 'shop/web', open: false }, {}]);
  expect(gaps?.map(({ path }) => path)).toEqual(['/repositories/1/open', '/repositories/-']);
  expect(seen.filter((each) => each.includes('x='))).toEqual([]);
});

it('does not take what is neither given nor refused for refused', async () => {
  const usual = withTokens(['shop/web']);
  answer = (path, authorization) =>
    path.includes('/tags/') ? { status: 429 } : usual(path, authorization);
  expect((await read()).gaps).toMatchObject([{ path: '/repositories/0/open' }]);
  answer = (path, authorization) =>
    path.includes('_catalog') && authorization.includes('stranger')
      ? json({ repositories: [] }, { link: '</v2/_catalog?n=1>; rel="next"' })
      : usual(path, authorization);
  expect((await read()).gaps).toMatchObject([{ path: '/catalog' }]);
  answer = (path, authorization) =>
    path.includes('_catalog') ? { status: 200, body: '<html>' } : usual(path, authorization);
  expect((await read()).gaps?.map(({ path }) => path)).toEqual(['/catalog', '/repositories']);
});

it('is no registry where something else answers, or nothing', async () => {
  answer = () => ({ status: 404 });
  const other = await read();
  expect(other.failures).toMatchObject([{ error: { code: 'registry-invalid' } }]);
  expect(other.snapshot.gaps).toMatchObject([{ kind: 'registry-service' }]);
  const { failures, snapshot } = await collect({
    targets: ['registry:127.0.0.1:1'],
    env: {},
    home,
  });
  expect(failures).toMatchObject([{ error: { code: 'registry-unreachable' } }]);
  expect(snapshot.gaps).toMatchObject([{ kind: 'registry-service' }]);
});
