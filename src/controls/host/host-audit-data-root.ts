import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { notApplicable } from '../../core/controls/verdict.ts';
import { auditWatches } from '../blocks/host/audit-watch.ts';

export const hostAuditDataRoot = defineControl({
  id: 'host-audit-data-root',
  subject: host,
  // The person who made the change was let in or broke in; the trace of it is what is lost.
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes to the engine’s data are audited',
    zh: '审计引擎数据目录的更改',
  },
  failingTitle: {
    en: 'Changes to the engine’s data are not audited',
    zh: '引擎数据目录的更改未被审计',
  },
  rationale: {
    en: 'Below the data root lie the files of every container and volume. Anyone who writes there directly changes what runs, past the engine, its log and its authorization plugins.',
    zh: '数据目录下存放着所有容器和卷的文件。直接写入该目录即可绕过引擎、引擎日志和授权插件，篡改正在运行的内容。',
  },
  remediation: {
    en: 'Write “-w PATH -p wa -k docker” into /etc/audit/rules.d/docker.rules, once for each PATH that the finding names, and load it: augenrules --load.',
    zh: '在 /etc/audit/rules.d/docker.rules 中写入“-w 路径 -p wa -k docker”，结论所列的每个路径各写一行，并加载：augenrules --load。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man8/augenrules.8.html',
  ],
  applies: (_, ctx) =>
    ctx.all(engine).length > 0 ||
    notApplicable(text('No engine was found on this host', '未在本机发现容器引擎')),
  check: auditWatches((_, ctx) => ctx.all(engine).map((e) => e.dataRoot)),
});
