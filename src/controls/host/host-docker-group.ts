import { z } from 'zod';
import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { host, type HostFacts } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { dockerGids, groupsOf, socketGids } from '../blocks/host/engine-groups.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';

type Group = HostFacts['groups'][number];

/** Root needs no group, so its membership gives nothing away. */
function judge(groups: readonly Group[], allowed: readonly string[]) {
  const wrong = groups.flatMap(({ name, members }) => {
    const others = members.filter((member) => member !== 'root' && !allowed.includes(member));
    return others.map((member) => `${member} (${name})`);
  });
  if (wrong.length === 0) return true;
  return fail(text(`Not approved: ${wrong.join(', ')}`, `未经批准的成员：${wrong.join('、')}`));
}

export const hostDockerGroup = defineControl({
  id: 'host-docker-group',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'Only approved accounts are in the group of the engine’s socket',
    zh: '引擎套接字所属组仅含经批准的账户',
  },
  failingTitle: {
    en: 'Accounts that were not approved are in the group of the engine’s socket',
    zh: '引擎套接字所属组含有未经批准的账户',
  },
  rationale: {
    en: 'Membership in that group is root without a password and without a trace: its members can start a container that holds the host’s whole disk, and sudo’s log never hears of it.',
    zh: '加入该组等于无口令、无痕迹的 root：成员可以启动挂载整块磁盘的容器，而 sudo 日志中毫无记录。',
  },
  remediation: {
    en: 'Take accounts out with gpasswd --delete ACCOUNT docker and let them run by sudo, with a password, only commands that are written out with their arguments, as host-sudo-docker-narrow wants. List those that must stay in the parameter allowed.',
    zh: '用 gpasswd --delete 账户 docker 移出成员，改为凭口令以 sudo 运行参数写全的个别命令（见 host-sudo-docker-narrow）。确需保留的账户写入参数 allowed。',
  },
  references: [
    'https://docs.docker.com/engine/security/',
    'https://docs.docker.com/engine/install/linux-postinstall/',
  ],
  params: z.object({
    allowed: z
      .array(z.string())
      .default([])
      .meta({ en: 'Accounts that may be members.', zh: '允许加入该组的账户。' }),
  }),
  applies: (h) =>
    h.groups.some(({ name }) => name === 'docker') ||
    h.files.engineSocket !== null ||
    notApplicable(
      text(
        'The host has neither a docker group nor a socket of an engine',
        '宿主机上既没有 docker 组，也没有引擎套接字',
      ),
    ),
  check: all(
    // What the engine takes for its socket unless set otherwise. To the kernel a group is its number, by whatever names.
    (h, { params }) => judge(groupsOf(h, dockerGids(h)), params.allowed),
    // What the socket really has, by whatever name.
    (h, { params }) => judge(groupsOf(h, socketGids(h)), params.allowed),
  ),
});
