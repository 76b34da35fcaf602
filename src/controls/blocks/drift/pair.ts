import type { Check, CheckContext } from '../../../core/controls/check.ts';
import { composeProject } from '../../../core/subjects/compose-project.ts';
import { engine, type EngineFacts } from '../../../core/subjects/engine.ts';
import { image, type ImageFacts } from '../../../core/subjects/image.ts';
import { workload, type WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text } from '../../../core/text.ts';
import { notApplicable, unknown } from '../../../core/controls/verdict.ts';
import { spelledOut } from '../../../syntax/image-reference/image-name.ts';

/** What runs, and the service of a Compose file that it says it is. */
export interface Pair {
  readonly running: WorkloadFacts;
  readonly intended: WorkloadFacts;
}

/** Applies to what Compose or a stack made of a service that a file among the targets declares. */
export const comparedWithFile: Check<WorkloadFacts> = (w, ctx) => {
  if (w.origin === 'compose-service') {
    return notApplicable(
      text(
        'This is the intended state that running containers are compared with',
        '它本身即为预期，由运行实例与其比对',
      ),
    );
  }
  if (w.compose === null) {
    return notApplicable(
      text('Neither Compose nor a stack made it', '并非由 Compose 或应用栈创建'),
    );
  }
  const { project, service } = w.compose;
  if (ctx.declared(composeProject, project).length === 0) {
    return notApplicable(
      text(
        `No Compose file of its project ${project} is among the targets`,
        `目标中没有其所属项目 ${project} 的 Compose 文件`,
      ),
    );
  }
  return (
    ctx.declared(workload, project, service).length > 0 ||
    notApplicable(
      text(
        `No service ${service} of its project is on by the file: see workload-deployed-as-intended`,
        `文件中没有已启用的服务 ${service}：参见 workload-deployed-as-intended`,
      ),
    )
  );
};

/** The services that a workload says it is; more than one where files of equal projects are among the targets. */
export function intendedOf(w: WorkloadFacts, ctx: CheckContext): readonly Pair[] {
  const { compose } = w;
  if (compose === null) return [];
  return ctx
    .declared(workload, compose.project, compose.service)
    .map((intended) => ({ running: w, intended }));
}

/** The engine that runs a workload. */
export const engineOf = (ctx: CheckContext): EngineFacts | undefined => ctx.all(engine)[0];

/** The image that runs: by its id, or where only a name is known by that. */
export function imageOf({ running }: Pair, ctx: CheckContext): ImageFacts | undefined {
  const { id, reference } = running.image;
  if (id !== null) return ctx.find(image, id);
  const name = spelledOut(reference);
  return ctx
    .all(image)
    .find(({ references, digests }) =>
      [...references, ...digests].some((each) => spelledOut(each) === name),
    );
}

/** Said where what a file leaves to the image is not known. */
export const unreadImage = unknown(
  text(
    'The image, which decides what the file leaves open, was not read',
    '未采集到其镜像，无法判断文件未写明的内容',
  ),
);

/** Said where what a file leaves to the engine is not known. */
export const unreadEngine = unknown(
  text(
    'The engine, which decides what the file leaves open, was not read',
    '未采集到其引擎，无法判断文件未写明的内容',
  ),
);

/** Whether it was made by `docker compose run`, beside the service's own containers: as its label says, so of no weight. */
export const isOneOff = (w: WorkloadFacts): boolean =>
  w.labels['com.docker.compose.oneoff'] === 'True';
