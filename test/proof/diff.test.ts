import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AssessmentDifference } from '../../src/evidence.ts';
import { runCli } from '../support/cli.ts';
import { startEngine, type TestEngine } from '../support/docker-engine.ts';
import { describeWithRoot } from '../support/needs.ts';

const other = 'plimsoll.test/busybox:2';
const bounded = ['--network', 'none', '--pids-limit', '100', '--memory', '64m'];
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

/** The configuration of both scans: the second has one control more, and a stricter parameter. */
const config = (later: boolean): string => `
import { builtin, defineControl, definePlimsollConfig, extendCatalog, workload } from 'plimsoll';
const added = defineControl({
  id: 'acme-not-dead',
  subject: workload,
  severity: 'low',
  title: { en: 'It is alive', zh: '存活' },
  rationale: { en: 'Because', zh: '因为' },
  remediation: { en: 'Start it', zh: '启动' },
  references: ['https://example.org/'],
  check: (w) => w.state !== 'dead',
});
export default definePlimsollConfig({
  catalog: extendCatalog(builtin, {
    id: 'acme',
    add: ${later ? '[added]' : '[]'},
    tailor: ${later ? "{ 'workload-pids-limit': { params: { max: 50 }, reason: 'small services', by: 'Li Wei' } }" : '{}'},
  }),
  waivers: [{
    control: 'workload-memory-limit', scope: { name: 'greedy' }, reason: 'measured', owner: 'Wang Fang',
    approver: 'Chen Jing', from: '2026-01-01', until: '${yesterday}',
  }],
});
`;

describeWithRoot('two scans of a real engine', ['dockerd', 'docker', 'busybox'], () => {
  let engine: TestEngine;
  let folder = '';
  let images: readonly [string, string] = ['', ''];
  let ids: readonly [string, string] = ['', ''];
  const at = (name: string): string => join(folder, name);
  const diff = (...options: readonly string[]) =>
    runCli(['diff', at('before.json'), at('after.json'), ...options]);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plimsoll-diff-'));
    engine = await startEngine();
    const { docker, image } = engine;
    await docker('import', '--change', 'USER 1000', join(engine.folder, 'rootfs.tar'), other);
    const idOf = (reference: string) => docker('image', 'inspect', '-f', '{{.Id}}', reference);
    images = [await idOf(image), await idOf(other)];
    const start = (name: string, from: string, options = bounded) =>
      docker('run', '-d', '--name', name, ...options, from, 'sleep', '100000');
    // Each image stays in use, so that nothing is different of the images themselves.
    await start('greedy', image, ['--network', 'none', '--pids-limit', '100']);
    await start('steady', other);
    const first = await start('web', image, [...bounded, '--user', '1000']);
    const scan = async (name: string, ...options: readonly string[]) => {
      await writeFile(at(`${name}.ts`), config(name === 'after'));
      const named = ['--config', at(`${name}.ts`), '--quiet'];
      for (const words of [
        ['collect', `unix://${engine.socket}`, '-o', at(`${name}.snapshot.json`)],
        [
          'assess',
          at(`${name}.snapshot.json`),
          '-o',
          at(`${name}.json`),
          '--fail-on',
          'none',
        ].concat(['--framework', 'cis-docker-1.8.0', '--only-mapped', 'no', ...options]),
      ]) {
        const run = await runCli([...words, ...named]);
        expect([run.status, run.stderr]).toEqual([0, '']);
      }
    };
    await scan('before', '--at', yesterday);
    await docker('rm', '--force', 'web');
    ids = [first, await start('web', other, [...bounded, '--user', '1000'])];
    await scan('after');
  }, 120_000);

  afterAll(async () => {
    await engine?.stop();
    await rm(folder, { recursive: true, force: true });
  }, 60_000);

  it('each change stands under its own cause, and nothing else does', async () => {
    const { status, stdout, stderr } = await diff('--json');
    expect(stderr).toBe('');
    // The command line wrote it a moment ago.
    const difference = JSON.parse(stdout) as AssessmentDifference;
    expect(difference.targets).toEqual({ appeared: [], gone: [] });
    expect(difference.subjects).toMatchObject({
      appeared: [],
      gone: [],
      recreated: [
        {
          before: { id: ids[0], name: 'web' },
          after: { id: ids[1], name: 'web' },
          matched: 'name',
          otherImage: true,
          image: { before: { id: images[0] }, after: { id: images[1], reference: other } },
        },
      ],
    });
    expect(difference.catalog).toEqual({
      added: ['acme-not-dead'],
      removed: [],
      severities: [],
      catalog: null,
      tool: null,
    });
    expect(difference.parameters).toMatchObject([
      {
        control: 'workload-pids-limit',
        name: 'max',
        after: 50,
        tailored: { by: 'Li Wei', reason: 'small services' },
      },
    ]);
    expect(difference.waivers).toMatchObject([
      { change: 'expired', waiver: { control: 'workload-memory-limit' }, fields: [] },
    ]);
    const lines = difference.findings.map(
      ({ control, subject, before, after, causes }) =>
        `${causes.join('+')}: ${control} ${subject.name} ${before} → ${after}`,
    );
    expect(lines.toSorted()).toEqual([
      'catalog: acme-not-dead greedy null → pass',
      'catalog: acme-not-dead steady null → pass',
      'catalog: acme-not-dead web null → pass',
      'parameters: workload-pids-limit greedy pass → fail',
      'parameters: workload-pids-limit steady pass → fail',
      'parameters: workload-pids-limit web pass → fail',
      'waiver: workload-memory-limit greedy waived → fail',
    ]);
    expect(difference.frameworks).toMatchObject({ added: [], removed: [] });
    const requirements = difference.frameworks.requirements.map(
      ({ before, after, controls, causes }) =>
        `${causes.join('+')}: ${controls.join()} ${before} → ${after}`,
    );
    expect(requirements.toSorted()).toEqual([
      'parameters: workload-pids-limit satisfied → weakened',
      'waiver: workload-memory-limit accepted-with-waiver → not-satisfied',
    ]);
    expect(status).toBe(0);
  });

  it('says so in both languages, and ends with 1 where the new failures count', async () => {
    const english = await diff('--fail-on', 'low');
    expect(english.status).toBe(1);
    const short = (id: string): string => id.replace(/[0-9a-f]{64}/, (hex) => hex.slice(0, 12));
    for (const line of [
      'Recreated\n',
      `web: ${short(ids[0])} → ${short(ids[1])} (identified by its name only, from another image)`,
      'Parameters changed\n',
      'workload-pids-limit max:',
      'The catalog changed\n  control added acme-not-dead: pass 3\n',
      'Waivers changed\n  expired: workload-memory-limit {"name":"greedy"}, Wang Fang,',
    ]) {
      expect(english.stdout).toContain(line);
    }
    expect(english.stdout).not.toContain('Time passed');
    const chinese = await diff('--lang', 'zh');
    expect(chinese.stdout).toContain('重新创建');
    expect(chinese.stdout).toContain('风险接受发生变化');
  });
});
