import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail, unknown } from '../../core/controls/verdict.ts';
import { daysBetween } from '../blocks/days.ts';

/** No image is older than Docker. Builders that drop times for the sake of equal bytes write 0001, 1970 or 1980. */
const firstRelease = '2013-03-20T00:00:00Z';

/** Clocks differ; an image that says it was built later than this is not to be believed. */
const clockDays = 1;

export const imageFresh = defineControl({
  id: 'image-fresh',
  subject: image,
  rating: ['breach', 'remote'],
  title: {
    en: 'The image was built recently',
    zh: '镜像在规定期限内重新构建',
  },
  failingTitle: {
    en: 'The image was not built recently',
    zh: '镜像超过规定期限未重新构建',
  },
  rationale: {
    en: 'Fixes for the packages in an image arrive only when it is built again. The older it is, the more publicly known flaws it carries into production.',
    zh: '镜像中软件包的补丁只有在重新构建后才会生效。镜像越旧，带入生产环境的已公开漏洞就越多。',
  },
  remediation: {
    en: 'Rebuild on fresh bases with docker build --pull --no-cache, scan the result, roll it out, and let the pipeline do so on a schedule even when nothing in the code changed.',
    zh: '用 docker build --pull --no-cache 基于最新基础镜像重新构建，扫描后发布；并在流水线中设为定期执行，代码没有变化也要重建。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  params: z.object({
    maxDays: z.number().positive().default(90).meta({
      en: 'Days since the build. 90 is a quarter: the usual rhythm of patch cycles and vulnerability scans.',
      zh: '自构建起的最长天数。90 天即一个季度，与常见的补丁和漏洞扫描周期一致。',
    }),
  }),
  check: (i, { params, collectedAt }) => {
    const { createdAt } = i;
    if (createdAt === null || daysBetween(firstRelease, createdAt) < 0) {
      return unknown(
        text('The image does not record when it was built', '镜像没有记录真实的构建时间'),
      );
    }
    const days = daysBetween(createdAt, collectedAt);
    if (days < -clockDays) {
      return unknown(
        text(
          `Build date ${createdAt} is in the future`,
          `镜像记录的构建时间 ${createdAt} 晚于采集时间`,
        ),
      );
    }
    if (days <= params.maxDays) return true;
    const whole = Math.floor(days);
    return fail(text(`Built ${whole} days ago`, `构建至今已 ${whole} 天`));
  },
});
