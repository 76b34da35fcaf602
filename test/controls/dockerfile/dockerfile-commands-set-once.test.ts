import { dockerfileCommandsSetOnce } from '../../../src/controls/dockerfile/dockerfile-commands-set-once.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileCommandsSetOnce, compliantDockerfile, {
  pass: written(
    'FROM a\nCMD a\nENTRYPOINT b\nHEALTHCHECK CMD c',
    'FROM a AS b\nCMD a\nFROM b\nCMD b',
    'FROM a\nCMD a\nONBUILD CMD b\nONBUILD CMD c',
    'FROM a',
  ),
  fail: written(
    'FROM a\nCMD a\nCMD b',
    'FROM a\nENTRYPOINT ["a"]\nUSER x\nentrypoint ["b"]',
    'FROM a\nHEALTHCHECK NONE\nHEALTHCHECK CMD c',
    'FROM a AS b\nCMD a\nCMD b\nFROM c\nCMD d',
  ),
  unknown: {
    'an older release read the file': { facts: { replaced: undefined } },
  },
  says: { 'FROM a\nCMD a\nCMD b': 'A later CMD replaces this one' },
});
