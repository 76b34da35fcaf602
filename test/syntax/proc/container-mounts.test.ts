import { expect, test } from 'vitest';
import { containerByMounts } from '../../../src/syntax/proc/container-mounts.ts';

const one = 'a'.repeat(64);
const other = 'b'.repeat(64);
const mount = (root: string, at: string): string =>
  `298 265 254:0 ${root} ${at} rw - ext4 /dev/vda rw`;
const docker = (id: string, name: string): string =>
  mount(`/home/u/.local/share/docker/containers/${id}/${name}`, `/etc/${name}`);

test('the files that an engine makes for a container tell whose they are', () => {
  const text = [mount('/', '/'), docker(one, 'resolv.conf'), docker(one, 'hosts')].join('\n');
  expect(containerByMounts(text)).toBe(one);
  const podman = mount(`/containers/overlay-containers/${one}/userdata/hosts`, '/etc/hosts');
  expect(containerByMounts(podman)).toBe(one);
});

test.each([
  ['no such mounts', mount('/', '/')],
  ['one of its own in their place', mount('/etc/hosts', '/etc/hosts')],
  ['those of two', `${docker(one, 'hosts')}\n${docker(other, 'hostname')}`],
  ['such a file somewhere else', mount(`/containers/${one}/hosts`, '/mnt/hosts')],
  ['nothing', ''],
])('%s tell nothing', (_, text) => {
  expect(containerByMounts(text)).toBeUndefined();
});
