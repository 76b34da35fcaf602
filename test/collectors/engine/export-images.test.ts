import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectArchive } from '../../../src/collectors/archive/collect-archive.ts';
import type { Harvest } from '../../../src/collectors/gathering/collector-result.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { judge } from '../../support/judge.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { harvestEngine, subjectOf } from '../../support/harvest-engine.ts';
import { interceptEngine } from '../../support/intercept-engine.ts';
import { describeWithRoot } from '../../support/needs.ts';

const run = promisify(execFile);

const key = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();
const token = 'npm_8sKqTz0vXy3LmN5pRw7uAb9cDe1fGh2j';

const dockerfile = (base: string): string => `FROM ${base}
COPY key.pem /srv/key.pem
COPY npmrc /root/.npmrc
RUN busybox cp /bin/busybox /bin/su && busybox chmod 4755 /bin/su
RUN busybox mkdir -p /usr/sbin && busybox touch /usr/sbin/sshd
RUN echo x > /srv/open && busybox chmod 666 /srv/open
`;

describeWithRoot('the whole of the images of a real engine', ['dockerd', 'docker'], () => {
  let engine: TestEngine;
  let harvest: Harvest;
  const image = (name: string, from: Harvest = harvest) => subjectOf(from, 'image', name);
  const verdicts = (name: string, from: Harvest = harvest) => {
    const { facts, gaps } = image(name, from);
    return Object.fromEntries(
      [
        'image-no-private-keys',
        'image-no-credentials',
        'image-files-not-world-writable',
        'image-layers-verified',
        'image-no-setuid',
        'image-no-remote-shell',
      ].map((id) => {
        const control = builtin.controls.find((each) => each.id === id);
        if (!control) throw new Error(`there is no ${id}`);
        const { status, message } = judge(control, facts, { gaps });
        return [id, [status, status === 'pass' ? '' : (message?.en ?? '')]];
      }),
    );
  };

  beforeAll(async () => {
    process.env['DOCKER_BUILDKIT'] = '0';
    engine = await startEngine();
    const context = join(engine.folder, 'context');
    await mkdir(context);
    await writeFile(join(context, 'key.pem'), key);
    await writeFile(join(context, 'npmrc'), `//registry.example/:_authToken=${token}\n`);
    await writeFile(join(context, 'Dockerfile'), dockerfile(engine.image));
    await engine.docker('build', '--network=none', '--tag', 'planted:1', context);
    await writeFile(join(context, 'Dockerfile'), `FROM ${engine.image}\nCMD ["sh"]\n`);
    await engine.docker('build', '--network=none', '--tag', 'plain:1', context);
    harvest = await harvestEngine(`unix://${engine.socket}`, { imageFiles: true });
  }, 120_000);
  afterAll(() => engine.stop());

  it('shows what was planted', () => {
    expect(verdicts('planted:1')).toEqual({
      'image-no-private-keys': ['fail', expect.stringContaining('/srv/key.pem:1 (private-key)')],
      'image-no-credentials': ['fail', expect.stringContaining('/root/.npmrc:1')],
      'image-files-not-world-writable': ['fail', expect.stringContaining('/srv/open (0666)')],
      'image-layers-verified': ['pass', ''],
      'image-no-setuid': ['fail', expect.stringContaining('/bin/su (4755)')],
      'image-no-remote-shell': ['fail', expect.stringContaining('/usr/sbin/sshd')],
    });
    const kept = JSON.stringify(harvest);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(key.split('\n')[1]);
  });

  it('shows nothing in an image without it', () => {
    expect(Object.values(verdicts('plain:1')).map(([status]) => status)).toEqual(
      Array.from({ length: 6 }, () => 'pass'),
    );
  });

  it('shows of an image what the archive of docker save does', async () => {
    const path = join(engine.folder, 'planted.tar');
    await engine.docker('save', '--output', path, 'planted:1');
    const [archived] = (await collectArchive(path)).subjects;
    const bare = (facts: unknown) =>
      JSON.stringify(facts).replaceAll(/"fingerprint":"[^"]*"/g, '"fingerprint":""');
    const { id, facts } = image('planted:1');
    expect(archived?.id).toBe(id);
    expect(bare([facts['files'], facts['layers']])).toBe(
      bare([archived?.facts['files'], archived?.facts['layers']]),
    );
  });

  it('is not asked for unless told, and the gap says how', async () => {
    const plain = await harvestEngine(`unix://${engine.socket}`);
    const said = ['unknown', expect.stringContaining('--image-files')];
    expect(verdicts('planted:1', plain)).toMatchObject({
      'image-no-private-keys': said,
      'image-no-credentials': said,
      'image-files-not-world-writable': said,
      'image-layers-verified': said,
      'image-no-setuid': said,
      // Its history names no package: that is not enough.
      'image-no-remote-shell': said,
    });
  });

  it('tells of each image that the engine does not give', async () => {
    const between = await interceptEngine(engine.socket, join(engine.folder, 'between.sock'));
    const planted = image('planted:1').id;
    try {
      between.decide((path) =>
        path.includes(planted) && path.includes('/get')
          ? { status: 403, body: { message: 'no exports' } }
          : undefined,
      );
      const refused = await harvestEngine(between.target, { imageFiles: true });
      expect(verdicts('planted:1', refused)['image-no-private-keys']).toEqual([
        'unknown',
        expect.stringContaining('denied'),
      ]);
      expect(verdicts('plain:1', refused)['image-no-private-keys']).toEqual(['pass', '']);

      between.decide((path) =>
        path.includes(planted) && path.includes('/get')
          ? { status: 200, body: 'no archive at all' }
          : undefined,
      );
      const broken = await harvestEngine(between.target, { imageFiles: true });
      expect(verdicts('planted:1', broken)['image-layers-verified']).toEqual([
        'unknown',
        expect.stringContaining('malformed'),
      ]);

      const stop = new AbortController();
      between.decide((path) => {
        if (!path.includes('/get')) return undefined;
        setTimeout(() => stop.abort(), 50);
        return 'silence';
      });
      const ended = await harvestEngine(between.target, { imageFiles: true, signal: stop.signal });
      for (const name of ['planted:1', 'plain:1']) {
        expect(verdicts(name, ended)['image-no-private-keys']).toEqual([
          'unknown',
          expect.stringContaining('timeout'),
        ]);
      }
    } finally {
      await between.stop();
    }
  });

  it('keeps little of a large image in memory', { timeout: 120_000 }, async () => {
    const root = join(engine.folder, 'large');
    await mkdir(root);
    await writeFile(join(root, 'zeros'), '');
    await truncate(join(root, 'zeros'), 256 << 20);
    const tar = join(engine.folder, 'large.tar');
    await run('tar', ['-C', root, '-cf', tar, '.']);
    await engine.docker('import', tar, 'large:1');
    await rm(tar);
    const held = (): number => {
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const before = held();
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, held())), 20);
    const large = await harvestEngine(`unix://${engine.socket}`, { imageFiles: true });
    clearInterval(watch);
    expect(image('large:1', large).facts['layers']).toMatchObject([{ verified: true }]);
    expect(most).toBeGreaterThan(0);
    expect(most - before).toBeLessThan(120 << 20);
  });
});
