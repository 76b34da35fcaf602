import { expect, test } from 'vitest';
import type { EngineEvent } from '../../../../src/collectors/engine/events/engine-event.ts';
import { forgottenBy } from '../../../../src/collectors/engine/events/forgotten.ts';
import { holds, isRemembered, readings } from '../../../../src/collectors/engine/memory/names.ts';

const names = [
  '/info',
  '/version',
  '/containers/a/json',
  '/containers/a/changes',
  '/containers/ab/json',
  '/exec/e1/json',
  '/images/sha256:1/json',
  '/images/sha256:1/history',
  '/networks/n',
  '/volumes/v%20w',
  '/services/s',
  readings.daemon,
  readings.inside('a'),
  readings.inside('ab'),
  readings.files('sha256:1', 'a'),
];

const event = (type: string, action: string, id: string, more = {}): EngineEvent => ({
  ...{ at: '2026-12-01T00:00:00.000Z', type, action, id, name: '' },
  ...more,
});

test.each([
  [
    'a container',
    event('container', 'die', 'a'),
    [
      '/info',
      '/containers/a/json',
      '/containers/a/changes',
      readings.inside('a'),
      readings.files('sha256:1', 'a'),
    ],
  ],
  [
    'a command in it',
    event('container', 'exec_start', 'a', { exec: 'e1' }),
    [
      '/containers/a/json',
      '/containers/a/changes',
      '/exec/e1/json',
      readings.inside('a'),
      readings.files('sha256:1', 'a'),
    ],
  ],
  [
    'a network with a container',
    event('network', 'connect', 'n', { container: 'ab' }),
    ['/info', '/containers/ab/json', '/networks/n'],
  ],
  ['a volume', event('volume', 'destroy', 'v w'), ['/info', '/volumes/v%20w']],
  [
    'an image, by any name',
    event('image', 'tag', 'alpine'),
    ['/info', '/images/sha256:1/json', '/images/sha256:1/history'],
  ],
  ['a service', event('service', 'update', 's'), ['/info', '/services/s']],
  ['a plugin', event('plugin', 'enable', 'p'), ['/info']],
  ['settings of the engine', event('daemon', 'reload', 'd'), names],
  ['something that is not known', event('moon', 'rise', 'a'), names],
])('%s makes old what is about it, and nothing else', (_, happened, old) => {
  const isForgotten = forgottenBy([happened]);
  expect(names.filter(isForgotten).toSorted()).toEqual([...old].toSorted());
});

test('nothing makes nothing old', () => {
  expect(names.filter(forgottenBy([]))).toEqual([]);
});

test('lists are never remembered, nor what engines do not report', () => {
  const asked = [
    '/containers/json?all=true',
    '/images/json',
    '/networks',
    '/tasks',
    '/swarm',
    '/plugins',
    '/containers/a/top?ps_args=x',
  ];
  expect(asked.filter(isRemembered)).toEqual([]);
});

test('of a container that does not run, an answer does not hold', () => {
  const endpoint = '/containers/a/json';
  expect(holds(endpoint, { State: { Running: true } })).toBe(true);
  for (const answer of [{ State: { Running: false } }, { State: {} }, {}, null, 'x']) {
    expect(holds(endpoint, answer)).toBe(false);
  }
  expect(holds('/networks/n', {})).toBe(true);
});
