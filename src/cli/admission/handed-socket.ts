import { PlimsollError } from '../../core/errors.ts';
import { text } from '../../index.ts';

/** The first descriptor that systemd hands over. */
const first = 3;

/**
 * The descriptor of the socket that this process was handed by a socket unit of systemd; `undefined` where there is none, or
 * it was meant for another process. Programs that are started later do not take it for theirs.
 *
 * @throws PlimsollError `option-invalid` for more than one
 * @see https://www.freedesktop.org/software/systemd/man/latest/sd_listen_fds.html
 */
export function handedSocket(): number | undefined {
  const { LISTEN_PID, LISTEN_FDS } = process.env;
  for (const name of ['LISTEN_PID', 'LISTEN_FDS', 'LISTEN_FDNAMES']) delete process.env[name];
  if (LISTEN_PID !== String(process.pid) || LISTEN_FDS === undefined) return undefined;
  if (LISTEN_FDS === '1') return first;
  throw new PlimsollError(
    'option-invalid',
    text('Systemd handed over other than one socket.', '移交的套接字不是恰好一个。'),
  );
}
