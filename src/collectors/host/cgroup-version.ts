import { PlimsollError } from '../../core/errors.ts';
import { listFolder } from '../files/list-folder.ts';
import { attempt, type Reading } from '../gathering/unread-gap.ts';
import { text } from '../../core/text.ts';

/** 2 where the unified hierarchy is mounted, 1 where controllers have hierarchies of their own. */
export const readCgroupVersion = (root: string): Promise<Reading<number>> =>
  attempt('/sys/fs/cgroup', async () => {
    const names = (await listFolder(root, '/sys/fs/cgroup')).map(({ name }) => name);
    if (names.includes('cgroup.controllers')) return 2;
    if (names.includes('memory') || names.includes('cpu') || names.includes('pids')) return 1;
    throw new PlimsollError(
      'file-not-found',
      text(
        'No cgroup hierarchy is mounted at /sys/fs/cgroup.',
        '/sys/fs/cgroup 处没有挂载 cgroup 层级。',
      ),
    );
  });
