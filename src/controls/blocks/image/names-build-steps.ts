import type { PlainCheck } from '../../../core/controls/check.ts';
import type { ImageFacts } from '../../../core/subjects/image.ts';
import { text } from '../../../core/text.ts';
import { notApplicable } from '../../../core/controls/verdict.ts';

/** Applies to images whose history names build instructions: an imported or flattened one has none. */
export const namesBuildSteps: PlainCheck<ImageFacts> = (i) =>
  i.history.some((step) => step.instruction !== '') ||
  notApplicable(
    text(
      'The history names no build instruction: the image was imported, or its layers were flattened',
      '其历史记录中没有任何构建指令：镜像由导入得到，或层已被合并',
    ),
  );
