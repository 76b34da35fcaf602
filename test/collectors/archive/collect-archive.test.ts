import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collectArchive } from '../../../src/collectors/archive/collect-archive.ts';
import { isArchive } from '../../../src/collectors/archive/is-archive.ts';
import { startEngine } from '../../support/docker-engine.ts';
import { imageArchive, type MadeImage } from '../../support/image-archive.ts';
import { describeWithPrograms, describeWithRoot } from '../../support/needs.ts';
import { tar, tarEntry, type MadeEntry } from '../../support/tar.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
function save(bytes: Buffer): string {
  const path = join(folder, `${(count += 1)}.tar`);
  writeFileSync(path, bytes);
  return path;
}

const factsSchema = z.looseObject({
  files: z
    .looseObject({
      setuid: z.array(z.object({ path: z.string() })).optional(),
      accountFiles: z.unknown().optional(),
      worldWritable: z.unknown().optional(),
      privateKeys: z.unknown().optional(),
      credentials: z.unknown().optional(),
      programs: z.unknown().optional(),
      os: z.unknown().optional(),
    })
    .optional(),
  layers: z.unknown().optional(),
});

/** The one image of an archive: its facts, and the paths of its gaps. */
async function read(bytes: Buffer) {
  const { subjects } = await collectArchive(save(bytes));
  const [subject] = subjects;
  const { files, layers } = factsSchema.parse(subject?.facts);
  return { subject, files, layers, gaps: subject?.gaps ?? [] };
}

const ofLayers = (layers: readonly (readonly MadeEntry[] | Buffer)[], made?: MadeImage) =>
  read(imageArchive(layers, made));

const su: MadeEntry = { name: 'usr/bin/su', body: 'x', mode: 0o4755 };
const setuidOf = async (...layers: readonly (readonly MadeEntry[])[]) =>
  (await ofLayers(layers)).files?.setuid?.map(({ path }) => path);

const key = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

describe('the layers of an image, over one another', () => {
  it('keeps what no layer above touches', async () => {
    expect(await setuidOf([su], [{ name: 'usr/bin/ls' }])).toEqual(['/usr/bin/su']);
  });

  it.each<[string, readonly MadeEntry[]]>([
    ['replaced', [{ name: 'usr/bin/su', mode: 0o755 }]],
    ['removed', [{ name: 'usr/bin/.wh.su' }]],
    ['removed with its folder', [{ name: 'usr/.wh.bin' }]],
    ['hidden by an opaque folder', [{ name: 'usr/.wh..wh..opq' }]],
    ['hidden by an opaque root', [{ name: '.wh..wh..opq' }]],
    ['hidden by a file where its folder was', [{ name: 'usr/bin' }]],
    ['hidden by a folder in its place', [{ name: 'usr/bin/su/', flag: '5', mode: 0o755 }]],
    ['hidden by a device', [{ name: 'usr/bin/su', flag: '3' }]],
  ])('leaves out what is %s', async (_, above) => {
    expect(await setuidOf([su], above)).toEqual([]);
  });

  it.each<[string, readonly MadeEntry[]]>([
    ['a folder that is said again', [{ name: 'usr/bin/', flag: '5', mode: 0o755 }]],
    ['another that begins alike', [{ name: 'usr/bin/.wh.s' }, { name: 'usr/bi' }]],
    ['bookkeeping of a storage driver', [{ name: 'usr/bin/.wh..wh.su' }]],
  ])('is not misled by %s', async (_, above) => {
    expect(await setuidOf([su], above)).toEqual(['/usr/bin/su']);
  });

  it('shows what a layer hides and brings again', async () => {
    expect(await setuidOf([su], [{ name: 'usr/.wh..wh..opq' }, su])).toEqual(['/usr/bin/su']);
  });

  it('follows a hard link to a file that is removed', async () => {
    const link = { name: 'x', flag: '1', target: 'usr/bin/su', mode: 0o644 };
    expect(await setuidOf([su], [link, { name: 'usr/bin/.wh.su' }])).toEqual(['/x']);
  });

  it('counts the last of what stands twice', async () => {
    expect(await setuidOf([su, { ...su, mode: 0o755 }])).toEqual([]);
    expect(await setuidOf([{ ...su, mode: 0o755 }, su])).toEqual(['/usr/bin/su']);
  });

  it('reads long names in both forms', async () => {
    const long = `${'d'.repeat(60)}/${'e'.repeat(60)}/su`;
    const pax = `path=${long}\n`;
    const length = pax.length + 4;
    const bytes = [
      tarEntry({ name: 'h', flag: 'x', body: `${length} ${pax}` }),
      tarEntry({ name: 'cut', mode: 0o4755 }),
      tarEntry({ name: '././@LongLink', flag: 'L', body: `g/${long}\0` }),
      tarEntry({ name: 'cut', mode: 0o4755 }),
    ];
    const { files } = await ofLayers([Buffer.concat([...bytes, Buffer.alloc(1024)])]);
    expect(files?.setuid?.map(({ path }) => path)).toEqual([`/${long}`, `/g/${long}`]);
  });
});

const token = '//registry.example/:_authToken=npm_0123456789abcdef';

describe('secrets that a later layer hides', () => {
  const held: readonly MadeEntry[] = [
    { name: 'srv/tls.key', body: key },
    { name: 'srv/.npmrc', body: token },
  ];

  it.each<[string, readonly MadeEntry[]]>([
    ['removed', [{ name: 'srv/.wh.tls.key' }, { name: 'srv/.wh..npmrc' }]],
    ['removed with their folder', [{ name: '.wh.srv' }]],
    ['replaced', [{ name: 'srv/tls.key' }, { name: 'srv/.npmrc' }]],
    ['hidden by an opaque root', [{ name: '.wh..wh..opq' }]],
    ['replaced by a link to nothing', [{ name: 'srv', flag: '2', target: '/none' }]],
  ])('are found where they are %s, and said to be hidden', async (_, above) => {
    const { files } = await ofLayers([[...held, su], above]);
    expect(files?.privateKeys).toMatchObject([{ path: '/srv/tls.key', line: 1, hidden: true }]);
    expect(files?.credentials).toMatchObject([{ path: '/srv/.npmrc', hidden: true }]);
  });

  it('are found where one layer brings their file twice', async () => {
    const { files } = await ofLayers([[...held, { name: 'srv/tls.key' }]]);
    expect(files?.privateKeys).toMatchObject([{ path: '/srv/tls.key', hidden: true }]);
    expect(files?.credentials).toMatchObject([{ path: '/srv/.npmrc', hidden: false }]);
  });

  it('are told once where their file is brought again as it was, and twice where it was changed', async () => {
    expect((await ofLayers([held, held])).files?.credentials).toMatchObject([{ hidden: false }]);
    const other = [{ name: 'srv/.npmrc', body: `${token}x` }];
    const { files } = await ofLayers([held, other, [{ name: '.wh.srv' }]]);
    expect(files?.credentials).toMatchObject([{ hidden: true }, { hidden: true }]);
  });

  it('are not ruled out where the hidden file was not looked into', async () => {
    const long = { name: 'root/.npmrc', body: Buffer.alloc(300_000, 'a') };
    const { gaps } = await ofLayers([[long], [{ name: 'root/.wh..npmrc' }]]);
    expect(gaps.map(({ path }) => path)).toContain('/files/credentials/-');
  });
});

describe('what is found in files', () => {
  it('finds keys and credentials, and keeps none', async () => {
    const secret = 'npm_abcdefghijABCDEFGHIJ0123456789abcd';
    const { files, subject } = await ofLayers([
      [
        { name: 'srv/tls.key', body: `# ours\n${key}` },
        { name: 'usr/lib/python3/test/keycert.pem', body: key },
        { name: 'root/.npmrc', body: `//registry.example/:_authToken=${secret}\n` },
        { name: 'srv/open', mode: 0o666 },
        { name: 'tmp/', flag: '5', mode: 0o1777 },
        { name: 'bin/sshd', mode: 0o755 },
      ],
    ]);
    expect(files?.privateKeys).toMatchObject([
      { path: '/srv/tls.key', rule: 'private-key', line: 2, sample: false },
      { path: '/usr/lib/python3/test/keycert.pem', sample: true },
    ]);
    expect(files?.credentials).toMatchObject([{ path: '/root/.npmrc', rule: 'npm-credentials' }]);
    expect(files?.worldWritable).toEqual([{ path: '/srv/open', mode: 0o666, directory: false }]);
    expect(files?.programs).toEqual(['/bin/sshd']);
    const kept = JSON.stringify(subject);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(key.split('\n')[1]);
  });

  it('tells the rights of the files of accounts, as the layers above leave them', async () => {
    const { files } = await ofLayers([
      [
        { name: 'etc/', flag: '5', mode: 0o755 },
        { name: 'etc/passwd', mode: 0o644 },
        { name: 'etc/shadow', mode: 0o640, gid: 42 },
        { name: 'etc/hostname', mode: 0o664 },
        { name: 'srv/etc/passwd', mode: 0o664 },
        { name: 'etc/sudoers.d/app', mode: 0o440, uid: 1000 },
      ],
      [{ name: 'etc/passwd', mode: 0o664 }, { name: 'etc/.wh.shadow' }],
    ]);
    expect(files?.accountFiles).toEqual([
      { path: '/etc', mode: 0o755, uid: 0, gid: 0 },
      { path: '/etc/passwd', mode: 0o664, uid: 0, gid: 0 },
      { path: '/etc/sudoers.d/app', mode: 0o440, uid: 1000, gid: 0 },
    ]);
  });

  it('does not pass over a file of accounts that is a link', async () => {
    const { files, gaps } = await ofLayers([
      [
        { name: 'etc/group', mode: 0o644 },
        { name: 'etc/passwd', flag: '2', target: '/data/passwd' },
      ],
    ]);
    expect(files?.accountFiles).toEqual([{ path: '/etc/group', mode: 0o644, uid: 0, gid: 0 }]);
    expect(gaps).toContainEqual({
      path: '/files/accountFiles/-',
      reason: 'unsupported',
      detail: {
        en: '/etc/passwd leads elsewhere, and was not followed',
        zh: '/etc/passwd 为符号链接，未跟随读取',
      },
    });
  });

  it.each([
    ['words about keys', '-----BEGIN PRIVATE KEY-----\n…\n-----END PRIVATE KEY-----\n'],
    [
      'no key between the lines',
      `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n-----END PRIVATE KEY-----\n`,
    ],
    [
      'a public key',
      generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }),
    ],
  ])('finds no key in %s', async (_, body) => {
    expect((await ofLayers([[{ name: 'a', body }]])).files?.privateKeys).toEqual([]);
  });

  it('does not pass over a credential file that is too long, and tells what others hold', async () => {
    const { files, gaps } = await ofLayers([
      [
        { name: 'root/.npmrc', body: Buffer.alloc(300_000, 'a') },
        { name: 'app/.npmrc', body: token },
      ],
    ]);
    expect(gaps.map(({ path }) => path)).toContain('/files/credentials/-');
    expect(files).toMatchObject({
      credentials: [{ path: '/app/.npmrc', rule: 'npm-credentials' }],
    });
  });

  it.each([
    ['of an older form', 'Packages'],
    ['that is broken', 'rpmdb.sqlite'],
    ['with changes beside it', 'rpmdb.sqlite-wal'],
  ])('says of an RPM database %s that it was not read', async (_, name) => {
    const { gaps } = await ofLayers([[{ name: `var/lib/rpm/${name}`, body: 'x' }]]);
    expect(gaps.map(({ path }) => path)).toContain('/files/packages');
  });
});

describe('which system an image has', () => {
  const own = { name: 'etc/os-release', body: 'ID=debian\nVERSION_ID="8"\n' };
  const vendors = { name: 'usr/lib/os-release', body: 'ID=debian\nVERSION_ID="13"\n' };
  const long = Buffer.alloc(300_000, 'a');

  it('is said in /etc before /usr/lib, whichever layer brings it', async () => {
    const layers: readonly (readonly MadeEntry[])[][] = [
      [[own, vendors]],
      [[vendors], [own]],
      [[own], [vendors]],
      [[own, { ...vendors, body: long }]],
    ];
    for (const each of layers) {
      expect((await ofLayers(each)).files?.os).toMatchObject({ id: 'debian', version: '8' });
    }
  });

  it('is said in /usr/lib where /etc says nothing', async () => {
    expect((await ofLayers([[vendors]])).files?.os).toMatchObject({ version: '13' });
    const link = { name: 'etc/os-release', flag: '2', target: '../usr/lib/os-release' };
    expect((await ofLayers([[link, vendors]])).files?.os).toMatchObject({ version: '13' });
    expect((await ofLayers([[own, vendors], [link]])).files?.os).toMatchObject({ version: '13' });
  });

  it('is not taken from /usr/lib where what /etc says was not read', async () => {
    const { gaps } = await ofLayers([[{ ...own, body: long }, vendors]]);
    expect(gaps.map(({ path }) => path)).toContain('/files/os');
  });
});

const filesGap = { path: '/files', reason: 'malformed' };

describe('hostile and broken archives', () => {
  it.each<[string, readonly MadeEntry[] | Buffer]>([
    ['a name that leads out', [{ name: '../../etc/cron.d/x' }]],
    ['a link target that leads out', [{ name: 'x', flag: '1', target: '../y' }]],
    ['a size beyond its end', [{ name: 'x', size: 0o7777777 }]],
    [
      'a header without its sum',
      Buffer.concat([tar([su]).subarray(0, 1024), Buffer.alloc(512, 7)]),
    ],
    ['a header that is cut', tar([su]).subarray(0, 600)],
    ['a long header', [{ name: 'x', flag: 'x', body: Buffer.alloc((1 << 20) + 1) }]],
    ['many headers', Array.from({ length: 20 }, () => ({ name: 'x', flag: 'L', body: 'y' }))],
    ['an endless name', [{ name: 'x', flag: 'L', body: 'y'.repeat(5000) }, su]],
    ['a deep name', [{ name: 'x', flag: 'L', body: 'y/'.repeat(300) }, su]],
  ])('%s is told, and nothing of its files is believed', async (_, layer) => {
    const before = readdirSync(folder).length;
    const { gaps, files } = await ofLayers([[su], layer]);
    expect(gaps).toContainEqual(expect.objectContaining(filesGap));
    expect(files).toBeUndefined();
    expect(readdirSync(folder)).toHaveLength(before + 1);
  });

  it('a layer that is cut in its compression is told', async () => {
    const cut = (layer: Buffer) => gzipSync(layer).subarray(0, -20);
    const { gaps } = await ofLayers([[su]], { pack: cut });
    expect(gaps).toContainEqual(expect.objectContaining(filesGap));
  });

  it('a layer that grows out of all proportion is told', { timeout: 120_000 }, async () => {
    const zeros = gzipSync(Buffer.alloc(16 << 20));
    const bomb = (layer: Buffer) =>
      Buffer.concat([gzipSync(layer), ...Array.from({ length: 120 }, () => zeros)]);
    const { gaps, files } = await ofLayers([[su]], { pack: bomb });
    expect(files).toBeUndefined();
    expect(gaps).toContainEqual(
      expect.objectContaining({
        ...filesGap,
        reason: 'unsupported',
        detail: {
          en: expect.stringMatching(/^layer 1 of 1: .*disproportionately/) as string,
          zh: expect.stringMatching(/^第 1 层（共 1 层）：/) as string,
        },
      }),
    );
  });

  it.each<[string, Buffer]>([
    ['compressed with bzip2', Buffer.from('BZh91AY&SY'.repeat(100))],
    ['of a document’s beginning', Buffer.from(`{${'x'.repeat(2000)}`)],
    ['empty', Buffer.alloc(0)],
  ])('a layer that is %s is not said to be missing', async (_, layer) => {
    const { gaps } = await ofLayers([[su]], { pack: () => layer });
    expect(gaps).toContainEqual(
      expect.objectContaining({
        ...filesGap,
        detail: {
          en: 'layer 1 of 1: The archive cannot be read: a layer that it names has an unsupported form: not tar, or compressed or encrypted other than by gzip or Zstandard.',
          zh: '第 1 层（共 1 层）：归档无法读取：所列的层存在，但其格式无法读取：不是 tar，或使用了 gzip 与 Zstandard 以外的压缩或加密方式',
        },
      }),
    );
  });

  it('a layer that is not there is said to be missing, in both languages', async () => {
    const config = { name: 'c', body: '{"config":{}}' };
    const manifest = { name: 'manifest.json', body: '[{"Config":"c","Layers":["y"]}]' };
    const { gaps } = await read(tar([config, manifest]));
    expect(gaps).toContainEqual(
      expect.objectContaining({
        ...filesGap,
        detail: {
          en: 'layer 1 of 1: The archive cannot be read: a layer that it names is missing.',
          zh: '第 1 层（共 1 层）：归档无法读取：其中缺少所列的层',
        },
      }),
    );
  });

  it('a layer that is not the one it should be is told', async () => {
    const { layers } = await ofLayers([[su]], { diffId: () => `sha256:${'0'.repeat(64)}` });
    expect(layers).toMatchObject([{ verified: false }]);
    expect((await ofLayers([[su]])).layers).toMatchObject([{ verified: true, step: 0 }]);
  });

  it('a person who ends it in the middle of a layer is told that, and of no fault of the archive', async () => {
    const path = save(imageArchive([[{ name: 'big', body: Buffer.alloc(8 << 20) }]]));
    const ended = new AbortController();
    const seen: string[] = [];
    const collecting = collectArchive(path, {
      signal: ended.signal,
      onProgress({ what, done, total }) {
        seen.push(`${done} of ${total} ${what}`);
        if (done > 3) ended.abort();
      },
    });
    await expect(collecting).rejects.toMatchObject({ code: 'scan-aborted' });
    expect(seen).toEqual([1, 2, 3, 4].map((done) => `${done} of 9 megabytes`));
  });

  it('links in a circle are never followed', async () => {
    const circle = [
      { name: 'a', flag: '2', target: 'b' },
      { name: 'b', flag: '2', target: 'a' },
      { name: 'etc/os-release', flag: '2', target: '../etc/os-release' },
    ];
    expect((await ofLayers([circle])).files?.os).toBeNull();
  });

  it.each([
    ['nothing in it', tar([])],
    ['a manifest alone', tar([{ name: 'manifest.json', body: '[{"Config":"x","Layers":["y"]}]' }])],
    ['no JSON', tar([{ name: 'manifest.json', body: '[{' }])],
    [
      'parts in a circle',
      tar([
        { name: 'a', flag: '2', target: 'b' },
        { name: 'b', flag: '2', target: 'a' },
        { name: 'manifest.json', body: '[{"Config":"a","Layers":[]}]' },
      ]),
    ],
    ['no archive', Buffer.from('hello')],
  ])('%s is refused', async (_, bytes) => {
    await expect(collectArchive(save(bytes))).rejects.toMatchObject({ code: 'archive-invalid' });
  });
});

describe('recognition by content', () => {
  it('knows archives from other files', async () => {
    expect(await isArchive(save(imageArchive([[su]])))).toBe(true);
    expect(await isArchive(save(gzipSync(imageArchive([[su]]))))).toBe(true);
    expect(await isArchive(save(Buffer.from('{"kind":"plimsoll/snapshot"}')))).toBe(false);
    expect(await isArchive(join(folder, 'absent'))).toBe(false);
    expect(await isArchive(folder)).toBe(false);
  });
});

describeWithPrograms('layers in Zstandard', ['zstd'], () => {
  const zstd = (layer: Buffer) => execFileSync('zstd', ['-q', '-c'], { input: layer });

  it('are read', async () => {
    const { files, layers } = await ofLayers([[su]], { pack: zstd });
    expect(files?.setuid).toHaveLength(1);
    expect(layers).toMatchObject([{ compression: 'zstd', verified: true }]);
  });

  it.each([
    ['cut', (layer: Buffer) => zstd(layer).subarray(0, -9)],
    [
      'not whole',
      (layer: Buffer) => Buffer.concat([zstd(layer).subarray(0, 12), Buffer.alloc(600, 255)]),
    ],
  ])('that are %s are told', async (_, pack) => {
    const { gaps } = await ofLayers([[su]], { pack });
    expect(gaps).toContainEqual(expect.objectContaining(filesGap));
  });
});

describeWithRoot('what docker save writes', ['dockerd', 'docker', 'busybox'], () => {
  it('is the image that the engine has', { timeout: 120_000 }, async () => {
    const engine = await startEngine();
    try {
      const path = join(engine.folder, 'saved.tar');
      await engine.docker('save', '--output', path, engine.image);
      const { subjects } = await collectArchive(path);
      const id = await engine.docker('image', 'inspect', '--format', '{{.Id}}', engine.image);
      const facts = factsSchema.parse(subjects[0]?.facts);
      expect(subjects).toMatchObject([{ id, name: engine.image }]);
      expect(facts.layers).toMatchObject([{ verified: true }]);
      expect(facts.files?.programs).toContain('/bin/sh');
    } finally {
      await engine.stop();
    }
  });
});
