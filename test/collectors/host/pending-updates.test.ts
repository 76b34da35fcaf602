import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readPendingUpdates } from '../../../src/collectors/host/pending-updates.ts';

const all = mkdtempSync(join(tmpdir(), 'plimsoll-updates-'));
afterAll(() => rmSync(all, { recursive: true, force: true }));

let count = 0;

/** What is read of a host with these files. */
async function read(files: Readonly<Record<string, string>>) {
  const root = join(all, String((count += 1)));
  mkdirSync(root);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const reading = await readPendingUpdates(root);
  return 'unread' in reading ? reading.unread.reason : reading.value;
}

const installed = (name: string, version: string, state = 'install ok installed'): string =>
  `Package: ${name}\nStatus: ${state}\nArchitecture: amd64\nVersion: ${version}\n\n`;
const offered = (name: string, version: string, architecture = 'amd64'): string =>
  `Package: ${name}\nArchitecture: ${architecture}\nVersion: ${version}\nDescription: x\n Version: 9\n\n`;

const status = 'var/lib/dpkg/status';
const suite = 'var/lib/apt/lists/security.debian.org_debian-security_dists_trixie-security';
const date = 'Origin: Debian\nDate: Mon, 23 Nov 2026 06:00:00 UTC\n';
const dated = { [`${suite}_InRelease`]: date };

test('packages of which a list of security updates has a newer version', async () => {
  const found = await read({
    [status]: [
      installed('libssl3', '3.5.1-1'),
      installed('bash', '5.2-3+b1'),
      installed('gone', '1', 'deinstall ok config-files'),
      installed('other', '1'),
    ].join(''),
    ...dated,
    [`${suite}_main_binary-amd64_Packages`]: [
      offered('libssl3', '3.5.1-1+deb13u2'),
      offered('libssl3', '3.5.1-1+deb13u10'),
      offered('bash', '5.2-3'),
      offered('gone', '2'),
      offered('other', '2', 'arm64'),
    ].join(''),
    'var/lib/apt/lists/deb.debian.org_debian_dists_trixie_main_binary-amd64_Packages': offered(
      'bash',
      '6',
    ),
  });
  expect(found).toEqual({
    manager: 'apt',
    listsAt: '2026-11-23T06:00:00.000Z',
    pending: [{ name: 'libssl3', installed: '3.5.1-1', available: '3.5.1-1+deb13u10' }],
  });
});

test.each([
  'install ok triggers-pending',
  'install ok half-configured',
  'install ok unpacked',
  'hold ok installed',
])('a package whose state is %s has its files on the disk', async (state) => {
  const found = await read({
    [status]: installed('runc', '1', state).replace('Version:', 'version:'),
    ...dated,
    [`${suite}_main_binary-amd64_Packages`]: offered('runc', '2', 'all'),
  });
  expect(found).toMatchObject({ pending: [{ name: 'runc' }] });
});

test.each([
  ['of another part', `${suite}_contrib_binary-amd64_Packages`],
  ['for another architecture', `${suite}_main_binary-arm64_Packages`],
  [
    'of another release',
    'var/lib/apt/lists/security.debian.org_dists_jessie-security_main_binary-amd64_Packages',
  ],
])('a list %s tells nothing of what waits', async (_, list) => {
  const found = await read({
    [status]: installed('bash', '1'),
    'etc/os-release': 'ID=debian\nVERSION_CODENAME=trixie\n',
    ...dated,
    [list]: offered('bash', '1'),
  });
  expect(found).toMatchObject({ listsAt: null });
});

test('without a list nothing is known, and with several the oldest decides', async () => {
  expect(await read({ [status]: installed('bash', '1') })).toMatchObject({ listsAt: null });
  expect(await read({ [status]: installed('bash', '1'), ...dated })).toMatchObject({
    listsAt: null,
  });
  const ubuntu = 'var/lib/apt/lists/security.ubuntu.com_ubuntu_dists_noble-security';
  const found = await read({
    [status]: installed('bash', '1'),
    ...dated,
    [`${suite}_main_binary-amd64_Packages`]: offered('bash', '1'),
    [`${ubuntu}_Release`]: 'Date: Sun, 01 Nov 2026 00:00:00 +0100\n',
    [`${ubuntu}_main_binary-amd64_Packages`]: offered('bash', '1'),
  });
  expect(found).toMatchObject({ listsAt: '2026-10-31T23:00:00.000Z', pending: [] });
});

test('long and hostile lists come to an end, and shift no field', async () => {
  const found = await read({
    [status]: `Maintainer: \u0130\u0130\u0130\n${installed('runc', '1.5')}`,
    'etc/apt/apt.conf.d/50x': '\n'.repeat(500_000),
    ...dated,
    [`${suite}_main_binary-amd64_Packages`]:
      offered('runc', '1.6').repeat(20_000) + offered('runc', '1.7', 'all'),
  });
  expect(found).toMatchObject({
    pending: [{ name: 'runc', installed: '1.5', available: '1.7' }],
  });
});

test('a list that is not there when it is read is a gap, and no sign of no packages', async () => {
  const root = join(all, 'dangling');
  mkdirSync(join(root, 'var/lib/dpkg'), { recursive: true });
  mkdirSync(join(root, 'var/lib/apt/lists'), { recursive: true });
  writeFileSync(join(root, status), installed('bash', '1'));
  symlinkSync('/nowhere', join(root, `${suite}_main_binary-amd64_Packages`));
  expect(await readPendingUpdates(root)).toMatchObject({ unread: { reason: 'unavailable' } });
});

test('what is not read is a gap, and a system without packages has none', async () => {
  const packed = { [`${suite}_main_binary-amd64_Packages.lz4`]: 'x' };
  expect(await read({ [status]: '', ...packed })).toBe('unsupported');
  expect(await read({ [status]: '' })).toBe('unsupported');
  const elsewhere = { 'etc/apt/apt.conf.d/50x': 'Dir::State::lists "/srv/lists";\n' };
  expect(await read({ [status]: installed('bash', '1'), ...elsewhere })).toBe('unsupported');
  expect(await read({ 'lib/apk/db/installed': 'P:musl\n' })).toBe('unsupported');
  expect(await read({ 'var/lib/rpm/rpmdb.sqlite': '' })).toBe('unsupported');
  expect(await read({ 'etc/os-release': '' })).toBeNull();
});
