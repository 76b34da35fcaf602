import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect } from '../../src/collectors/collect/collect.ts';
import { hostEngineSocketMode } from '../../src/controls/host/host-engine-socket-mode.ts';
import { judge } from '../support/judge.ts';

/** An engine of any product, of which the host knows nothing. */
let folder: string;
let server: Server;
let path: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-socket-'));
  path = join(folder, 'engine.sock');
  server = createServer((connection) => connection.destroy());
  await new Promise<void>((resolve) => server.listen(path, resolve));
  chmodSync(path, 0o666);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the socket of an engine that is scanned with its host', () => {
  it('is judged, wherever it is', async () => {
    const { snapshot } = await collect({
      targets: [
        { kind: 'engine', address: `unix://${path}` },
        { kind: 'host', root: '/' },
      ],
      now: new Date('2026-11-24T12:00:00Z'),
      env: {},
      home: folder,
    });
    const host = snapshot.subjects.find(({ kind }) => kind === 'host');
    expect(JSON.stringify(host?.facts['files'])).toContain(`"path":"${path}"`);
    const { facts = {}, gaps = [] } = host ?? {};
    const { status, message } = judge(hostEngineSocketMode, facts, { gaps });
    expect([status, message?.en]).toEqual(['fail', expect.stringContaining(path) as string]);
  });
});
