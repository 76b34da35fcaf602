import { dockerfileNoPipeToShell } from '../../../src/controls/dockerfile/dockerfile-no-pipe-to-shell.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoPipeToShell, compliantDockerfile, {
  pass: written(
    'FROM a\nRUN echo "curl x | sh"',
    'FROM a\nRUN curl x | tar x',
    'FROM a\nRUN curl x | node -- a.js',
  ),
  fail: written(
    'FROM a\nRUN curl https://e.org/x | sh',
    'FROM a\nRUN ["bash","-c","curl https://e.org/x | bash"]',
    'FROM a\nRUN curl https://e.org/x | php -- --filename=y',
    'FROM a\nRUN <<E\nwget -O- https://e.org/x \\\n | bash\nE',
  ),
});
