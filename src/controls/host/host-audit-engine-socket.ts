import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fileWatched, present } from '../blocks/host/file-watched.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditEngineSocket = defineControl({
  id: 'host-audit-engine-socket',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes to the engine’s socket are audited, and to the unit that opens it',
    zh: '审计引擎套接字及其套接字单元的更改',
  },
  failingTitle: {
    en: 'Changes to the engine’s socket, or to the unit that opens it, are not audited',
    zh: '引擎套接字或其套接字单元的更改未被审计',
  },
  rationale: {
    en: 'Owner and mode of the socket decide who is root by way of the engine. They are changed on the socket itself, which holds at once, or in its unit, which holds from the next start: only rules on both tell who did it.',
    zh: '套接字的属主和权限决定谁能经引擎成为 root。直接改套接字立即生效，改其单元文件则自下次启动起生效，两处都有审计规则才能查到改动者。',
  },
  remediation: {
    en: 'Write “-w PATH -p wa -k docker” into /etc/audit/rules.d/docker.rules, once for each PATH that the finding names, and load it: augenrules --load.',
    zh: '在 /etc/audit/rules.d/docker.rules 中写入“-w 路径 -p wa -k docker”，结论所列的每个路径各写一行，并加载：augenrules --load。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man8/augenrules.8.html',
    'https://man7.org/linux/man-pages/man5/systemd.socket.5.html',
  ],
  ...fileWatched(
    (h) => [
      ...present(h.files.dockerSocketUnit),
      ...present(h.files.engineSocket),
      ...(h.files.otherEngineSockets ?? []),
    ],
    text('socket of an engine', '引擎套接字'),
  ),
});
