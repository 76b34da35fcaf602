import { posix } from 'node:path';
import { PlimsollError } from '../../core/errors.ts';
import { listFolder } from '../files/list-folder.ts';
import { statFile, type FileFact, type Names } from '../files/stat-file.ts';
import { attempt, type Reading } from '../gathering/unread-gap.ts';
import { text } from '../../core/text.ts';

/** Files that the drivers `json-file` and `local` write, and those that they have put aside. */
const isLog = /^(?:[0-9a-f]{64}-json\.log|container\.log)(?:\.\d+)?(?:\.gz)?$/;

/** Far more than an engine has containers with logs. */
const filesAtMost = 20_000;

/**
 * Owner and mode of the files in which an engine keeps what its containers print.
 *
 * @see https://docs.docker.com/engine/logging/drivers/json-file/
 */
export async function readContainerLogs(
  dataRoot: string,
  root: string,
  names: Names,
): Promise<Reading<readonly FileFact[]>> {
  const all = posix.join(dataRoot, 'containers');
  return attempt(all, async () => {
    const found: FileFact[] = [];
    for (const { name } of await listFolder(root, all)) {
      const own = posix.join(all, name);
      for (const folder of [own, posix.join(own, 'local-logs')]) {
        for (const entry of await listFolder(root, folder)) {
          if (!isLog.test(entry.name)) continue;
          const fact = await statFile(root, posix.join(folder, entry.name), names);
          if (fact) found.push(fact);
          if (found.length > filesAtMost) {
            throw new PlimsollError(
              'file-unreadable',
              text(
                `${all} holds more than ${filesAtMost} logs.`,
                `${all} 中的日志超过 ${filesAtMost} 个。`,
              ),
            );
          }
        }
      }
    }
    return found;
  });
}
