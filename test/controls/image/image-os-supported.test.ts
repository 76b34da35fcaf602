import { imageOsSupported } from '../../../src/controls/image/image-os-supported.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

/** Snapshots of tests are taken on 2026-11-24. */
const os = (id: string, version: string) => ({
  files: { ...compliantImage.files, os: { id, version, name: `${id} ${version}` } },
});

const none = { manager: null, installed: [] };

describeControl(imageOsSupported, compliantImage, {
  pass: {
    'a point release': { facts: os('alpine', '3.22.1') },
    'a minor release': { facts: os('rhel', '9.6') },
    'a contract': { facts: os('debian', '11'), params: { ends: { 'debian 11': '2031-06-30' } } },
    'its last day': { facts: os('own', '1'), params: { ends: { 'own 1': '2026-11-24' } } },
  },
  fail: {
    'since August': { facts: os('debian', '11') },
    'an interim release': { facts: os('ubuntu', '25.10') },
    'a point release': { facts: os('alpine', '3.20.3') },
    yesterday: { facts: os('own', '1'), params: { ends: { 'own 1': '2026-11-23' } } },
    'a contract that ended': {
      facts: os('debian', '10'),
      params: { ends: { 'debian 10': '2025-06-30' } },
    },
  },
  notApplicable: {
    'no system': { facts: { files: { ...compliantImage.files, os: null, packages: none } } },
  },
  unknown: {
    'a system that the table does not know': { facts: os('somewhere', '1') },
    'a release that it does not know': { facts: os('debian', '') },
    'a number that begins alike': { facts: os('debian', '130') },
    'packages of a system that does not say what it is': {
      facts: { files: { ...compliantImage.files, os: null } },
    },
    'no name, and packages that were not read': {
      facts: { files: { ...compliantImage.files, os: null } },
      denied: ['/files/packages'],
    },
    'its files were not read': { denied: ['/files'] },
  },
  says: {
    'packages of a system that does not say what it is':
      'Packages of dpkg found, but no os-release that names their operating system',
    yesterday: 'The support of own 1 ended on 2026-11-23',
  },
});
