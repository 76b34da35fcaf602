import { dockerfilePackageCacheRemoved } from '../../../src/controls/dockerfile/dockerfile-package-cache-removed.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfilePackageCacheRemoved, compliantDockerfile, {
  pass: written(
    'FROM a\nRUN apt-get install -y x && rm -rf /var/lib/apt/lists/*',
    'FROM a\nRUN --mount=type=cache,target=/var/cache/apt --mount=type=cache,target=/var/lib/apt apt-get install -y x',
    'FROM a\nRUN apk add --no-cache x',
    'FROM a\nRUN apk update && apk add x && rm -rf /var/cache/apk/*',
    'FROM a\nRUN apk upgrade --no-cache',
    'FROM a\nENV PIP_NO_CACHE_DIR=1\nRUN pip install x',
    'FROM a AS b\nRUN apt-get install -y x\nFROM c',
  ),
  fail: written(
    'FROM a\nRUN apt-get install -y x',
    'FROM a\nRUN apk add x',
    'FROM a\nRUN apk update && apk add --no-cache x',
    'FROM a\nRUN apk upgrade',
    'FROM a\nRUN pip install x',
    'FROM a\nENV PIP_NO_CACHE_DIR=0\nRUN pip install x',
    'FROM a\nRUN dnf install -y x',
  ),
});
