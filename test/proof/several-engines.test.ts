import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseAssessment, type Assessment, type Finding } from '../../src/index.ts';
import { buildImages } from '../engine/harness/build-images.ts';
import { registryAddress, startRegistry, type Registry } from '../engine/harness/registry.ts';
import { runCli, type CliRun } from '../support/cli.ts';
import { startEngine, type TestEngine } from '../support/docker-engine.ts';
import { describeWithRoot } from '../support/needs.ts';

const run = promisify(execFile);

const projectFile = (digest: string): string => `services:
  pinned:
    image: ${registryAddress}/team/app@${digest}
    network_mode: none
  floating:
    image: one:1
    network_mode: none
`;

let folder = '';
let first: TestEngine;
let second: TestEngine;
let registry: Registry | undefined;
let digests: readonly [string, string];

const addressOf = ({ socket }: TestEngine): string => `unix://${socket}`;

async function scan(
  ...targets: readonly string[]
): Promise<CliRun & { readonly assessment: Assessment }> {
  const name = targets.includes('compose.yaml') ? ['--project-name=shop'] : [];
  const done = await runCli(['scan', ...targets, ...name, '--json'], { cwd: folder });
  return { ...done, assessment: parseAssessment(JSON.parse(done.stdout)) };
}

/** What was found of the subjects of one target, in short. */
const said = ({ findings }: Assessment, target: string): readonly string[] =>
  findings
    .filter(({ subject }) => subject.target === target && subject.id !== '*')
    .map(({ controlId, subject, status }) => `${controlId} ${subject.name} ${status}`)
    .toSorted();

/** Where a control failed: the container, and the engine that has it. */
const failuresOf = ({ findings }: Assessment, control: string): readonly (readonly string[])[] =>
  findings
    .filter(({ controlId, status }) => controlId === control && status === 'fail')
    .map(({ subject }) => [subject.name, subject.target]);

describeWithRoot(
  'several engines and a file',
  ['dockerd', 'docker', 'docker-compose', 'busybox'],
  () => {
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'plimsoll-several-'));
      [first, second] = await Promise.all([startEngine({ ownNetwork: true }), startEngine()]);
      registry = await startRegistry(first);
      await buildImages(first, {
        'one:1': 'LABEL version=1\nCMD ["sleep", "100000"]',
        'two:1': 'LABEL version=2\nCMD ["sleep", "100000"]',
      });
      digests = [
        await registry.roundTrip('one:1', 'team/app:1'),
        await registry.roundTrip('two:1', 'team/app:2'),
      ];
      await writeFile(join(folder, 'compose.yaml'), projectFile(digests[0]));
      await run('docker-compose', ['--project-name=shop', 'up', '--detach'], {
        cwd: folder,
        env: { ...process.env, DOCKER_HOST: addressOf(first) },
      });
      const sleeping = ['--detach', '--network=none'];
      const forever = ['sleep', '100000'];
      await first.docker('run', ...sleeping, '--name=able', '--cap-add=ALL', 'one:1');
      await second.docker(
        ...['run', ...sleeping, '--name=mighty', '--privileged', second.image, ...forever],
      );
    }, 180_000);
    afterAll(async () => {
      registry?.stop();
      await Promise.all([first?.stop(), second?.stop()]);
      await rm(folder, { recursive: true, force: true });
    });

    it('finds the findings of each engine under its own target', async () => {
      const { status, assessment } = await scan(addressOf(first), addressOf(second));
      expect(status).toBe(1);
      expect(failuresOf(assessment, 'workload-not-privileged')).toEqual([
        ['mighty', addressOf(second)],
      ]);
      expect(failuresOf(assessment, 'workload-capabilities')).toContainEqual([
        'able',
        addressOf(first),
      ]);
      const population = assessment.population
        .filter(({ kind }) => kind === 'workload')
        .map(({ target, read }) => [target, read] as const);
      expect(Object.fromEntries(population)).toEqual({
        [addressOf(first)]: 3,
        [addressOf(second)]: 1,
      });
      const [one, other] = await Promise.all([scan(addressOf(first)), scan(addressOf(second))]);
      // Each engine is judged as it is alone.
      expect(said(assessment, addressOf(first))).toEqual(said(one.assessment, addressOf(first)));
      expect(said(assessment, addressOf(second))).toEqual(
        said(other.assessment, addressOf(second)),
      );
    });

    it('does not know of an engine that does not answer, and judges the other as it is alone', async () => {
      const missing = `unix://${join(folder, 'nobody.sock')}`;
      const { status, stderr, assessment } = await scan(missing, addressOf(second));
      expect(status).toBe(2);
      expect(stderr).toContain(missing);
      const alone = await scan(addressOf(second));
      expect(alone.status).toBe(1);
      expect(said(assessment, addressOf(second))).toEqual(
        said(alone.assessment, addressOf(second)),
      );
      const unread = assessment.findings.filter(({ subject }) => subject.target === missing);
      expect(unread.length).toBeGreaterThan(100);
      expect([...new Set(unread.map((finding) => finding.status))]).toEqual(['unknown']);
      const kinds = new Set(unread.map(({ subject }) => subject.kind));
      expect(kinds).toContain('workload');
      expect(kinds).toContain('engine');
    });

    it('sees nothing amiss while the file names what runs', async () => {
      const { assessment } = await scan('compose.yaml', addressOf(first));
      expect(failuresOf(assessment, 'workload-image-as-intended')).toEqual([]);
    });

    it('names a digest of the file that is not the one that runs, and a name that leads elsewhere now', async () => {
      await first.docker('tag', 'two:1', 'one:1');
      const text = projectFile(digests[1]);
      await writeFile(join(folder, 'compose.yaml'), text);
      const { status, assessment } = await scan('compose.yaml', addressOf(first));
      expect(status).toBe(1);
      const drifted = assessment.findings
        .filter(({ controlId }) => controlId === 'workload-image-as-intended')
        .filter((finding) => finding.status === 'fail')
        .toSorted((a, b) => (a.subject.name < b.subject.name ? -1 : 1));
      expect(drifted.map(({ subject, message }) => [subject.name, message.en])).toEqual([
        [
          'shop-floating-1',
          'image: docker.io/library/one:1 leads to another image now than the one that runs',
        ],
        ['shop-pinned-1', `image digest: ${digests[0]}, intended: ${digests[1]}`],
      ]);
      expect(placesOf(drifted[1], '/image/digest')).toEqual([
        [digests[1], 'file', 'compose:compose.yaml'],
        [digests[0], 'api', addressOf(first)],
      ]);
      const file = drifted[1]?.observations.find(({ subject }) => subject !== undefined)?.source;
      expect(file).toMatchObject({ kind: 'file', path: 'compose.yaml', line: 3 });
    });
  },
);

/** Every value of a fact that a finding rests on: from what it was read, and of which target. */
const placesOf = (finding: Finding | undefined, path: string): readonly unknown[] =>
  finding?.observations.flatMap((each) =>
    each.path === path
      ? [[each.value, each.source?.kind, each.subject?.target ?? finding.subject.target]]
      : [],
  ) ?? [];
