import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findImages } from '../../../src/collectors/archive/find-images.ts';
import { archivedImageFacts } from '../../../src/collectors/archive/image-facts.ts';
import { readArchive } from '../../../src/collectors/archive/read-archive.ts';
import { toSubject } from '../../../src/collectors/gathering/to-subject.ts';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';
import { image } from '../../../src/core/subjects/image.ts';
import type { Subject } from '../../../src/core/facts/subject.ts';
import { imageArchive } from '../../support/image-archive.ts';
import { tar, tarEntry, type MadeEntry } from '../../support/tar.ts';

type Layers = readonly (readonly MadeEntry[] | Buffer)[];

async function subjectOf(archive: Buffer): Promise<Subject> {
  const redactor = createRedactor(Buffer.alloc(32));
  const [found] = findImages(await readArchive([archive], redactor.drop));
  if (!found) throw new Error('there is no image');
  const facts = archivedImageFacts(found, [], redactor);
  return toSubject({
    kind: image,
    id: found.id,
    name: 'a',
    target: 'a',
    origin: 'archive/a',
    facts,
  });
}

const ofLayers = (...layers: Layers): Promise<Subject> => subjectOf(imageArchive(layers));

const record = (text: string): string => {
  const length = `${text}\n`.length + 3;
  return `${length} ${text}\n`;
};

describe('what a tar may hold beside files', () => {
  it('a file with holes counts by its rights, and its content is not looked into', async () => {
    const map = Buffer.alloc(512);
    const old = tarEntry({ name: 'usr/bin/su', flag: 'S', mode: 0o4755, body: map });
    // The last byte but seven of a header says whether more of the map follows.
    const sparse = [
      old,
      tarEntry({
        name: 'h',
        flag: 'x',
        body: record('GNU.sparse.major=1') + record('GNU.sparse.name=root/.npmrc'),
      }),
      tarEntry({ name: 'GNUSparseFile.0/x', body: map }),
    ];
    const { facts, gaps } = await ofLayers(Buffer.concat([...sparse, Buffer.alloc(1024)]));
    expect(facts['files']).toMatchObject({ setuid: [{ path: '/usr/bin/su' }] });
    expect(gaps).toContainEqual(
      expect.objectContaining({
        path: '/files/credentials/-',
        detail: {
          en: '/root/.npmrc was not read: it is too long, or stored with holes',
          zh: '未查看 /root/.npmrc 的内容：文件过长，或以稀疏方式存储',
        },
      }),
    );
  });

  it('devices and pipes are nothing to look into, whatever their headers say', async () => {
    const odd = ['3', '4', '6'].map((flag) => ({
      name: `dev/${flag}`,
      flag,
      mode: 0o6777,
      size: 0o7777,
    }));
    const { facts } = await ofLayers([...odd, { name: 'usr/bin/su', mode: 0o4755 }]);
    expect(facts['files']).toMatchObject({ setuid: [{ path: '/usr/bin/su' }], worldWritable: [] });
  });

  it('hard links in a circle, to nothing and to themselves end', async () => {
    const link = (name: string, target: string): MadeEntry => ({ name, flag: '1', target });
    const links = [
      link('a', 'b'),
      link('b', 'a'),
      link('c', 'c'),
      link('d', 'nothing'),
      link('e', ''),
    ];
    const { facts } = await ofLayers(links, [
      { name: 'b', mode: 0o4755, body: 'x' },
      link('f', 'b'),
    ]);
    expect(facts['files']).toMatchObject({ setuid: [{ path: '/b' }, { path: '/f' }] });
  });

  it('a name with orders for a terminal is shown without them', async () => {
    const { facts } = await ofLayers([{ name: 'bin/\u001b[2J\u0007x\u009b1m', mode: 0o4755 }]);
    expect(JSON.stringify(facts['files'])).toContain('/bin/\ufffd[2J\ufffdx');
  });
});

describe('what an archive may ask for', () => {
  const tooMuch: unknown = expect.objectContaining({ path: '/files', reason: 'unsupported' });

  it('names without end are not kept', { timeout: 60_000 }, async () => {
    const long = `${'d'.repeat(250)}/`.repeat(16);
    const one = tarEntry({ name: 'h', flag: 'L', body: long });
    const many = Array.from({ length: 26_000 }, () =>
      Buffer.concat([one, tarEntry({ name: 'x' })]),
    );
    const { gaps } = await ofLayers(Buffer.concat(many));
    expect(gaps).toContainEqual(tooMuch);
  });

  it('hard links without end are not followed', { timeout: 60_000 }, async () => {
    const link = tarEntry({ name: 'a', flag: '1', target: 'b' });
    const { gaps } = await ofLayers(Buffer.concat(Array.from({ length: 200_001 }, () => link)));
    expect(gaps).toContainEqual(tooMuch);
  });

  it('files of interest without end are not kept', { timeout: 60_000 }, async () => {
    const file = tarEntry({ name: 'a', mode: 0o4755 });
    const { gaps } = await ofLayers(Buffer.concat(Array.from({ length: 50_001 }, () => file)));
    expect(gaps).toContainEqual(tooMuch);
  });

  it('more finds than anybody reads are a gap, and no pass', async () => {
    const files = Array.from({ length: 2_001 }, (_, at) => ({ name: `a/${at}`, mode: 0o4755 }));
    const { gaps } = await ofLayers(files);
    expect(gaps.map(({ path }) => path)).toContain('/files/setuid');
  });

  it.each<[string, () => Buffer]>([
    ['parts', () => Buffer.concat(Array.from({ length: 20_001 }, () => tarEntry({ name: 'a' })))],
    [
      'layers',
      () =>
        Buffer.concat(
          Array.from({ length: 1_001 }, (_, at) => tarEntry({ name: `${at}`, body: tar([]) })),
        ),
    ],
  ])('%s without end are refused', async (_, make) => {
    await expect(subjectOf(make())).rejects.toMatchObject({ code: 'too-large' });
  });

  it('documents without end are not kept', async () => {
    const large = tarEntry({ name: 'x.json', body: `[${' '.repeat(7 << 20)}]` });
    const archive = Buffer.concat([large, large, large, large, large, imageArchive([[]])]);
    await expect(subjectOf(archive)).rejects.toMatchObject({ code: 'invalid' });
  });

  it.runIf(existsSync('/usr/bin/zstd'))(
    'a bomb of Zstandard is told',
    { timeout: 60_000 },
    async () => {
      const bomb = execFileSync('sh', ['-c', 'head -c 1200000000 /dev/zero | zstd -q -c']);
      const pack = (layer: Buffer) =>
        Buffer.concat([execFileSync('zstd', ['-q', '-c'], { input: layer }), bomb]);
      const { gaps } = await subjectOf(imageArchive([[{ name: 'a' }]], { pack }));
      expect(gaps).toContainEqual(tooMuch);
    },
  );

  it('a bomb around the whole archive is refused', { timeout: 60_000 }, async () => {
    const zeros = gzipSync(Buffer.alloc(16 << 20));
    const whole = Buffer.concat([
      gzipSync(imageArchive([[]])),
      ...Array.from({ length: 120 }, () => zeros),
    ]);
    await expect(subjectOf(whole)).rejects.toMatchObject({ code: 'too-large' });
  });
});
