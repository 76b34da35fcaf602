import type { Check } from '../../core/controls/check.ts';
import { all, each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { engine, type EngineFacts } from '../../core/subjects/engine.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { daemonOnly } from '../blocks/engine/daemon-only.ts';
import { hostsInForce, nothing } from '../blocks/engine/hosts-in-force.ts';

interface Setting {
  readonly effective: unknown;
  readonly configured: unknown;
}

/** Order is of no account in a list of limits, nor in options. */
function written(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).sort().join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).map(([name, set]) => `${name}=${String(set)}`);
  return pairs.sort().join(', ');
}

/** What is not configured has nothing to agree with. */
const agrees =
  (key: string, setting: (e: EngineFacts) => Setting): Check<EngineFacts> =>
  (e) => {
    const { configured } = setting(e);
    if (configured === null) return notApplicable(nothing);
    const wanted = written(configured);
    const found = written(setting(e).effective);
    if (wanted === found) return true;
    return fail(
      text(
        `${key} is configured as “${wanted}”, but “${found}” is in force`,
        `${key} 配置为“${wanted}”，实际生效的是“${found}”`,
      ),
    );
  };

export const engineConfigurationInForce = defineControl({
  id: 'engine-configuration-in-force',
  subject: engine,
  // The settings themselves are judged by controls of their own: what is left is the next start.
  rating: ['disruption', 'one step'],
  title: {
    en: 'Configured settings are in force',
    zh: '引擎配置均已生效',
  },
  failingTitle: {
    en: 'Configured settings are not in force',
    zh: '引擎配置未全部生效',
  },
  rationale: {
    en: 'A hardened daemon.json that was never loaded protects nothing, and yet convinces anyone who reads the file. The next restart may also bring up an engine that nobody has tested.',
    zh: '加固过却从未加载的 daemon.json 起不到任何保护作用，反而会让查看文件的人误以为已经整改。下一次重启还可能使未经验证的配置突然生效。',
  },
  remediation: {
    en: 'Check the file with dockerd --validate --config-file /etc/docker/daemon.json, remove flags in ExecStart that contradict it, and restart: systemctl daemon-reload && systemctl restart docker.',
    zh: '用 dockerd --validate --config-file /etc/docker/daemon.json 校验文件，去掉 ExecStart 中与之冲突的参数，然后重启：systemctl daemon-reload && systemctl restart docker。',
  },
  references: [
    'https://docs.docker.com/reference/cli/dockerd/',
    'https://docs.docker.com/engine/daemon/',
  ],
  applies: daemonOnly,
  check: all(
    agrees('experimental', (e) => e.experimental),
    agrees('live-restore', (e) => e.liveRestore),
    agrees('debug', (e) => e.debug),
    agrees('log-level', (e) => e.logLevel),
    agrees('log-driver', (e) => e.logDriver),
    agrees('no-new-privileges', (e) => e.noNewPrivileges),
    agrees('iptables', (e) => e.packetFilter),
    agrees('userland-proxy', (e) => e.userlandProxy),
    agrees('default-ulimits', (e) => e.defaultUlimits),
    agrees('cgroup-parent', (e) => e.cgroupParent),
    agrees('icc', (e) => e.interContainerTraffic),
    agrees('log-opts', (e) => e.logOptions),
    (e, ctx) =>
      // Where there is no default bridge, nothing is published on it.
      e.defaultAddress.effective === ''
        ? notApplicable(nothing)
        : agrees('ip', (it) => it.defaultAddress)(e, ctx),
    hostsInForce,
    each(
      (e) =>
        e.configured.authorizationPlugins.map((name) => ({
          name,
          loaded: e.plugins.authorization,
        })),
      ({ name, loaded }) =>
        loaded.includes(name) ||
        fail(
          text(
            `The authorization plugin ${name} is configured, but not in force`,
            `授权插件 ${name} 已配置但未生效`,
          ),
        ),
      nothing,
    ),
  ),
});
