import { dockerfileHealthCheck } from '../../../src/controls/dockerfile/dockerfile-health-check.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileHealthCheck, compliantDockerfile, {
  pass: written('FROM a AS b\nHEALTHCHECK CMD x\nFROM b'),
  fail: written('FROM a', 'FROM a\nHEALTHCHECK NONE', 'FROM a\nHEALTHCHECK CMD x\nFROM b'),
});
