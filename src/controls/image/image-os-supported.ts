import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';
import { daysBetween } from '../blocks/days.ts';
import { supportEnd, supportEnds } from '../../knowledge/os-support.ts';

export const imageOsSupported = defineControl({
  id: 'image-os-supported',
  subject: image,
  // Unlike an image that is merely old, no rebuild fixes it.
  rating: ['breach', 'one step'],
  title: {
    en: 'The system in the image still gets fixes (table of July 2026)',
    zh: '镜像中的操作系统仍在维护期内（截至 2026 年 7 月的版本表）',
  },
  failingTitle: {
    en: 'The system in the image gets no more fixes (table of July 2026)',
    zh: '镜像中的操作系统已停止维护（截至 2026 年 7 月的版本表）',
  },
  rationale: {
    en: 'After its end a release gets no fixes any more: rebuilding changes nothing, and scanners fall silent, since nobody writes down its flaws.',
    zh: '停止维护的系统不再有任何补丁：重新构建也无济于事；漏洞库不再收录，扫描结果反而显得干净。',
  },
  remediation: {
    en: 'Build on a release that is maintained: FROM debian:13-slim, FROM alpine:3.23. Where a contract extends the support, write its end into the parameter ends.',
    zh: '改用仍在维护的版本构建：FROM debian:13-slim、FROM alpine:3.23。若已购买延长支持，将其截止日期写入参数 ends。',
  },
  references: [
    'https://wiki.debian.org/LTS',
    'https://ubuntu.com/about/release-cycle',
    'https://alpinelinux.org/releases/',
    'https://access.redhat.com/support/policy/updates/errata',
  ],
  params: z.object({
    ends: z.record(z.string(), z.iso.date()).default({}).meta({
      en: 'Days on which support ends, by id and version of os-release: `{"debian 11": "2031-06-30"}`. They come before the built-in table of July 2026, and are empty unless you have a contract or a system that it does not know.',
      zh: '按 os-release 的 ID 与版本写明维护截止日期，例如 `{"debian 11": "2031-06-30"}`，优先于内置的 2026 年 7 月版本表。默认为空；已购买延长支持或系统不在表中时填写。',
    }),
  }),
  applies: (i) =>
    i.files.os !== null ||
    i.files.packages.manager !== null ||
    notApplicable(
      text(
        'No operating system of its own: no os-release and no packages',
        '镜像不含操作系统（没有 os-release 文件，也没有软件包）',
      ),
    ),
  check: (i, { params, collectedAt }) => {
    if (i.files.os === null) {
      return unknown(
        text(
          `Packages of ${i.files.packages.manager} found, but no os-release that names their operating system`,
          `镜像含有 ${i.files.packages.manager} 软件包，但没有 os-release 文件说明其操作系统`,
        ),
      );
    }
    const { id, version, name } = i.files.os;
    const end = supportEnd(id, version, params.ends) ?? supportEnd(id, version, supportEnds);
    if (end === undefined) {
      return unknown(
        text(
          `The table of July 2026 does not know ${name} (${id} ${version})`,
          `2026 年 7 月的版本表中没有 ${name}（${id} ${version}）`,
        ),
      );
    }
    // Through the whole of its last day.
    if (daysBetween(end, collectedAt) < 1) return true;
    return fail(text(`The support of ${name} ended on ${end}`, `${name} 已于 ${end} 停止维护`));
  },
});
