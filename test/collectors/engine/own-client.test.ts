import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import Docker from 'dockerode';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import type { DockerLike } from '../../../src/collectors/gathering/docker-like.ts';
import type { DialOptions, Modem } from '../../../src/collectors/engine/client/modem.ts';
import type { Snapshot } from '../../../src/core/snapshot/snapshot.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const collectFrom = (docker: DockerLike, name?: string) =>
  collect({
    targets: [{ kind: 'engine', docker, ...(name === undefined ? {} : { name }) }],
    now: new Date('2026-11-24T12:00:00Z'),
    env: {},
    home: '/nonexistent',
  });

describeWithRoot("a user's own client", ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let ownSocket: Snapshot;
  beforeAll(async () => {
    engine = await startEngine();
    await engine.docker('run', '-d', '--privileged', engine.image, 'sleep', '1000');
    const { snapshot } = await collect({
      targets: [{ kind: 'engine', address: `unix://${engine.socket}` }],
      now: new Date('2026-11-24T12:00:00Z'),
      env: {},
      home: '/nonexistent',
    });
    ownSocket = snapshot;
  }, 60_000);
  afterAll(() => engine?.stop());

  it('reads what ours reads, and is called by its socket', async () => {
    const { snapshot, failures } = await collectFrom(new Docker({ socketPath: engine.socket }));
    expect(failures).toEqual([]);
    expect(snapshot.targets).toEqual(ownSocket.targets);
    expect(snapshot.gaps).toEqual(ownSocket.gaps);
    const names = (of: Snapshot): readonly string[] => of.subjects.map(({ id }) => id).toSorted();
    expect(names(snapshot)).toEqual(names(ownSocket));
  });

  it('may have a version of the API, a name and headers', async () => {
    const docker = new Docker({
      socketPath: engine.socket,
      version: 'v1.41',
      headers: { 'X-Test': 'yes' },
    });
    const { snapshot, failures } = await collectFrom(docker, 'production');
    expect(failures).toEqual([]);
    expect(snapshot.targets.map(({ id }) => id)).toEqual(['production']);
    expect(snapshot.subjects.some(({ kind }) => kind === 'workload')).toBe(true);
  });

  it('may be anything with a modem, of which only reads are asked', async () => {
    const { modem } = new Docker({ socketPath: engine.socket });
    const methods = new Set<string>();
    const docker: DockerLike = {
      modem: {
        dial: (asked: DialOptions, answer: Parameters<Modem['dial']>[1]): void => {
          methods.add(asked.method);
          modem.dial(asked, (error, value) => answer(error, value as IncomingMessage));
        },
      },
    };
    const { snapshot, failures } = await collectFrom(docker);
    expect(failures).toEqual([]);
    expect(snapshot.targets.map(({ id }) => id)).toEqual(['engine']);
    expect([...methods]).toEqual(['GET']);
  });
});

it('that reaches nothing is no engine', async () => {
  const docker = new Docker({ socketPath: join(temporaryRoot(), 'nothing.sock') });
  const { failures } = await collectFrom(docker);
  expect(failures.map(({ error }) => error.code)).toEqual(['engine-unreachable']);
});

it('that gives no stream is no engine', async () => {
  const docker: DockerLike = {
    modem: { dial: (_: unknown, answer: (error: null, value: object) => void) => answer(null, {}) },
  };
  const { failures } = await collectFrom(docker, 'odd');
  expect(failures.map(({ error }) => error.code)).toEqual(['engine-unreachable']);
});

it('is read under the same limits', async () => {
  const socketPath = join(temporaryRoot(), 'endless.sock');
  const server = createServer((_, answer) => {
    answer.writeHead(500);
    const more = (): void => {
      if (!answer.destroyed) answer.write(Buffer.alloc(8 << 20, ' '), more);
    };
    more();
  });
  await new Promise<void>((done) => server.listen(socketPath, done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { failures } = await collectFrom(new Docker({ socketPath }));
  expect(failures.map(({ error }) => error.code)).toEqual(['engine-malformed']);
}, 60_000);

it.each([[{}], [{ modem: null }], [{ modem: { dial: 'x' } }]])(
  'that has no modem is no target: %j',
  async (docker) => {
    const { failures } = await collectFrom(docker as DockerLike);
    expect(failures.map(({ error }) => error.code)).toEqual(['target-unknown']);
  },
);
