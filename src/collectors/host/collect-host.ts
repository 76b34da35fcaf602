import { stat } from 'node:fs/promises';
import { posix } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import type { Subject } from '../../core/facts/subject.ts';
import { settle } from '../gathering/partial-facts.ts';
import { absent, fileError } from '../../files/file-error.ts';
import { localMachine, type CollectOptions, type Harvest } from '../gathering/collector-result.ts';
import { createRedactor } from '../redaction/create-redactor.ts';
import { isThisMachine, readIdentity } from './identity.ts';
import { accountReaders } from './account-readers.ts';
import { fileReaders } from './file-readers.ts';
import { readAll } from './host-reader.ts';
import { systemReaders } from './system-readers.ts';
import { text, type Wording } from '../../core/text.ts';

/** Options of {@link collectHost}. */
export interface HostOptions extends CollectOptions {
  /** The machine that the host is; found out where it is not given. */
  readonly machine?: string;
  /** Paths of the sockets at which engines answer that are scanned with it, as this process names them; none where absent. */
  readonly engineSockets?: readonly string[];
}

/**
 * Reads one host by the files below a root: `/`, or where a container has mounted it. Files are opened for
 * reading and nothing else; the one program that is ever run is `auditctl`, and only on the host itself.
 * What cannot be read is a gap in the host's facts.
 *
 * @throws PlimsollError `file-not-found` or `file-denied` when there is no such root, `scan-aborted`
 * @example
 * const harvest = await collectHost('/host', {});
 */
export async function collectHost(root: string, options: HostOptions = {}): Promise<Harvest> {
  const normal = posix.normalize(root).replace(/(?<=.)\/$/, '');
  await confirmRoot(normal);
  if (options.signal?.aborted) {
    throw new PlimsollError(
      'scan-aborted',
      text('The collection was ended before the host was read.', '宿主机尚未读取，采集即已结束。'),
    );
  }
  const target = `host:${normal}`;
  const procRoot = posix.join(normal, 'proc');
  const identity = await readIdentity(normal, procRoot);
  const redactor = createRedactor();
  // Below another root, these paths are of another host.
  const engineSockets = normal === '/' ? (options.engineSockets ?? []) : [];
  const place = { root: normal, procRoot, redactor, engineSockets };
  const readers = { ...systemReaders(place), ...accountReaders(place), ...fileReaders(place) };
  const tree = await readAll(readers, options.signal, (done, total) =>
    options.onProgress?.({ target, what: 'host', done, total }),
  );
  const { facts, gaps, sources } = settle(tree);
  const subject: Subject = { kind: 'host', ...identity, target, facts, gaps: [...gaps], sources };
  const user = process.geteuid?.() ?? 'unknown';
  return {
    target: {
      id: target,
      kind: 'host',
      machine: options.machine ?? machineOf(normal, procRoot, target),
      description: describe(subject),
      access: text(
        `files below ${normal}, opened for reading only, as user ${user}`,
        `${normal} 之下的文件，以只读方式打开，用户 ${user}`,
      ),
    },
    subjects: [subject],
    population: [{ target, kind: 'host', existed: 1, read: 1, vanished: 0 }],
    gaps: [],
    origins: {},
    redactions: redactor.counts(),
  };
}

/** Below anything but the root of a host, every file would seem to be missing, and that be taken for a fact. */
async function confirmRoot(root: string): Promise<void> {
  try {
    if ((await stat(posix.join(root, 'etc'))).isDirectory()) return;
  } catch (error) {
    const failure = fileError(root, error);
    if (!absent(failure)) throw failure;
  }
  throw new PlimsollError(
    'file-not-found',
    text(
      `${root} is not the root of a host: it has no etc.`,
      `${root} 不是宿主机的根：其中没有 etc。`,
    ),
    {
      hint: text(
        'Name the directory where the root of the host is mounted: host:/host',
        '请指明宿主机根的挂载目录：host:/host',
      ),
    },
  );
}

const machineOf = (root: string, procRoot: string, target: string): string =>
  root === '/' || isThisMachine(procRoot) ? localMachine : target;

function describe({ name, facts }: Subject): Wording {
  const os = facts['os'];
  const system = typeof os === 'object' && os !== null && 'name' in os ? String(os.name) : '';
  return system === '' ? name : text(`${name}, ${system}`, `${name}，${system}`);
}
