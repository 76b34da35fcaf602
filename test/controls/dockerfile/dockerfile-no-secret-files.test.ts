import { dockerfileNoSecretFiles } from '../../../src/controls/dockerfile/dockerfile-no-secret-files.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoSecretFiles, compliantDockerfile, {
  pass: written('FROM a\nCOPY .env.example id_rsa.pub /x/', 'FROM a AS b\nCOPY .npmrc .\nFROM c'),
  fail: written(
    'FROM a\nCOPY .env /app/',
    'FROM a\nCOPY ["keys/id_rsa", "/root/.ssh/"]',
    'FROM a\nADD server.key /etc/',
  ),
  unknown: written('FROM a\nARG F\nCOPY $F /x'),
  says: {
    'FROM a\nCOPY .env /app/': 'It copies what holds a secret: COPY .env /app/',
  },
});
