import { dockerfileRunConfined } from '../../../src/controls/dockerfile/dockerfile-run-confined.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileRunConfined, compliantDockerfile, {
  pass: written('FROM a\nRUN --network=none x'),
  fail: written('FROM a\nRUN --security=insecure x', 'FROM a\nRUN --network=host x'),
  says: {
    'FROM a\nRUN --security=insecure x': 'Runs with more rights: x',
  },
});
