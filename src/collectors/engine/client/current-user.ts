import { userInfo } from 'node:os';

/** Who this process runs as, `root (0)`; in a container a user may have a number alone. */
export function currentUser(): string {
  try {
    const { username, uid } = userInfo();
    return `${username} (${uid})`;
  } catch {
    return String(process.getuid?.());
  }
}
