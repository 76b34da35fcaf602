import { each } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { isFetched, namesCommit } from './fetched-source.ts';
import { failOn, spell, type Copy } from './lines.ts';

/** What COPY cannot do, and ADD does as it is told: to fetch, and to compare what came. */
const fetchesChecked = ({ checksum, sources }: Copy): boolean =>
  checksum !== null || sources.every((source) => isFetched(source) && namesCommit(source));

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
    en: 'Write COPY. Only a root file system upon an empty base needs ADD, and what is fetched with its checksum.',
    zh: '改用 COPY。仅在空基础上解包根文件系统，或下载并核对校验值时才需要 ADD。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/#add-or-copy'],
  check: each(
    (d) => d.copies,
    (copy) =>
      copy.instruction === 'COPY' ||
      copy.rootOfScratch ||
      fetchesChecked(copy) ||
      failOn(text('It uses ADD', '使用了 ADD'), spell(copy)),
  ),
});
