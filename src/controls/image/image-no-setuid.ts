import { z } from 'zod';
import { noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { findHolder } from '../../syntax/paths/listed-paths.ts';

export const imageNoSetuid = defineControl({
  id: 'image-no-setuid',
  subject: image,
  // The program must have a flaw, and root inside is not yet outside.
  rating: ['takeover', 'remote'],
  title: {
    en: 'No program in the image gives the rights of its owner or of root to any user who starts it',
    zh: '镜像中没有多余的 setuid、setgid 文件或具有等同 root 权能的文件',
  },
  failingTitle: {
    en: 'A program in the image gives the rights of its owner or of root to any user who starts it',
    zh: '镜像中有多余的 setuid、setgid 文件或具有等同 root 权能的文件',
  },
  rationale: {
    en: 'A setuid program makes root of any user who finds a flaw in it, and services in containers need none. With root inside, one step less is left to the host. A file with cap_setuid, cap_sys_admin, cap_dac_override or the like is the same; an archive shows those, the root of a running container only the bits.',
    zh: 'setuid 程序一旦有漏洞，任何用户都能借它成为 root，而容器中的业务并不需要这类程序。在容器内取得 root，距离宿主机就又近了一步。带有 cap_setuid、cap_sys_admin、cap_dac_override 等文件权能的程序也是如此；读取镜像归档可得知文件权能，经由运行中的容器则只能看到权限位。',
  },
  remediation: {
    en: 'Take the bits off in the build: RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +; and the capabilities: setcap -r FILE. Run containers with --security-opt no-new-privileges as well, which makes the bits mean nothing.',
    zh: '在构建中清除这些权限位：RUN find / -xdev -perm /6000 -type f -exec chmod a-s {} +；用 setcap -r 清除文件权能。同时以 --security-opt no-new-privileges 运行容器，使其失去作用。',
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
  check: noneFails(
    (i) => i.files.setuid,
    ({ path, mode, capabilities }, { params }) => {
      if (findHolder(path, params.allowed) !== undefined) return true;
      const rights = capabilities?.join(' ') ?? mode.toString(8).padStart(4, '0');
      return fail(
        text(
          `${path} (${rights}) runs with more rights than the user who starts it`,
          `${path}（${rights}）以高于启动者的权限运行`,
        ),
      );
    },
  ),
});
