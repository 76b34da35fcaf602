import { secretStoreDriver } from '../../../src/controls/secret/secret-store-driver.ts';
import { compliantSecret } from '../../fixtures/secret.ts';
import { describeControl } from '../../support/describe-control.ts';

const vault = { params: { drivers: ['vault'] } };

describeControl(secretStoreDriver, compliantSecret, {
  pass: { 'a vault that is asked for': { facts: { driver: 'vault' }, ...vault } },
  fail: {
    'a driver that nobody named': { facts: { driver: 'vault' } },
    'the Swarm’s own store, where a vault is asked for': vault,
  },
  notApplicable: { 'a configuration': { facts: { store: 'config' } } },
  unknown: { 'not read': { denied: ['/driver'] } },
});
