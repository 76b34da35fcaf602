import { each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { failOn, spell } from './lines.ts';

export const dockerfileCopyNotAdd = defineControl({
  id: 'dockerfile-copy-not-add',
  subject: dockerfile,
  severity: 'low',
  title: {
    en: 'Files are copied in with COPY, not ADD',
    zh: '使用 COPY 而非 ADD 写入文件',
  },
  rationale: {
    en: 'ADD unpacks archives and fetches addresses without being asked twice. COPY does one thing.',
    zh: 'ADD 会自动解包归档、下载网址；COPY 只做一件事，结果可预期。',
  },
  remediation: {
    en: 'Write COPY. Only a root file system upon an empty base needs ADD.',
    zh: '改用 COPY。仅在空基础上解包根文件系统时才需要 ADD。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/#add-or-copy'],
  check: each(
    (d) => d.copies,
    (copy) =>
      copy.instruction === 'COPY' ||
      copy.rootOfScratch ||
      failOn(text('It uses ADD', '使用了 ADD'), spell(copy)),
  ),
});
