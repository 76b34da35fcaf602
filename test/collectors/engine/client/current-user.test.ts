import { userInfo } from 'node:os';
import { expect, it } from 'vitest';
import { currentUser } from '../../../../src/collectors/engine/client/current-user.ts';

it('names the user and the number', () => {
  expect(currentUser()).toBe(`${userInfo().username} (${process.getuid?.()})`);
});

it('is a number where the user has no name, as in a container', () => {
  const nameless = () => {
    throw new Error('uv_os_get_passwd returned ENOENT');
  };
  expect(currentUser(nameless)).toBe(String(process.getuid?.()));
});
