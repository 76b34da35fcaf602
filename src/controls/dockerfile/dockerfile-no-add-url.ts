import { noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { isFetched, namesCommit } from '../blocks/dockerfile/fetched-source.ts';
import { failOn, spell } from '../blocks/dockerfile/fail-on-line.ts';

export const dockerfileNoAddUrl = defineControl({
  id: 'dockerfile-no-add-url',
  subject: dockerfile,
  rating: ['breach', 'remote'],
  title: {
    en: 'ADD fetches nothing without a checksum',
    zh: '未用 ADD 下载未经校验的内容',
  },
  failingTitle: {
    en: 'ADD fetches files without a checksum',
    zh: '用 ADD 下载了未经校验的内容',
  },
  rationale: {
    en: 'What an address serves may be another file tomorrow, or one that somebody put in its place.',
    zh: '网址返回的内容明天就可能变化或被人替换。',
  },
  remediation: {
    en: 'Give the checksum: ADD --checksum=sha256:… https://…; of a repository, the whole commit.',
    zh: '写明校验值：ADD --checksum=sha256:… https://…；代码仓库则写完整提交号。',
  },
  references: ['https://docs.docker.com/reference/dockerfile/#add---checksum'],
  check: noneFails(
    (d) => d.copies,
    (copy) => {
      if (copy.instruction !== 'ADD' || copy.checksum !== null) return true;
      const fetched = copy.sources.some((source) => isFetched(source) && !namesCommit(source));
      return !fetched || failOn(text('Fetches without a check', '未经校验即下载'), spell(copy));
    },
  ),
});
