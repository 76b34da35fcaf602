import { publishedAt } from '../heads/source.ts';
import { text } from '../../core/text.ts';
import { aliasesOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';

/** PCI DSS 4.0.1: the edition in force. It has no levels. */
export const pciDss401Head = {
  id: 'pci-dss-4.0.1',
  title: text('PCI DSS 4.0.1', '支付卡行业数据安全标准（PCI DSS）4.0.1'),
  edition: {
    version: '4.0.1',
    publisher: 'PCI Security Standards Council',
    published: '2024-06-11',
    status: 'in-force',
    source: publishedAt(
      text(
        'PCI DSS v4.0.1, June 2024, PCI SSC document library: https://www.pcisecuritystandards.org/document_library/',
        'PCI DSS v4.0.1，2024 年 6 月，PCI SSC 文档库：https://www.pcisecuritystandards.org/document_library/',
      ),
      text(
        'lists of intuitem/ciso-assistant-community, ComplianceAsCode/content and juancarlosmunera/pci-dss-tool',
        '三份公开清单（ciso-assistant、ComplianceAsCode、pci-dss-tool）',
      ),
    ),
  },
  levels: [],
  aliases: {
    ...aliasesOf('pci-dss-4.0.1', ['pci-4.0.1', 'pcidss-4.0.1']),
    ...aliasesOf(
      'pci-dss-4.0.1',
      ['pci', 'pci-dss', 'pcidss', 'pci-4', 'pci-dss-4', 'pcidss-4'],
      text(', the edition in force', '（现行版本）'),
    ),
    ...aliasesOf(
      'pci-dss-4.0.1',
      ['pci-4.0', 'pci-dss-4.0', 'pcidss-4.0'],
      text(', whose numbers are the same', '（编号相同）'),
    ),
  },
} as const satisfies FrameworkHead;
