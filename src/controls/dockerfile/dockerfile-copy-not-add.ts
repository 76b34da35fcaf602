import { each, orElse } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/controls/verdict.ts';
import { isFetched, namesCommit } from '../blocks/dockerfile/fetched-source.ts';
import { failOn, spell, type Copy } from '../blocks/dockerfile/fail-on-line.ts';

/** What COPY cannot do, and ADD does: to fetch, and to compare what came. */
const fetchesChecked = ({ checksum, sources }: Copy): boolean =>
  checksum !== null || sources.every((source) => isFetched(source) && namesCommit(source));

const what = text('Uses ADD', '使用了 ADD');

const isPlain = ({ instruction, rootOfScratch }: Copy): boolean =>
  instruction === 'COPY' || rootOfScratch;

/**
 * Of what is handed in by an argument it is not known what ADD does with it, and that is the hazard itself. Only the
 * whole commit of a repository would make it right, and nobody hands that in.
 */
const failOnArgument = orElse<Copy, unknown>(
  (copy) => isPlain(copy) || failOn(what, `ADD … ${copy.destination}`),
  (copy) => isPlain(copy) || fail(what),
);

export const dockerfileCopyNotAdd = defineControl({
  id: 'dockerfile-copy-not-add',
  subject: dockerfile,
  rating: ['weakness', 'open'],
  title: {
    en: 'Files are copied in with COPY, not ADD',
    zh: '使用 COPY 而非 ADD 写入文件',
  },
  failingTitle: {
    en: 'Files are copied in with ADD, not COPY',
    zh: '使用 ADD 写入文件',
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
    orElse(
      (copy) => isPlain(copy) || fetchesChecked(copy) || failOn(what, spell(copy)),
      failOnArgument,
    ),
    text('Nothing is copied in', '没有写入任何文件'),
  ),
});
