import { chmod } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Harvest } from '../../../src/collectors/gathering/collector-result.ts';
import { asNobody } from '../../support/call-elsewhere.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import {
  gapsOf,
  harvestEngine,
  populationOf,
  subjectOf,
  workloadOf,
} from '../../support/harvest-engine.ts';
import { interceptEngine, type Interceptor } from '../../support/intercept-engine.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

/** The gaps of one subject, `path reason`. */
const spelledGaps = (harvest: Harvest, kind: string, name: string): readonly string[] =>
  gapsOf(subjectOf(harvest, kind, name)).map(({ path, reason }) => `${path} ${reason}`);

describe('no engine', () => {
  it('at a path where there is nothing', async () => {
    const target = `unix://${temporaryRoot()}/none.sock`;
    await expect(harvestEngine(target)).rejects.toMatchObject({
      code: 'engine-unreachable',
      message: `No engine answers at ${target}: ENOENT.`,
      hint: expect.stringContaining('systemctl start docker') as string,
    });
  });

  it('at a port where nobody listens', async () => {
    await expect(harvestEngine('tcp://127.0.0.1:1')).rejects.toMatchObject({
      code: 'engine-unreachable',
      message: 'No engine answers at tcp://127.0.0.1:1: ECONNREFUSED.',
    });
  });

  it.each([
    ['another server', 404, '<html>no such page</html>'],
    ['something that answers everything', 200, { hello: 'world' }],
    ['something that is not JSON', 200, 'OK'],
  ])('but %s', async (_, status, body) => {
    const socket = join(temporaryRoot(), 'web.sock');
    const server = createServer((__, answer) => {
      answer.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    await new Promise<void>((done) => server.listen(socket, done));
    onTestFinished(() => void server.close());
    await expect(harvestEngine(`unix://${socket}`)).rejects.toMatchObject({
      code: 'engine-malformed',
      message: `The server at unix://${socket} is not a container engine.`,
    });
  });

  it('that answers in time', async () => {
    const socket = join(temporaryRoot(), 'mute.sock');
    const server = createServer(() => undefined);
    await new Promise<void>((done) => server.listen(socket, done));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    await expect(harvestEngine(`unix://${socket}`, { requestTimeout: 100 })).rejects.toMatchObject({
      code: 'engine-timeout',
    });
  });

  it('when the collection was ended before it began', async () => {
    await expect(
      harvestEngine('unix:///none', { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'scan-aborted' });
  });
});

describeWithRoot(
  'an engine that does not answer everything',
  ['dockerd', 'docker', 'busybox'],
  () => {
    let engine: TestEngine;
    let interceptor: Interceptor;

    beforeAll(async () => {
      engine = await startEngine();
      interceptor = await interceptEngine(engine.socket, join(engine.folder, 'between.sock'));
      const run = (name: string, ...options: readonly string[]): Promise<string> =>
        engine.docker(
          'run',
          '-d',
          '--name',
          name,
          '--network=none',
          ...options,
          engine.image,
          'sleep',
          '1000',
        );
      await run('one', '--volume=/etc:/host-etc', '--user=app');
      await run('two');
      await run('three');
    });
    afterAll(async () => {
      await interceptor?.stop();
      await engine?.stop();
    });
    beforeEach(() => {
      interceptor.decide(() => undefined);
      interceptor.afterwards(() => undefined);
    });

    const idOf = (name: string): Promise<string> =>
      engine.docker('inspect', '--format', '{{.Id}}', name);

    it('refuses one fact: that fact is a gap, and no other', async () => {
      const id = await idOf('one');
      interceptor.decide((path) =>
        path === `/containers/${id}/changes`
          ? { status: 403, body: { message: 'denied by plugin, TOKEN=hunter2' } }
          : undefined,
      );
      const harvest = await harvestEngine(interceptor.target);
      expect(spelledGaps(harvest, 'workload', 'one')).toEqual(['/changes denied']);
      expect(spelledGaps(harvest, 'workload', 'two')).toEqual([]);
      const [gap] = subjectOf(harvest, 'workload', 'one').gaps;
      expect(gap).toMatchObject({
        detail: {
          en: `GET /containers/${id}/changes was answered with 403: denied by plugin, TOKEN=[redacted]`,
          zh: `GET /containers/${id}/changes 的应答为 403：denied by plugin, TOKEN=[redacted]`,
        },
        source: { kind: 'api', endpoint: `/containers/${id}/changes` },
      });
      expect(populationOf(harvest)['workload']).toEqual([3, 3, 0]);
    });

    it('refuses one container: it is there, and nothing of it is known', async () => {
      const id = await idOf('two');
      interceptor.decide((path) =>
        path === `/containers/${id}/json` ? { status: 403, body: { message: 'no' } } : undefined,
      );
      const harvest = await harvestEngine(interceptor.target);
      expect(spelledGaps(harvest, 'workload', 'two')).toEqual([' denied']);
      expect(workloadOf(harvest, 'two')).toEqual({});
      expect(populationOf(harvest)['workload']).toEqual([3, 2, 0]);
      // Whoever uses the image can no longer be listed.
      expect(spelledGaps(harvest, 'image', engine.image)).toEqual(['/usedBy/- denied']);
    });

    it('refuses a list: the kind is a gap', async () => {
      interceptor.decide((path) =>
        path.startsWith('/containers/json') ? { status: 403, body: { message: 'no' } } : undefined,
      );
      const harvest = await harvestEngine(interceptor.target);
      expect(harvest.gaps).toMatchObject([{ kind: 'workload', reason: 'denied' }]);
      expect(populationOf(harvest)).not.toHaveProperty('workload');
    });

    it('refuses its own description: what depends on it is a gap, and a kind that it would have named', async () => {
      interceptor.decide((path) => (path === '/info' ? { status: 403, body: {} } : undefined));
      const harvest = await harvestEngine(interceptor.target);
      expect(harvest.gaps.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
        // It may be a manager, with services of its own.
        'workload denied',
        'swarm denied',
        'swarm-node denied',
        'secret denied',
      ]);
      expect(spelledGaps(harvest, 'workload', 'two')).toEqual(
        expect.arrayContaining(['/security/seccomp denied', '/namespaces/user denied']),
      );
      expect(workloadOf(harvest, 'two')).toMatchObject({ privileged: false });
      const engineSubject = harvest.subjects.find(({ kind }) => kind === 'engine');
      expect(engineSubject).toMatchObject({
        name: interceptor.target,
        facts: { product: 'docker' },
      });
      expect(engineSubject?.facts).not.toHaveProperty('security');
    });

    it('says something else than JSON, or something else than a container', async () => {
      const [one, two] = [await idOf('one'), await idOf('two')];
      interceptor.decide((path) => {
        if (path === `/containers/${one}/json`) return { status: 200, body: '{"Id": ' };
        return path === `/containers/${two}/json`
          ? { status: 200, body: { Id: two, Name: '/two', HostConfig: 'none' } }
          : undefined;
      });
      const harvest = await harvestEngine(interceptor.target);
      expect(spelledGaps(harvest, 'workload', 'one')).toEqual([' malformed']);
      expect(spelledGaps(harvest, 'workload', 'two')).toEqual([' malformed']);
      expect(spelledGaps(harvest, 'workload', 'three')).toEqual([]);
    });

    it('hangs on one request: the others are read meanwhile', async () => {
      const id = await idOf('one');
      interceptor.decide((path) => (path === `/containers/${id}/json` ? 'silence' : undefined));
      const harvest = await harvestEngine(interceptor.target, { requestTimeout: 500 });
      expect(spelledGaps(harvest, 'workload', 'one')).toEqual([' timeout']);
      expect(populationOf(harvest)['workload']).toEqual([3, 2, 0]);
    });

    it('hangs on everything of a kind: the whole collection ends in time', async () => {
      interceptor.decide((path) => (path.startsWith('/images/sha') ? 'silence' : undefined));
      const began = performance.now();
      const harvest = await harvestEngine(interceptor.target, { timeout: 1_000 });
      expect(performance.now() - began).toBeLessThan(5_000);
      expect(spelledGaps(harvest, 'image', engine.image)).toEqual([' timeout']);
    });

    it('is no longer asked when the collection is ended: what was not read by then is a gap', async () => {
      interceptor.decide((path) => (path.startsWith('/images/sha256:') ? 'silence' : undefined));
      const signal = AbortSignal.timeout(700);
      const harvest = await harvestEngine(interceptor.target, { signal });
      expect(subjectOf(harvest, 'image', engine.image).gaps).toMatchObject([
        {
          path: '',
          reason: 'timeout',
          detail: { en: expect.stringContaining('was ended') as string },
        },
      ]);
      expect(spelledGaps(harvest, 'workload', 'one')).toEqual([]);
    });

    it('is not read at all when the collection is ended before it said who it is', async () => {
      interceptor.decide(() => 'silence');
      await expect(
        harvestEngine(interceptor.target, { signal: AbortSignal.timeout(100) }),
      ).rejects.toMatchObject({ code: 'scan-aborted' });
    });

    it.each([0, 1])(
      'lists %i of its containers and counts all: how many more there are is known',
      async (kept) => {
        const all = JSON.parse(
          await engine.docker('inspect', await idOf('one'), await idOf('two'), await idOf('three')),
        ) as readonly object[];
        interceptor.decide((path) =>
          path.startsWith('/containers/json')
            ? { status: 200, body: all.slice(0, kept) }
            : undefined,
        );
        const harvest = await harvestEngine(interceptor.target);
        expect(harvest.gaps).toMatchObject([
          {
            kind: 'workload',
            reason: 'malformed',
            detail: {
              en: `GET /containers/json?all=true lists ${kept}, but GET /info counts 3`,
            },
          },
        ]);
        expect(populationOf(harvest)['workload']?.[0]).toBe(3);
      },
    );

    it('says that a container is gone while it lists it: it is there, and nothing of it is known', async () => {
      const id = await idOf('two');
      let asked = 0;
      interceptor.decide((path) => {
        asked += path.startsWith('/containers/json') ? 1 : 0;
        return path === `/containers/${id}/json` ? { status: 404, body: {} } : undefined;
      });
      const harvest = await harvestEngine(interceptor.target);
      expect(spelledGaps(harvest, 'workload', 'two')).toEqual([' unavailable']);
      expect(subjectOf(harvest, 'workload', 'two').gaps).toMatchObject([
        {
          detail: {
            en: expect.stringMatching(/was answered with 404, but it is still listed$/) as string,
          },
        },
      ]);
      expect(populationOf(harvest)['workload']).toEqual([3, 2, 0]);
      expect(asked).toBe(2);
    });

    it('says that containers are gone and lists no more: they are there, and nothing of them is known', async () => {
      let asked = 0;
      interceptor.decide((path) => {
        asked += path.startsWith('/containers/json') ? 1 : 0;
        if (path.startsWith('/containers/json')) {
          return asked > 1 ? { status: 403, body: {} } : undefined;
        }
        return /^\/containers\/[^/]+\/json$/.test(path) ? { status: 404, body: {} } : undefined;
      });
      const harvest = await harvestEngine(interceptor.target);
      expect(populationOf(harvest)['workload']).toEqual([3, 0, 0]);
      expect(spelledGaps(harvest, 'workload', 'three')).toEqual([' unavailable']);
      // One list decides of all of a kind.
      expect(asked).toBe(2);
    });

    it('forgets a command in a container, which is gone; one that the container still names is unknown', async () => {
      const { docker, image } = engine;
      await docker('run', '-d', '--name=entered', '--network=none', image, 'sleep', '1000');
      onTestFinished(async () => void (await docker('rm', '--force', 'entered')));
      await docker('exec', '--detach', 'entered', 'sleep', '1000');
      interceptor.decide((path) =>
        path.startsWith('/exec/') ? { status: 404, body: {} } : undefined,
      );
      const kept = await harvestEngine(interceptor.target);
      expect(spelledGaps(kept, 'workload', 'entered')).toEqual(['/sessions/0 unavailable']);

      const id = await idOf('entered');
      const raw = JSON.parse(await engine.docker('inspect', id)) as readonly object[];
      let asked = 0;
      interceptor.decide((path) => {
        if (path.startsWith('/exec/')) return { status: 404, body: {} };
        asked += path === `/containers/${id}/json` ? 1 : 0;
        return path === `/containers/${id}/json` && asked > 1
          ? { status: 200, body: { ...raw[0], ExecIDs: null } }
          : undefined;
      });
      const gone = await harvestEngine(interceptor.target);
      expect(spelledGaps(gone, 'workload', 'entered')).toEqual([]);
      expect(workloadOf(gone, 'entered')).toMatchObject({ sessions: [] });
    });

    it('loses a container between the list and the look: it vanished, is named, and is no gap', async () => {
      const id = await engine.docker('create', '--name=fleeting', engine.image, 'true');
      interceptor.afterwards((path) =>
        path.startsWith('/containers/json')
          ? engine.docker('rm', 'fleeting').catch(() => '')
          : undefined,
      );
      const harvest = await harvestEngine(interceptor.target);
      expect(populationOf(harvest)['workload']).toEqual([4, 3, 1]);
      expect(harvest.population.find(({ kind }) => kind === 'workload')).toMatchObject({
        gone: [{ id, name: 'fleeting' }],
      });
      expect(harvest.subjects.filter(({ name }) => name === 'fleeting')).toEqual([]);
      expect(harvest.subjects.flatMap(gapsOf)).toEqual([]);
    });

    it('goes away in the middle: what was not read is a gap', async () => {
      const between = await interceptEngine(engine.socket, join(engine.folder, 'short.sock'));
      between.decide((path) => {
        if (!path.startsWith('/images/sha256:')) return undefined;
        setTimeout(() => void between.stop(), 500);
        return 'silence';
      });
      const harvest = await harvestEngine(between.target);
      expect(spelledGaps(harvest, 'image', engine.image)).toEqual([' unavailable']);
      expect(spelledGaps(harvest, 'workload', 'one')).toEqual([]);
    });

    it('on another machine, or as good as one: the host’s side is a gap, and the engine is asked for processes', async () => {
      const harvest = await harvestEngine(interceptor.target, { procRoot: '/nonexistent' });
      // With the engine's data root at hand, root still recognises its id.
      expect(harvest.target.machine).toBe('local');
      interceptor.decide((path) =>
        path === '/info' ? { status: 200, body: { ...info, ID: 'elsewhere' } } : undefined,
      );
      const info = JSON.parse(await engine.docker('info', '--format', '{{json .}}')) as object;
      const remote = await harvestEngine(interceptor.target, { procRoot: '/nonexistent' });
      expect(remote.target.machine).toBe(interceptor.target);
      expect(spelledGaps(remote, 'workload', 'one')).toEqual([
        '/mounts/0/hostPath unavailable',
        '/kernel unavailable',
        '/differences unavailable',
        '/rootUid unavailable',
      ]);
      expect(workloadOf(remote, 'one')).toMatchObject({
        user: { name: 'app', uid: null },
        mounts: [{ source: '/etc', target: '/host-etc' }],
        processes: [{ uid: 1000, program: 'sleep' }],
      });
      const gaps = remote.subjects.find(({ kind }) => kind === 'engine')?.gaps ?? [];
      expect(gaps.map(({ path }) => path)).toEqual(
        expect.arrayContaining([
          '/process',
          '/listeners',
          '/logLevel/effective',
          '/debug/configured',
        ]),
      );
    });

    it('may not be asked by this user: the error names the group and the way out', async () => {
      await chmod(engine.folder, 0o755);
      const address = {
        id: `unix://${engine.socket}`,
        transport: { kind: 'unix', socketPath: engine.socket },
      };
      const outcome = await asNobody(
        'src/collectors/engine/collect-engine.ts',
        'collectEngine',
        address,
      );
      expect(outcome).toMatchObject({
        error: {
          code: 'engine-denied',
          message: expect.stringMatching(
            /^The socket \S+ may not be used by user nobody \(65534\): it belongs to root:\w+ with mode 0660\.$/,
          ) as string,
        },
      });
      await chmod(engine.folder, 0o700);
      expect(
        await asNobody('src/collectors/engine/collect-engine.ts', 'collectEngine', address),
      ).toMatchObject({
        error: {
          code: 'engine-denied',
          message: `${engine.folder} may not be entered by user nobody (65534).`,
        },
      });
    });

    it('may be asked by a user who may not look at its process: that is a gap, and the rest is read', async () => {
      await chmod(engine.folder, 0o755);
      await chmod(engine.socket, 0o666);
      const address = {
        id: `unix://${engine.socket}`,
        transport: { kind: 'unix', socketPath: engine.socket },
      };
      const outcome = await asNobody<Harvest>(
        'src/collectors/engine/collect-engine.ts',
        'collectEngine',
        address,
      );
      if (!('answer' in outcome)) throw new Error(outcome.error.message);
      const harvest = outcome.answer;
      expect(harvest.target.machine).toBe('local');
      expect(workloadOf(harvest, 'one')).toMatchObject({
        kernel: { uid: 1000 },
        user: { uid: 1000 },
        mounts: [{ hostPath: '/etc' }],
        processes: [{ uid: 1000, program: 'sleep' }],
      });
      const engineSubject = harvest.subjects.find(({ kind }) => kind === 'engine');
      expect(engineSubject?.gaps).toContainEqual(
        expect.objectContaining({ path: '/process', reason: 'denied' }),
      );
      await chmod(engine.socket, 0o660);
    });
  },
);
