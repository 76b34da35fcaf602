import { dockerfilePipeFailuresHeeded } from '../../../src/controls/dockerfile/dockerfile-pipe-failures-heeded.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { runOf } from '../../../src/testing/compliant/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

const bash = 'FROM a\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\n';

const piped = runOf('curl https://e.org/x | tar xz');
const ofOlderRelease = {
  ...piped,
  commands: piped.commands?.map(({ ifFails: _, ...command }) => command),
};

describeControl(dockerfilePipeFailuresHeeded, compliantDockerfile, {
  pass: written(
    'FROM a\nRUN set -o pipefail && curl https://e.org/x | tar xz',
    'FROM a\nRUN set -eo pipefail; curl https://e.org/x | tar xz; make',
    `${bash}RUN curl https://e.org/x | tar xz`,
    `${bash}RUN curl https://e.org/x | tar xz && make`,
    'FROM a\nRUN curl -o x https://e.org/x && tar xzf x | wc -l',
    'FROM a\nRUN ls | wc -l',
    ...[
      'sha256sum -c -',
      'grep " x$" | sha256sum --check',
      'sudo sha512sum -c',
      'grep -q ok',
      'grep ok && make',
      'gpg --verify x.asc -',
      'cmp - y',
    ].map((reader) => `FROM a\nRUN curl https://e.org/x | ${reader}`),
    'FROM a\nRUN { curl -o x https://e.org/x || exit 1; } && cat x | wc -l',
    'FROM a\nSHELL ["pwsh", "-c"]\nRUN curl https://e.org/x | tar xz',
    'FROM a\nSHELL ["/bin/bash", "-c"]\nRUN curl https://e.org/x | tar x; test ${PIPESTATUS[0]} -eq 0',
  ),
  fail: written(
    'FROM a\nRUN curl https://e.org/x | tar xz',
    'FROM a\nRUN set -e; curl https://e.org/x | tar xz; make',
    'FROM a\nRUN wget -qO- https://e.org/x | tar xz && make',
    'FROM a\nRUN curl https://e.org/x | gunzip | tar x',
    ...[
      'sha256sum',
      'grep -v ok',
      'grep -c ok',
      'grep ok | wc -l',
      'grep ok || true',
      'sha256sum -c - || true',
      'gpg --import',
    ].map((reader) => `FROM a\nRUN curl https://e.org/x | ${reader}`),
    `${bash}RUN set +o pipefail; curl https://e.org/x | tar xz`,
    `${bash}SHELL ["/bin/sh", "-c"]\nRUN curl https://e.org/x | tar xz`,
    'FROM a\nRUN set -o pipefail; curl https://e.org/x | tar xz; make',
    'FROM a\nONBUILD RUN curl https://e.org/x | tar xz',
    'FROM a AS b\nRUN curl https://e.org/x | tar xz\nFROM c',
  ),
  unknown: {
    ...written('FROM a\nRUN eval "$X"'),
    'an older release read the file': { facts: { runs: [ofOlderRelease] } },
  },
  says: {
    'FROM a\nRUN curl https://e.org/x | tar xz':
      'Does not notice a download that fails: curl https://e.org/x | tar xz',
  },
});
