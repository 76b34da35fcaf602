import { describe, expect, it } from 'vitest';
import { isWithin, normalisePath } from '../../src/knowledge/host-paths.ts';

describe('host paths', () => {
  it.each([
    ['/etc/', '/etc'],
    ['/', '/'],
    ['//etc///docker', '/etc/docker'],
    ['/var/run/docker.sock', '/run/docker.sock'],
    ['/var/run', '/run'],
    ['/var/running', '/var/running'],
    ['/bin/dockerd', '/usr/bin/dockerd'],
    ['/binary', '/binary'],
  ])('%s is written %s', (path, written) => {
    expect(normalisePath(path)).toBe(written);
  });

  it.each([
    ['/etc/docker', '/etc', true],
    ['/etc', '/etc/', true],
    ['/etc', '/etc/docker', false],
    ['/etcetera', '/etc', false],
    ['/anything', '/', true],
    ['relative', '/', false],
  ])('whether %s is within %s', (path, parent, expected) => {
    expect(isWithin(path, parent)).toBe(expected);
  });
});
