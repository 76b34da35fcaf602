import { expect, it } from 'vitest';
import { syslogLeaves } from '../../src/knowledge/log-shipping.ts';

it.each([
  ['tcp+tls://logs.example.org:6514', true],
  ['udp://192.0.2.1:514', true],
  ['udp://192.0.2.1', true],
  ['tcp://[2001:db8::1]:514', true],
  ['unix:///dev/log', false],
  ['unixgram:///dev/log', false],
  ['udp://127.0.0.1:514', false],
  ['udp://127.1.2.3:514', false],
  ['tcp://localhost:514', false],
  ['tcp://[::1]:514', false],
  ['tcp://[::ffff:127.0.0.1]:514', false],
  ['logs.example.org', false],
  ['', false],
])('syslog at %j leaves the host: %j', (address, leaves) => {
  expect(syslogLeaves({ 'syslog-address': address })).toBe(leaves);
});

it('syslog without an address stays', () => {
  expect(syslogLeaves({})).toBe(false);
});
