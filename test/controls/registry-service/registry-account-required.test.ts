import { registryAccountRequired } from '../../../src/controls/registry-service/registry-account-required.ts';
import { compliantRegistryService } from '../../../src/testing/compliant/registry-service.ts';
import { describeControl } from '../../support/describe-control.ts';

const closed = { name: 'shop/web', open: false };
const open = { name: 'shop/base', open: true };

describeControl(registryAccountRequired, compliantRegistryService, {
  pass: {
    'a repository that was published on purpose': {
      facts: { repositories: [closed, open] },
      params: { public: ['shop/base'] },
    },
  },
  fail: {
    'no account for anything': { facts: { asksForAccount: false } },
    'no account for anything, be all of it public': {
      facts: { asksForAccount: false, repositories: [open] },
      params: { public: ['shop/base'] },
    },
    'one repository of several': { facts: { repositories: [closed, open] } },
    'one repository, though there may be more': {
      facts: { repositories: [open, null] },
      denied: ['/repositories/1'],
    },
    'another than was published': {
      facts: { repositories: [open] },
      params: { public: ['shop/web'] },
    },
    'no account for anything, and a list that was refused': {
      facts: { asksForAccount: false },
      denied: ['/repositories'],
    },
  },
  notApplicable: { 'no repository': { facts: { repositories: [] } } },
  unknown: {
    'the list was refused': { denied: ['/repositories'] },
    'there may be more': { facts: { repositories: [closed, null] }, denied: ['/repositories/1'] },
    'one was not asked for': { denied: ['/repositories/0/open'] },
    'it did not answer': { denied: ['/asksForAccount'] },
  },
  says: {
    'no account for anything': 'It asks for no account',
    'one repository of several': 'Anyone may pull shop/base',
  },
});
