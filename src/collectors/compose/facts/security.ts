import { parseSecurityOptions } from '../../engine/facts/workload/security-options.ts';
import type { ServiceFiles } from '../service-files.ts';
import { isTrue, type Said } from './said.ts';

/** The restraints that a service asks for; what it leaves to the engine is its default, or cannot be known. */
export function securityOf(said: Said, files: ServiceFiles) {
  const node = said.field('security_opt');
  const options = parseSecurityOptions(files.securityOptions);
  const privileged = isTrue(said.field('privileged'));
  const engine = said.unknown('the file says nothing of it, and the engine that runs it decides');
  const { seccomp, apparmor, noNewPrivileges, selinuxDisabled, systemPathsUnconfined } = options;
  return {
    seccomp: said.at(
      seccomp ? node : undefined,
      seccomp ??
        (privileged
          ? ({ mode: 'unconfined', allowsAll: true } as const)
          : ({ mode: 'default', allowsAll: false } as const)),
    ),
    apparmor: {
      profile: apparmor === undefined ? engine : said.at(node, apparmor),
      unconfined: said.at(
        apparmor === undefined ? undefined : node,
        apparmor === 'unconfined' || (apparmor === undefined && privileged),
      ),
    },
    selinux: {
      label: engine,
      disabled: said.at(selinuxDisabled ? node : undefined, selinuxDisabled),
    },
    noNewPrivileges: said.at(
      noNewPrivileges === undefined ? undefined : node,
      noNewPrivileges ?? false,
    ),
    systemPathsUnconfined: said.at(
      systemPathsUnconfined ? node : privileged ? said.field('privileged') : undefined,
      systemPathsUnconfined || privileged,
    ),
  };
}
