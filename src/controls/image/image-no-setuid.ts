import { z } from 'zod';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { findHolder } from '../knowledge/listed-paths.ts';

/** More files than these say no more. */
const shown = 5;

export const imageNoSetuid = defineControl({
  id: 'image-no-setuid',
  subject: image,
  severity: 'medium',
  title: {
    en: 'No program in the image runs as its owner whoever starts it',
    zh: '镜像的程序目录中没有多余的 setuid、setgid 文件',
  },
  rationale: {
    en: 'A setuid program makes root of any user who finds a flaw in it, and services in containers need none. With root inside, one step less is left to the host.',
    zh: 'setuid 程序一旦有漏洞，任何用户都能借它成为 root，而容器中的业务并不需要这类程序。在容器内取得 root，距离宿主机就又近了一步。',
  },
  remediation: {
    en: 'Take the bits off in the build: RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +. Run containers with --security-opt no-new-privileges as well, which makes the bits mean nothing.',
    zh: '在构建中清除这些权限位：RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +。同时以 --security-opt no-new-privileges 运行容器，使其失去作用。',
  },
  references: [
    'https://man7.org/linux/man-pages/man7/inode.7.html',
    'https://docs.docker.com/engine/security/',
  ],
  params: z.object({
    allowed: z.array(z.string()).default([]).meta({
      en: 'Paths of programs that may keep the bits, or of directories of them; `*` is any one segment. Empty by default: hardly any service calls one.',
      zh: '允许保留该权限位的程序或其所在目录，`*` 匹配任意一段。默认为空：业务程序几乎用不到。',
    }),
  }),
  check: (i, { params }) => {
    const found = i.files.setuid.filter(
      ({ path }) => findHolder(path, params.allowed) === undefined,
    );
    if (found.length === 0) return true;
    const names = found
      .slice(0, shown)
      .map(({ path, mode }) => `${path} (${mode.toString(8).padStart(4, '0')})`)
      .join(', ');
    return fail(
      text(
        `${found.length} of its programs have the bits: ${names}`,
        `共 ${found.length} 个程序带有该权限位：${names}`,
      ),
    );
  },
});
