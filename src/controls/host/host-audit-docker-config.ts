import { all } from '../../core/combinators.ts';
import { defineControl } from '../../core/control.ts';
import { host, type HostFacts } from '../../core/subjects/host.ts';
import { text } from '../../core/text.ts';
import { notApplicable } from '../../core/verdict.ts';
import { auditWatches } from './audit-watch.ts';
import type { HostFile } from './host-file.ts';

const pathOf = (file: HostFile | null): readonly string[] => (file === null ? [] : [file.path]);

const directory = (h: HostFacts) => h.files.dockerDirectory;
const configuration = (h: HostFacts) => h.files.daemonConfig;

export const hostAuditDockerConfig = defineControl({
  id: 'host-audit-docker-config',
  subject: host,
  severity: 'medium',
  title: {
    en: 'Changes to the engine’s configuration are audited',
    zh: '审计引擎配置的更改',
  },
  rationale: {
    en: 'One line in daemon.json opens the API to the network or trusts a foreign registry, and certificates lie in the same place. Without an audit rule nobody can say who changed them.',
    zh: 'daemon.json 中的一行就能把 API 开放到网络，或信任陌生仓库；证书也存放在同一目录。没有审计规则，便无法追查是谁改动的。',
  },
  remediation: {
    en: 'Write “-w /etc/docker -p wa -k docker” into /etc/audit/rules.d/docker.rules, and the same for a configuration file elsewhere; load with augenrules --load.',
    zh: '在 /etc/audit/rules.d/docker.rules 中写入“-w /etc/docker -p wa -k docker”，配置文件若在别处也照此添加，然后用 augenrules --load 加载。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man8/augenrules.8.html',
  ],
  applies: (h) =>
    directory(h) !== null ||
    configuration(h) !== null ||
    notApplicable(text('The host has no configuration of an engine', '宿主机上没有引擎配置')),
  check: all(
    auditWatches((h) => pathOf(directory(h))),
    auditWatches((h) => pathOf(configuration(h))),
  ),
});
