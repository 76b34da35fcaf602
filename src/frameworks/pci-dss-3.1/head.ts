import { publishedAt } from '../heads/source.ts';
import { text } from '../../core/text.ts';
import { aliasesOf } from '../heads/aliases.ts';
import type { FrameworkHead } from '../heads/framework-head.ts';

/** PCI DSS 3.1: the edition that was in force when the tool was first asked for. It has no levels. */
export const pciDss31Head = {
  id: 'pci-dss-3.1',
  title: text('PCI DSS 3.1', '支付卡行业数据安全标准（PCI DSS）3.1'),
  edition: {
    version: '3.1',
    publisher: 'PCI Security Standards Council',
    published: '2015-04',
    status: 'retired',
    retiredOn: '2016-10-31',
    supersededBy: 'pci-dss-3.2',
    source: publishedAt(
      text(
        'PCI DSS v3.1, Requirements and Security Assessment Procedures, April 2015, PCI Security Standards Council, document library: https://www.pcisecuritystandards.org/document_library/',
        'PCI DSS v3.1《要求和安全评估程序》，2015 年 4 月，PCI 安全标准委员会文档库：https://www.pcisecuritystandards.org/document_library/',
      ),
      text(
        'stackrox/stackrox central/compliance/standards/metadata/pci_dss_3_2.go; https://www.goanywhere.com/gateway/pci-dss-compliance (1.3.1 to 1.3.8); ComplianceAsCode/content controls/pcidss_3.yml (A.1)',
        'stackrox/stackrox central/compliance/standards/metadata/pci_dss_3_2.go；https://www.goanywhere.com/gateway/pci-dss-compliance（1.3.1 至 1.3.8）；ComplianceAsCode/content controls/pcidss_3.yml（A.1）',
      ),
    ),
  },
  levels: [],
  aliases: aliasesOf('pci-dss-3.1', ['pci-3.1', 'pcidss-3.1']),
} as const satisfies FrameworkHead;
