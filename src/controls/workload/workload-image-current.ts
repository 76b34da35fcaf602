import { defineControl } from '../../core/controls/control.ts';
import { image } from '../../core/subjects/image.ts';
import { workload } from '../../core/subjects/workload/workload.ts';
import { text } from '../../core/text.ts';
import { fail, notApplicable, unknown } from '../../core/controls/verdict.ts';
import { isSameImage } from '../../syntax/image-reference/image-name.ts';

export const workloadImageCurrent = defineControl({
  id: 'workload-image-current',
  subject: workload,
  rating: ['breach', 'remote'],
  title: {
    en: 'The container runs the image that its image’s name leads to now',
    zh: '容器运行的正是其镜像名当前指向的镜像',
  },
  failingTitle: {
    en: 'The container runs another image than its image’s name leads to now',
    zh: '容器运行的不是其镜像名当前指向的镜像',
  },
  rationale: {
    en: 'Pulling or building a new image changes no container that exists. One that was not made anew goes on running the old content, with flaws that everybody believes fixed.',
    zh: '拉取或构建新镜像不会改变已有容器。未重新创建的容器仍在运行旧内容，其中的漏洞却被误以为已经修复。',
  },
  remediation: {
    en: 'Make it anew from the current image: docker compose up -d --pull always, docker service update --force --image NAME SERVICE, or docker rm and docker run.',
    zh: '用当前镜像重新创建：docker compose up -d --pull always、docker service update --force --image 镜像名 服务名，或 docker rm 后重新 docker run。',
  },
  references: [
    'https://docs.docker.com/reference/cli/docker/compose/up/',
    'https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often',
  ],
  applies: (w) => {
    if (w.image.id === null) {
      return notApplicable(
        text('Only declared: its containers are judged themselves', '仅为声明，由其容器分别判定'),
      );
    }
    const { registry, digest } = w.image;
    return (
      (registry !== '' && digest === null) ||
      notApplicable(
        text(
          'The image is named by a digest or an id, which never changes',
          '以摘要或 ID 引用镜像，指向不会改变',
        ),
      )
    );
  },
  check: (w, ctx) => {
    const { id, reference } = w.image;
    const bears = (references: readonly string[]): boolean =>
      references.some((each) => isSameImage(each, reference));
    const own = id === null ? undefined : ctx.find(image, id);
    if (own && bears(own.references)) return true;
    const moved = ctx.all(image).some((each) => bears(each.references));
    return moved
      ? fail(
          text(
            `${reference} leads to another image now than the one it was made from`,
            `${reference} 现已指向另一镜像，与创建该容器时不同`,
          ),
        )
      : unknown(
          text(
            `No image here bears the name ${reference} any more`,
            `本机已没有名为 ${reference} 的镜像`,
          ),
        );
  },
});
