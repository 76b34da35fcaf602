import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itemsAtMost } from '../../../src/collectors/gathering/bounds.ts';
import { collectCompose } from '../../../src/collectors/compose/collect-compose.ts';
import { PlimsollError } from '../../../src/core/errors.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-bounds-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What comes of a project: how many services were read, and what was said; never another error, nor an endless run. */
async function read(services: Iterable<string>) {
  writeFileSync(join(folder, 'compose.yaml'), `services:\n${[...services].join('\n')}\n`);
  try {
    const {
      subjects,
      gaps,
      failures = [],
    } = await collectCompose({
      files: ['compose.yaml'],
      cwd: folder,
      env: {},
      home: '/root',
      fingerprintKey: Buffer.alloc(32),
    });
    return {
      services: subjects.filter(({ kind }) => kind === 'workload').length,
      gaps: gaps.map(({ kind, reason }) => `${kind} ${reason}`),
      codes: failures.map(({ code }) => code),
    };
  } catch (error) {
    if (!(error instanceof PlimsollError)) throw error;
    return { services: 0, gaps: [], codes: [error.code] };
  }
}

const chain = (length: number, field: (before: number) => string): readonly string[] =>
  Array.from(
    { length },
    (_, at) => `  s${at}: {image: "a:1"${at === 0 ? '' : `, ${field(at - 1)}`}}`,
  );

describe('a project of very many parts', () => {
  it.each([
    ['extends', (before: number) => `extends: {service: s${before}}`],
    ['depends_on', (before: number) => `depends_on: [s${before}]`],
    ['joined networks', (before: number) => `network_mode: "service:s${before}"`],
    ['joined processes', (before: number) => `pid: "service:s${before}"`],
    ['mounts of one another', (before: number) => `volumes_from: [s${before}]`],
    ['links', (before: number) => `links: [s${before}]`],
  ])('is read or refused, one chained by %s as well', { timeout: 120_000 }, async (name, field) => {
    // As many overflowed the stack where each mounts what the one before it does.
    const length = name === 'mounts of one another' ? 4_000 : 1_000;
    const made = await read(chain(length, field));
    const said = made.gaps.length + made.codes.length;
    // All of it, or a reason; nothing less.
    expect(made.services === length || said > 0).toBe(true);
  });

  it.each([
    ['extends', 'extends: {service: s1}', 'extends: {service: s0}'],
    ['depends_on', 'depends_on: [s1]', 'depends_on: [s0]'],
    ['network_mode', 'network_mode: "service:s1"', 'network_mode: "service:s0"'],
    ['volumes_from', 'volumes_from: [s1]', 'volumes_from: [s0]'],
  ])('ends where a chain of %s goes in a circle', async (_, one, other) => {
    const made = await read([`  s0: {image: "a:1", ${one}}`, `  s1: {image: "a:1", ${other}}`]);
    expect(made.codes.length + made.services).toBeGreaterThan(0);
  });

  it('looks at what others mount once, by however many ways it is taken over', async () => {
    const twice = (before: number) => `volumes_from: [s${before}, "s${before}:ro"]`;
    expect(await read(chain(60, twice))).toEqual({ services: 60, gaps: [], codes: [] });
  });

  it.each([
    ['of Latin-1', Buffer.from('services: {s: {image: "\xe9"}}\n', 'latin1')],
    ['of UTF-16', Buffer.from('\uFEFFservices: {s: {image: a}}\n', 'utf16le')],
  ])('says that a file %s is not UTF-8', async (_, bytes) => {
    writeFileSync(join(folder, 'compose.yaml'), bytes);
    const around = { cwd: folder, env: {}, home: '/root', fingerprintKey: Buffer.alloc(32) };
    await expect(collectCompose({ files: ['compose.yaml'], ...around })).rejects.toMatchObject({
      code: 'file-unreadable',
      message: 'compose.yaml is not UTF-8.',
    });
  });

  it('reads the mark of what is no UTF-8, where it is written', async () => {
    expect(await read(['  s: {image: "a:1", labels: {a: "\uFFFD"}}'])).toMatchObject({
      services: 1,
    });
  });

  it('names how many services were not read', { timeout: 120_000 }, async () => {
    const made = await read(
      Array.from({ length: itemsAtMost + 3 }, (_, at) => `  s${at}: {image: a}`),
    );
    expect(made).toEqual({
      services: itemsAtMost,
      gaps: ['workload unsupported'],
      codes: [],
    });
  });

  it('refuses more ports than three hosts have, whether one service opens them or many', async () => {
    for (const services of [
      [
        '  a: {image: "a:1", ports: ["1-65535:1-65535", "1-65535:1-65535/udp", "1-65535", "1-65535/udp"]}',
      ],
      Array.from({ length: 5 }, (_, at) => `  s${at}: {image: "a:1", ports: ["1-60000:1-60000"]}`),
    ]) {
      const { codes, gaps } = await read(services);
      expect([...codes, ...gaps].length).toBeGreaterThan(0);
    }
    // Two hundred thousand ports are written down before they are too many.
  }, 120_000);
});
