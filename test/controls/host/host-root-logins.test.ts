import { hostRootLogins } from '../../../src/controls/host/host-root-logins.ts';
import { compliantHost } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const accounts = (...list: object[]) => ({
  facts: { accounts: [{ name: 'root', uid: 0, gid: 0 }, ...list] },
});

describeControl(hostRootLogins, compliantHost, {
  pass: { 'root’s group is not root': accounts({ name: 'operator', uid: 11, gid: 0 }) },
  fail: { 'a second one': accounts({ name: 'toor', uid: 0, gid: 0 }) },
  unknown: { 'not read': { denied: ['/accounts'] } },
});
