import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cliPath } from '../support/cli.ts';
import { startEngine, type TestEngine } from '../support/docker-engine.ts';
import { blocksOf, guides } from '../support/guides.ts';
import { describeWithRoot } from '../support/needs.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Findings, 1, are a result; only what could not be done fails a guide. */
const prelude = `set -euo pipefail
plimsoll() { local code=0; node ${JSON.stringify(cliPath)} "$@" || code=$?; ((code < 2)) || return "$code"; }
`;

describeWithRoot(
  'the commands of the guides',
  ['dockerd', 'docker', 'busybox', 'openssl', 'cosign'],
  () => {
    let engine: TestEngine;
    let folder: string;

    beforeAll(async () => {
      engine = await startEngine();
      await engine.docker(
        'run',
        '--detach',
        '--network=none',
        '--name=web',
        engine.image,
        'sleep',
        '600',
      );
      folder = await mkdtemp(path.join(tmpdir(), 'plimsoll-guides-'));
    });
    afterAll(async () => {
      await engine.stop();
      await rm(folder, { recursive: true });
    });

    /** What a reader has at hand: the examples, a key, something saved from before. */
    async function prepare(page: string): Promise<string> {
      const place = path.join(folder, page.replace(/\W/g, '-'));
      await mkdir(place);
      await cp(path.join(root, 'examples'), path.join(place, 'examples'), { recursive: true });
      await cp(
        path.join(root, 'examples/recorded/snapshot.json'),
        path.join(place, 'snapshot.json'),
      );
      // What reads the source of controls finds the types where npm would have put them.
      await mkdir(path.join(place, 'node_modules'));
      await symlink(root, path.join(place, 'node_modules/plimsoll'));
      await symlink(path.join(root, 'node_modules/zod'), path.join(place, 'node_modules/zod'));
      await run('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', 'key.pem'], { cwd: place });
      await run('openssl', ['pkey', '-in', 'key.pem', '-pubout', '-out', 'key.pub'], {
        cwd: place,
      });
      return place;
    }

    const runnable = guides.filter((page) =>
      blocksOf(page, 'sh').some(({ notRun }) => notRun === undefined),
    );

    it.each(runnable)('%s', { timeout: 180_000 }, async (page) => {
      const cwd = await prepare(page);
      for (const { code, line, notRun } of blocksOf(page, 'sh')) {
        if (notRun !== undefined) continue;
        const file = path.join(cwd, `block-${line}.sh`);
        await writeFile(file, prelude + code);
        const ran = await run('bash', [file], {
          cwd,
          env: {
            PATH: process.env['PATH'],
            HOME: cwd,
            NO_COLOR: '1',
            DOCKER_HOST: `unix://${engine.socket}`,
          },
        }).catch((error: unknown) => error);
        const trouble = ran instanceof Error && 'stderr' in ran ? ran.stderr : undefined;
        expect(trouble, `${page}:${line}`).toBeUndefined();
        await rm(file);
      }
    });
  },
);

it('says of every command that is not run why not', () => {
  const left = guides
    .flatMap((page) => blocksOf(page, 'sh'))
    .filter(({ notRun }) => notRun !== undefined);
  process.stdout.write(`guides: ${left.length} blocks of commands are not run\n`);
  for (const { notRun } of left) expect(notRun?.length).toBeGreaterThan(10);
});
