import { writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtin } from '../../../src/controls/registry/builtin.ts';
import { collect } from '../../../src/collectors/collect/collect.ts';
import { assess } from '../../../src/core/assessment/assess.ts';
import { tar } from '../../support/tar.ts';
import { temporaryRoot } from '../../support/temporary-root.ts';

const hex = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const bad = tar([{ name: 'bin/su', body: 'x', mode: 0o4755 }]);
const good = tar([{ name: 'etc/motd', body: 'x' }]);

const config = Buffer.from(
  JSON.stringify({
    created: '2026-11-01T00:00:00Z',
    os: 'linux',
    architecture: 'amd64',
    config: { User: '1000' },
    rootfs: { type: 'layers', diff_ids: [bad, good].map((layer) => `sha256:${hex(layer)}`) },
  }),
);

interface Listed {
  readonly tag: string;
  readonly layers: readonly string[];
}

async function judge(listed: readonly Listed[]) {
  const path = join(temporaryRoot(), 'image.tar');
  const manifest = listed.map(({ tag, layers }) => ({
    Config: `${hex(config)}.json`,
    RepoTags: [tag],
    Layers: layers,
  }));
  const parts = [
    { name: 'bad.tar', body: bad },
    { name: 'good.tar', body: good },
    { name: `${hex(config)}.json`, body: config },
    { name: 'manifest.json', body: JSON.stringify(manifest) },
  ];
  writeFileSync(path, tar(parts));
  const target = { kind: 'archive', path } as const;
  const input = { now: new Date(), env: {}, home: '/nonexistent', cwd: '/', targets: [target] };
  const { snapshot } = await collect(input);
  const { findings } = assess(snapshot, { catalog: builtin, tool: { name: 'test', version: '0' } });
  const ofFiles = ['image-no-setuid', 'image-no-private-keys', 'image-no-credentials'];
  return {
    references: snapshot.subjects.map(({ facts }) => facts['references']),
    statuses: findings
      .filter(({ controlId }) => ofFiles.includes(controlId))
      .map(({ controlId, status }) => `${controlId} ${status}`)
      .toSorted(),
  };
}

const unknown = [
  'image-no-credentials unknown',
  'image-no-private-keys unknown',
  'image-no-setuid unknown',
];

it('the files of an image are those of the layers that its configuration names', async () => {
  const { statuses } = await judge([{ tag: 'x:1', layers: ['bad.tar', 'good.tar'] }]);
  expect(statuses).toContain('image-no-setuid fail');
  expect(statuses).toContain('image-no-private-keys pass');
});

it.each([
  ['one layer is left out', ['good.tar']],
  ['all layers are left out', []],
  ['one layer stands for another', ['good.tar', 'good.tar']],
])('nothing is known of the files where %s', async (_, layers) => {
  expect((await judge([{ tag: 'x:1', layers }])).statuses).toEqual(unknown);
});

it.each([
  ['are in another order', ['good.tar', 'bad.tar']],
  ['stand twice', ['bad.tar', 'bad.tar']],
])('what is found in layers that %s counts, and nothing else is known', async (_, layers) => {
  expect((await judge([{ tag: 'x:1', layers }])).statuses).toEqual([
    'image-no-credentials unknown',
    'image-no-private-keys unknown',
    'image-no-setuid fail',
  ]);
});

it('an image that is listed twice has all its names, and other layers the second time tell nothing', async () => {
  const own = { tag: 'x:1', layers: ['bad.tar', 'good.tar'] };
  const again = await judge([own, { ...own, tag: 'y:1' }]);
  expect(again.references).toEqual([['x:1', 'y:1']]);
  expect(again.statuses).toContain('image-no-setuid fail');
  const other = await judge([own, { tag: 'y:1', layers: ['good.tar', 'good.tar'] }]);
  expect(other.references).toEqual([['x:1', 'y:1']]);
  expect(other.statuses).toEqual(unknown);
});
