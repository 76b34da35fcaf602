import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fileWatched, present } from '../blocks/host/file-watched.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditDockerSysconfig = defineControl({
  id: 'host-audit-docker-sysconfig',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes to the engine’s sysconfig file are audited',
    zh: '审计引擎 sysconfig 文件的更改',
  },
  failingTitle: {
    en: 'Changes to the engine’s sysconfig file are not audited',
    zh: '引擎 sysconfig 文件的更改未被审计',
  },
  rationale: {
    en: 'Where the service reads /etc/sysconfig/docker, as on Red Hat’s systems, what stands there becomes flags and environment of a program that runs as root. A rule records who wrote it.',
    zh: '红帽系系统的服务若读取 /etc/sysconfig/docker，其内容就会成为以 root 运行的程序的参数和环境变量。审计规则可记录是谁写入的。',
  },
  remediation: {
    en: 'Write “-w PATH -p wa -k docker” into /etc/audit/rules.d/docker.rules, once for each PATH that the finding names, and load it: augenrules --load.',
    zh: '在 /etc/audit/rules.d/docker.rules 中写入“-w 路径 -p wa -k docker”，结论所列的每个路径各写一行，并加载：augenrules --load。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man8/augenrules.8.html',
  ],
  ...fileWatched(
    (h) => present(h.files.dockerSysconfig),
    text('file /etc/sysconfig/docker', ' /etc/sysconfig/docker 文件'),
  ),
});
