import { publishedAt } from '../heads/source.ts';
import { text } from '../../core/text.ts';
import { aliasesOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';

/** NIST SP 800-190, a guide to the security of containers: its risks and its countermeasures. */
export const nist800190Head = {
  id: 'nist-800-190',
  title: text('NIST SP 800-190', 'NIST SP 800-190 应用容器安全指南'),
  edition: {
    version: '2017',
    publisher: 'NIST',
    published: '2017-09',
    status: 'in-force',
    source: publishedAt(
      text(
        'NIST SP 800-190, Application Container Security Guide, September 2017, NIST CSRC: https://csrc.nist.gov/pubs/sp/800/190/final',
        'NIST SP 800-190《应用容器安全指南》，2017 年 9 月，NIST CSRC：https://csrc.nist.gov/pubs/sp/800/190/final',
      ),
      text(
        'stackrox/stackrox central/compliance/standards/metadata/nist_800_190.go (chapter 4) and general knowledge (chapter 3)',
        'stackrox/stackrox central/compliance/standards/metadata/nist_800_190.go（第 4 章）及一般了解（第 3 章）',
      ),
    ),
  },
  levels: [],
  aliases: aliasesOf('nist-800-190', ['nist-sp-800-190', 'sp-800-190', 'sp800-190', '800-190']),
} as const satisfies FrameworkHead;
