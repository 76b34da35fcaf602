import { z } from 'zod';
import type { Check } from '../../core/controls/check.ts';
import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';
import { workload, type WorkloadFacts } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, failureAt, unknown } from '../../core/controls/verdict.ts';

interface Params {
  readonly refused: readonly string[];
}

const refusal = (group: string, name: string) =>
  fail(
    text(
      name === group ? `In the group ${group}` : `In the group ${group}, ${name} of the host`,
      name === group ? `属于组 ${group}` : `属于组 ${group}，即宿主机的 ${name} 组`,
    ),
  );

/** As they are written; a number may have leading zeros. */
const asWritten: Check<WorkloadFacts, Params> = noneFails(
  (w) => w.groups,
  (group, { params }) => {
    const plain = group.replace(/^\+?0*(?=\d)/, '');
    return !params.refused.includes(plain) || refusal(group, plain);
  },
);

/** Numbers, by the names that the host has for them. */
const asTheHostKnows: Check<WorkloadFacts, Params> = noneFails(
  (w) => w.groups.filter((group) => /^\+?\d+$/.test(group)),
  (group, ctx) => {
    const hosts = ctx.all(host);
    if (hosts.length === 0) {
      return unknown(
        text(
          `Which group of the host ${group} is was not read`,
          `未读取宿主机的组信息，不知 ${group} 对应何组`,
        ),
      );
    }
    const name = hosts
      .flatMap(({ groups }) => groups)
      .find(({ gid }) => gid === Number(group))?.name;
    return name === undefined || !ctx.params.refused.includes(name) || refusal(group, name);
  },
);

/**
 * The group that stands beside the user, `1000:105`, where the user is not root, whom no group makes any stronger. What it
 * is on the host is looked up where the host was read: elsewhere most numbers are those of the application.
 */
const besideTheUser: Check<WorkloadFacts, Params> = (w, ctx) => {
  const { uid, gid } = w.user;
  if (gid === null || uid === 0) return true;
  const { refused } = ctx.params;
  const number = String(gid);
  if (refused.includes(number)) return failureAt('/user/gid', refusal(number, number));
  const name = ctx
    .all(host)
    .flatMap(({ groups }) => groups)
    .find((group) => group.gid === gid)?.name;
  return (
    name === undefined || !refused.includes(name) || failureAt('/user/gid', refusal(number, name))
  );
};

export const workloadNoAddedGroups = defineControl({
  id: 'workload-no-added-groups',
  subject: workload,
  // A file of that group must be in reach as well.
  rating: ['takeover', 'remote'],
  title: {
    en: 'The container is in no group of the host that is as good as root',
    zh: '容器未附加等同于 root 的组',
  },
  failingTitle: {
    en: 'The container is in a group of the host that is as good as root',
    zh: '容器附加了等同于 root 的组',
  },
  rationale: {
    en: 'A group counts by its number, inside as outside. With that of docker, disk or root, a process that is not root may use the socket, the disks or the files of the host as soon as one of them is in reach.',
    zh: '组以编号生效，容器内外一致。附加了 docker、disk 或 root 组的普通进程，一旦触及宿主机的套接字、磁盘或文件，即可直接使用。',
  },
  remediation: {
    en: 'Remove --group-add (in Compose: group_add), and give the files that must be shared a group of their own.',
    zh: '去掉 --group-add（Compose 中为 group_add），需共享的文件使用专门的组。',
  },
  references: [
    'https://docs.docker.com/engine/containers/run/#additional-groups',
    'https://docs.docker.com/engine/security/#docker-daemon-attack-surface',
  ],
  params: z.object({
    refused: z
      .array(z.string())
      .default(['0', 'root', '6', 'disk', '42', 'shadow', 'docker', 'kmem', 'lxd', 'sudo', 'wheel'])
      .meta({
        en: 'Groups that may not be added, by name or number. The defaults lead to root; 6 and 42 are disk and shadow on Debian. A number is looked up among the groups of the host; where those were not read, what it stands for is not known.',
        zh: '不得附加的组，名称或编号均可。默认为可间接取得 root 的组；6 与 42 是 Debian 的 disk 与 shadow。编号会对照宿主机的组名；未采集到宿主机的组信息时，无法得知其含义。',
      }),
  }),
  check: all(asWritten, asTheHostKnows, besideTheUser),
});
