import { dockerfileBaseAllowed } from '../../../src/controls/dockerfile/dockerfile-base-allowed.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileBaseAllowed, compliantDockerfile, {
  pass: written('FROM debian', 'FROM docker.io/library/debian'),
  notApplicable: written('FROM scratch'),
  fail: written(
    'FROM evil/debian',
    'FROM ghcr.io/x/y:1',
    'FROM debian\nCOPY --from=quay.io/x/y a b',
  ),
  unknown: written('ARG R\nFROM $R/debian'),
});
