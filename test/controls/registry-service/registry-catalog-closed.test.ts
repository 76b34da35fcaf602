import { registryCatalogClosed } from '../../../src/controls/registry-service/registry-catalog-closed.ts';
import { compliantRegistryService } from '../../../src/testing/compliant/registry-service.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(registryCatalogClosed, compliantRegistryService, {
  fail: { 'for anyone': { facts: { catalog: 'listed' } } },
  notApplicable: { 'a list of nothing': { facts: { catalog: 'empty' } } },
  unknown: { 'it did not answer': { denied: ['/catalog'] } },
  says: { 'for anyone': 'It lists its repositories without asking for an account' },
});
