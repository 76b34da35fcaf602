import { noneFails } from '../../core/controls/combinators.ts';
import { defineControl } from '../../core/controls/control.ts';
import { dockerfile } from '../../core/subjects/dockerfile.ts';
import { text } from '../../core/text.ts';
import { failOn } from '../blocks/dockerfile/fail-on-line.ts';

export const dockerfileRunConfined = defineControl({
  id: 'dockerfile-run-confined',
  subject: dockerfile,
  rating: ['takeover', 'remote'],
  title: {
    en: 'No RUN asks for more rights than a build has',
    zh: 'RUN 未请求额外的构建权限',
  },
  failingTitle: {
    en: 'A RUN asks for more rights than a build needs',
    zh: 'RUN 请求了额外的构建权限',
  },
  rationale: {
    en: 'RUN --security=insecure runs as root of the builder, and --network=host reaches what only the host may.',
    zh: 'RUN --security=insecure 等同构建主机的 root，--network=host 可访问仅宿主机可达的服务。',
  },
  remediation: {
    en: 'Take the flag out, and do what needs it outside of the build.',
    zh: '去掉该选项，需要特权的操作放到构建之外。',
  },
  references: ['https://docs.docker.com/reference/dockerfile/#run---security'],
  check: noneFails(
    (d) => d.runs,
    (run) =>
      (!run.insecure && run.network !== 'host') ||
      failOn(text('Runs with more rights', '以额外权限运行'), run.script),
  ),
});
