import { posix } from 'node:path';
import { text } from '../../core/text.ts';
import { parseSshdArguments, type SshdArguments } from '../../syntax/sshd/parse-sshd-arguments.ts';
import { fileIdentity } from '../files/file-identity.ts';
import { unread, type Unread } from '../gathering/unread-gap.ts';
import { PlimsollError } from '../../core/errors.ts';
import { listProcesses, readProc, readProcLink } from '../proc/read-proc.ts';

/** A server of OpenSSH that runs on a host, and the file that shows how it was started. */
export interface RunningSshd extends SshdArguments {
  readonly path: string;
}

/**
 * Reads how the server of OpenSSH that runs on a host was started; `undefined` where none is seen to run, so that the files alone
 * decide.
 */
export async function readRunningSshd(
  root: string,
  procRoot: string,
): Promise<RunningSshd | Unread | undefined> {
  const found = new Map<string, RunningSshd | Unread>();
  for (const pid of processesOf(procRoot)) {
    const path = `/proc/${pid}/cmdline`;
    try {
      const program = readProcLink(`${procRoot}/${pid}/exe`).replace(/ \(deleted\)$/, '');
      if (posix.basename(program) !== 'sshd') continue;
      // One in a container lets nobody into the host.
      const [own, its] = [
        await fileIdentity(root, '/'),
        await fileIdentity(`${procRoot}/${pid}/root`, '/'),
      ];
      if (own !== its) continue;
      const started = parseSshdArguments(readProc(`${procRoot}/${pid}/cmdline`));
      if (started === undefined) continue;
      if (started === null || started.file?.startsWith('/') === false) {
        found.set('', notUnderstood(path));
      } else found.set(JSON.stringify(started), { ...started, path });
    } catch (error) {
      // It ended, or this user may not ask.
      if (!(error instanceof PlimsollError)) throw error;
    }
  }
  const [one, ...others] = [...found.values()];
  const [other] = others;
  if (other === undefined || one === undefined || 'reason' in one) return one;
  return 'reason' in other ? other : several(other.path);
}

function processesOf(procRoot: string): readonly number[] {
  try {
    return listProcesses(procRoot);
  } catch (error) {
    if (error instanceof PlimsollError) return [];
    throw error;
  }
}

const notUnderstood = (path: string): Unread =>
  unread(
    'not-understood',
    text(
      'sshd runs with options on its command line that were not understood.',
      'sshd 运行时带有无法解析的命令行选项。',
    ),
    { kind: 'file', path },
  );

const several = (path: string): Unread =>
  unread(
    'unsupported',
    text(
      'Several servers of SSH run, each with options of its own.',
      '有多个 SSH 服务器在运行，各有不同选项。',
    ),
    { kind: 'file', path },
  );
