import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { itemsAtMost } from '../../../src/collectors/gathering/bounds.ts';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { parseAssessment } from '../../../src/core/assessment/parse-assessment.ts';
import type { Snapshot } from '../../../src/core/snapshot/snapshot.ts';
import { runCli } from '../../support/cli.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const idOf = (at: number): string => at.toString(16).padStart(64, '0');

/** What no real engine on one machine can be made to answer: any number of containers, and answers of any shape. */
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function engineWith(answers: (path: string) => string | undefined): Promise<string> {
  const socket = join(temporaryRoot(), 'engine.sock');
  const version = { Version: '26.1.5', ApiVersion: '1.45', Components: [{ Name: 'Engine' }] };
  const info = { ID: 'x', Name: 'fake', Driver: 'overlay2', Swarm: { LocalNodeState: 'inactive' } };
  const usual: Readonly<Record<string, unknown>> = {
    '/version': version,
    '/info': info,
    '/plugins': [],
    '/networks': [],
    '/images/json': [],
    '/containers/json?all=true': [],
    '/volumes': { Volumes: [] },
  };
  server = createServer(({ url = '' }, answer) => {
    const said =
      answers(url) ?? (usual[url] === undefined ? undefined : JSON.stringify(usual[url]));
    answer.writeHead(said === undefined ? 404 : 200).end(said ?? '{}');
  });
  await new Promise<void>((done) => server?.listen(socket, done));
  return `unix://${socket}`;
}

async function snapshotOf(address: string, signal?: AbortSignal): Promise<Snapshot> {
  const input = { now: new Date(), env: {}, home: '/nonexistent', ...(signal ? { signal } : {}) };
  return (await collect({ ...input, targets: [{ kind: 'engine', address }] })).snapshot;
}

const list = (count: number): string =>
  `[${Array.from({ length: count }, (_, at) => `{"Id":"${idOf(at)}","Names":["/c${at}"]}`).join()}]`;

describe('an engine', () => {
  it('of more containers than are read says how many were left out', async () => {
    const listed = list(itemsAtMost + 5);
    const address = await engineWith((path) =>
      path.startsWith('/containers/json') ? listed : undefined,
    );
    const { gaps, population, subjects } = await snapshotOf(address);
    expect(gaps).toContainEqual(
      expect.objectContaining({
        kind: 'workload',
        reason: 'unsupported',
        detail: {
          en: `GET /containers/json?all=true lists ${itemsAtMost + 5}; 5 were not read: at most ${itemsAtMost} are`,
          zh: `GET /containers/json?all=true 列出 ${itemsAtMost + 5} 个，其中 5 个未读取：至多读取 ${itemsAtMost} 个`,
        },
      }),
    );
    expect(population.find(({ kind }) => kind === 'workload')).toMatchObject({
      existed: itemsAtMost + 5,
      read: 0,
    });
    expect(subjects.filter(({ kind }) => kind === 'workload')).toHaveLength(itemsAtMost);
  }, 60_000);

  it('of 150,000 containers is read and judged until the time is over, in little memory', async () => {
    const listed = list(150_000);
    const address = await engineWith((path) =>
      path.startsWith('/containers/json') ? listed : undefined,
    );
    const began = performance.now();
    const { stdout } = await runCli(['scan', address, '--timeout', '2', '--json'], {
      env: { NODE_OPTIONS: '--max-old-space-size=600' },
    });
    // Far more than the time that is given, for a busy machine.
    expect(performance.now() - began).toBeLessThan(10_000);
    const { findings } = parseAssessment(JSON.parse(stdout));
    const ofWorkloads = findings.filter(({ subject }) => subject.kind === 'workload');
    expect(ofWorkloads.filter(({ status }) => status === 'pass')).toEqual([]);
    expect(findings.filter(({ subject }) => subject.id === '*')).toContainEqual(
      expect.objectContaining({ controlId: 'workload-not-privileged', status: 'unknown' }),
    );
  }, 60_000);

  it.each([
    [
      'a list of many things',
      JSON.stringify({ Id: idOf(1), Labels: {}, Mounts: Array(20_000).fill(0) }),
      'unsupported',
    ],
    [
      'many members',
      `{${Array.from({ length: 20_000 }, (_, at) => `"${at}":0`).join()}}`,
      'unsupported',
    ],
    ['what nests deep', '['.repeat(1_000_000), 'malformed'],
    [
      'what nests deep, and ends',
      `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'malformed',
    ],
  ])('that answers with %s is not understood', async (_, said, reason) => {
    const address = await engineWith((path) => {
      if (path.startsWith('/containers/json')) return list(1);
      return path.startsWith('/containers/') ? said : undefined;
    });
    const { subjects } = await snapshotOf(address);
    expect(subjects.find(({ kind }) => kind === 'workload')).toMatchObject({
      name: 'c0',
      facts: {},
      gaps: [{ path: '', reason }],
    });
  });
});
