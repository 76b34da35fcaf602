import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { collectClair } from '../../../src/collectors/scanner/clair/collect-clair.ts';
import { imageDigests } from '../../../src/collectors/scanner/clair/image-digests.ts';
import { imageScan } from '../../../src/core/subjects/image-scan.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { manifest, reports } from '../../fixtures/scans.ts';
import { subjectOf } from '../../support/judge.ts';
import { listen } from '../../support/listen.ts';

const now = '2026-11-24T12:00:00.000Z';
const unknown = `sha256:${'1'.repeat(64)}`;
const report = `/matcher/api/v1/vulnerability_report/${manifest}`;
const updates = '/matcher/api/v1/internal/update_operation?kind=vulnerability&latest=true';

type Answers = Readonly<
  Record<string, { readonly status?: number; readonly body?: unknown; readonly location?: string }>
>;

const good: Answers = {
  [report]: { status: 201, body: reports.clair },
  [updates]: {
    body: {
      debian: [{ date: '2026-11-23T10:00:00Z' }],
      alpine: [{ date: '2026-01-01T00:00:00Z' }],
    },
  },
};

/** A server that answers as Clair's OpenAPI says, and everything else with 404. */
async function serve(answers: Answers, look: (request: IncomingMessage) => void = () => {}) {
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    asked.push(`${request.method} ${request.url}`);
    look(request);
    const found = answers[request.url ?? ''];
    const missing = { code: 'not-found', message: 'no such report' };
    response.writeHead(found ? (found.status ?? 200) : 404, {
      'content-type': 'application/vnd.clair.vulnerability_report.v1+json',
      ...(found?.location === undefined ? {} : { location: found.location }),
    });
    const body = found ? found.body : missing;
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  return { url: `http://127.0.0.1:${await listen(server)}`, asked };
}

const ask = async (answers: Answers, token?: string, signal?: AbortSignal) => {
  const { url, asked } = await serve(answers);
  const server = { url, ...(token ? { token } : {}), ...(signal ? { signal } : {}) };
  const result = await collectClair(`clair:${url}`, server, [manifest, unknown], now);
  return { ...result, asked };
};

it('a Clair server is asked with GET for each digest; one that it does not know has no scan', async () => {
  const { harvest, error, asked } = await ask(good);
  expect(error).toBeUndefined();
  expect(harvest.gaps).toEqual([]);
  expect(harvest.subjects).toHaveLength(1);
  const facts = imageScan.schema.parse(harvest.subjects[0]?.facts);
  expect(facts).toMatchObject({
    format: 'clair',
    scannedAt: now,
    databaseAt: '2026-11-23T10:00:00.000Z',
    counts: { high: { total: 1, fixable: 1 } },
  });
  expect(harvest.target).toMatchObject({
    description: { en: 'Clair: a report of 1 of 2 images', zh: 'Clair：2 个镜像中 1 个有报告' },
    machine: '*',
  });
  expect(asked.sort()).toEqual(
    [`GET ${updates}`, `GET ${report.replace(manifest, unknown)}`, `GET ${report}`].sort(),
  );
});

it('the age of its database is not known where its internal API is out of reach', async () => {
  const { harvest } = await ask({ ...good, [updates]: { status: 403 } });
  expect(harvest.subjects[0]?.facts['databaseAt']).toBeNull();
  expect(harvest.gaps).toEqual([]);
});

it('the token goes to the server as a bearer, and is told nowhere', async () => {
  const seen: unknown[] = [];
  const { url } = await serve(good, ({ headers }) => seen.push(headers.authorization));
  const server = { url, token: 'jwt-of-ours' };
  const { harvest } = await collectClair(`clair:${url}`, server, [manifest], now);
  expect(new Set(seen)).toEqual(new Set(['Bearer jwt-of-ours']));
  expect(JSON.stringify(harvest)).not.toContain('jwt-of-ours');
});

it.each<[string, Answers[string], string]>([
  ['an error of the server', { status: 500, body: {} }, 'unavailable'],
  ['a token that it refuses', { status: 401 }, 'unavailable'],
  ['a redirect', { status: 302, location: 'http://127.0.0.1:1/' }, 'unavailable'],
  ['what is not JSON', { body: '<html>' }, 'malformed'],
  ['something else', { body: reports.grype }, 'malformed'],
  [
    'the report of another image',
    { body: { ...reports.clair, manifest_hash: unknown } },
    'malformed',
  ],
])('%s is a gap over the scans, and an error', async (_, answer, reason) => {
  const { harvest, error } = await ask({ ...good, [report]: answer });
  expect(error?.code).toBe(reason === 'malformed' ? 'scan-report-invalid' : 'scanner-failed');
  expect(harvest.subjects).toEqual([]);
  expect(harvest.gaps).toMatchObject([{ kind: 'image-scan', reason }]);
  expect(harvest.population[0]).toMatchObject({ existed: 1, read: 0 });
});

it('a server that is down is one gap for all images', async () => {
  const down = { url: 'http://127.0.0.1:9' };
  const { harvest, error } = await collectClair('clair:down', down, [manifest, unknown], now);
  expect(error?.code).toBe('scanner-failed');
  expect(error?.hint).toContain('curl http://127.0.0.1:9/indexer/api/v1/index_state');
  expect(harvest.gaps).toMatchObject([{ reason: 'unavailable' }]);
  expect(harvest.gaps[0]?.detail).toMatchObject({
    en: expect.stringMatching(/^2 of the images: /) as unknown,
    zh: expect.stringMatching(/^其中 2 个镜像：/) as unknown,
  });
});

it('a collection that was ended leaves a gap', async () => {
  const { harvest, error } = await ask(good, undefined, AbortSignal.abort());
  expect(error?.code).toBe('scan-aborted');
  expect(harvest.gaps).toMatchObject([{ reason: 'timeout' }]);
});

it('as a target it is asked after all others, with the token of CLAIR_TOKEN', async () => {
  const { url, asked } = await serve(good);
  const { snapshot, failures } = await collect({
    targets: [{ kind: 'clair', url }],
    now: new Date(now),
    env: { CLAIR_TOKEN: 'x' },
    home: '/nonexistent',
  });
  // No other target, and so no image to ask for.
  expect(asked).toEqual([]);
  expect(failures).toEqual([]);
  expect(snapshot.targets).toMatchObject([
    { id: `clair:${url}`, access: { en: 'GET with a token', zh: 'GET 请求，使用令牌' } },
  ]);
});

it('an image is asked for by its manifest, or by its id where it has none', () => {
  const image = (id: string, digests: readonly unknown[]) =>
    subjectOf('image', { ...compliantImage, digests }, { id });
  const [a, b] = ['a', 'b'].map((digit) => `sha256:${digit.repeat(64)}`) as [string, string];
  expect(
    imageDigests([
      image(unknown, [`shop/web@${b}`, `mirror/web@${b}`, 'x@sha256:../../..']),
      image(a, []),
      image('../../etc', []),
      subjectOf('volume', {}, { id: a }),
    ]),
  ).toEqual([a, b]);
});
