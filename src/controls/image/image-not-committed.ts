import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { fail } from '../../core/controls/verdict.ts';
import { text } from '../../core/text.ts';

export const imageNotCommitted = defineControl({
  id: 'image-not-committed',
  subject: image,
  rating: ['breach', 'remote'],
  title: {
    en: 'The image was built, not committed from a container',
    zh: '镜像由构建产生，而非由容器提交',
  },
  failingTitle: {
    en: 'The image was committed from a container, not built',
    zh: '镜像由容器提交产生，而非构建',
  },
  rationale: {
    en: 'docker commit freezes whatever a container happened to hold: shell history, keys, half an upgrade, an intruder’s file. Nobody can say what went in, review it or make it again.',
    zh: 'docker commit 会把容器当时的一切固化进镜像：命令历史、密钥、未完成的升级，甚至入侵者留下的文件。其内容无从审查，也无法重现。',
  },
  remediation: {
    en: 'Write the steps into a Dockerfile under version control and rebuild with docker build; then remove the committed image with docker image rm.',
    zh: '把步骤写进受版本管理的 Dockerfile，用 docker build 重新构建，然后用 docker image rm 删除提交得到的镜像。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/container/commit/',
    'https://docs.docker.com/build/building/best-practices/',
  ],
  check: (i) =>
    !i.committed || fail(text('Committed from a container', '由容器提交产生（docker commit）')),
});
