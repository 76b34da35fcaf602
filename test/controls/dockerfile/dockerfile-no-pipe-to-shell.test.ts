import { dockerfileNoPipeToShell } from '../../../src/controls/dockerfile/dockerfile-no-pipe-to-shell.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoPipeToShell, compliantDockerfile, {
  pass: written(
    'FROM a\nRUN echo "curl x | sh"',
    'FROM a\nRUN curl x | tar x',
    'FROM a\nRUN curl x | node -- a.js',
    'FROM a\nRUN curl x | bash -n',
    'FROM a\nRUN curl x | bash --norc -en -',
    "FROM a\nRUN curl x | xargs -n1 sh -c 'echo $0'",
    'FROM a\nRUN curl x | xargs rm',
    'FROM a\nRUN python -c "import x" "$(curl x)"',
    'FROM a\nRUN "$(command -v curl)" x -o y && $(which wget) x',
    'FROM a\nRUN sh <<E\nv=$(curl x)\necho $v\nE',
  ),
  fail: written(
    'FROM a\nRUN curl https://e.org/x | sh',
    'FROM a\nRUN ["bash","-c","curl https://e.org/x | bash"]',
    'FROM a\nRUN curl https://e.org/x | php -- --filename=y',
    'FROM a\nRUN curl x | bash -s -- -n',
    'FROM a\nRUN curl x | bash --norc -e /dev/stdin -n',
    'FROM a\nRUN curl x | xargs bash -c',
    'FROM a\nRUN curl x | sudo xargs -0 -I{} sh -c "{}"',
    'FROM a\nRUN python -c "$(curl x)"',
    'FROM a\nRUN python3 <(curl x)',
    'FROM a\nRUN perl -Mx -e "$(wget -O- x)"',
    'FROM a\nRUN sh <<E\nset -e\n$(curl x)\nE',
    'FROM a\nRUN <<E\nwget -O- https://e.org/x \\\n | bash\nE',
  ),
});
