import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fileWatched, present } from '../blocks/host/file-watched.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditDaemonConfig = defineControl({
  id: 'host-audit-daemon-config',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes to the engine’s configuration file are audited',
    zh: '审计引擎配置文件的更改',
  },
  failingTitle: {
    en: 'Changes to the engine’s configuration file are not audited',
    zh: '引擎配置文件的更改未被审计',
  },
  rationale: {
    en: 'One line in daemon.json opens the API to the network, trusts a foreign registry or has containers run by another program. Without an audit rule nobody can say who wrote that line.',
    zh: 'daemon.json 中的一行就能把 API 开放到网络、信任陌生仓库，或换用别的程序运行容器。没有审计规则，便无法追查是谁写下的。',
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
    (h) => present(h.files.daemonConfig),
    text('configuration file of an engine', '引擎配置文件'),
  ),
});
