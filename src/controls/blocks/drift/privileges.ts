import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text } from '../../../core/text.ts';
import { unknown } from '../../../core/controls/verdict.ts';
import { engineOf, imageOf, unreadEngine, unreadImage, type Pair } from './pair.ts';
import { differs, type Part, saidOr, set, value } from './part.ts';

/** Whether both are privileged, or neither is: it says all that follows from it. */
const equallyPrivileged = ({ running, intended }: Pair): boolean =>
  running.privileged === intended.privileged;

const userLabel = text('user', '用户');

/** What a file says nothing of, its image does. */
const user: Part = {
  name: 'user',
  agree: saidOr(
    (w) => w.user.configured,
    ({ running, intended }) =>
      running.user.configured === intended.user.configured ||
      differs(userLabel, running.user.configured, intended.user.configured),
    (pair, ctx) => {
      const { configured } = pair.running.user;
      const given = imageOf(pair, ctx)?.user.configured;
      if (given === undefined) return unreadImage;
      return configured === given || differs(userLabel, configured, given);
    },
  ),
};

const seccompLabel = text('seccomp', 'seccomp');

/** What lets everything through is the engine's default where the engine has none. */
const seccomp: Part = {
  name: 'seccomp',
  containersOnly: true,
  agree: (pair, ctx) => {
    if (!equallyPrivileged(pair)) return true;
    const [is, should] = [pair.running.security.seccomp, pair.intended.security.seccomp];
    if (is.mode !== should.mode) {
      const byEngine = ['', 'unconfined'].includes(engineOf(ctx)?.security.seccomp ?? 'default');
      if (byEngine && should.mode === 'default' && is.mode === 'unconfined') return true;
      return differs(seccompLabel, is.mode, should.mode);
    }
    if (is.mode !== 'custom') return true;
    const [allows, allowed] = [is, should].map(
      ({ allowsAll, allowedDangerous = [] }) => `${String(allowsAll)} ${allowedDangerous.join()}`,
    );
    return (
      allows === allowed ||
      differs(
        seccompLabel,
        text('another profile', '另一配置文件'),
        text('that of the file', '文件所指配置'),
      )
    );
  },
};

const apparmorLabel = text('AppArmor profile', 'AppArmor 配置');

/** The profile that a file leaves to the engine. */
function apparmorByDefault({ running, intended }: Pair): string {
  const { profile } = running.security.apparmor;
  if (intended.privileged) return 'unconfined';
  return profile.startsWith('containers-default-') ? profile : 'docker-default';
}

/** Where the engine has no AppArmor nothing is in force, whatever was asked for. */
const judgeApparmor =
  (intended: (pair: Pair) => string): Part['agree'] =>
  (pair, ctx) => {
    if (!equallyPrivileged(pair) || engineOf(ctx)?.security.apparmor === false) return true;
    const { profile } = pair.running.security.apparmor;
    return profile === intended(pair) || differs(apparmorLabel, profile, intended(pair));
  };

const apparmor: Part = {
  name: 'apparmor',
  containersOnly: true,
  agree: saidOr(
    (w) => w.security.apparmor.profile,
    judgeApparmor(({ intended }) => intended.security.apparmor.profile),
    judgeApparmor(apparmorByDefault),
  ),
};

const runtimeLabel = text('runtime', '运行时');

/** What a file leaves open, its engine's default is. Snapshots of before do not tell the runtime. */
const runtime: Part = {
  name: 'runtime',
  containersOnly: true,
  agree: ({ running, intended }, ctx) => {
    const should = intended.runtime ?? engineOf(ctx)?.runtimes.default;
    if (running.runtime === undefined) return intended.runtime === undefined || unreadRuntime;
    if (should === undefined) return unreadEngine;
    return running.runtime === should || differs(runtimeLabel, running.runtime, should);
  },
};

const unreadRuntime = unknown(text('The runtime was not read', '未采集到其运行时'));

const systemPathsLabel = text(
  'system paths of /proc and /sys unmasked',
  '取消 /proc、/sys 路径屏蔽',
);

/** Every part that gives a container rights or takes them away. */
export const privilegeParts: readonly Part[] = [
  value('privileged', text('privileged', '特权模式'), (w) => w.privileged, {
    containersOnly: true,
  }),
  set('capabilities', text('capabilities added', '新增权能'), (w) => w.capabilities.added),
  set('capabilities', text('capabilities dropped', '移除权能'), (w) => w.capabilities.dropped),
  user,
  set('groups', text('further groups', '附加组'), (w) => w.groups),
  value(
    'noNewPrivileges',
    text('no new privileges', '禁止获取新权限'),
    (w) => w.security.noNewPrivileges,
    {
      containersOnly: true,
      agree: ({ running, intended }, _, ctx) =>
        running && !intended && engineOf(ctx)?.noNewPrivileges.effective === true,
    },
  ),
  seccomp,
  apparmor,
  value(
    'selinux',
    text('SELinux labels switched off', '停用 SELinux 标签'),
    (w) => w.security.selinux.disabled,
    {
      containersOnly: true,
      // The engine itself switches them off for whatever is privileged or in one of these namespaces of the host.
      agree: ({ running }, pair) => {
        const { pid, ipc } = pair.running.namespaces;
        return running && (pair.running.privileged || [pid.mode, ipc.mode].includes('host'));
      },
    },
  ),
  value('systemPaths', systemPathsLabel, (w) => w.security.systemPathsUnconfined, {
    containersOnly: true,
    agree: (_, pair) => !equallyPrivileged(pair),
  }),
  value('readOnly', text('read-only root', '只读根文件系统'), (w) => w.readOnlyRootFilesystem),
  runtime,
  set('sysctls', text('parameters of the kernel', '内核参数'), sysctlsOf),
  set('devices', text('devices', '设备'), devicesOf, { containersOnly: true }),
  set('devices', text('device rules', '设备规则'), (w) => w.deviceRules, {
    containersOnly: true,
  }),
  set('devices', text('devices by driver', '按驱动申请的设备'), requestsOf, {
    containersOnly: true,
  }),
];

function sysctlsOf({ sysctls = {} }: WorkloadFacts): readonly string[] {
  return Object.entries(sysctls).map(([name, held]) => `${name}=${held}`);
}

function devicesOf(w: WorkloadFacts): readonly string[] {
  return w.devices.map((each) => `${each.hostPath}:${each.containerPath}:${each.permissions}`);
}

function requestsOf(w: WorkloadFacts): readonly string[] {
  return w.deviceRequests.map(({ capabilities }) => capabilities.toSorted().join('+'));
}
