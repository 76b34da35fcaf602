import type { RawContainerSpec } from '../../api-schemas/service.ts';
import type { EngineTraits } from '../../../workload/engine-traits.ts';
import { isMissing, missing, whenRead, type Missing } from '../../../gathering/partial-facts.ts';
import { parseSeccomp } from '../../../workload/security-options.ts';
import { seccompByDefault } from './security.ts';
import { text } from '../../../../core/text.ts';

/** The restraints that a service asks for, with the defaults of the node that runs it. */
export function serviceSecurity(
  privileges: RawContainerSpec['Privileges'] | null,
  node: EngineTraits | Missing,
) {
  const asked = privileges?.SELinuxContext;
  const unconfined = privileges?.AppArmor?.Mode === 'disabled';
  return {
    seccomp: seccompOf(privileges?.Seccomp, node),
    apparmor: {
      profile: whenRead(node, ({ apparmor }) =>
        apparmor ? (unconfined ? 'unconfined' : 'docker-default') : '',
      ),
      unconfined,
    },
    selinux: {
      label: whenRead(node, ({ selinux }) =>
        selinux
          ? missing({
              reason: 'unsupported',
              detail: text('a label is given when a container starts', '标签在容器启动时才分配'),
            })
          : '',
      ),
      disabled: asked?.Disable ?? false,
      ...(asked?.Type ? { type: asked.Type } : {}),
    },
    // Where nodes differ, only what the service itself asks for is certain.
    noNewPrivileges:
      privileges?.NoNewPrivileges || (isMissing(node) ? false : node.noNewPrivileges),
    systemPathsUnconfined: false,
  };
}

function seccompOf(
  asked: NonNullable<RawContainerSpec['Privileges']>['Seccomp'],
  node: EngineTraits | Missing,
) {
  if (asked?.Mode === 'unconfined') return parseSeccomp('unconfined');
  if (asked?.Mode === 'custom') {
    return parseSeccomp(Buffer.from(asked.Profile, 'base64').toString() || '{}');
  }
  return whenRead(node, (traits) => seccompByDefault(traits, false));
}
