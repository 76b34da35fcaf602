import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTargets } from '../../../src/collectors/folder/find-targets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plimsoll-projects-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, ...lines: readonly string[]): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), ['services:', ...lines, ''].join('\n'));
};

const projects = async (): Promise<readonly string[]> => {
  const targets = await findTargets('.', { cwd: folder, env: {}, home: '/root' });
  return targets.map((target) => (target.kind === 'compose' ? target.files.join('+') : ''));
};

const extended = (file: string, service: string): readonly string[] => [
  `  ${service}:`,
  `    image: shop/${service}:1.0`,
  `    extends: {file: ${file}, service: ${service}}`,
];

describe('the projects below a folder', () => {
  it('are judged where a part of them is brought in, and not by that part as well', async () => {
    put('compose.dev.yaml', ...extended('compose.base.yaml', 'web'));
    put('compose.base.yaml', '  web: {restart: always}');
    put('shop/compose.yaml', ...extended('parts/compose-part.yaml', 'web'));
    put(
      'shop/parts/compose-part.yaml',
      ...extended('compose-deeper.yaml', 'web'),
      '    volumes: [data:/data]',
    );
    put('shop/parts/compose-deeper.yaml', '  web: {read_only: true}');
    writeFileSync(
      join(folder, 'shop/compose.yaml'),
      ['services:', ...extended('parts/compose-part.yaml', 'web'), 'volumes: {data: {}}', ''].join(
        '\n',
      ),
    );
    expect(await projects()).toEqual(['compose.dev.yaml', 'shop/compose.yaml']);
  });

  it('do not lay a part over the project that extends it', async () => {
    put('compose.yaml', ...extended('compose.base.yaml', 'web'));
    put('compose.base.yaml', '  web: {privileged: true}');
    put('compose.prod.yaml', '  web: {restart: always}');
    expect(await projects()).toEqual(['compose.yaml', 'compose.yaml+compose.prod.yaml']);
  });

  it('are more than one where what is brought in stands alone', async () => {
    put('compose.yaml', ...extended('db/compose.yaml', 'db'));
    put('db/compose.yaml', '  db: {image: shop/db:1.0}');
    expect(await projects()).toEqual(['compose.yaml', 'db/compose.yaml']);
  });

  it('hold a part that nobody brings in, and one that brings in itself alone', async () => {
    put('a/compose.base.yaml', '  web: {restart: always}');
    put('b/compose.one.yaml', '  web:', '    extends: {file: compose.two.yaml, service: web}');
    put('b/compose.two.yaml', '  web: {restart: always}');
    expect(await projects()).toEqual([
      'a/compose.base.yaml',
      'b/compose.one.yaml',
      'b/compose.two.yaml',
    ]);
  });
});
