import { describe, expect, it } from 'vitest';
import { decompressedBy } from '../../../src/build-analysis/files/decompressed-files.ts';
import { packedBy } from '../../../src/build-analysis/files/packed-archives.ts';
import { unpackedBy } from '../../../src/build-analysis/files/unpacked-archives.ts';
import { parseShell } from '../../../src/build-analysis/scripts/parse-shell.ts';

/** The last command of a script. */
const last = (script: string) => {
  const command = parseShell(script).at(-1);
  if (command === undefined) throw new Error(`No command in ${script}`);
  return command;
};

describe('what a command unpacks', () => {
  it.each([
    ['tar xzf a.tgz', 'a.tgz', '.', undefined],
    ['tar -xzf a.tgz -C /o', 'a.tgz', '/o', undefined],
    ['tar xfC a.tgz /o', 'a.tgz', '/o', undefined],
    ['tar -zxC /o', undefined, '/o', undefined],
    ['tar --extract --gzip --directory /o --file=a.tgz', 'a.tgz', '/o', undefined],
    ['tar --get --directory=/o -f - x y/z', undefined, '/o', ['x', 'y/z']],
    ['tar xz -C /o --strip-components=1 a/x ./b/y', undefined, '/o', ['x', 'y']],
    ["tar xz --strip-components 1 --wildcards '*/x'", undefined, '.', ['x']],
    ["tar xz --wildcards '*/x'", undefined, '.', undefined],
    ['tar xf a.tgz --one-top-level', 'a.tgz', './a', undefined],
    ['tar xf a.tgz --one-top-level=b -C /o', 'a.tgz', '/o/b', undefined],
    ['tar xzOf a.tgz x', 'a.tgz', undefined, undefined],
    ['bsdtar -xf- -C /o', undefined, '/o', undefined],
    ['unzip -qo a.zip -d /o', 'a.zip', '/o', undefined],
    ['unzip -jd/o a.zip b/x', 'a.zip', '/o', ['x']],
    ['unzip -p a.zip x', 'a.zip', undefined, undefined],
    ['busybox unzip -', undefined, '.', undefined],
    ['cpio -idm -D /o', undefined, '/o', undefined],
    ['cpio --extract --directory=/o -F a.cpio', 'a.cpio', '/o', undefined],
    ['7z x -y -o/o a.7z x', 'a.7z', '/o', ['x']],
    ['7za e a.7z b/x', 'a.7z', '.', ['x']],
    ['7z x -so a.7z', 'a.7z', undefined, undefined],
    ['unrar x a.rar /o/', 'a.rar', '/o/', undefined],
    ['ar x a.deb data.tar.xz', 'a.deb', '.', ['data.tar.xz']],
    ['ar -x --output /o a.deb', 'a.deb', '/o', undefined],
    ['ar p a.deb data.tar.xz', 'a.deb', undefined, undefined],
    ['dpkg-deb -x a.deb /o', 'a.deb', '/o', undefined],
    ['dpkg --extract a.deb /o', 'a.deb', '/o', undefined],
    ['dpkg-deb -R a.deb /o', 'a.deb', '/o', undefined],
    ['dpkg-deb --fsys-tarfile a.deb', 'a.deb', undefined, undefined],
    ['rpm2cpio a.rpm', 'a.rpm', undefined, undefined],
    ['jar xf a.jar', 'a.jar', '.', undefined],
    ['unsquashfs -d /o a.squashfs', 'a.squashfs', '/o', undefined],
    ['Expand-Archive -Path a.zip -DestinationPath o', 'a.zip', 'o', undefined],
    ['Expand-Archive a.zip', 'a.zip', 'a', undefined],
  ] as const)('%s', (script, archive, folder, members) => {
    const unpacking = unpackedBy(last(script));
    expect([unpacking?.archive, unpacking?.folder, unpacking?.members]).toEqual([
      archive,
      folder,
      members,
    ]);
  });

  it.each([
    ...['tar tzf a.tgz', 'tar czf a.tgz b', 'unzip -l a.zip', 'unzip -t a.zip', 'cpio -o'],
    ...['7z a a.7z b', 'ar rcs a.a b.o', 'dpkg -i a.deb', 'dpkg-deb -I a.deb', 'jar cf a.jar b'],
  ])('nothing: %s', (script) => {
    expect(unpackedBy(last(script))).toBeUndefined();
  });
});

describe('what a command packs', () => {
  it.each([
    ['tar czf /a.tgz /w x', '/a.tgz', ['/w', 'x']],
    ['tar --create --file=/a.tar -C /w .', '/a.tar', ['/w/.']],
    ['tar c /w', undefined, ['/w']],
    ['zip -qr /a.zip /w', '/a.zip', ['/w']],
    ['7z a /a.7z /w', '/a.7z', ['/w']],
    ['find /w -type f | cpio -o', undefined, ['/w']],
  ] as const)('%s', (script, archive, sources) => {
    expect(packedBy(last(script))).toEqual({ archive, sources });
  });

  it.each(['tar xf a.tar', '7z x a.7z', 'cpio -id', 'cat a.tar'])('nothing: %s', (script) => {
    expect(packedBy(last(script))).toBeUndefined();
  });
});

describe('what a command decompresses', () => {
  it.each([
    ['gunzip x.gz', 'x.gz', 'x', false],
    ['gzip -dk x.gz', 'x.gz', 'x', true],
    ['gzip --decompress x.tgz', 'x.tgz', 'x.tar', false],
    ['xz -d x.xz', 'x.xz', 'x', false],
    ['unzstd x.zst', 'x.zst', 'x', true],
    ['zstd -d --rm x.zst', 'x.zst', 'x', false],
    ['zstd -d x.zst -o /y', 'x.zst', '/y', true],
    ['lz4 -d x.lz4 y', 'x.lz4', 'y', true],
    ['openssl enc -d -aes-256-cbc -in x -out y', 'x', 'y', true],
    ['gpg --output y --decrypt x.gpg', 'x.gpg', 'y', true],
    ['dd if=x of=y bs=1M', 'x', 'y', true],
  ] as const)('%s', (script, from, to, keeps) => {
    expect(decompressedBy(last(script))).toEqual([{ from, to, keeps }]);
  });

  it.each(['gzip x', 'gunzip -c x.gz', 'xz -t x.xz', 'gpg --verify x.asc x', 'dd of=y'])(
    'nothing: %s',
    (script) => {
      expect(decompressedBy(last(script))).toEqual([]);
    },
  );
});
