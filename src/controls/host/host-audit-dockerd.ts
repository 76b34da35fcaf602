import type { CheckContext } from '../../core/controls/check.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { notApplicable } from '../../core/controls/verdict.ts';
import { auditWatches } from '../blocks/host/audit-watch.ts';
import { sealed, sealedReason } from '../blocks/host/read-only-system.ts';

const programsOf = (ctx: CheckContext): readonly string[] =>
  ctx.all(engine).map((e) => e.process.executable);

export const hostAuditDockerd = defineControl({
  id: 'host-audit-dockerd',
  subject: host,
  rating: ['disruption', 'one step'],
  title: {
    en: 'Changes to the engine’s program are audited',
    zh: '审计引擎程序文件的更改',
  },
  failingTitle: {
    en: 'Changes to the engine’s program are not audited',
    zh: '引擎程序文件的更改未被审计',
  },
  rationale: {
    en: 'Anyone who replaces the program that runs as root has the host for good, restarts included. Without an audit rule there is no record of who did it, and when.',
    zh: '替换以 root 运行的引擎程序，就能长期控制主机，重启也无法清除。没有审计规则，就无从查证何人何时所为。',
  },
  remediation: {
    en: 'Write “-w PATH -p rwxa -k docker” into /etc/audit/rules.d/docker.rules, once for each PATH that the finding names, and load it: augenrules --load.',
    zh: '在 /etc/audit/rules.d/docker.rules 中写入“-w 路径 -p rwxa -k docker”，结论所列的每个路径各写一行，并加载：augenrules --load。',
  },
  references: [
    'https://man7.org/linux/man-pages/man8/auditctl.8.html',
    'https://man7.org/linux/man-pages/man8/augenrules.8.html',
  ],
  applies: (h, ctx) => {
    const programs = programsOf(ctx);
    if (programs.length === 0) {
      return notApplicable(text('No engine was found on this host', '未在本机发现容器引擎'));
    }
    return programs.some((path) => !sealed(h, path)) || notApplicable(sealedReason);
  },
  check: auditWatches((h, ctx) => programsOf(ctx).filter((path) => !sealed(h, path))),
});
