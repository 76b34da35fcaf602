import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { collectArchive } from '../../../src/collectors/archive/collect-archive.ts';
import { isArchive } from '../../../src/collectors/archive/is-archive.ts';
import { ociLayout } from '../../support/oci-layout.ts';
import { tar, type MadeEntry } from '../../support/tar.ts';

const folder = mkdtempSync(join(tmpdir(), 'plimsoll-oci-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
const next = (): string => join(folder, String((count += 1)));

function asFolder(parts: readonly MadeEntry[]): string {
  const path = next();
  for (const { name, body = '' } of parts) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), body);
  }
  return path;
}

function asTar(parts: readonly MadeEntry[]): string {
  const path = next();
  writeFileSync(path, tar(parts));
  return path;
}

const zstd = (layer: Buffer): Buffer => execFileSync('zstd', ['-q', '-c'], { input: layer });

type Pack = (layer: Buffer) => Buffer;
type Save = (parts: readonly MadeEntry[]) => string;

const forms: [string, string, Pack | undefined, Save][] = [
  ['a folder', 'none', undefined, asFolder],
  ['a folder with gzip', 'gzip', gzipSync, asFolder],
  ['a tar', 'none', undefined, asTar],
  ['a tar with gzip', 'gzip', gzipSync, asTar],
];
if (existsSync('/usr/bin/zstd')) forms.push(['a tar with Zstandard', 'zstd', zstd, asTar]);

const layers = [
  [{ name: 'usr/bin/su', body: 'x', mode: 0o4755 }],
  [{ name: 'etc/os-release', body: 'ID=debian\nVERSION_ID="13"\n' }],
];

it.each(forms)(
  '%s is read: the image that is there, its name and its attestation',
  async (_, compression, pack, save) => {
    const path = save(ociLayout(layers, pack));
    expect(await isArchive(path)).toBe(true);
    const { subjects } = await collectArchive(path);
    expect(subjects).toMatchObject([
      {
        name: 'shop/web:1',
        facts: {
          architecture: 'amd64',
          provenance: { attestations: 1 },
          files: { setuid: [{ path: '/usr/bin/su' }], os: { id: 'debian', version: '13' } },
          layers: [
            { compression, verified: true, step: 0 },
            { compression, verified: true, step: 1 },
          ],
        },
      },
    ]);
  },
);

it.each<[string, (parts: readonly MadeEntry[]) => readonly MadeEntry[]]>([
  ['a configuration that is another', (parts) => swap(parts, '"amd64"', '"arm65"')],
  ['a manifest that is another', (parts) => swap(parts, '"layers":[', '"layers" :[')],
  ['an index that leads to itself', () => [{ name: 'index.json', body: loop }]],
  ['digests that lead out', () => [{ name: 'index.json', body: outside }]],
])('%s is refused', async (_, change) => {
  for (const save of [asTar, asFolder]) {
    const path = save([{ name: 'oci-layout', body: '{}' }, ...change(ociLayout(layers))]);
    await expect(collectArchive(path)).rejects.toMatchObject({ code: 'archive-invalid' });
  }
});

it('a folder with links out of it, pipes and devices is read without waiting', async () => {
  const path = asFolder(ociLayout(layers));
  const blobs = join(path, 'blobs/sha256');
  symlinkSync('/dev/zero', join(blobs, '1'.repeat(64)));
  symlinkSync('/etc/shadow', join(blobs, '2'.repeat(64)));
  execFileSync('mkfifo', [join(blobs, '3'.repeat(64))]);
  const kept = await collectArchive(path).catch((error: unknown) => error);
  expect(JSON.stringify(kept)).not.toContain('root:');
  expect(kept).toMatchObject({ subjects: [{ name: 'shop/web:1' }] });
  symlinkSync('4'.repeat(64), join(blobs, '4'.repeat(64)));
  await expect(collectArchive(path)).rejects.toMatchObject({ code: 'file-unreadable' });
});

const descriptor = (digest: string) => ({
  mediaType: 'application/vnd.oci.image.index.v1+json',
  digest,
});
const loop = JSON.stringify({ manifests: [descriptor('../../index.json')] });
const outside = JSON.stringify({ manifests: [descriptor('../../../../etc/passwd')] });

const swap = (parts: readonly MadeEntry[], from: string, to: string): readonly MadeEntry[] =>
  parts.map((part) => ({
    ...part,
    body: Buffer.from(
      Buffer.from(part.body ?? '')
        .toString('latin1')
        .replace(from, to),
      'latin1',
    ),
  }));

it('a file is closed however far it was read', async () => {
  const opened = (path: string): readonly string[] =>
    readdirSync('/proc/self/fd').filter((fd) => readLink(fd)?.startsWith(path));
  // Each blob begins as a layer does, is larger than what is read at once, and breaks at the start.
  const broken = Array.from({ length: 20 }, (_, at) => ({
    name: `blobs/sha256/${at}`,
    body: Buffer.concat([gzipSync('no tar').subarray(0, 12), Buffer.alloc(3 << 20, at + 1)]),
  }));
  const path = asFolder([...ociLayout(layers), ...broken]);
  await collectArchive(path);
  expect(opened(path)).toEqual([]);
});

function readLink(fd: string): string | undefined {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return undefined;
  }
}
