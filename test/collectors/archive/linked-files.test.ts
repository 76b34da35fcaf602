import { expect, it } from 'vitest';
import { findImages } from '../../../src/collectors/archive/find-images.ts';
import { archivedImageFacts } from '../../../src/collectors/archive/image-facts.ts';
import { readArchive } from '../../../src/collectors/archive/read-archive.ts';
import { toSubject } from '../../../src/collectors/gathering/to-subject.ts';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';
import { image } from '../../../src/core/subjects/image.ts';
import { imageArchive } from '../../support/image-archive.ts';
import type { MadeEntry } from '../../support/tar.ts';

type Layers = readonly (readonly MadeEntry[])[];

/** The facts of the files of an image, and what of them is not known. */
async function read(layers: Layers) {
  const redactor = createRedactor(Buffer.alloc(32));
  const [found] = findImages(await readArchive([imageArchive(layers)], redactor.drop));
  if (!found) throw new Error('there is no image');
  const facts = archivedImageFacts(found, [], redactor);
  const origin = 'archive/a';
  const subject = toSubject({ kind: image, id: found.id, name: 'a', target: 'a', origin, facts });
  const gaps = subject.gaps.filter(({ path }) => path.startsWith('/files'));
  return { files: subject.facts['files'], gaps: gaps.map(({ path }) => path) };
}

const file = (name: string, body: string): MadeEntry => ({ name, body });
const folder = (name: string): MadeEntry => ({ name: `${name}/`, flag: '5', mode: 0o755 });
const link = (name: string, target: string): MadeEntry => ({ name, flag: '2', target });
const hardLink = (name: string, target: string): MadeEntry => ({ name, flag: '1', target });

const token = '//registry.example/:_authToken=npm_0123456789abcdef\n';
const aws = '[default]\naws_secret_access_key=wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzzzKEYq\n';
const dpkg = 'Package: gcc\nStatus: install ok installed\n\n';
const debian = 'ID=debian\nVERSION_ID="8"\n';

it.each<[string, Layers]>([
  ['a hard link', [[file('opt/x', aws), hardLink('root/.aws/credentials', 'opt/x')]]],
  ['a hard link to a lower layer', [[file('opt/x', aws)], [hardLink('a/.npmrc', 'opt/x')]]],
  [
    'a hard link that a later layer removes',
    [[file('opt/x', aws), hardLink('a/.npmrc', 'opt/x')], [file('a/.wh..npmrc', '')]],
  ],
  ['a hard link to a file of another sort', [[file('.npmrc', ''), hardLink('.netrc', '.npmrc')]]],
  ['a symbolic link', [[file('opt/x', aws), link('root/.aws/credentials', '/opt/x')]]],
  ['a relative one', [[file('root/x', aws), link('root/.aws/credentials', '../x')]]],
  ['one behind another', [[file('o', aws), link('p', 'o'), link('root/.npmrc', '/p')]]],
  ['one to a later layer', [[link('root/.npmrc', '/opt/x')], [file('opt/x', token)]]],
  ['a folder', [[file('opt/aws/credentials', aws), link('root/.aws', '../opt/aws')]]],
  [
    'a folder that it is written through',
    [[folder('root/.aws'), link('d', 'root/.aws'), file('d/credentials', aws)]],
  ],
  [
    'a folder of a lower layer that it is written through',
    [[folder('root/.aws'), link('d', 'root/.aws')], [file('d/credentials', aws)]],
  ],
])('credentials behind %s are not ruled out', async (_, layers) => {
  expect(await read(layers)).toMatchObject({
    files: { credentials: [], packages: {}, os: null },
    gaps: ['/files/credentials/-'],
  });
});

it.each<[string, Layers]>([
  ['a hard link', [[file('opt/s', dpkg), hardLink('var/lib/dpkg/status', 'opt/s')]]],
  ['a symbolic link', [[file('opt/s', dpkg), link('var/lib/dpkg/status', '/opt/s')]]],
  ['a folder', [[file('opt/dpkg/status', dpkg), link('var/lib/dpkg', '/opt/dpkg')]]],
  ['a folder of parts', [[file('opt/p/gcc', dpkg), link('var/lib/dpkg/status.d', '/opt/p')]]],
  ['a folder above', [[file('v/lib/dpkg/status', dpkg), link('var', 'v')]]],
  ['a folder of apk', [[file('opt/db/installed', 'P:gcc\n'), link('lib/apk/db', '/opt/db')]]],
  ['a folder of RPM', [[file('opt/rpm/rpmdb.sqlite', 'x'), link('var/lib/rpm', '/opt/rpm')]]],
])('packages behind %s are not taken for none', async (_, layers) => {
  expect(await read(layers)).toMatchObject({ gaps: ['/files/packages'] });
});

it.each<[string, Layers]>([
  ['a hard link', [[file('opt/x', debian), hardLink('etc/os-release', 'opt/x')]]],
  ['a symbolic link', [[file('opt/x', debian), link('etc/os-release', '../opt/x')]]],
  [
    'several',
    [
      [link('etc/os-release', '../usr/lib/os-release'), link('usr/lib/os-release', './os.d/x')],
      [file('usr/lib/os.d/x', debian)],
    ],
  ],
  ['a folder', [[file('e/os-release', debian), link('etc', 'e')]]],
  [
    'a folder that it is written through',
    [[folder('etc'), link('e', 'etc'), file('e/os-release', debian)]],
  ],
])('what says which system it is is read behind %s', async (_, layers) => {
  expect(await read(layers)).toMatchObject({ files: { os: { version: '8' } }, gaps: [] });
});

it.each<[string, Layers]>([
  ['is no such text', [[file('opt/x', 'a'), link('etc/os-release', '/opt/x')]]],
  ['a later layer removes', [[file('etc/os-release', debian)], [file('etc/.wh.os-release', '')]]],
])('which system it is is not known where what said it %s', async (_, layers) => {
  expect(await read(layers)).toMatchObject({ gaps: ['/files/os'] });
});

it.each<[string, Layers]>([
  ['links to nothing', [[link('root/.npmrc', '/run/secrets/npmrc'), link('.aws', '/mnt/aws')]]],
  [
    'links in a circle',
    [[link('root/.npmrc', '.npmrc'), link('.aws', '.docker'), link('.docker', '.aws')]],
  ],
  ['a link to a folder', [[folder('opt/x'), link('srv/.env', '/opt/x')]]],
  ['a link to the root', [[link('etc', '/'), file('x', 'a')]]],
  [
    'a hard link among files of one sort',
    [[file('a/.npmrc', 'a=b'), hardLink('b/.npmrc', 'a/.npmrc')]],
  ],
  ['a link among them', [[file('a/.npmrc', 'a=b'), link('b/.npmrc', '../a/.npmrc')]]],
  [
    'folders of a system that are one',
    [
      [
        link('lib', 'usr/lib'),
        link('bin', 'usr/bin'),
        folder('usr/lib'),
        file('usr/lib/apk/db/installed', 'P:a\n'),
      ],
      [file('lib/apk/db/installed', 'P:a\n'), file('bin/x', 'x')],
      [link('var/lib/rpm', '../../usr/lib/sysimage/rpm'), link('usr/lib/libx.so', 'libx.so.1')],
    ],
  ],
])('%s are no gap', async (_, layers) => {
  expect(await read(layers)).toMatchObject({ files: { credentials: [], os: null }, gaps: [] });
});

it('credentials are found by each of their names that is read as such', async () => {
  const layers = [[file('a/.npmrc', token), hardLink('b', 'a/.npmrc'), hardLink('c/.npmrc', 'b')]];
  const { files, gaps } = await read([...layers, [file('a/.wh..npmrc', '')]]);
  expect(files).toMatchObject({
    credentials: [
      { path: '/b', hidden: false },
      { path: '/c/.npmrc', hidden: false },
      { path: '/a/.npmrc', hidden: true },
    ],
  });
  expect(gaps).toEqual(['/files/credentials/-']);
});

it('more links to folders than are looked through are not passed over', async () => {
  const links = Array.from({ length: 65 }, (_, at) => link(`home/${at}/.aws`, '/opt/aws'));
  expect((await read([[folder('opt/aws'), ...links]])).gaps).toEqual(['/files/credentials/-']);
});
