import type { PlainCheck } from '../../../core/controls/check.ts';
import type { WorkloadFacts } from '../../../core/subjects/workload/workload.ts';
import { text } from '../../../core/text.ts';
import { notApplicable } from '../../../core/controls/verdict.ts';

/** Applies where a Compose file says how the image is built. */
export const builtHere: PlainCheck<WorkloadFacts> = (w) =>
  w.build !== undefined ||
  notApplicable(
    text('No Compose file says that its image is built', '没有 Compose 文件说明其镜像由构建产生'),
  );
