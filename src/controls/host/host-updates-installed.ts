import { z } from 'zod';
import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';
import { host } from '../../core/subjects/host/host.ts';
import { text } from '../../core/text.ts';
import { daysBetween } from '../blocks/days.ts';
import { notRead } from '../blocks/host/not-read.ts';

/** Packages that a message names. */
const named = 5;

export const hostUpdatesInstalled = defineControl({
  id: 'host-updates-installed',
  subject: host,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The security updates that the host knows of are installed',
    zh: '宿主机已知的安全更新均已安装',
  },
  failingTitle: {
    en: 'Security updates of the host wait to be installed',
    zh: '宿主机有安全更新未安装',
  },
  rationale: {
    en: 'An update that is published tells everybody where the flaw was. Until it is installed, the library that dockerd, sshd or runc is linked to has it still, and containers are as strong as the host below them.',
    zh: '更新一经发布，漏洞所在即为众人所知。在安装之前，dockerd、sshd 或 runc 所用的库仍有该漏洞，而容器的安全以其下的宿主机为限。',
  },
  remediation: {
    en: 'apt-get update && apt-get upgrade, restart what the updates are of (needrestart names it), and let unattended-upgrades install those of the security suite from then on.',
    zh: '执行 apt-get update && apt-get upgrade，重启相关服务（可用 needrestart 查看），此后由 unattended-upgrades 自动安装安全更新。',
  },
  references: [
    'https://wiki.debian.org/UnattendedUpgrades',
    'https://documentation.ubuntu.com/server/how-to/software/automatic-updates/',
  ],
  params: z.object({
    maxDays: z.number().positive().default(7).meta({
      en: 'Days that the lists may be old, by the date in them: older ones do not know what was published since. 7: security archives are dated anew at least as often.',
      zh: '软件源列表可距今多少天（以列表中的日期计）：过旧的列表不含此后发布的更新。7：安全更新源至少每周更新日期。',
    }),
  }),
  applies: ({ updates }) => {
    if (updates === undefined) return notRead;
    return (
      updates !== null ||
      notApplicable(text('The host has no database of packages', '宿主机没有软件包数据库'))
    );
  },
  check: all(
    ({ updates }) => {
      const pending = updates?.pending ?? [];
      const some = pending
        .slice(0, named)
        .map(({ name, installed, available }) => `${name} ${installed} (${available})`)
        .join(', ');
      const more = pending.length > named ? ', …' : '';
      return (
        pending.length === 0 ||
        fail(
          text(
            `Security updates that wait: ${pending.length}: ${some}${more}`,
            `待安装的安全更新 ${pending.length} 个：${some}${more}`,
          ),
        )
      );
    },
    ({ updates }, { params, collectedAt }) => {
      const listsAt = updates?.listsAt ?? null;
      if (listsAt === null) {
        return unknown(
          text(
            'No list of security updates is there: apt-get update, and see that the security suite is in sources.list',
            '没有安全更新列表：请执行 apt-get update，并确认 sources.list 含有 security 源',
          ),
        );
      }
      const days = daysBetween(listsAt, collectedAt);
      return (
        // A list of tomorrow may be of another time zone.
        (days <= params.maxDays && days > -2) ||
        unknown(
          text(
            `The lists are of ${listsAt} and do not know what was published since`,
            `列表日期为 ${listsAt}，不含此后发布的更新`,
          ),
        )
      );
    },
  ),
});
