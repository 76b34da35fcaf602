import { dockerfilePackagesVerified } from '../../../src/controls/dockerfile/dockerfile-packages-verified.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfilePackagesVerified, compliantDockerfile, {
  pass: written('FROM a\nRUN echo "curl -k is bad"'),
  fail: written(
    'FROM a\nRUN curl -k https://e.org/x',
    'FROM a\nENV NODE_TLS_REJECT_UNAUTHORIZED=0',
    'FROM a\nRUN apt-get install -y --allow-unauthenticated x',
  ),
});
