import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { fileWatched, present } from '../blocks/host/file-watched.ts';
import { dropInOf } from '../blocks/host/unit-drop-in.ts';
import { defineControl } from '../../core/controls/control.ts';

export const hostAuditDockerService = defineControl({
  id: 'host-audit-docker-service',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes to the engine’s service unit are audited',
    zh: '审计引擎服务单元的更改',
  },
  failingTitle: {
    en: 'Changes to the engine’s service unit are not audited',
    zh: '引擎服务单元的更改未被审计',
  },
  rationale: {
    en: 'The unit says which program starts as root, and with which flags: one line opens the API to the network at the next boot. The person who changed it must be known afterwards.',
    zh: '服务单元决定以 root 启动哪个程序、带哪些参数，改动一行就能让 API 在下次启动后对网络开放。事后必须能查到改动者。',
  },
  remediation: {
    en: 'Write “-w PATH -p wa -k docker” into /etc/audit/rules.d/docker.rules, once for each PATH that the finding names, and load it: augenrules --load.',
    zh: '在 /etc/audit/rules.d/docker.rules 中写入“-w 路径 -p wa -k docker”，结论所列的每个路径各写一行，并加载：augenrules --load。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man8/augenrules.8.html',
    'https://man7.org/linux/man-pages/man5/systemd.unit.5.html',
  ],
  ...fileWatched(
    (h) => [...present(h.files.dockerService), ...h.unitDropIns.filter(dropInOf('docker.service'))],
    text('service unit that starts an engine', '启动引擎的服务单元'),
  ),
});
