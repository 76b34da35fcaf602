import { dockerfileStagesNamedOnce } from '../../../src/controls/dockerfile/dockerfile-stages-named-once.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileStagesNamedOnce, compliantDockerfile, {
  pass: written('FROM a AS a\nFROM a AS b\nFROM b', 'FROM a AS a\nFROM a\nFROM c'),
  fail: written(
    'FROM a AS x\nFROM b AS x',
    'FROM a AS build\nFROM b AS Build\nFROM build',
    'FROM a AS x\nFROM x AS y\nFROM y AS x',
  ),
  notApplicable: written('FROM a', 'FROM a\nFROM b'),
  says: { 'FROM a AS x\nFROM b AS x': 'More than one stage is named x' },
});
