import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { imageParts } from '../blocks/drift/image.ts';
import { comparedWithFile } from '../blocks/drift/pair.ts';
import { agreesWithFile, ignoring } from '../blocks/drift/part.ts';

export const workloadImageAsIntended = defineControl({
  id: 'workload-image-as-intended',
  subject: workload,
  // What runs was looked at by nobody.
  rating: ['breach', 'one step'],
  title: {
    en: 'The container runs the image that its Compose file names',
    zh: '容器运行的镜像与其 Compose 文件一致',
  },
  failingTitle: {
    en: 'The container runs another image than its Compose file names',
    zh: '容器运行的镜像与其 Compose 文件不一致',
  },
  rationale: {
    en: 'Every check of the image, its scan and its approval are of the one in the file. Another tag or digest brings programs that nobody looked at, under the name of the service that was.',
    zh: '镜像的检查、扫描与审批针对的都是文件所写的那一个。换了标签或摘要，就等于以该服务之名运行未经检查的程序。',
  },
  remediation: {
    en: 'Make it anew from the file: docker compose up -d --pull always --force-recreate SERVICE. Pin the digest in the file, image: NAME:TAG@sha256:…, so that a name cannot be moved.',
    zh: '按文件重新创建：docker compose up -d --pull always --force-recreate 服务名。在文件中固定摘要（image: 名称:标签@sha256:…），使其无法改指。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/compose/up/',
    'https://docs.docker.com/reference/compose-file/services/#image',
  ],
  params: ignoring(['reference', 'digest']),
  applies: comparedWithFile,
  check: agreesWithFile(imageParts),
});
