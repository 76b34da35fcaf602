import { defineControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fileWatched, present } from '../blocks/host/file-watched.ts';

export const hostAuditDockerConfig = defineControl({
  id: 'host-audit-docker-config',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes in the engine’s configuration directory are audited',
    zh: '审计引擎配置目录的更改',
  },
  failingTitle: {
    en: 'Changes in the engine’s configuration directory are not audited',
    zh: '引擎配置目录的更改未被审计',
  },
  rationale: {
    en: 'In this directory lie daemon.json and the certificates of registries: a new file here opens the API to the network, or makes the engine believe a foreign registry. Without an audit rule nobody can say who put it there.',
    zh: '该目录存放 daemon.json 和仓库证书，新增一个文件就可能把 API 开放到网络，或让引擎信任陌生仓库。没有审计规则，便无法追查是谁放进去的。',
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
    (h) => present(h.files.dockerDirectory),
    text('configuration directory of an engine', '引擎配置目录'),
  ),
});
