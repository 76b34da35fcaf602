import { expect, it } from 'vitest';
import { collectorOf } from '../../src/knowledge/log-shipping.ts';

it.each([
  ['tcp+tls://logs.example.org:6514', 'elsewhere'],
  ['udp://192.0.2.1:514', 'elsewhere'],
  ['udp://192.0.2.1', 'elsewhere'],
  ['tcp://[2001:db8::1]:514', 'elsewhere'],
  ['logs.example.org:24224', 'elsewhere'],
  ['https://user:word@logs.example.org/path?to=localhost', 'elsewhere'],
  ['localhost.example.org', 'elsewhere'],
  ['unix:///dev/log', 'on this host'],
  ['unixgram:///dev/log', 'on this host'],
  ['udp://127.0.0.1:514', 'on this host'],
  ['udp://127.1.2.3:514', 'on this host'],
  ['tcp://LocalHost:514', 'on this host'],
  ['tcp://[::1]:514', 'on this host'],
  ['tcp://[::ffff:127.0.0.1]:514', 'on this host'],
  ['http://logs.localhost:8088/x', 'on this host'],
  ['0.0.0.0:24224', 'on this host'],
  ['udp://:514', 'on this host'],
] as const)('a collector at %j is %s', (address, place) => {
  for (const [driver, option] of [
    ['syslog', 'syslog-address'],
    ['gelf', 'gelf-address'],
    ['fluentd', 'fluentd-address'],
    ['splunk', 'splunk-url'],
    ['awslogs', 'awslogs-endpoint'],
    ['loki', 'loki-url'],
  ] as const) {
    expect(collectorOf(driver, { [option]: address, tag: 'x' })).toBe(place);
  }
});

it('an address that was not kept is not known, and one beside it says nothing of it', () => {
  const hidden = '[redacted 0123456789abcdef]';
  expect(collectorOf('gelf', { 'gelf-address': hidden })).toBe('unknown');
  expect(collectorOf('x', { 'x-url': 'http://192.0.2.1', 'y-url': hidden })).toBe('unknown');
});

it('without an address a driver goes by its default, and of a plugin it is not known', () => {
  const places = ['syslog', 'fluentd', 'awslogs', 'gcplogs', 'acme'].map((driver) =>
    collectorOf(driver, { tag: 'x', 'acme-address': '' }),
  );
  expect(places).toEqual(['on this host', 'on this host', 'elsewhere', 'elsewhere', 'unknown']);
});
