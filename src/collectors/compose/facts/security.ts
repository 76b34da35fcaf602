import { parseSecurityOptions } from '../../workload/security-options.ts';
import { missing } from '../../gathering/partial-facts.ts';
import type { ServiceFiles } from '../loading/service-files.ts';
import { itemsOf, textOf } from '../../../syntax/compose/tree/nodes.ts';
import { isTrue, type Said } from './read-fields.ts';
import { text } from '../../../core/text.ts';

/** The restraints that a service asks for; what it leaves to the engine is its default, or cannot be known. */
export function securityOf(said: Said, files: ServiceFiles) {
  const items = itemsOf(said.field('security_opt'));
  // Of one that stands twice the last counts.
  const saying = (name: string) =>
    items.findLast((item) => textOf(item)?.split(/[=:]/, 1)[0] === name);
  const unlabelled = items.find((item) => /^label[=:]disable$/.test(textOf(item) ?? ''));
  const typed = items.findLast((item) => /^label[=:]type:/.test(textOf(item) ?? ''));
  const options = parseSecurityOptions(files.securityOptions);
  const privileged = isTrue(said.field('privileged'));
  const byMode = privileged ? said.field('privileged') : undefined;
  const engine = said.unknown(
    text(
      'the file says nothing of it, and the engine that runs it decides',
      '文件未作说明，由运行它的引擎决定',
    ),
  );
  const { seccomp, apparmor, noNewPrivileges, systemPathsUnconfined } = options;
  const { selinuxDisabled, selinuxType } = options;
  return {
    seccomp: files.unreadProfile
      ? missing(files.unreadProfile)
      : said.at(
          seccomp ? saying('seccomp') : byMode,
          seccomp ??
            (privileged
              ? ({ mode: 'unconfined', allowsAll: true } as const)
              : ({ mode: 'default', allowsAll: false } as const)),
        ),
    apparmor: {
      profile: apparmor === undefined ? engine : said.at(saying('apparmor'), apparmor),
      unconfined: said.at(
        saying('apparmor') ?? byMode,
        apparmor === 'unconfined' || (apparmor === undefined && privileged),
      ),
    },
    selinux: {
      label: engine,
      disabled: said.at(unlabelled, selinuxDisabled),
      ...(selinuxType === undefined ? {} : { type: said.at(typed, selinuxType) }),
    },
    noNewPrivileges: said.at(saying('no-new-privileges'), noNewPrivileges ?? false),
    systemPathsUnconfined: said.at(
      systemPathsUnconfined ? saying('systempaths') : byMode,
      systemPathsUnconfined || privileged,
    ),
  };
}
