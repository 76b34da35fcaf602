import { dockerfilePackagesVerified } from '../../../src/controls/dockerfile/dockerfile-packages-verified.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfilePackagesVerified, compliantDockerfile, {
  pass: written(
    'FROM a\nRUN echo "curl -k is bad"',
    'FROM a\nARG GIT_SSL_NO_VERIFY',
    'FROM a\nARG PIP_TRUSTED_HOST',
    'FROM a\nENV PIP_TRUSTED_HOST=',
    'FROM a\nENV NODE_TLS_REJECT_UNAUTHORIZED="0\\""',
    'FROM a\nRUN apk add a-handbag | grep "--allow-untrusted"',
  ),
  fail: written(
    'FROM a\nRUN curl -k https://e.org/x',
    'FROM a\nENV NODE_TLS_REJECT_UNAUTHORIZED=0',
    'FROM a\nRUN apt-get install -y --allow-unauthenticated x',
    'FROM a\nENV GIT_SSL_NO_VERIFY=false',
    'FROM a\nENV GIT_SSL_NO_VERIFY=',
    'FROM a\nARG GIT_SSL_NO_VERIFY=0',
    'FROM a\nARG HOST\nENV PIP_TRUSTED_HOST=$HOST',
    'FROM a\nENV GOINSECURE=*.example.com',
    'FROM a\nENV NPM_CONFIG_STRICT_SSL=false',
  ),
  unnoticed: {
    '/variables/*/name': 'It names what failed; what the variable does is a fact of its own.',
  },
});
