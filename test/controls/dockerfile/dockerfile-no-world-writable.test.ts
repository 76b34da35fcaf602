import { dockerfileNoWorldWritable } from '../../../src/controls/dockerfile/dockerfile-no-world-writable.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoWorldWritable, compliantDockerfile, {
  pass: written(
    'FROM a\nRUN chmod 1777 /t',
    'FROM a\nRUN echo "chmod 777 /x"',
    'FROM a AS b\nRUN chmod 777 /x\nFROM c',
  ),
  fail: written(
    'FROM a\nRUN chmod -R 777 /x',
    'FROM a\nCOPY --chmod=666 x /x',
    'FROM a AS b\nONBUILD COPY --chmod=666 x /x\nFROM c',
  ),
  says: {
    'FROM a\nCOPY --chmod=666 x /x': 'Everybody may write: COPY x /x',
  },
});
