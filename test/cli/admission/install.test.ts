import { execFile } from 'node:child_process';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cliPath } from '../../support/cli.ts';
import { describeWithRoot } from '../../support/needs.ts';
import { runWarmCli } from '../../support/warm-cli.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'plimsoll-install-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const run = (action: 'install' | 'uninstall', ...flags: readonly string[]) =>
  runWarmCli(['admission', action, '--root', root, ...flags]);
const read = (path: string) => readFile(join(root, path), 'utf8');
const write = async (path: string, content: string): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
};
/** Every file and link, with what is in it. */
const tree = async (): Promise<Readonly<Record<string, string>>> => {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  const files = found.filter((each) => !each.isDirectory());
  const entries = files.map(async (each) => {
    const path = join(each.parentPath, each.name);
    const content = each.isSymbolicLink() ? await readlink(path) : await readFile(path, 'utf8');
    return [path.slice(root.length), content] as const;
  });
  return Object.fromEntries((await Promise.all(entries)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
};
const [daemonJson, units] = ['/etc/docker/daemon.json', '/etc/systemd/system'];

test('writes units, enables them, and names the plugin in a configuration that it keeps', async () => {
  const before =
    '{\n    "log-driver": "local",\n    "authorization-plugins": ["other"],\n    "debug": true\n}';
  await write(daemonJson, before);
  await chmod(join(root, daemonJson), 0o600);
  const { status, stdout } = await run('install', '--enforce', '--deny', 'high');
  expect(status).toBe(0);
  expect(JSON.parse(await read(daemonJson))).toEqual({
    'log-driver': 'local',
    'authorization-plugins': ['other', 'plimsoll'],
    debug: true,
  });
  expect((await stat(join(root, daemonJson))).mode & 0o777).toBe(0o600);
  expect(await read(`${daemonJson}.before-plimsoll`)).toBe(before);
  expect(await read(`${units}/plimsoll-admission.socket`)).toMatch(
    /^Before=docker\.service\n[^]*^ListenStream=\/run\/docker\/plugins\/plimsoll\.sock$/m,
  );
  expect(await read(`${units}/plimsoll-admission.service`)).toMatch(
    /^Before=docker\.service\n[^]*^Type=notify\nNotifyAccess=all\nExecStart=\/usr\/bin\/env plimsoll admission run --no-config --mode enforce --deny high$/m,
  );
  expect(await readlink(join(root, units, 'sockets.target.wants/plimsoll-admission.socket'))).toBe(
    `${units}/plimsoll-admission.socket`,
  );
  expect(stdout).toContain(
    '  systemctl daemon-reload &&\n' +
      '  systemctl restart plimsoll-admission.socket plimsoll-admission.service &&\n' +
      '  systemctl reload docker\n',
  );
  expect(stdout).toContain('plimsoll admission uninstall --restart');
  // What is there is there once.
  const once = await tree();
  expect((await run('install', '--enforce', '--deny', 'high')).stdout).toContain(
    'Nothing is to be changed.',
  );
  expect(await tree()).toEqual(once);
});

test.each([
  ['no configuration', undefined],
  ['one in a form of its own', '{ "debug":true ,\n"hosts": [ "unix:///x" ] }'],
  ['one with a list that is empty', '{"authorization-plugins": []}\n'],
])('uninstall leaves what was there before, to the byte: %s', async (_what, content) => {
  if (content !== undefined) await write(daemonJson, content);
  const before = await tree();
  await run('install');
  expect(await tree()).not.toEqual(before);
  const { status, stdout } = await run('uninstall');
  expect([status, await tree()]).toEqual([0, before]);
  expect(stdout).toMatch(/systemctl reload docker[^]*systemctl stop plimsoll-admission\.socket/);
  expect((await run('uninstall')).stdout).toContain('Nothing is to be changed.');
});

test('uninstall keeps what was added to the configuration meanwhile', async () => {
  await write(daemonJson, '{"debug": true}');
  await run('install');
  const now = JSON.parse(await read(daemonJson)) as Record<string, unknown>;
  await write(daemonJson, JSON.stringify({ ...now, 'live-restore': true }));
  await run('uninstall');
  expect(JSON.parse(await read(daemonJson))).toEqual({ debug: true, 'live-restore': true });
});

test('an installation with other flags takes the place of the one before', async () => {
  await run('install');
  await run('install', '--enforce', '--contact', 'say "%n" to $USER\n[Service]');
  const unit = await read(`${units}/plimsoll-admission.service`);
  expect(unit.match(/^\[Service\]$/gm)).toHaveLength(1);
  expect(unit).toContain(String.raw`--contact "say \x22%%n\x22 to $$USER\x0a[Service]"`);
  await run('uninstall');
  expect(await tree()).toEqual({});
});

test('--dry-run shows everything and writes nothing', async () => {
  await write(daemonJson, '{"debug": true}');
  const before = await tree();
  const { stdout } = await run('install', '--dry-run');
  expect(await tree()).toEqual(before);
  expect(stdout).toContain('Would be changed:');
  expect(stdout).toContain('ListenStream=/run/docker/plugins/plimsoll.sock');
  expect(stdout).toContain('"authorization-plugins": [');
  await run('install');
  const there = await tree();
  await run('uninstall', '--dry-run');
  expect(await tree()).toEqual(there);
});

test.each([
  [`${units}/plimsoll-admission.service`, '[Service]\nExecStart=/bin/true\n'],
  ['/etc/docker/plugins/plimsoll.spec', 'unix:///elsewhere.sock'],
  ['/usr/lib/docker/plugins/plimsoll.json', '{}'],
  ['/run/docker/plugins/plimsoll.sock', ''],
  [`${units}/docker.service.d/own.conf`, '[Service]\nExecStart=dockerd --authorization-plugin=x\n'],
])('leaves %s of somebody else alone, and says so', async (path, content) => {
  await write(path, content);
  const before = await tree();
  const { status, stderr } = await run('install');
  expect(status).toBe(2);
  expect(stderr).toContain(path);
  expect(await tree()).toEqual(before);
});

test.each(['{', '[]', '{"authorization-plugins": "plimsoll"}'])(
  'a configuration that Docker would refuse stays as it is: %s',
  async (content) => {
    await write(daemonJson, content);
    const before = await tree();
    const { status, stderr } = await run('install');
    expect(status).toBe(2);
    expect(stderr).toContain(daemonJson);
    expect(await tree()).toEqual(before);
  },
);

test('restarts nothing below another root', async () => {
  const { status } = await run('install', '--restart');
  expect(status).toBe(2);
  expect(await tree()).toEqual({});
});

/** Runs install on a host whose systemctl writes down what it is asked, and cannot start the plugin. */
const onHost = `
mount --make-rprivate / && cd "$0" && mkdir upper work bin
mount -t overlay overlay -o lowerdir=/etc,upperdir=$0/upper,workdir=$0/work /etc && mount --bind bin /usr/local/bin || exit 99
printf '#!/bin/sh\\nexec "%s" "%s" "$@"\\n' "$1" "$2" > bin/plimsoll
printf '#!/bin/sh\\necho "$@" >> %s/asked; case "$*" in restart*plimsoll*) exit 1; esac' "$0" > bin/systemctl
chmod +x bin/*; PATH=/usr/local/bin:$PATH; rm -f /etc/docker/daemon.json
plimsoll admission install --restart`;

describeWithRoot('a host of its own', ['unshare', 'mount'], () => {
  test('Docker is not restarted for a plugin that does not start', async () => {
    const words = ['-m', 'sh', '-c', onHost, root, process.execPath, cliPath];
    const ran = promisify(execFile)('unshare', words);
    await expect(ran).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /restart plimsoll-admission\.socket plimsoll-admission\.service failed\.\n[^]*admission uninstall/,
      ) as string,
    });
    const units = 'plimsoll-admission.socket plimsoll-admission.service';
    expect(await read('/asked')).toBe(`daemon-reload\nrestart ${units}\n`);
  }, 60_000);
});
