import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Reports to systemd that the plugin answers, where it was started by a unit that waits for that: Docker is not to ask
 * before. Node has no datagram sockets of the kind that systemd listens at.
 *
 * @see https://www.freedesktop.org/software/systemd/man/latest/systemd-notify.html
 */
export async function reportReady(): Promise<void> {
  const { NOTIFY_SOCKET = '' } = process.env;
  if (NOTIFY_SOCKET !== '') await promisify(execFile)('systemd-notify', ['--ready']);
}
