import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../src/collectors/redaction/create-redactor.ts';

const create = (fill = 1) => createRedactor(Buffer.alloc(32, fill));

/** What is kept, with marks that are all alike. */
const plain = <T>(kept: T): T =>
  // What was JSON of it is of its type again.
  JSON.parse(JSON.stringify(kept).replaceAll(/\[redacted [0-9a-f]{16}\]/g, '[redacted]')) as T;

describe('values', () => {
  it('are classified by shape, then by name, then by how random they look', () => {
    const { classify } = create();
    const rule = (name: string, value: string) => classify(name, value).rule;
    expect(rule('PASSWORD', 'https://u:p4ss@h')).toBe('url-credentials');
    expect(rule('PASSWORD', 'a1B2c3D4e5F6g7H8i9J0')).toBe('secret-name');
    expect(rule('DATA', 'a1B2c3D4e5F6g7H8i9J0')).toBe('random-looking');
    expect(rule('DOWNLOAD', 'https://h/x?sv=1&sig=abc')).toBe('signed-url');
    expect(rule('PATH', '/usr/bin:/bin')).toBeNull();
    expect(rule('PASSWORD', '"hunter2"')).toBe('secret-name');
    expect(rule('PASSWORD', "'<your password>'")).toBeNull();
    expect(rule('WG_PRESHARED_KEY', 'hunter2')).toBe('secret-name');
    expect(rule('IPSEC_PSK', 'hunter2')).toBe('secret-name');
    expect(rule('CLIENT_SECRET', 'XXX-XXX')).toBeNull();
    expect(rule('CLIENT_SECRET', 'Xx-9')).toBe('secret-name');
    expect(rule('CLUSTER_ID', 'a1B2c3D4e5F6g7H8i9J0')).toBeNull();
  });

  it('have equal fingerprints when they are equal, under whatever name', () => {
    const { classify } = create();
    const { fingerprint } = classify('PASSWORD', 'hunter2');
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(classify('TOKEN', 'hunter2').fingerprint).toBe(fingerprint);
    expect(classify('TOKEN', 'hunter3').fingerprint).not.toBe(fingerprint);
    expect(classify('PATH', '/bin').fingerprint).toBeNull();
  });

  it('have other fingerprints under another key', () => {
    expect(create(1).classify('TOKEN', 'x1').fingerprint).not.toBe(
      create(2).classify('TOKEN', 'x1').fingerprint,
    );
  });

  it('are counted by rule', () => {
    const redactor = create();
    redactor.classify('PASSWORD', 'hunter2');
    redactor.classify('PATH', '/bin');
    redactor.text('TOKEN=a https://u:p4ss@h');
    expect(redactor.counts()).toEqual({ 'secret-name': 2, 'url-credentials': 1 });
  });
});

describe('texts', () => {
  it('keep everything but the secret', () => {
    expect(plain(create().text('curl https://u:p4ss@h/x -o y'))).toEqual({
      value: 'curl https://u:[redacted]@h/x -o y',
      rules: ['url-credentials'],
    });
  });

  it.each([
    ['RUN PASSWORD=a b', 'RUN PASSWORD=[redacted] b'],
    ['ENV PASSWORD=a b', 'ENV PASSWORD=[redacted]'],
    ['/bin/sh -c #(nop)  ENV PASSWORD=a b', '/bin/sh -c #(nop)  ENV PASSWORD=[redacted]'],
    ['LABEL x=y token=a b', 'LABEL x=y token=[redacted]'],
    ['ENV A=b c', 'ENV A=b c'],
  ])('%s: a variable may hold spaces without a quote', (text, redacted) => {
    expect(plain(create().text(text).value)).toBe(redacted);
  });

  it('are the same when redacted again', () => {
    const once = create().text('TOKEN=abc https://u:p4ss@h --password x').value;
    expect(create().text(once)).toEqual({ value: once, rules: [] });
  });
});

const commandOf = (words: readonly string[]) => plain(create().command(words));

it('takes the secret out of a command, also where it is a word of its own', () => {
  expect(commandOf(['redis-server', '--requirepass', 'hunter2', '--port', '1'])).toEqual({
    value: ['redis-server', '--requirepass', '[redacted]', '--port', '1'],
    rules: ['secret-name'],
  });
  expect(commandOf(['sh', '-c', 'PASSWORD=x exec y']).value).toEqual([
    'sh',
    '-c',
    'PASSWORD=[redacted] exec y',
  ]);
  expect(commandOf(['curl', '-u', 'ann:hunter2', 'https://example.org'])).toEqual({
    value: ['curl', '-u', 'ann:[redacted]', 'https://example.org'],
    rules: ['login-option'],
  });
  expect(commandOf(['CMD', 'mysqladmin', 'ping', '-uroot', '-phunter2']).value).toEqual([
    ...['CMD', 'mysqladmin', 'ping', '-uroot', '-p[redacted]'],
  ]);
  expect(commandOf(['/usr/bin/redis-cli', '-a', 'hunter2', 'ping']).value).toEqual([
    ...['/usr/bin/redis-cli', '-a', '[redacted]', 'ping'],
  ]);
  expect(commandOf(['mongosh', '-u', 'root', '-p', 'hunter2']).rules).toEqual(['login-option']);
  expect(commandOf(['mysql', '-p', '--silent']).rules).toEqual([]);
  expect(commandOf(['redis-cli', '-p', '6379', '-a', '$PASS']).rules).toEqual([]);
  expect(commandOf(['mkdir', '-p', '/data']).rules).toEqual([]);
  expect(
    commandOf(['wget', '--header=X-Api-Key: hunter2', '--header=Cookie: a=b; sid=hunter2']).value,
  ).toEqual(['wget', '--header=[redacted]', '--header=[redacted]']);
  expect(commandOf(['wget', '--header=Accept: text/plain', '-HHost: a']).rules).toEqual([]);
  expect(commandOf(['curl', '-u', 'ann']).rules).toEqual([]);
  expect(commandOf(['app', '--token', '--verbose']).rules).toEqual([]);
});

it('parts labels into those that are kept and those that were dropped', () => {
  const { labels, secretLabels } = create().labels({ a: 'b', token: 'hunter2' });
  expect(labels).toEqual({ a: 'b' });
  expect(secretLabels).toMatchObject([{ name: 'token', secret: true, rule: 'secret-name' }]);
});

it('does not go by what people call a part of Traefik', () => {
  const { labels, secretLabels } = create().labels({
    'traefik.http.routers.auth.rule': 'Host(`auth.example.org`)',
    'traefik.http.routers.token.tls.certresolver': 'le',
    'traefik.http.middlewares.secret.forwardauth.authResponseHeaders': 'Remote-User,Remote-Groups',
    'traefik.http.middlewares.auth.plugin.oidc.secret': 'hunter2',
    'traefik.http.middlewares.password': 'hunter3',
  });
  expect(Object.keys(labels)).toEqual([
    'traefik.http.routers.auth.rule',
    'traefik.http.routers.token.tls.certresolver',
    'traefik.http.middlewares.secret.forwardauth.authResponseHeaders',
  ]);
  expect(secretLabels.map(({ name }) => name)).toEqual([
    'traefik.http.middlewares.auth.plugin.oidc.secret',
    'traefik.http.middlewares.password',
  ]);
});

it('finds the passwords of users who sign in to a part of Traefik', () => {
  const { labels, secretLabels } = create().labels({
    'traefik.http.middlewares.a.basicauth.users': 'ann:hunter2',
    'traefik.http.middlewares.b.basicAuth.users': 'ann:${PW}, bob:hunter2',
    'traefik.http.middlewares.c.digestauth.users': 'ann:example:0123456789abcdef0123456789abcdef',
    'traefik.http.middlewares.d.basicauth.users': 'ann:${PW},bob:',
    'traefik.http.middlewares.e.basicauth.usersfile': '/users',
    'traefik.http.middlewares.f.basicauth.headerfield': 'X-WebAuth-User',
    'traefik.http.middlewares.g.basicauth.realm': 'example',
    'traefik.http.middlewares.h.basicauth.removeheader': 'true',
  });
  expect(secretLabels.map(({ name }) => name.split('.')[3])).toEqual(['a', 'b', 'c']);
  expect(Object.keys(labels)).toHaveLength(5);
});

it('keeps the names of options, and the values of a closed type', () => {
  const kept = create().logOptions({
    'splunk-token': 'abc',
    'max-size': '10m',
    'gelf-address': 'tcp://u:p4ss@h',
    'syslog-address': 'udp://h:514',
    tag: 'quiet',
    labels: 'quieter',
    env: 'quiet',
  });
  expect(plain(kept)).toEqual({
    'splunk-token': '[redacted]',
    'max-size': '10m',
    'gelf-address': 'tcp://h',
    'syslog-address': 'udp://h:514',
    tag: '[redacted]',
    labels: '[redacted]',
    env: '[redacted]',
  });
  // Two values look alike where they are equal, and nowhere else.
  expect(kept['tag']).toBe(kept['env']);
  expect(kept['tag']).not.toBe(kept['labels']);
});

it.each([
  ['logs.example:24224', 'logs.example:24224'],
  ['udp://[2001:db8::1]:514', 'udp://[2001:db8::1]:514'],
  ['http://log_server:3100/loki/api/v1/push', 'http://log_server:3100'],
  ['https://user:p4ss@logs.example/push?token=abc', 'https://logs.example'],
  ['quiet', '[redacted]'],
  ['not an address', '[redacted]'],
])('of the address of a collector, %s, only the host is kept', (value, kept) => {
  expect(plain(create().logOptions({ 'fluentd-address': value }))).toEqual({
    'fluentd-address': kept,
  });
});
