import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { engine } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, pass, unknown } from '../../core/controls/verdict.ts';
import { daysBetween } from '../blocks/days.ts';
import { atLeastVersion } from '../../syntax/compare-versions.ts';
import { supportedReleases } from '../../knowledge/supported-releases.ts';

export const engineVersionSupported = defineControl({
  id: 'engine-version-supported',
  subject: engine,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The engine is of a release that still gets fixes',
    zh: '引擎版本仍在安全维护期内',
  },
  failingTitle: {
    en: 'The engine’s release gets no more fixes',
    zh: '引擎版本已停止安全维护',
  },
  rationale: {
    en: 'Breakouts from containers are found every year, and only maintained releases get fixes. This goes by a table of a known day, which each finding names; once that is too long ago, nothing passes by it any more.',
    zh: '每年都会发现新的容器逃逸漏洞，只有在维护的版本才会修复。判定依据为注明日期的维护版本表，结果中会写明该日期；版本表过旧后不再据此判定通过。',
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
    minimum: z.string().nullable().default(null).meta({
      en: 'Oldest release of Docker Engine that is accepted. Null takes that of the table, which has a date; to name one is to vouch for it.',
      zh: '可接受的最低 Docker Engine 版本。null 表示采用注明日期的维护版本表；自行指定者应对其负责。',
    }),
    maxTableDays: z.number().int().positive().default(365).meta({
      en: 'Days for which the table is believed. A release is maintained for about a year.',
      zh: '维护版本表的可信天数。一个版本系列的维护期约为一年。',
    }),
  }),
  applies: (e) =>
    e.product !== 'podman' ||
    notApplicable(
      text(
        'The table of supported releases is Docker Engine’s, and this is Podman',
        '维护版本表仅适用于 Docker Engine，本引擎为 Podman',
      ),
    ),
  check: (e, { params, collectedAt }) => {
    const { product, version } = e;
    if (product === 'other') {
      return unknown(text('The engine does not report what it is', '引擎未说明自身为何种产品'));
    }
    const minimum = params.minimum ?? supportedReleases.minimum;
    const supported = atLeastVersion(version, minimum);
    if (supported === null) {
      return unknown(
        text(`The version ${version} could not be understood`, `无法识别版本号 ${version}`),
      );
    }
    if (params.minimum !== null) {
      return (
        supported ||
        fail(text(`Version ${version} is older than ${minimum}`, `版本 ${version} 低于 ${minimum}`))
      );
    }
    const { asOf } = supportedReleases;
    const age = Math.floor(daysBetween(asOf, collectedAt));
    if (!supported) {
      return fail(
        text(
          `Version ${version} is older than ${minimum}, the oldest maintained on ${asOf}`,
          `版本 ${version} 低于 ${minimum}（${asOf} 时仍在维护的最低版本）`,
        ),
      );
    }
    const where = text(
      `the table of maintained releases is of ${asOf}, ${age} days before this scan`,
      `维护版本表的日期为 ${asOf}，距本次扫描 ${age} 天`,
    );
    return age <= params.maxTableDays
      ? pass(text(`As far as is known: ${where.en}`, `就目前所知：${where.zh}`))
      : unknown(text(`This cannot be determined: ${where.en}`, `无法判定：${where.zh}`));
  },
});
