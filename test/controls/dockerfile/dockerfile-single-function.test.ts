import { dockerfileSingleFunction } from '../../../src/controls/dockerfile/dockerfile-single-function.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileSingleFunction, compliantDockerfile, {
  pass: written('FROM a\nCMD ["nginx"]'),
  fail: written(
    'FROM a\nCMD ["/usr/bin/supervisord","-n"]',
    'FROM a\nCMD service redis start && nginx',
  ),
});
