import { z } from 'zod';
import { all } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { processesSaid } from '../blocks/workload/processes.ts';
import { dangerousCalls } from '../../knowledge/dangerous-calls.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, failOnValues, pass, unknown } from '../../core/controls/verdict.ts';

/** Dangerous calls that are not refused unless that is asked for; see the parameter. */
const excused: ReadonlySet<string> = new Set(['ptrace', 'clone', 'clone3']);

const unfiltered = text('run under no filter', '未受任何 seccomp 过滤');

export const workloadSeccomp = defineControl({
  id: 'workload-seccomp',
  subject: workload,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The container’s system calls are filtered',
    zh: '容器的系统调用受 seccomp 过滤',
  },
  failingTitle: {
    en: 'The container’s system calls are not filtered',
    zh: '容器的系统调用未受 seccomp 过滤',
  },
  rationale: {
    en: 'The default seccomp profile refuses dozens of system calls that containers do not need. They are where the flaws of the kernel that let a container out are reached.',
    zh: '默认 seccomp 配置会拒绝数十个容器用不到的系统调用，而可导致容器逃逸的内核漏洞往往正是经由这些调用触发的。',
  },
  remediation: {
    en: "Remove --security-opt seccomp=unconfined (in Compose: security_opt). For a profile of your own, begin with the engine's default and keep defaultAction at SCMP_ACT_ERRNO. A privileged container has no filter unless a profile is named.",
    zh: '去掉 --security-opt seccomp=unconfined（Compose 中为 security_opt）。如需自定义配置文件，应以引擎默认配置为基础，并保持 defaultAction 为 SCMP_ACT_ERRNO。特权容器若未显式指定配置文件，则不受任何过滤。',
  },
  references: [
    'https://docs.docker.com/engine/security/seccomp/',
    'https://docs.kernel.org/userspace-api/seccomp_filter.html',
  ],
  params: z.object({
    refused: z
      .array(z.enum(dangerousCalls))
      .default(dangerousCalls.filter((call) => !excused.has(call)))
      .meta({
        en: 'System calls that a profile of its own may not let through. Those that reach for the kernel or out of the container; less ptrace, which the default profile lets through as well, and clone and clone3, without which nothing starts a process: add them where profiles look at their flags.',
        zh: '自定义配置不得放行的系统调用。默认为直接作用于内核或越出容器的调用；不含 ptrace（引擎默认配置同样放行），也不含创建进程必需的 clone 与 clone3，若配置已对其标志位加以限制可自行加入。',
      }),
  }),
  // All must hold: a process may filter itself, which says nothing of what else runs in the container.
  check: all(
    (w) => {
      const { mode } = w.security.seccomp;
      if (mode === 'unconfined') {
        return fail(text('Seccomp is switched off for it', '该工作负载已关闭 seccomp'));
      }
      if (mode === 'custom' && w.security.seccomp.allowsAll) {
        return fail(
          text(
            'The custom seccomp profile allows every system call that it does not name',
            '其自定义 seccomp 配置放行一切未列出的系统调用',
          ),
        );
      }
      return true;
    },
    (w, { params }) => {
      if (w.security.seccomp.mode !== 'custom') return true;
      const { allowedDangerous } = w.security.seccomp;
      if (allowedDangerous === undefined) {
        return unknown(
          text('What its own profile lets through was not read', '未采集到其自定义配置放行的调用'),
        );
      }
      const open = allowedDangerous.filter((call) =>
        params.refused.some((refused) => refused === call),
      );
      if (open.length === 0) {
        return allowedDangerous.includes('clone') || allowedDangerous.includes('clone3')
          ? pass(
              text(
                'The custom seccomp profile does not check the flags of clone, so user namespaces may be created',
                '其自定义 seccomp 配置未限制 clone 的标志位，可创建用户命名空间',
              ),
            )
          : true;
      }
      return failOnValues(open, (calls) =>
        text(
          `The custom seccomp profile allows ${calls.join(', ')}`,
          `其自定义 seccomp 配置放行了 ${calls.join('、')}`,
        ),
      );
    },
    (w) =>
      w.security.seccomp.mode !== 'default' ||
      !w.privileged ||
      fail(
        text(
          'Privileged, and a privileged container does not get the default profile',
          '该容器为特权容器，引擎不会对其应用默认 seccomp 配置',
        ),
      ),
    (w) =>
      w.kernel?.seccomp !== 0 ||
      fail(
        text(
          'By the kernel, its first process is under no filter',
          '内核显示其首进程未受任何 seccomp 过滤',
        ),
      ),
    (w) => {
      const free = (w.processes ?? []).filter(({ rights }) => rights?.seccomp === 0);
      return free.length === 0 || fail(processesSaid(free, unfiltered));
    },
  ),
});
