import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { builtin } from '../../../src/controls/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { collect } from '../../../src/collectors/collect.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-parts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function verdictsOf(files: Readonly<Record<string, string>>) {
  const made = mkdtempSync(join(folder, 'of-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(made, name), content);
  const { snapshot, failures } = await collect({
    targets: [{ kind: 'compose', files: [join(made, 'compose.yaml')] }],
    now: new Date('2026-11-29T00:00:00Z'),
    env: {},
    home: made,
    cwd: made,
  });
  const { findings } = assess(snapshot, { catalog: builtin, tool: { name: 'test', version: '0' } });
  const ofService = findings.filter(
    ({ subject }) => subject.kind === 'workload' && subject.name === 'a',
  );
  return {
    failures: failures.length,
    statuses: new Map(ofService.map(({ controlId, status }) => [controlId, status])),
  };
}

const service = '{image: "a:1", privileged: true, cap_drop: [ALL], read_only: true EXT}';
const complete = `services: {a: ${service.replace(' EXT', '')}}\n`;

it.each([
  [
    'extends a file that is not there',
    `services: {a: ${service.replace(' EXT', ', extends: {file: gone.yaml, service: b}')}}\n`,
  ],
  [
    'extends a file of elsewhere',
    `services: {a: ${service.replace(' EXT', ', extends: {file: "https://x.example/b.yaml", service: b}')}}\n`,
  ],
  [
    'extends what extends a file that is not there',
    `services: {a: ${service.replace(' EXT', ', extends: {service: b}')}, b: {image: "b:1", extends: {file: gone.yaml, service: b}}}\n`,
  ],
  ['includes a file that is not there', `include: [gone.yaml]\n${complete}`],
  ['includes what is elsewhere', `include: ["oci://x.example/y"]\n${complete}`],
])('a service that %s: what it says can fail, and nothing passes on the rest', async (_, text) => {
  const whole = await verdictsOf({ 'compose.yaml': complete });
  const part = await verdictsOf({ 'compose.yaml': text });
  expect(part.failures).toBeGreaterThan(0);
  expect(part.statuses.get('workload-not-privileged')).toBe('fail');
  for (const control of [
    'workload-no-host-pid',
    'workload-capabilities',
    'workload-no-engine-socket',
    'workload-devices',
    'workload-ports-bound',
  ]) {
    if (whole.statuses.get(control) !== 'pass') continue;
    expect([control, part.statuses.get(control)]).toEqual([control, 'unknown']);
  }
  const passed = [...part.statuses].filter(([, status]) => status === 'pass').map(([id]) => id);
  const before = [...whole.statuses].filter(([, status]) => status === 'pass').map(([id]) => id);
  expect(passed.length).toBeLessThan(before.length / 2);
  expect(passed.filter((id) => !before.includes(id))).toEqual([]);
});
