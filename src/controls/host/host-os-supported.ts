import { defineControl } from '../../core/controls/control.ts';
import { host } from '../../core/subjects/host/host.ts';
import { notApplicable } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';
import { endOf, isSupported, supportParams, supportReferences } from '../blocks/os-support.ts';

export const hostOsSupported = defineControl({
  id: 'host-os-supported',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The system of the host still gets fixes (table of July 2026)',
    zh: '宿主机操作系统仍在维护期内（截至 2026 年 7 月的版本表）',
  },
  failingTitle: {
    en: 'The system of the host gets no more fixes (table of July 2026)',
    zh: '宿主机操作系统已停止维护（截至 2026 年 7 月的版本表）',
  },
  rationale: {
    en: 'After its end a release gets no fixes any more, for its kernel neither, which all containers share: a flaw that becomes known from then on stays, and no update closes it.',
    zh: '停止维护的系统不再有任何补丁，所有容器共享的内核也不例外：此后公开的漏洞将一直存在，任何更新都无法修复。',
  },
  remediation: {
    en: 'Move the workloads to a host with a release that is maintained, or upgrade this one (Debian: the release notes; Ubuntu: do-release-upgrade). Where a contract extends the support, write its end into the parameter ends.',
    zh: '将工作负载迁移到系统仍在维护期内的主机，或升级本机（Debian 参照发行说明，Ubuntu 用 do-release-upgrade）。若已购买延长支持，将其截止日期写入参数 ends。',
  },
  references: [...supportReferences],
  params: supportParams,
  applies: ({ os }, { params }) =>
    !os.containerOs ||
    endOf(os, params) !== undefined ||
    notApplicable(
      text(
        `${os.name} is replaced as a whole, and each release is supported until the next`,
        `${os.name} 整体更新，每个版本维护至下一版本发布为止`,
      ),
    ),
  check: (h, ctx) => isSupported(h.os, ctx),
});
