import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { parseTarget } from '../../../src/collectors/gathering/parse-target.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { startEngine, type TestEngine } from '../../support/docker-engine.ts';
import { describeWithRoot } from '../../support/needs.ts';

const tool = { name: 'plimsoll-test', version: '0.0.0' };

describeWithRoot('alerts about a container that an engine runs', ['dockerd', 'busybox'], () => {
  let engine: TestEngine;
  let id = '';
  let host = '';
  beforeAll(async () => {
    engine = await startEngine();
    id = await engine.docker('run', '-d', '--name', 'web', engine.image, 'sleep', '600');
    host = await engine.docker('info', '--format', '{{.Name}}');
  }, 60_000);
  afterAll(() => engine.stop());

  const alert = (container: string): object => ({
    rule: 'Terminal shell in container',
    priority: 'Notice',
    source: 'syscall',
    time: new Date().toISOString(),
    output_fields: { 'container.id': container, 'proc.name': 'sh' },
  });
  /** Signs of life from before the container was made until now. */
  const alive = (hostname: string): readonly object[] =>
    [Date.now() - 3_600_000, Date.now()].map((at) => ({
      hostname,
      rule: 'Falco internal: metrics snapshot',
      priority: 'Informational',
      source: 'internal',
      time: new Date(at).toISOString(),
      output_fields: { 'falco.start_ts': (Date.now() - 7_200_000) * 1e6, 'scap.n_drops': 0 },
    }));

  async function judged(...lines: readonly object[]) {
    const path = join(engine.folder, 'falco.json');
    await writeFile(path, lines.map((each) => `${JSON.stringify(each)}\n`).join(''));
    const targets = [`unix://${engine.socket}`, `falco:${path}`].map(parseTarget);
    const now = new Date();
    const { snapshot, failures } = await collect({ targets, now, env: {}, home: '/nonexistent' });
    expect(failures).toEqual([]);
    const { findings } = assess(snapshot, { catalog: builtin, tool });
    return findings.find(({ controlId }) => controlId === 'workload-no-runtime-alerts');
  }

  it('fail it, by its id as Falco shortens it, with the line as evidence', async () => {
    const found = await judged(...alive(host), alert(id.slice(0, 12)));
    expect(found).toMatchObject({ status: 'fail', subject: { id } });
    expect(JSON.stringify(found?.observations)).toContain('"line":3');
  });

  it('let it pass where there are none and its host was watched, and only there', async () => {
    expect(await judged(...alive(host))).toMatchObject({ status: 'pass' });
    expect(await judged(...alive(host), alert('0'.repeat(12)))).toMatchObject({ status: 'pass' });
    expect(await judged(...alive('another-host'))).toMatchObject({ status: 'unknown' });
    expect(await judged()).toMatchObject({ status: 'unknown' });
    expect(await judged(...alive(host), alert(''))).toMatchObject({ status: 'unknown' });
  });
});
