import { dockerfileFrontendTrusted } from '../../../src/controls/dockerfile/dockerfile-frontend-trusted.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileFrontendTrusted, compliantDockerfile, {
  pass: written(
    '# syntax=docker/dockerfile:1.7\nFROM a',
    '# syntax=docker/dockerfile-upstream:master\nFROM a',
    'FROM a\n# syntax=evil/x',
  ),
  fail: written(
    '# syntax=evil/frontend\nFROM a',
    '# syntax=evil/dockerfile-upstream\nFROM a',
    '#!/usr/bin/env -S docker build -f\n# syntax=evil/other\nFROM a',
  ),
});
