import { hostRegistryCertificatesMode } from '../../../src/controls/host/host-registry-certificates-mode.ts';
import { compliantHost, rootFile } from '../../fixtures/host.ts';
import { describeControl } from '../../support/describe-control.ts';

const path = '/etc/docker/certs.d/registry.example.org/ca.crt';
const files = (...modes: number[]) => ({
  facts: { registryCertificates: modes.map((mode) => rootFile(path, mode)) },
});
const directory = (mode: number) => ({
  facts: { registryCertificates: [rootFile('/etc/docker/certs.d/x', mode, 'directory')] },
});

describeControl(hostRegistryCertificatesMode, compliantHost, {
  pass: { 'less than allowed': files(0o400) },
  fail: {
    'root may write': files(0o644),
    'one of several': files(0o444, 0o464),
    'a directory that others may write to': directory(0o777),
    'one, though another was not read': {
      ...files(0o444, 0o666),
      denied: ['/registryCertificates/0'],
    },
  },
  notApplicable: { 'there are none': files() },
  unknown: {
    'not read': { denied: ['/registryCertificates'] },
    'one was not read': { ...files(0o444, 0o444), denied: ['/registryCertificates/1/mode'] },
  },
  says: {
    'a directory that others may write to':
      '/etc/docker/certs.d/x has mode 0777, and 0755 is the most',
  },
});
