import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { collectArchive } from '../../src/collectors/archive/collect-archive.ts';
import { imageArchive } from '../support/image-archive.ts';
import { differences } from '../support/judge-harvest.ts';
import { imageCases } from './constructed/image-cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-images-'));
afterAll(() => rmSync(folder, { recursive: true }));

const program = [{ name: 'app', body: 'x', mode: 0o755 }];

describe('images made of layers, the truth beside them', () => {
  test.each(imageCases)(
    '$name',
    async ({ layers = [program], config, created, expect: expected }) => {
      const path = join(folder, 'image.tar');
      writeFileSync(
        path,
        imageArchive(layers, {
          config: { User: '1000', Cmd: ['/app'], ...config },
          ...(created === undefined ? {} : { created }),
        }),
      );
      expect(differences(expected, await collectArchive(path))).toEqual([]);
    },
  );
});
