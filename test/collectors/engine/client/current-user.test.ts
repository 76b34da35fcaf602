import { userInfo } from 'node:os';
import { expect, it, vi } from 'vitest';
import { currentUser } from '../../../../src/collectors/engine/client/current-user.ts';

vi.mock('node:os', { spy: true });

it('names the user and the number', () => {
  expect(currentUser()).toBe(`${userInfo().username} (${process.getuid?.()})`);
});

it('is a number where the user has no name, as in a container', () => {
  vi.mocked(userInfo).mockImplementationOnce(() => {
    throw new Error('uv_os_get_passwd returned ENOENT');
  });
  expect(currentUser()).toBe(String(process.getuid?.()));
});
