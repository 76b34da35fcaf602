import { dockerfileNoSetuid } from '../../../src/controls/dockerfile/dockerfile-no-setuid.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoSetuid, compliantDockerfile, {
  pass: written('FROM a\nRUN find / -perm /6000 -exec chmod a-s {} +', 'FROM a\nRUN chmod 0755 /x'),
  fail: written(
    'FROM a\nRUN chmod u+s /x',
    'FROM a\nRUN chmod 4755 /x',
    'FROM a\nCOPY --chmod=4755 x /x',
    'FROM a AS b\nONBUILD RUN chmod u+s /x\nFROM c',
    'FROM a AS b\nONBUILD COPY --chmod=4755 x /x\nFROM c',
  ),
  says: {
    'FROM a\nCOPY --chmod=4755 x /x': 'It sets the bits: COPY x /x',
  },
});
