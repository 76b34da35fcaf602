import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/core/recording/observation.ts';
import { describeObservation, describeSource } from '../../../src/reporters/model/observations.ts';
import { createVoice } from '../../../src/reporters/model/voice.ts';

const voice = createVoice('en');
const valueOf = (value: unknown): string =>
  describeObservation({ path: '/x', value } satisfies Observation, voice).value;

describe('a value', () => {
  it.each([
    [null, 'nothing'],
    [undefined, 'nothing'],
    [0, '0'],
    [false, 'false'],
    ['', '""'],
    ['host', '"host"'],
    [[], '[]'],
    [['NET_ADMIN', 2], '"NET_ADMIN", 2'],
    [{ count: 31 }, 'items: 31'],
    [{ count: 21, first: ['a', 'b'] }, '"a", "b", … (in all 21)'],
    [{ other: 1 }, '{"other":1}'],
  ])('%j is written as %s', (value, expected) => {
    expect(valueOf(value)).toBe(expected);
  });
});

describe('a source', () => {
  it.each([
    [
      { kind: 'api', endpoint: 'GET /containers/json', pointer: '' } as const,
      'GET /containers/json',
    ],
    [
      { kind: 'api', endpoint: '/info', pointer: '/SecurityOptions' } as const,
      'GET /info → /SecurityOptions',
    ],
    [{ kind: 'file', path: '/etc/docker/daemon.json' } as const, '/etc/docker/daemon.json'],
    [{ kind: 'file', path: 'compose.yaml', line: 12, column: 3 } as const, 'compose.yaml:12:3'],
    [{ kind: 'command', command: 'auditctl -l' } as const, '$ auditctl -l'],
    [
      { kind: 'probe', address: '127.0.0.1:2375', what: 'TLS handshake' } as const,
      'TLS handshake at 127.0.0.1:2375',
    ],
  ])('%j is written as %s', (source, expected) => {
    expect(describeSource(source, voice)).toBe(expected);
  });

  it('shows the beginning of a long id', () => {
    const id = 'abcdef0123456789'.repeat(4);
    const source = { kind: 'api', endpoint: `GET /containers/${id}/json`, pointer: '/Id' } as const;
    expect(describeSource(source, voice)).toBe('GET /containers/abcdef012345…/json → /Id');
  });
});

describe('an observation', () => {
  it('names the subject when it is another’s, and says when nobody recorded the source', () => {
    const subject = { kind: 'image', id: 'sha256:1', name: 'nginx:1.29', target: 't' };
    expect(describeObservation({ path: '', value: 1, subject }, voice)).toEqual({
      path: '(whole) of Image nginx:1.29',
      value: '1',
      source: 'source not recorded',
      gap: false,
    });
  });

  it('says a gap’s reason in words, and one that it does not know as it is', () => {
    const gap = (reason: string): string =>
      describeObservation({ path: '/x', value: null, gap: reason }, voice).value;
    expect(gap('timeout: no answer in 5 s')).toBe('not read: timed out (no answer in 5 s)');
    expect(gap('for some reason')).toBe('not read: for some reason');
  });
});
