import { defineControl } from '../../core/controls/control.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable } from '../../core/controls/verdict.ts';
import { namesNoImage } from '../blocks/workload/names-no-image.ts';

export const workloadImagePinned = defineControl({
  id: 'workload-image-pinned',
  subject: workload,
  rating: ['breach', 'remote'],
  title: {
    en: 'The container’s image is pinned by digest',
    zh: '容器镜像以摘要固定',
  },
  failingTitle: {
    en: 'The container’s image is not pinned by digest',
    zh: '容器镜像未以摘要固定',
  },
  rationale: {
    en: 'A tag is a label that anyone with the right to push moves to other content. A digest is the content: what was reviewed is what runs.',
    zh: '标签只是可被任意推送者改指的名称，摘要才对应唯一内容。以摘要固定，才能保证运行的镜像就是经过评审的镜像。',
  },
  remediation: {
    en: 'Name the image with its digest: registry.example.com/app:1.4@sha256:…, on the command line as in Compose (image:). docker image inspect --format "{{.RepoDigests}}" shows it.',
    zh: '引用镜像时写明摘要：registry.example.com/app:1.4@sha256:…，命令行与 Compose（image:）写法相同。可用 docker image inspect --format "{{.RepoDigests}}" 查看摘要。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/image/pull/#pull-an-image-by-digest-immutable-identifier',
  ],
  applies: (w) =>
    w.image.spelled !== undefined ||
    w.image.registry !== '' ||
    w.build === undefined ||
    notApplicable(namesNoImage),
  check: (w) => {
    const { digest, spelled, tag } = w.image;
    // An id is a digest too, of the image as this engine keeps it.
    if (digest !== null || (spelled === undefined && w.image.registry === '')) return true;
    const reference = spelled ?? w.image.reference;
    return fail(
      tag === null
        ? text(
            `${reference} has neither tag nor digest: it is whatever latest is`,
            `${reference} 既无标签也无摘要，实际使用的是随时会变的 latest`,
          )
        : text(
            `${reference} names the tag ${tag}, which can move`,
            `${reference} 仅指定标签 ${tag}，其内容可被改动`,
          ),
    );
  },
});
