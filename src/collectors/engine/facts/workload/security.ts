import type { z } from 'zod';
import type { workload } from '../../../../core/subjects/workload/workload.ts';
import { keptPaths } from '../../../../knowledge/kept-paths.ts';
import type { InForce } from '../../../proc/in-force.ts';
import type { RawContainer, RawHostConfig } from '../../api-schemas/container.ts';
import type { KernelWitness } from '../../reading/container-runtime.ts';
import type { EngineTraits } from '../../../workload/engine-traits.ts';
import { toInstant } from '../../../gathering/to-instant.ts';
import {
  isMissing,
  missing,
  read,
  sourced,
  whenRead,
  type Missing,
  type Partly,
} from '../../../gathering/partial-facts.ts';
import { parseSecurityOptions, type SecurityOptions } from '../../../workload/security-options.ts';
import { text } from '../../../../core/text.ts';

type Seccomp = z.output<(typeof workload)['schema']>['security']['seccomp'];

/** The restraints of a container: from its settings, the engine's defaults and the kernel's own report. */
export function securityOf(
  container: RawContainer,
  engine: EngineTraits | Missing,
  kernel: KernelWitness | undefined,
  inForce: InForce | undefined,
) {
  const { HostConfig } = container;
  const options = read(() => parseSecurityOptions(HostConfig.SecurityOpt));
  const type = whenRead(options, ({ selinuxType }) => selinuxType);
  return {
    seccomp: whenRead(options, (asked) => seccompOf(asked, HostConfig, engine, kernel)),
    apparmor: whenRead(options, (asked) => apparmorOf(container, asked, engine)),
    selinux: {
      label: read(() => container.ProcessLabel),
      disabled: whenRead(options, ({ selinuxDisabled }) => selinuxDisabled),
      ...(type === undefined ? {} : { type }),
    },
    noNewPrivileges: whenRead(options, (asked) =>
      noNewPrivilegesOf(container, asked, engine, kernel),
    ),
    systemPathsUnconfined:
      (kernel && inForce && openInForce(inForce, kernel)) ??
      whenRead(options, (asked) => isUnconfined(HostConfig, asked)),
  };
}

/** Whether paths of the kernel's are open to any process of a container; `undefined` where that was not seen. */
function openInForce({ openPaths, mountsBeside }: InForce, { path }: KernelWitness) {
  if (isMissing(openPaths)) return undefined;
  const unseen = mountsBeside.find((each) => 'reason' in each);
  const [open] = openPaths;
  if (open === undefined && unseen !== undefined) return missing(unseen);
  const seenAt = open ? `/proc/${open.folder}/mountinfo` : path.replace(/status$/, 'mountinfo');
  return sourced(open !== undefined, { kind: 'file', path: seenAt });
}

/** Whether paths of the kernel's are open to a container as it was made; without a list the engine has its own. */
export const isUnconfined = (host: RawHostConfig, asked: SecurityOptions): boolean =>
  host.Privileged ||
  asked.systemPathsUnconfined ||
  lacks(host.MaskedPaths, keptPaths.masked) ||
  lacks(host.ReadonlyPaths, keptPaths.readOnly);

const lacks = (paths: readonly string[] | null | undefined, kept: readonly string[]): boolean =>
  paths !== null && paths !== undefined && kept.some((path) => !paths.includes(path));

function seccompOf(
  { seccomp }: SecurityOptions,
  { Privileged: privileged }: RawContainer['HostConfig'],
  engine: EngineTraits | Missing,
  kernel: KernelWitness | undefined,
): Partly<Seccomp> {
  const none = { mode: 'unconfined', allowsAll: true } as const;
  if (kernel?.state.seccomp === 0) {
    return sourced(none, { kind: 'file', path: kernel.path });
  }
  if (seccomp?.mode === 'custom' && privileged && !kernel) {
    // Older engines pass it over, newer ones do not.
    return missing({
      reason: 'unsupported',
      detail: text(
        'whether a privileged container gets its own profile depends on the engine that starts it',
        '特权容器是否使用自身配置，取决于启动它的引擎',
      ),
    });
  }
  if (seccomp && seccomp.mode !== 'default') return seccomp;
  if (privileged) return none;
  return whenRead(engine, (traits) => seccompByDefault(traits, seccomp !== undefined));
}

/**
 * The profile of a container that names none of its own.
 *
 * @param asksForBuiltin whether it asks for the one that the engine brings along
 */
export function seccompByDefault(
  { seccomp, seccompFile }: EngineTraits,
  asksForBuiltin: boolean,
): Partly<Seccomp> {
  if (seccomp === '' || seccomp === 'unconfined') {
    const none = { mode: 'unconfined', allowsAll: true } as const;
    return sourced(none, { kind: 'api', endpoint: '/info', pointer: '/SecurityOptions' });
  }
  if (seccompFile !== undefined && !asksForBuiltin) return seccompFile;
  return { mode: 'default', allowsAll: false };
}

/** The engine writes its default profile into a container only when it starts it. */
function apparmorOf(
  { AppArmorProfile, HostConfig }: RawContainer,
  { apparmor }: SecurityOptions,
  engine: EngineTraits | Missing,
) {
  const unconfined = [apparmor, AppArmorProfile].includes('unconfined');
  const profile = whenRead(engine, (traits) => {
    if (!traits.apparmor) return '';
    if (AppArmorProfile !== '') return AppArmorProfile;
    if (apparmor !== undefined && apparmor !== '') return apparmor;
    return HostConfig.Privileged ? 'unconfined' : 'docker-default';
  });
  return { profile, unconfined: unconfined || profile === 'unconfined' };
}

/**
 * Without an option of its own, a container has the default that its engine had when it was made, and no
 * answer tells which that was. The kernel tells while it runs; else the engine's default of today counts
 * if it was the default at that time, or if it is the worse one.
 */
function noNewPrivilegesOf(
  container: RawContainer,
  options: SecurityOptions,
  engine: EngineTraits | Missing,
  kernel: KernelWitness | undefined,
): Partly<boolean> {
  if (options.noNewPrivileges !== undefined) return options.noNewPrivileges;
  if (kernel) {
    return sourced(kernel.state.noNewPrivileges, { kind: 'file', path: kernel.path });
  }
  if (isMissing(engine)) return engine;
  if (engine.noNewPrivileges !== true) return engine.noNewPrivileges;
  if (engine.startedAt !== null && (toInstant(container.Created) ?? '') > engine.startedAt) {
    return sourced(true, { kind: 'api', endpoint: '/info', pointer: '/SecurityOptions' });
  }
  return missing({
    reason: 'unsupported',
    detail: text(
      'the engine does not report which default this container was made with',
      '引擎未说明创建该容器时采用的默认值',
    ),
  });
}
