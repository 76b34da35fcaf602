import { publishedAt } from '../heads/source.ts';
import type { FrameworkLevel } from '../../core/frameworks/framework.ts';
import { text } from '../../core/text.ts';
import { aliasesOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';

/**
 * Levels 1 and 2 hold the Swarm items: on an engine outside a Swarm those that a control judges say that
 * they do not apply, and on one inside a Swarm nothing is left out by oversight.
 */
const levels = [
  {
    id: '1',
    title: text('Level 1, Swarm items among them', '一级（含 Swarm 条目）'),
    includes: ['1', 'swarm'],
  },
  {
    id: '2',
    title: text('Level 2, with all of level 1', '二级（包含一级全部条目）'),
    includes: ['1', '2', 'swarm'],
  },
  { id: 'swarm', title: text('The Swarm items alone', '仅 Swarm 条目'), includes: ['swarm'] },
] as const satisfies readonly FrameworkLevel[];

/** The CIS Docker Benchmark 1.6.0; 1.7.0 has the same numbers. Only its year of publication is known. */
export const cisDocker160Head = {
  id: 'cis-docker-1.6.0',
  title: text('CIS Docker Benchmark 1.6.0', 'CIS Docker 安全基准 1.6.0'),
  edition: {
    version: '1.6.0',
    publisher: 'Center for Internet Security',
    published: '2023',
    status: 'retired',
    supersededBy: 'cis-docker-1.7.0',
    source: publishedAt(
      text(
        'CIS Docker Benchmark v1.6.0, Center for Internet Security: https://www.cisecurity.org/benchmark/docker',
        'CIS Docker Benchmark v1.6.0，互联网安全中心（CIS）：https://www.cisecurity.org/benchmark/docker',
      ),
      text(
        'aquasecurity/docker-bench cfg/cis-1.6.0/definitions.yaml',
        'aquasecurity/docker-bench cfg/cis-1.6.0/definitions.yaml',
      ),
    ),
  },
  levels,
  aliases: aliasesOf('cis-docker-1.6.0', ['cis-docker-1.6', 'cis-1.6.0', 'cis-1.6']),
} as const satisfies FrameworkHead;

/** The CIS Docker Benchmark 1.8.0: item 2.7 is new, and what was 2.7 to 2.18 moved on by one. */
export const cisDocker180Head = {
  id: 'cis-docker-1.8.0',
  title: text('CIS Docker Benchmark 1.8.0', 'CIS Docker 安全基准 1.8.0'),
  edition: {
    version: '1.8.0',
    publisher: 'Center for Internet Security',
    published: '2025-07',
    status: 'in-force',
    source: publishedAt(
      text(
        'CIS Docker Benchmark v1.8.0, Center for Internet Security: https://www.cisecurity.org/benchmark/docker',
        'CIS Docker Benchmark v1.8.0，互联网安全中心（CIS）：https://www.cisecurity.org/benchmark/docker',
      ),
      text(
        'CyberStrikeus/CyberStrike CIS_Docker_Benchmark_v1.8.0, and the date against https://github.com/docker/docker-bench-security/issues/573',
        'CyberStrikeus/CyberStrike CIS_Docker_Benchmark_v1.8.0（发布日期对照 https://github.com/docker/docker-bench-security/issues/573）',
      ),
    ),
  },
  levels,
  aliases: aliasesOf('cis-docker-1.8.0', ['cis-docker-1.8', 'cis-1.8.0', 'cis-1.8']),
} as const satisfies FrameworkHead;
