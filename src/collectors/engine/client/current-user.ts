import { userInfo } from 'node:os';

/**
 * Who this process runs as, `root (0)`; in a container a user may have a number alone.
 *
 * @param ask what the system says of the user; for tests
 */
export function currentUser(ask: () => { username: string; uid: number } = userInfo): string {
  try {
    const { username, uid } = ask();
    return `${username} (${uid})`;
  } catch {
    return String(process.getuid?.());
  }
}
