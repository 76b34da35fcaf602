import { describe, expect, it } from 'vitest';
import { findSource } from '../../src/core/facts/source.ts';

const api = (pointer: string) =>
  ({ kind: 'api', endpoint: '/containers/{id}/json', pointer }) as const;
const map = {
  '': api(''),
  '/resources': api('/HostConfig'),
  '/resources/memoryBytes': api('/HostConfig/Memory'),
  '/mounts': api('/Mounts'),
  '/mounts/*/source': api('/Mounts/*/Source'),
};

describe('findSource', () => {
  it.each([
    ['/resources/memoryBytes', '/HostConfig/Memory'],
    ['/resources/pidsLimit', '/HostConfig'],
    ['/mounts/2/source', '/Mounts/2/Source'],
    ['/mounts/2/readOnly', '/Mounts'],
    ['/privileged', ''],
  ])('%s was read at %s', (path, pointer) => {
    expect(findSource(map, path, 'c1')).toEqual({
      kind: 'api',
      endpoint: '/containers/c1/json',
      pointer,
    });
  });

  it('takes a hostile id as it is', () => {
    expect(findSource({ '': api('') }, '/x', '$&{id}')).toMatchObject({
      endpoint: '/containers/$&{id}/json',
    });
  });

  it('knows nothing of a path that no entry covers', () => {
    expect(findSource({ '/a': api('/A') }, '/b', 'c1')).toBeUndefined();
  });
});
