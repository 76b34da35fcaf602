import { builtin, defineControl, definePlimsollConfig, extendCatalog } from 'plimsoll';
import { inventoried } from './inventory.ts';

export const workloadInventoried = defineControl({
  id: 'acme-workload-inventoried',
  subject: inventoried,
  severity: 'high',
  title: { en: 'The inventory names an owner', zh: '资产清单中登记了负责团队' },
  failingTitle: { en: 'The inventory names no owner', zh: '资产清单中未登记负责团队' },
  rationale: {
    en: 'What nobody owns, nobody patches.',
    zh: '无人负责的服务无人修补。',
  },
  remediation: { en: 'Enter the service in the inventory.', zh: '将该服务登记到资产清单。' },
  references: ['https://www.cisecurity.org/controls/inventory-and-control-of-software-assets'],
  check: (w) => w.inventoryOwner !== null,
});

export default definePlimsollConfig({
  collectors: [inventoried],
  catalog: extendCatalog(builtin, { id: 'acme', add: [workloadInventoried] }),
});
