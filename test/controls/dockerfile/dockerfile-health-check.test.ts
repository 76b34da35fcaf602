import { dockerfileHealthCheck } from '../../../src/controls/dockerfile/dockerfile-health-check.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileHealthCheck, compliantDockerfile, {
  pass: written(
    'FROM a AS b\nHEALTHCHECK CMD x\nFROM b',
    ...[
      'curl -f x || exit 1',
      'curl -f x && exit 0 || exit 1',
      'curl -f x && exit 0',
      'curl -f x | grep ok',
      'curl -f x || (echo bad; exit 1)',
      'test -f /x || { echo no; false; }',
      'set -e; curl -f x; echo ok',
      'if curl -f x; then exit 0; else exit 1; fi',
      'for i in 1 2; do curl -f x$i || exit 1; done',
      's=$(curl -s x); [ "$s" = ok ]',
      'true',
      '! pgrep x',
      '(( $(cat /x) < 3 ))',
      '["curl","-f","x"]',
      '["sh","-c","curl -f x || exit 1"]',
    ].map((check) => `FROM a\nHEALTHCHECK CMD ${check}`),
  ),
  fail: written(
    ...[
      'curl -f x || true',
      'curl -f x || exit 0',
      'curl -f x; exit 0',
      'curl -f x || echo bad',
      'curl -f x | true',
      '(curl -f x && wget y) || :',
      'exit 0',
      '["echo","ok"]',
      '["sh","-c","curl -f x || true"]',
    ].map((check) => `FROM a\nHEALTHCHECK CMD ${check}`),
    'FROM a',
    'FROM a\nHEALTHCHECK NONE',
    'FROM a\nHEALTHCHECK CMD x\nFROM b',
  ),
});
