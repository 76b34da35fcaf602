import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { createdOnce } from '../blocks/workload/created-once.ts';

export const workloadNoOomKills = defineControl({
  id: 'workload-no-oom-kills',
  subject: workload,
  // It is a sign, and what it is a sign of is judged elsewhere.
  rating: ['weakness', 'open'],
  title: {
    en: 'The container was not killed by the out-of-memory killer',
    zh: '容器未因内存不足被终止',
  },
  failingTitle: {
    en: 'The container was killed because its memory ran out',
    zh: '容器因内存不足被终止',
  },
  rationale: {
    en: 'When a container reaches its memory limit the kernel ends something in it. Either the limit is too low for its work, or it leaks, or somebody makes it use what it has.',
    zh: '容器达到内存上限时，内核会终止其中的进程。原因要么是上限过低，要么是内存泄漏，要么是有人蓄意耗尽其内存。',
  },
  remediation: {
    en: 'Look at what it used: docker stats NAME. Fix the leak or bound its input; where the work really needs more, raise --memory.',
    zh: '查看实际用量：docker stats NAME。修复泄漏或限制输入规模；业务确需更多内存时再调高 --memory。',
  },
  references: [
    'https://docs.docker.com/engine/containers/resource_constraints/',
    'https://docs.docker.com/reference/api/engine/',
  ],
  applies: createdOnce,
  check: (w) =>
    w.lifecycle?.oomKilled !== true ||
    fail(
      text(
        'In its last run the kernel ended it because its memory was used up',
        '最近一次运行中因内存耗尽被内核终止',
      ),
    ),
});
