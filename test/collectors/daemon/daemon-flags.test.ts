import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastFlag, parseDaemonFlags } from '../../../src/collectors/daemon/daemon-flags.ts';

const parse = (line: string): Record<string, readonly string[]> =>
  Object.fromEntries(parseDaemonFlags(line === '' ? [] : line.split(' ')));

test.each([
  ['', {}],
  ['--icc=false', { icc: ['false'] }],
  ['--icc', { icc: ['true'] }],
  ['--icc --iptables=false', { icc: ['true'], iptables: ['false'] }],
  ['--log-level warn', { 'log-level': ['warn'] }],
  ['--log-level=warn', { 'log-level': ['warn'] }],
  ['-l warn', { 'log-level': ['warn'] }],
  ['-l=warn', { 'log-level': ['warn'] }],
  ['-D', { debug: ['true'] }],
  ['-D=false', { debug: ['false'] }],
  ['-H fd:// -H tcp://127.0.0.1:2375', { host: ['fd://', 'tcp://127.0.0.1:2375'] }],
  ['-Hfd:// --host unix:///run/x.sock', { host: ['fd://', 'unix:///run/x.sock'] }],
  ['-DH fd://', { debug: ['true'], host: ['fd://'] }],
  ['-DHfd://', { debug: ['true'], host: ['fd://'] }],
  [
    '--default-ulimit nofile=1:2 --default-ulimit=core=0',
    { 'default-ulimit': ['nofile=1:2', 'core=0'] },
  ],
  ['--cgroup-parent=', { 'cgroup-parent': [''] }],
  ['--label a=b=c', { label: ['a=b=c'] }],
])('%s', (line, expected) => {
  expect(parse(line)).toEqual(expected);
});

test('a value that looks like a flag of its own is one of another', () => {
  expect(parse('--label --icc=false')).toEqual({ label: ['true'], icc: ['false'] });
});

test('a word inside a value is not a flag', () => {
  expect(lastFlag(parseDaemonFlags(['--label', 'note=--icc=false']), 'icc')).toBeUndefined();
});

test('no arguments make it throw, and what comes first is never lost', () => {
  const word = fc.oneof(fc.string(), fc.constantFrom('-', '--', '-D', '-H', '--icc', '=', '-DD='));
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(
        lastFlag(parseDaemonFlags(['--userland-proxy=false', '--x=', ...words]), 'x'),
      ).toBeDefined();
    }),
  );
});
