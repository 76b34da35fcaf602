import { z } from 'zod';
import { all, each } from '../../core/controls/combinators.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { modeBits, staysWithin } from '../blocks/host/file-mode.ts';
import { notRead } from '../blocks/host/not-read.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostContainerLogReaders = defineControl({
  id: 'host-container-log-readers',
  subject: host,
  rating: ['breach', 'one step'],
  title: {
    en: 'Only root and the log shipper read the logs of containers',
    zh: '容器日志仅 root 和日志采集账户可读',
  },
  failingTitle: {
    en: 'Accounts other than root and the log shipper reach the logs of containers',
    zh: 'root 和日志采集账户以外的账户可访问容器日志',
  },
  rationale: {
    en: 'Programs print tokens, names and whole requests. The engine keeps what they print in files of root’s own; a chmod so that a shipper gets to them opens the logs of every container to every account of the host.',
    zh: '程序输出中常含令牌、姓名乃至完整请求。引擎将其写入仅 root 可读的文件；为方便采集而放宽权限，会让主机上所有账户都能读到每个容器的日志。',
  },
  remediation: {
    en: 'chmod 0640 the files *-json.log and local-logs/container.log below /var/lib/docker/containers, and give them to root and a group of the shipper’s own; a shipper that runs as root, or takes the logs by the API, needs no more.',
    zh: '将 /var/lib/docker/containers 下的 *-json.log 和 local-logs/container.log 设为 0640，属主为 root、属组为采集程序专用组；以 root 运行或经 API 采集日志的程序无需放宽权限。',
  },
  references: [
    'https://docs.docker.com/engine/logging/drivers/json-file/',
    'https://docs.docker.com/engine/logging/drivers/local/',
  ],
  params: z.object({
    groups: z.array(z.string().min(1)).default([]).meta({
      en: 'Groups besides root’s that the files may belong to. None: the engine gives them to root’s. The group of the account itself where the engine is rootless.',
      zh: '文件除 root 组外可属于的组。空：引擎默认归 root 组。引擎以 rootless 模式运行的，填该账户的组。',
    }),
    allowed: modeBits(0o640).meta({
      en: 'Bits that a file may have. 0o640: as the engine makes them.',
      zh: '文件允许具有的权限位。0o640：与引擎创建时一致。',
    }),
  }),
  applies: ({ containerLogs }) => containerLogs !== undefined || notRead,
  check: each(
    (h) => h.containerLogs ?? [],
    all(
      ({ path, gid, group }, { params }) =>
        gid === 0 ||
        params.groups.some((own) => own === group) ||
        fail(
          text(`${path} belongs to the group ${group ?? gid}`, `${path} 属于组 ${group ?? gid}`),
        ),
      (file, { params }) => staysWithin(file, params.allowed),
    ),
    text('The engine keeps no logs of containers in files', '引擎未以文件保存容器日志'),
  ),
});
