import { dockerfileWorkingDirectoryAbsolute } from '../../../src/controls/dockerfile/dockerfile-working-directory-absolute.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

const compliant = {
  ...compliantDockerfile,
  workingDirectories: [{ path: '/app', stage: 1, final: true, trigger: false }],
};

describeControl(dockerfileWorkingDirectoryAbsolute, compliant, {
  pass: written(
    'FROM a\nWORKDIR /app\nWORKDIR src',
    'FROM a\nENV D=/x\nWORKDIR $D\nWORKDIR y',
    'FROM a\nWORKDIR ${HOME}/x',
    'FROM a AS b\nWORKDIR /app\nFROM b\nWORKDIR src',
    'FROM a\nWORKDIR C:/app',
    'FROM a\nWORKDIR "/app"',
  ),
  fail: written(
    'FROM a\nWORKDIR app',
    'FROM a\nWORKDIR ./app\nWORKDIR /x',
    'FROM a AS b\nWORKDIR /app\nFROM a\nWORKDIR src',
    'FROM a\nENV D=x\nWORKDIR $D',
    'FROM a\nONBUILD WORKDIR app',
  ),
  notApplicable: written('FROM a'),
  unknown: {
    'an older release read the file': { facts: { workingDirectories: undefined } },
  },
});
