import type { Catalog } from '../../core/controls/catalog.ts';
import type { AnyControl } from '../../core/controls/control.ts';
import { text, type Text } from '../../core/text.ts';

/** For how long something that was read holds, and why no longer. `docs/waivers.md` names the sources. */
export interface Period {
  readonly days: number;
  readonly why: Text;
}

const periods = {
  day: {
    days: 1,
    why: text(
      'Changes with time alone, or whenever somebody publishes something',
      '随时间推移或外部发布而自行变化',
    ),
  },
  week: {
    days: 7,
    why: text(
      'Anyone who has access to the machine can change it at any time',
      '拥有机器访问权限的人随时可以更改',
    ),
  },
  month: {
    days: 30,
    why: text(
      'An image does not change, but what is known of it does',
      '镜像内容不变，但对其的认知会更新',
    ),
  },
  quarter: {
    days: 90,
    why: text(
      'Changes only when the machine is set up again; no built-in standard allows more than a quarter',
      '仅在重新安装机器时才会变化；内置标准所允许的间隔均不超过一个季度',
    ),
  },
} as const satisfies Record<string, Period>;

type PeriodName = keyof typeof periods;

/** By the kind of subject; a kind that is not listed has none. */
const byKind: Readonly<Record<string, PeriodName>> = {
  host: 'week',
  engine: 'week',
  workload: 'week',
  network: 'week',
  volume: 'week',
  swarm: 'week',
  'swarm-node': 'week',
  secret: 'week',
  'registry-service': 'week',
  image: 'month',
  dockerfile: 'week',
  'image-scan': 'day',
};

/** Controls that read something slower or faster than the rest of their kind. */
export const exceptions: Readonly<Record<string, PeriodName>> = {
  'engine-version-supported': 'day',
  'host-data-root-space': 'day',
  'host-kernel-rebooted': 'day',
  'host-time-synchronised': 'day',
  'image-no-malware': 'day',
  'image-scanned': 'day',
  'swarm-nodes-ready': 'day',
  'workload-image-current': 'day',
  'workload-no-oom-kills': 'day',
  'workload-no-privileged-exec': 'day',
  'workload-no-root-exec': 'day',
  'workload-restart-storm': 'day',
  // These read the name, the age or the use of an image; its digest fixes none of them.
  'image-digest-expected': 'week',
  'image-fresh': 'week',
  'image-in-use': 'week',
  'image-no-mutable-tag': 'week',
  'image-os-supported': 'week',
  'host-container-os': 'quarter',
  'host-data-root-separate': 'quarter',
};

/** How long what a built-in control found holds; nothing for a question, since the statement that answers it has an end. */
export function periodOf({ id, subject, question }: AnyControl): Period | undefined {
  const name = exceptions[id] ?? byKind[subject.kind];
  return name === undefined || question !== undefined ? undefined : periods[name];
}

/** A catalog in which each control says for how long what it found holds; one that says so itself keeps to it. */
export const withPeriods = <C extends AnyControl>(catalog: Catalog<C>): Catalog<C> => ({
  ...catalog,
  controls: catalog.controls.map((control) => {
    const holds = control.holds ?? periodOf(control)?.days;
    return holds === undefined ? control : { ...control, holds };
  }),
});
