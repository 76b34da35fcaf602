import { all, noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { givesIdentity } from '../../build-analysis/files/file-modes.ts';
import { givesRootCapabilities } from '../../build-analysis/accounts/given-capabilities.ts';
import { setsIdentity } from '../../build-analysis/accounts/given-identities.ts';
import { folderTellers } from '../blocks/dockerfile/folder-operands.ts';
import {
  asFar,
  copiesInImage,
  modeRuns,
  understoodInImage,
} from '../blocks/dockerfile/image-steps.ts';
import {
  failOn,
  failOnRun,
  judged,
  openMode,
  quoting,
  spell,
} from '../blocks/dockerfile/fail-on-line.ts';

export const dockerfileNoSetuid = defineControl({
  id: 'dockerfile-no-setuid',
  subject: dockerfile,
  rating: ['takeover', 'remote'],
  title: {
    en: 'No instruction makes a program run as its owner or as good as root',
    zh: '未为程序设置 setuid、setgid 权限位或等同 root 的权能',
  },
  failingTitle: {
    en: 'An instruction makes a program run as its owner or as good as root',
    zh: '为程序设置了 setuid、setgid 权限位或等同 root 的权能',
  },
  rationale: {
    en: 'A setuid program gives the rights of its owner to anyone who starts it, and is a way to root. So is one that setcap gives cap_setuid, cap_sys_admin, cap_dac_override or the like; cap_net_bind_service or cap_net_raw is none. A folder with the bit of its group only hands the group on.',
    zh: 'setuid 程序把属主权限授予任何启动者，是提权的途径。经 setcap 获得 cap_setuid、cap_sys_admin、cap_dac_override 等权能的程序也是如此；cap_net_bind_service、cap_net_raw 不在此列。目录上的 setgid 位只让新文件继承属组，不算。',
  },
  remediation: {
    en: 'Take the bits off: RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +. Give a program no capability but the one that it needs, as cap_net_bind_service=+ep.',
    zh: '清除这些权限位：RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +。只授予程序确需的权能，例如 cap_net_bind_service=+ep。',
  },
  references: [
    'https://man7.org/linux/man-pages/man1/chmod.1.html',
    'https://man7.org/linux/man-pages/man7/capabilities.7.html',
  ],
  check: all(
    noneFails(
      (d) => folderTellers(d, modeRuns(d)),
      ({ step, isFolder }) => {
        const script = step.script();
        const setsBits = (command: string): boolean => setsIdentity(command, isFolder) === true;
        return judged(
          asFar(step, setsIdentity(script, isFolder)),
          () => failOnRun(text('Sets the bits', '设置了该权限位'), script.text, setsBits),
          openMode(step.run.script),
        );
      },
    ),
    noneFails(modeRuns, (step) => {
      const script = step.script();
      return judged(
        asFar(step, givesRootCapabilities(script)),
        () =>
          failOnRun(
            text('Gives capabilities equivalent to root', '授予了等同 root 的权能'),
            script.text,
            (command) => givesRootCapabilities(command) === true,
          ),
        quoting(text('Gives capabilities that are not known', '其授予的权能未知'), step.run.script),
      );
    }),
    noneFails(
      (d) => copiesInImage(d, 'modes'),
      ({ copy, sources }) =>
        copy.mode === null ||
        sources().length === 0 ||
        judged(
          givesIdentity(copy.mode),
          () => failOn(text('Sets the bits', '设置了该权限位'), spell(copy)),
          openMode(spell(copy)),
        ),
    ),
    understoodInImage,
  ),
});
