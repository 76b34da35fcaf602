import { imageNoUpgradeAll } from '../../../src/controls/image/image-no-upgrade-all.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { runs, stepOf } from '../../fixtures/image-steps.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(imageNoUpgradeAll, compliantImage, {
  pass: runs(
    'apt-get install -y --only-upgrade libssl3',
    'apt-get install -y unattended-upgrades',
    'apk upgrade --no-cache libssl3',
    'yum update -y openssl',
    'dnf upgrade -y --security',
    'pip install --upgrade pip',
    'npm update',
  ),
  fail: {
    ...runs(
      'apt-get update && apt-get -y dist-upgrade',
      'apt-get upgrade -y && rm -rf /var/lib/apt/lists/*',
      'apk --no-cache upgrade',
      'apk upgrade --no-cache && apk add curl',
      'yum update -y',
      'dnf -y upgrade --refresh',
      'microdnf update',
      'zypper --non-interactive dup',
    ),
    'the classic builder’s form': stepOf('/bin/sh -c apt-get upgrade -y'),
  },
  notApplicable: { 'an imported image': stepOf('', '') },
  unknown: { 'the history was not read': { denied: ['/history'] } },
});
