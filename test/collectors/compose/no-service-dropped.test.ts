import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectCompose } from '../../../src/collectors/compose/collect-compose.ts';
import { inLanguage } from '../../../src/core/text.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-compose-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function harvest(services: Readonly<Record<string, string>>) {
  const lines = Object.entries(services).map(([name, body]) => `  ${name}: {${body}}`);
  writeFileSync(join(folder, 'compose.yaml'), `services:\n${lines.join('\n')}\n`);
  const { subjects, gaps, population } = await collectCompose({
    files: ['compose.yaml'],
    cwd: folder,
    env: {},
    home: '/root',
    fingerprintKey: Buffer.alloc(32),
    projectName: 'p',
  });
  return {
    judged: subjects.flatMap(({ kind, name }) => (kind === 'workload' ? [name] : [])),
    gaps: gaps.map(({ kind, detail }) => `${kind}: ${inLanguage(detail, 'en')}`),
    workloads: population.find(({ kind }) => kind === 'workload'),
  };
}

/** Every form in which a service may stand in a file. */
const forms = [
  'image: a',
  'image: a, privileged: true, profiles: [debug]',
  'build: .',
  'build: {context: ., dockerfile_inline: "FROM a"}',
  'provider: {type: cloud}',
  'provider: {type: cloud, options: {size: 3}}, profiles: [cloud]',
  'image: a, provider: {type: cloud}',
  'image: a, scale: 0',
  'image: a, deploy: {replicas: 0}',
  'image: a, deploy: {mode: job}',
  'image: a, profiles: [x], env_file: [nowhere.env]',
  'init: true',
  'extends: {file: nowhere.yaml, service: a}',
  'image: a, develop: {watch: []}',
  'image: a, models: [m]',
];

describe('a service of a Compose project', () => {
  it('that an external program provides is named in a gap of the project', async () => {
    const { judged, gaps, workloads } = await harvest({
      web: 'image: a',
      db: 'provider: {type: cloud}',
    });
    expect(judged).toEqual(['web']);
    expect(gaps).toEqual([
      'workload: db: provided by a program outside of Compose, and not judged',
    ]);
    expect(workloads).toMatchObject({ existed: 2, read: 1 });
  });

  it('is a subject or named in a gap, in whatever form it stands, however many there are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...forms), { minLength: 1, maxLength: 40 }),
        async (chosen) => {
          const names = chosen.map((_, at) => `${at % 7 === 0 ? 'x-' : ''}service-${at}`);
          const { judged, gaps } = await harvest(
            Object.fromEntries(names.map((name, at) => [name, chosen[at] ?? ''])),
          );
          const named = (name: string): boolean =>
            judged.includes(name) || gaps.some((gap) => new RegExp(`\\b${name}\\b`).test(gap));
          expect(names.filter((name) => !named(name))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
