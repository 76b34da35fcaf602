import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { engine, type EngineFacts } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { beside } from '../../core/controls/combinators.ts';
import { daemonOnly } from '../blocks/engine/daemon-only.ts';

/** What the engine takes when nothing is said, so that writing it out changes nothing. */
function engineDefault(e: EngineFacts): string {
  if (e.cgroup.driver !== 'systemd') return '/docker';
  return e.rootless ? 'user.slice' : 'system.slice';
}

/** A parent as the kernel has it: slashes at its ends are of no account, but for slices of systemd, which have none. */
const settled = (parent: string): string =>
  parent.endsWith('.slice') ? parent : `/${parent.split('/').filter(Boolean).join('/')}`;

export const engineDefaultCgroup = defineControl({
  id: 'engine-default-cgroup',
  subject: engine,
  rating: ['disruption', 'remote'],
  title: {
    en: 'Containers are put under the expected control group',
    zh: '容器归属预期的控制组',
  },
  failingTitle: {
    en: 'Containers are put under an unexpected control group',
    zh: '容器未归属预期的控制组',
  },
  rationale: {
    en: 'The control group above all containers carries the limits that protect the host from them together. Under another parent those limits, and what watches them, do not hold.',
    zh: '所有容器之上的父控制组承载着保护宿主机的总体资源上限。换到其他父级，这些上限及其监控便不再生效。',
  },
  remediation: {
    en: 'Remove "cgroup-parent" from /etc/docker/daemon.json and --cgroup-parent from ExecStart, and restart the engine; or, where another parent is intended, name it in the parameter expected.',
    zh: '从 /etc/docker/daemon.json 中删除 "cgroup-parent"，去掉 ExecStart 中的 --cgroup-parent，然后重启引擎；如确需使用其他父级，请在参数 expected 中写明。',
  },
  references: ['https://docs.docker.com/reference/cli/dockerd/'],
  params: z.object({
    expected: z.string().default('').meta({
      en: 'The parent that is right; empty means the engine’s default.',
      zh: '正确的父控制组；留空表示引擎自身的默认值。',
    }),
  }),
  applies: daemonOnly,
  check: beside(
    (e, { params }) => {
      const parent = e.cgroupParent.effective;
      if (parent === params.expected) return true;
      // Only what is written out has to be compared with the default by name.
      const named = parent === '' ? engineDefault(e) : parent;
      const wanted = params.expected === '' ? engineDefault(e) : params.expected;
      if (settled(named) === settled(wanted)) return true;
      return fail(text(`The parent is ${named}`, `父控制组为 ${named}`));
    },
    (e) => e.cgroupParent.configured,
  ),
});
