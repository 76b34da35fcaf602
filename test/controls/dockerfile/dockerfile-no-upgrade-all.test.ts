import { dockerfileNoUpgradeAll } from '../../../src/controls/dockerfile/dockerfile-no-upgrade-all.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoUpgradeAll, compliantDockerfile, {
  pass: written('FROM a\nRUN pip install --upgrade pip', 'FROM a\nRUN echo "apt-get upgrade"'),
  fail: written('FROM a\nRUN apt-get update && apt-get -y upgrade', 'FROM a\nRUN apk -U upgrade'),
});
