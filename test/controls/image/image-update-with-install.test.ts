import { imageUpdateWithInstall } from '../../../src/controls/image/image-update-with-install.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const step = (createdBy: string, instruction = 'RUN') => ({
  facts: { history: [{ ...compliantImage.history[0], instruction, createdBy }] },
});

describeControl(imageUpdateWithInstall, compliantImage, {
  pass: {
    'options in between': step(
      'RUN /bin/sh -c apt-get -qq -o Acquire::Retries=3 update && DEBIAN_FRONTEND=noninteractive apt-get install -y curl',
    ),
    'several lines': step('RUN /bin/sh -c set -e\napt-get update\napt-get upgrade -y\n'),
  },
  fail: {
    'apt-get alone': step('RUN /bin/sh -c apt-get update'),
    'apt-get with options, alone': step('RUN /bin/sh -c apt-get -y -qq update && rm -rf /tmp/*'),
    'the classic builder’s form': step('/bin/sh -c apt-get update'),
    'apk alone': step('RUN /bin/sh -c apk update'),
    'dnf alone': step('RUN /bin/sh -c dnf -y makecache'),
    'zypper alone': step('RUN /bin/sh -c zypper --non-interactive refresh'),
    'an installation by another family': step('RUN /bin/sh -c apt-get update; apk add curl'),
    'the installation in the next step': {
      facts: {
        history: ['RUN /bin/sh -c apt-get update', 'RUN /bin/sh -c apt-get install -y curl'].map(
          (createdBy) => ({ ...compliantImage.history[0], instruction: 'RUN', createdBy }),
        ),
      },
    },
  },
  notApplicable: {
    'an imported image': step('', ''),
    'yum update upgrades': step('RUN /bin/sh -c yum update -y'),
    'apk without an index': step('RUN /bin/sh -c apk add --no-cache curl'),
    'the words in an instruction that runs nothing': step('CMD ["apt-get" "update"]', 'CMD'),
    'a package whose name begins so': step('RUN /bin/sh -c apt-get install -y update-notifier'),
  },
  unknown: { 'the history was not read': { denied: ['/history'] } },
});
