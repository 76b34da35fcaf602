import { text } from '../../core/text.ts';

/** What a control of downloads says where package managers alone fetch anything, if anything does. */
export const nothingFetched = text(
  'Nothing is downloaded but packages, which other controls judge',
  '除软件包外没有下载任何内容；软件包由其他控制项检查',
);
