import { z } from 'zod';
import { defineControl } from '../../core/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, unknown } from '../../core/verdict.ts';
import { atLeastVersion } from '../versions.ts';

export const engineVersionSupported = defineControl({
  id: 'engine-version-supported',
  subject: engine,
  severity: 'high',
  title: {
    en: 'The engine is of a release that still gets fixes (as of May 2026)',
    zh: '引擎版本仍在安全维护期内（截至 2026 年 5 月）',
  },
  rationale: {
    en: 'Breakouts from containers are found every year, and only maintained releases are mended. In May 2026 the project’s own table had 29.x maintained and 28.x no longer; after that date this minimum knows nothing.',
    zh: '每年都会发现新的容器逃逸漏洞，只有在维护的版本才会修复。据项目方 2026 年 5 月的版本表，29.x 仍在维护，28.x 已停止维护；此后的变化不在本默认值之内。',
  },
  remediation: {
    en: 'Upgrade the engine, for example with apt-get install docker-ce docker-ce-cli containerd.io. Where a distribution or vendor maintains an older release, set the parameter minimum to its version and give that as the reason.',
    zh: '升级引擎，例如 apt-get install docker-ce docker-ce-cli containerd.io。若由发行版或厂商维护较旧版本，请将参数 minimum 设为其版本，并写明理由。',
  },
  references: [
    'https://github.com/moby/moby/blob/master/project/BRANCHES-AND-TAGS.md',
    'https://docs.docker.com/engine/release-notes/',
  ],
  params: z.object({
    minimum: z.string().default('29.0.0').meta({
      en: 'Oldest release of Docker Engine that is accepted. The default stands in moby’s table of May 2026.',
      zh: '可接受的最低 Docker Engine 版本。默认值取自 moby 2026 年 5 月的维护版本表。',
    }),
  }),
  applies: (e) =>
    e.product === 'docker' ||
    notApplicable(
      text(
        'The table of supported releases is Docker Engine’s; this is another product',
        '维护版本表仅适用于 Docker Engine，本引擎为其他产品',
      ),
    ),
  check: (e, { params }) => {
    const { version } = e;
    const supported = atLeastVersion(version, params.minimum);
    if (supported === null) {
      return unknown(
        text(`The version ${version} could not be understood`, `无法识别版本号 ${version}`),
      );
    }
    if (supported) return true;
    return fail(
      text(
        `Version ${version} is older than ${params.minimum}`,
        `版本 ${version} 低于 ${params.minimum}`,
      ),
    );
  },
});
