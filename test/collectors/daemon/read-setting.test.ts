import { expect, test } from 'vitest';
import { parseDaemonFile } from '../../../src/collectors/daemon/daemon-file.ts';
import { parseDaemonFlags } from '../../../src/collectors/daemon/daemon-flags.ts';
import { readCertificates } from '../../../src/collectors/daemon/daemon-certificates.ts';
import { settingForms } from '../../../src/collectors/daemon/daemon-settings.ts';
import { readSetting, type DaemonWords } from '../../../src/collectors/daemon/read-setting.ts';
import { unread } from '../../../src/collectors/gathering/unread-gap.ts';

const path = '/etc/docker/daemon.json';
const flagSource = { kind: 'file', path: '/proc/7/cmdline' } as const;

const words = (flags: string, file: string, rest: Partial<DaemonWords> = {}): DaemonWords => ({
  flags: parseDaemonFlags(flags === '' ? [] : flags.split(' ')),
  flagSource,
  file: parseDaemonFile(file, path),
  ...rest,
});

test('what nobody mentions is the default, and configured is null', () => {
  const { configured, inForce } = readSetting(settingForms.userlandProxy, words('', '{}'));
  expect(configured).toMatchObject({ value: null });
  expect(inForce).toEqual({ value: true, source: { kind: 'file', path } });
});

test('what the file says is in force, with its line', () => {
  const setting = readSetting(settingForms.interContainerTraffic, words('', '{\n"icc": false}'));
  const said = { value: false, source: { kind: 'file', path, line: 2 } };
  expect(setting).toEqual({ configured: said, inForce: said });
});

test('a file that changed since is configured, and not known to be in force', () => {
  const changed = unread('unavailable', 'changed');
  const setting = readSetting(
    settingForms.logLevel,
    words('', '{"log-level":"warn"}', { changed }),
  );
  expect(setting.configured).toMatchObject({ value: 'warn' });
  expect(setting.inForce).toEqual({ unread: changed });
  const silent = readSetting(settingForms.logLevel, words('', '{}', { changed }));
  expect(silent).toMatchObject({ configured: { value: null }, inForce: { unread: changed } });
});

test('a flag is in force whatever became of the file', () => {
  const changed = unread('unavailable', 'changed');
  const denied = { unread: unread('denied', 'denied') };
  const said = { value: false, source: flagSource };
  for (const rest of [{ changed }, { file: denied }]) {
    const setting = readSetting(settingForms.packetFilter, words('--iptables=false', '{}', rest));
    expect(setting).toEqual({ configured: said, inForce: said });
  }
});

test('without the file, what flags do not say is not known', () => {
  const denied = { unread: unread('denied', 'denied') };
  const setting = readSetting(settingForms.logLevel, words('', '{}', { file: denied }));
  expect(setting).toEqual({ configured: denied, inForce: denied });
});

test.each([
  ['logLevel', '{"log-level": 1}'],
  ['debug', '{"debug": "true"}'],
  ['hosts', '{"hosts": "unix:///x"}'],
  ['hosts', '{"hosts": [1]}'],
  ['defaultUlimits', '{"default-ulimits": {"nofile": 1}}'],
  ['defaultUlimits', '{"default-ulimits": []}'],
] as const)('a value of %s that the engine refuses is malformed: %s', (name, file) => {
  const { inForce } = readSetting<unknown>(settingForms[name], words('', file));
  expect(inForce).toMatchObject({ unread: { reason: 'malformed', source: { line: 1 } } });
});

test('limits have one form, from flags and from the file', () => {
  const flags = words('--default-ulimit nproc=5 --default-ulimit nofile=1024:2048', '{}');
  expect(readSetting(settingForms.defaultUlimits, flags).inForce).toMatchObject({
    value: ['nofile=1024:2048', 'nproc=5:5'],
  });
  const file = words(
    '',
    '{"default-ulimits": {"nofile": {"Name": "nofile", "Hard": 2048, "soft": 1024}}}',
  );
  expect(readSetting(settingForms.defaultUlimits, file).inForce).toMatchObject({
    value: ['nofile=1024:2048'],
  });
});

test('lists', () => {
  const flags = words('--authorization-plugin one --authorization-plugin=two -H fd://', '{}');
  expect(readSetting(settingForms.authorizationPlugins, flags).inForce).toMatchObject({
    value: ['one', 'two'],
  });
  expect(readSetting(settingForms.hosts, flags).inForce).toMatchObject({ value: ['fd://'] });
});

test.each([
  ['nothing', '', '{}', {}, null],
  ['TLS by flag', '--tls --tlscert=/c --tlskey=/k', '{}', {}, ['/root/.docker/ca.pem', '/c', '/k']],
  [
    'TLS by file',
    '',
    '{"tlsverify": true, "tlscacert": "/a"}',
    {},
    ['/a', '/h/.docker/cert.pem', '/h/.docker/key.pem'],
  ],
  [
    'mentioned, though false',
    '--tlsverify=false',
    '{}',
    {},
    ['/root/.docker/ca.pem', '/root/.docker/cert.pem', '/root/.docker/key.pem'],
  ],
  [
    'the environment',
    '',
    '{}',
    { DOCKER_TLS_VERIFY: '1', DOCKER_CERT_PATH: '/e' },
    ['/e/ca.pem', '/e/cert.pem', '/e/key.pem'],
  ],
  [
    'relative paths, from the working directory',
    '--tlsverify --tlscacert=tls/ca.pem --tlscert=./c.pem --tlskey=../k.pem',
    '{}',
    {},
    ['/w/tls/ca.pem', '/w/c.pem', '/k.pem'],
  ],
  [
    'a relative folder',
    '--tls',
    '{}',
    { DOCKER_CERT_PATH: 'e' },
    ['/w/e/ca.pem', '/w/e/cert.pem', '/w/e/key.pem'],
  ],
  ['paths without TLS', '--tlscert=/c', '{}', {}, null],
])('certificates: %s', (_, flags, file, environment, expected) => {
  const home = file.includes('tlsverify') ? { HOME: '/h' } : {};
  const reading = readCertificates(words(flags, file), { ...home, ...environment }, '/w');
  const value = expected && { ca: expected[0], certificate: expected[1], key: expected[2] };
  expect(reading).toMatchObject({ value });
});

test.each([
  ['--tls', '{}', {}, false],
  ['--tlsverify=false', '{}', {}, false],
  ['--tls --tlscacert=/a', '{}', {}, true],
  ['--tls', '{"tlscacert": "/a"}', {}, true],
  ['--tlsverify', '{}', {}, true],
  ['', '{"tlsverify": true}', {}, true],
  ['', '{}', { DOCKER_TLS_VERIFY: '1' }, true],
])('whether an authority is expected of %s %s %j', (flags, file, environment, caExpected) => {
  const reading = readCertificates(words(flags, file), environment, '/');
  expect(reading).toMatchObject({ value: { caExpected } });
});

test('certificates are not known where the file is not', () => {
  const denied = { unread: unread('denied', 'denied') };
  expect(readCertificates(words('', '{}', { file: denied }), {}, '/w')).toEqual(denied);
});

test('log options are read from both sides, and what may be a credential is left', () => {
  const { logOptions } = settingForms;
  const flags = '--log-opt max-size=10m --log-opt splunk-token=hunter2 --log-opt=tag=a=b';
  expect(readSetting(logOptions, words(flags, '{}')).inForce).toMatchObject({
    value: { 'max-size': '10m', tag: 'a=b' },
  });
  const file = '{"log-opts": {"max-file": "3", "gcp-log-cmd": "true"}}';
  expect(readSetting(logOptions, words('', file)).inForce).toMatchObject({
    value: { 'max-file': '3' },
  });
  expect(readSetting(logOptions, words('', '{"log-opts": {"max-file": 3}}'))).toMatchObject({
    inForce: { unread: { reason: 'malformed' } },
  });
});

test.each([
  ['logLevel', '--log-level=INFO', '{}', 'info'],
  ['logLevel', '', '{"log-level": "Warning"}', 'warn'],
  [
    'defaultUlimits',
    '--default-ulimit=nofile=1:2 --default-ulimit=nofile=-1:-1',
    '{}',
    ['nofile=-1:-1'],
  ],
  [
    'logOptions',
    '--log-opt=awslogs-endpoint=http://127.0.0.1:1 --log-opt=loki-url=http://l:2 --log-opt=x-token=y',
    '{}',
    { 'awslogs-endpoint': 'http://127.0.0.1:1', 'loki-url': 'http://l:2' },
  ],
] as const)('%s by %s %s is what the engine makes of it', (name, flags, file, value) => {
  const { inForce } = readSetting<unknown>(settingForms[name], words(flags, file));
  expect(inForce).toMatchObject({ value });
});
