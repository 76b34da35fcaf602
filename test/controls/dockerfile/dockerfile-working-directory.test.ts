import { dockerfileWorkingDirectory } from '../../../src/controls/dockerfile/dockerfile-working-directory.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileWorkingDirectory, compliantDockerfile, {
  pass: written(
    'FROM a\nWORKDIR /app\nWORKDIR fd/7',
    'FROM a\nWORKDIR /proc/self/fdinfo/7',
    'FROM a\nWORKDIR /srv/dev/fd/7',
    // Its base has it, or nobody.
    'FROM a\nENV X=y\nWORKDIR $CATALINA_HOME\nWORKDIR ${HOME}/x',
  ),
  fail: written(
    'FROM a\nWORKDIR /proc/self/fd/7',
    'FROM a\nWORKDIR /proc/self/fd/$FD',
    'FROM a\nWORKDIR "/proc/self/fd/$OPEN"',
    'FROM a\nENV FD=8\nWORKDIR //proc/./self/fd/$FD/../..',
    'FROM a\nWORKDIR /proc/self\nWORKDIR fd/8/',
    'FROM a\nWORKDIR /app/../proc/thread-self/fd/9',
    'FROM a\nWORKDIR /proc/1/task/1/fd/9',
    'FROM a\nWORKDIR /dev/fd/9',
    'FROM a AS b\nWORKDIR /proc/self/fd/7\nFROM c',
    'FROM a\nONBUILD WORKDIR /proc/self/fd/7',
  ),
  unknown: {
    ...written(
      'FROM a\nARG FOLDER\nENV HOME=$FOLDER/x\nWORKDIR $HOME',
      'FROM a\nARG FOLDER\nWORKDIR /srv/$FOLDER',
      'FROM a\nARG FOLDER\nWORKDIR /srv\nWORKDIR "${FOLDER}"',
    ),
    'a snapshot of an older release': { facts: { workingDirectories: undefined } },
  },
  says: {
    'FROM a\nARG FOLDER\nWORKDIR /srv\nWORKDIR "${FOLDER}"': '${FOLDER} is not known',
    'FROM a\nWORKDIR /proc/self\nWORKDIR fd/8/': 'A step or the image starts in /proc/self/fd/8/',
  },
});
