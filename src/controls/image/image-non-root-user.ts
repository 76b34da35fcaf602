import { defineControl } from '../../core/controls/control.ts';
import { isNonRoot } from '../blocks/users.ts';
import { image } from '../../core/subjects/image.ts';

export const imageNonRootUser = defineControl({
  id: 'image-non-root-user',
  subject: image,
  rating: ['takeover', 'one step'],
  title: {
    en: 'The image sets a user other than root',
    zh: '镜像默认以非 root 用户运行',
  },
  failingTitle: {
    en: 'The image runs as root by default',
    zh: '镜像默认以 root 身份运行',
  },
  rationale: {
    en: 'What an image says of its user holds wherever it is started without more words. A process that starts as root needs only one flaw in the kernel or one careless mount to be root on the host.',
    zh: '镜像中声明的用户是所有未另行指定用户的容器的默认身份。以 root 启动的进程，只需一个内核漏洞或一处不当挂载，就能成为宿主机上的 root。',
  },
  remediation: {
    en: 'End the Dockerfile with a numeric user, for example RUN adduser -D -u 10001 app followed by USER 10001, and give that user the files it writes.',
    zh: '在 Dockerfile 末尾用数字指定用户，例如先 RUN adduser -D -u 10001 app，再写 USER 10001，并把需要写入的文件授权给该用户。',
  },
  references: [
    'https://docs.docker.com/reference/dockerfile/',
    'https://docs.docker.com/build/building/best-practices/',
  ],
  check: isNonRoot,
});
