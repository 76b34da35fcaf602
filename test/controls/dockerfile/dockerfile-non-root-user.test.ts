import { dockerfileNonRootUser } from '../../../src/controls/dockerfile/dockerfile-non-root-user.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNonRootUser, compliantDockerfile, {
  pass: written(
    'FROM a\nUSER root\nUSER app',
    'FROM a AS b\nUSER 5\nFROM b',
    'FROM gcr.io/distroless/static-debian12:nonroot',
    'FROM nginxinc/nginx-unprivileged:1.27 AS b\nFROM b',
  ),
  fail: written(
    'FROM a',
    'FROM a\nUSER root',
    'FROM a\nUSER 0:0',
    'FROM a\nUSER ContainerAdministrator',
    'FROM a\nUSER containeradministrator',
    'FROM a AS b\nUSER x\nFROM c',
    'FROM a\nUSER ${U:-0}',
    'FROM a:nonroot AS b\nFROM c',
    'FROM a\nCOPY --from=b:nonroot / /',
  ),
  unknown: written('FROM a\nARG U\nUSER $U', 'ARG A\nFROM $A'),
});
