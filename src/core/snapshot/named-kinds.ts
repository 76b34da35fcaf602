import { text, type Text } from '../text.ts';

/** Kinds that are read where one is named alone, which no engine or host would hold, and what is said where none was. */
export const namedKinds: Readonly<Record<string, Text | undefined>> = {
  'compose-project': text('No Compose file is among the targets', '目标中没有 Compose 文件'),
  dockerfile: text('No Dockerfile is among the targets', '目标中没有 Dockerfile'),
  'image-scan': text("No scanner's report is among the targets", '目标中没有扫描器报告'),
  'registry-service': text('No registry is among the targets', '目标中没有镜像仓库'),
  vex: text('No VEX document is among the targets', '目标中没有 VEX 文档'),
};
