import { dockerfileContextClean } from '../../../src/controls/dockerfile/dockerfile-context-clean.ts';
import { compliantDockerfile, written, withSecrets } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileContextClean, compliantDockerfile, {
  pass: written('FROM a\nCOPY . .'),
  fail: withSecrets('FROM a\nCOPY . .', 'FROM a\nCOPY keys /x'),
  says: {
    'FROM a\nCOPY keys /x': 'keys/server.pem: no ignore file',
  },
});
