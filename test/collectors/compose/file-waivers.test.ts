import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { readFileWaivers } from '../../../src/collectors/compose/loading/file-waivers.ts';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { inlineWaivers } from '../../../src/core/statements/inline-waivers.ts';
import { tool } from '../../support/judge.ts';

const rest = 'reason="a test" owner=ann until=2027-01-31';
const waive = (control: string): string => `# plimsoll-waive: ${control} ${rest}`;

const linesOf = async (text: string) =>
  (await readFileWaivers(text, 'c.yaml')).map(({ waiver }) => {
    const { first, last, of } = waiver.lines ?? {};
    return [first, last, of];
  });

describe('an exception in a Compose file', () => {
  it.each<[string, string, readonly unknown[]]>([
    ['on the line of a value', `services:\n  w:\n    privileged: true ${waive('x')}\n`, [3, 3, 2]],
    ['above a value', `services:\n  w:\n    ${waive('x')}\n    privileged: true\n`, [4, 4, 2]],
    [
      'above a list',
      `services:\n  w:\n    ${waive('x')}\n    cap_add:\n      - A\n      - B\n    image: w\n`,
      [4, 6, 2],
    ],
    [
      'at an item',
      `services:\n  w:\n    cap_add:\n      - A\n      - B ${waive('x')}\n`,
      [5, 5, 2],
    ],
    [
      'at an item that is a map',
      `services:\n  w:\n    ports:\n      ${waive('x')}\n      - target: 1\n        published: 2\n    image: w\n`,
      [5, 6, 2],
    ],
    [
      'at a service',
      `services:\n  w: ${waive('x')}\n    image: w\n    init: true\n  v: {image: v}\n`,
      [2, 4, 2],
    ],
    ['at a service on one line', `services:\n  w: {image: w} ${waive('x')}\n`, [2, 2, 2]],
    [
      'at the end of a service',
      `services:\n  w:\n    image: w\n    ${waive('x')}\n  v: {image: v}\n`,
      [4, 4, 2],
    ],
    ['at a network', `services: {}\nnetworks:\n  ${waive('x')}\n  n: {}\n`, [4, 4, 4]],
    ['below everything', `services: {}\n${waive('x')}\n`, [2, 2, undefined]],
    [
      'behind a block of text',
      `services:\n  w:\n    command: |\n      # no\n      x\n    ${waive('x')}\n    init: true\n`,
      [7, 7, 2],
    ],
    [
      'of the whole file',
      `services:\n  w: {image: w}\n${waive('x').replace('waive:', 'waive-file:')}\n`,
      [1, 4, undefined],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await linesOf(text)).toEqual([expected]);
  });

  it('is no text in quotes or in a block', async () => {
    const quoted = waive('x').replaceAll('"', "'");
    const text = `services:\n  w:\n    image: "w ${quoted}"\n    command: |\n      ${waive('x')}\n`;
    expect(await linesOf(text)).toEqual([]);
  });

  it('that is not complete ends the reading, with its place', async () => {
    await expect(linesOf('services:\n  w: {} # plimsoll-waive: x reason=y\n')).rejects.toThrow(
      'c.yaml:2:9: The waiver is not complete',
    );
  });
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-compose-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is accepted and what is not, of some controls. */
async function judge(text: string, controls: readonly string[]) {
  writeFileSync(join(folder, 'compose.yaml'), text);
  const { snapshot } = await collect({
    targets: [{ kind: 'compose', files: ['compose.yaml'] }],
    now: new Date('2026-11-24T12:00:00Z'),
    env: {},
    home: '/',
    cwd: folder,
  });
  const waivers = inlineWaivers(snapshot, (id) => builtin.controls.some((each) => each.id === id));
  const { findings } = assess(snapshot, { catalog: builtin, tool, waivers });
  return findings
    .filter(({ controlId, status }) => controls.includes(controlId) && status === 'fail')
    .map(({ controlId, subject, waiver }) => [controlId, subject.name, waiver !== undefined]);
}

describe('what an exception of a Compose file accepts', () => {
  it('is the service that it stands in, and no other', async () => {
    const text = `services:
  one:
    image: a:1
    privileged: true ${waive('workload-not-privileged')}
  two: {image: b:1, privileged: true}
`;
    expect(await judge(text, ['workload-not-privileged'])).toEqual([
      ['workload-not-privileged', 'one', true],
      ['workload-not-privileged', 'two', false],
    ]);
  });

  it('is one item and not the next', async () => {
    const text = (second: string): string => `services:
  one:
    image: a:1
    cap_add:
      - SYS_ADMIN ${waive('workload-capabilities')}
      - NET_ADMIN ${second}
`;
    const found = async (second: string) =>
      (await judge(text(second), ['workload-capabilities'])).map(([, , accepted]) => accepted);
    expect(await found('')).toEqual([false]);
    expect(await found(waive('workload-capabilities'))).toEqual([true]);
  });

  it('is what the service does not say', async () => {
    const text = `services:
  one:
    image: a:1
    ${waive('workload-memory-limit')}
    user: '1000'
  two: {image: b:1}
`;
    expect(await judge(text, ['workload-memory-limit'])).toEqual([
      ['workload-memory-limit', 'one', true],
      ['workload-memory-limit', 'two', false],
    ]);
  });

  it('is a network', async () => {
    const text = `services: {one: {image: a:1, networks: [wide, open]}}
networks:
  wide: {driver: overlay} ${waive('network-overlay-encrypted')}
  open: {driver: overlay}
`;
    const found = await judge(text, ['network-overlay-encrypted']);
    expect(found.map(([, name, accepted]) => [String(name).replace(/^.*_/, ''), accepted])).toEqual(
      [
        ['open', false],
        ['wide', true],
      ],
    );
  });
});
