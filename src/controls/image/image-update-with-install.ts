import { defineControl } from '../../core/control.ts';
import { image } from '../../core/subjects/image.ts';
import { text } from '../../core/text.ts';
import { fail } from '../../core/verdict.ts';
import { tellsItsSteps } from './build-steps.ts';
import { isSubcommand, packageCommands } from './package-commands.ts';
import { runSteps } from './run-steps.ts';

const apt = ['apt', 'apt-get', 'aptitude'] as const;
const redHat = ['yum', 'dnf', 'microdnf', 'tdnf'] as const;

/** How each family of package managers refreshes its index, and what makes use of a fresh one. */
const families = [
  {
    of: apt,
    refresh: ['update'],
    use: ['install', 'upgrade', 'full-upgrade', 'dist-upgrade', 'safe-upgrade', 'build-dep'],
  },
  { of: ['apk'], refresh: ['update'], use: ['add', 'upgrade'] },
  {
    of: redHat,
    refresh: ['makecache'],
    use: ['install', 'update', 'upgrade', 'localinstall', 'groupinstall'],
  },
  {
    of: ['zypper'],
    refresh: ['refresh', 'ref'],
    use: ['install', 'in', 'update', 'up', 'patch', 'dup', 'dist-upgrade'],
  },
] as const;

/** Whether a step refreshes an index that nothing in it makes use of. */
function refreshesAlone(line: string): boolean {
  const commands = packageCommands(line);
  return families.some(({ of, refresh, use }) => {
    const runs = (subcommands: readonly string[]): boolean =>
      commands.some((command) => isSubcommand(command, of, subcommands));
    return runs(refresh) && !runs(use);
  });
}

export const imageUpdateWithInstall = defineControl({
  id: 'image-update-with-install',
  subject: image,
  severity: 'low',
  title: {
    en: 'A package index is refreshed only together with an installation',
    zh: '更新软件包索引与安装在同一步骤中完成',
  },
  rationale: {
    en: 'A step that only refreshes the package index is cached by the builder. Later builds install from that old index and so leave out the fixes that have come out since.',
    zh: '仅更新软件包索引的步骤会被构建器缓存。此后的构建都从旧索引安装，漏掉其后发布的安全补丁。',
  },
  remediation: {
    en: 'Put both into one RUN: RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*. On Alpine: RUN apk add --no-cache curl.',
    zh: '写进同一条 RUN：RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*。Alpine 用 RUN apk add --no-cache curl。',
  },
  references: ['https://docs.docker.com/build/building/best-practices/'],
  applies: tellsItsSteps,
  check: (i) => {
    const alone = runSteps(i).filter(({ createdBy }) => refreshesAlone(createdBy));
    if (alone.length === 0) return true;
    const lines = alone.map((step) => step.createdBy.slice(0, 80));
    return fail(
      text(`It refreshes alone in: ${lines.join('; ')}`, `单独更新索引的步骤：${lines.join('；')}`),
    );
  },
});
