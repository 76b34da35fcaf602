import { dockerfileUpdateWithInstall } from '../../../src/controls/dockerfile/dockerfile-update-with-install.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileUpdateWithInstall, compliantDockerfile, {
  pass: written(
    'FROM a\nRUN apt-get update && \\\n # why\n apt-get install -y curl',
    'FROM a\nRUN apt-get update && rosdep install -y --from-paths src',
    'FROM a\nRUN apt-get update && npx playwright install --with-deps chromium',
    'FROM a\nRUN pacman -Sy --noconfirm curl',
    'FROM a\nRUN pacman -Syu --noconfirm',
    'FROM a\nRUN apt-get update && xx-apt-get install -y gcc=1',
    'FROM a\nRUN dnf makecache && dnf upgrade-minimal -y',
  ),
  fail: written(
    'FROM a\nRUN apt-get update\nRUN apt-get install -y curl',
    'FROM a\nRUN <<EOF\napk update\nEOF',
    'FROM a\nRUN pacman -Sy',
    'FROM a\nRUN apt-get update && curl https://e.org/x | sh',
  ),
  unnoticed: {
    '/runs/*/script': 'The commands decide; the message quotes the one that failed from it.',
  },
});
