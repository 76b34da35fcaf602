import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { collectCompose } from '../../../src/collectors/compose/collect-compose.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-compose-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The configurations of a project in which a service is given `app`. */
async function configurations(configs: string) {
  const text = `name: shop
services:
  web: { image: web:1, configs: [app] }
configs:
${configs}`;
  writeFileSync(join(folder, 'compose.yaml'), text);
  const { subjects, quotes = [] } = await collectCompose({
    files: ['compose.yaml'],
    cwd: folder,
    env: { CONTENT: 'password=hunter2hunter2' },
    home: '/root',
    fingerprintKey: Buffer.alloc(32),
  });
  const found = subjects.filter(({ kind }) => kind === 'secret');
  return { found, all: JSON.stringify([subjects, quotes]) };
}

it('tells by which rules the content of a configuration holds secrets, and nothing of it', async () => {
  const {
    found: [found],
    all,
  } = await configurations('  app:\n    content: |\n      a=1\n      password=hunter2hunter2\n');
  expect([found?.id, found?.facts]).toEqual([
    'shop_app',
    { store: 'config', driver: '', usedBy: ['web'], secretRules: ['secret-name'], labels: {} },
  ]);
  expect(found?.sources?.['/secretRules']).toMatchObject({ line: 6 });
  expect(all).not.toContain('hunter2');
  expect(found?.gaps.map(({ path }) => path)).toEqual(['/createdAt', '/updatedAt']);
});

it('finds none where none is', async () => {
  const {
    found: [found],
  } = await configurations('  app: { content: "listen 80", name: own, labels: { a: b } }\n');
  expect([found?.id, found?.facts]).toEqual([
    'own',
    { store: 'config', driver: '', usedBy: ['web'], secretRules: [], labels: { a: 'b' } },
  ]);
});

it('looks through variables', async () => {
  const {
    found: [found],
  } = await configurations('  app: { content: "${CONTENT}" }\n');
  expect(found?.facts['secretRules']).toEqual(['secret-name']);
});

it.each([
  [
    'that no service is given',
    '  app: { file: ./app.conf }\n  other: { content: password=hunter2hunter2 }\n',
  ],
  ['whose content is elsewhere', '  app: { external: true }\n'],
])('says nothing of one %s', async (_, configs) => {
  expect((await configurations(configs)).found).toEqual([]);
});
