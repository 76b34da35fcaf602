import { describe, expect, it } from 'vitest';
import { stablePlaceOf } from '../../../src/reporters/places/stable-place.ts';

const at = (path: string) => ({
  path: '/x',
  value: 1,
  source: { kind: 'file' as const, path },
});
const message = { en: 'It is wrong', zh: '有误' };
const placeOf = (...paths: readonly string[]) =>
  stablePlaceOf({ message, observations: paths.map(at) })?.path;

describe('the place that a finding keeps', () => {
  it.each([
    'compose.yaml',
    'tmp/compose.yaml',
    '/etc/docker/daemon.json',
    '/proc/sys/net/ipv4/ip_forward',
    '/proc',
    '/srv/tmp/compose.yaml',
    'C:/Users/ann/shop/compose.yaml',
  ])('may be %s', (path) => {
    expect(placeOf(path)).toBe(path);
  });

  it.each([
    '/proc/812/status',
    '/proc/812',
    '/proc/self/mountinfo',
    '/tmp/a/compose.yaml',
    '/var/tmp/x',
    '/var/folders/zz/T/compose.yaml',
    '/private/tmp/a/compose.yaml',
    'C:/Users/ann/AppData/Local/Temp/a/compose.yaml',
    'C:/Windows/Temp/x',
    '/dev/fd/63',
    '/run/user/1000/docker.sock',
    `/var/lib/docker/containers/${'0a'.repeat(32)}/hostname`,
  ])('is never %s', (path) => {
    expect(placeOf(path)).toBeUndefined();
    expect(placeOf(path, '/etc/passwd')).toBe('/etc/passwd');
  });
});
