import { all, each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { givesIdentity, modesOfFilesIn } from '../build/file-modes.ts';
import { failOn, failOnRun, inImage, spell } from './lines.ts';

const setsBits = (script: string): boolean => modesOfFilesIn(script).some(givesIdentity);

export const dockerfileNoSetuid = defineControl({
  id: 'dockerfile-no-setuid',
  subject: dockerfile,
  severity: 'medium',
  title: {
    en: 'No instruction makes a program run as its owner',
    zh: '未为程序设置 setuid、setgid 权限位',
  },
  rationale: {
    en: 'A setuid program gives the rights of its owner to whoever starts it, and is a way to root.',
    zh: 'setuid 程序把属主权限授予任何启动者，是提权的途径。',
  },
  remediation: {
    en: 'Take the bits off: RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +.',
    zh: '清除这些权限位：RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +。',
  },
  references: ['https://man7.org/linux/man-pages/man1/chmod.1.html'],
  check: all(
    each(
      (d) => inImage(d.runs),
      (run) =>
        !setsBits(run.script) ||
        failOnRun(text('It sets the bits', '设置了该权限位'), run.script, setsBits),
    ),
    each(
      (d) => inImage(d.copies),
      (copy) =>
        copy.mode === null ||
        !givesIdentity(copy.mode) ||
        failOn(text('It sets the bits', '设置了该权限位'), spell(copy)),
    ),
  ),
});
