import { dockerfileNonRootUser } from '../../../src/controls/dockerfile/dockerfile-non-root-user.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNonRootUser, compliantDockerfile, {
  pass: written('FROM a\nUSER root\nUSER app', 'FROM a AS b\nUSER 5\nFROM b'),
  fail: written(
    'FROM a',
    'FROM a\nUSER root',
    'FROM a\nUSER 0:0',
    'FROM a AS b\nUSER x\nFROM c',
    'FROM a\nUSER ${U:-0}',
  ),
  unknown: written('FROM a\nARG U\nUSER $U'),
});
