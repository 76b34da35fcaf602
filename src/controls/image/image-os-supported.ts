import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { notApplicable, unknown } from '../../core/controls/verdict.ts';
import { isSupported, supportParams, supportReferences } from '../blocks/os-support.ts';

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
  references: [...supportReferences],
  params: supportParams,
  applies: (i) =>
    i.files.os !== null ||
    i.files.packages.manager !== null ||
    notApplicable(
      text(
        'No operating system of its own: no os-release and no packages',
        '镜像不含操作系统（没有 os-release 文件，也没有软件包）',
      ),
    ),
  check: (i, ctx) =>
    i.files.os === null
      ? unknown(
          text(
            `Packages of ${i.files.packages.manager} found, but no os-release that names their operating system`,
            `镜像含有 ${i.files.packages.manager} 软件包，但没有 os-release 文件说明其操作系统`,
          ),
        )
      : isSupported(i.files.os, ctx),
});
