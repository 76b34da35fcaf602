import { dockerfileNoUpgradeAll } from '../../../src/controls/dockerfile/dockerfile-no-upgrade-all.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoUpgradeAll, compliantDockerfile, {
  pass: written(
    'FROM a\nRUN pip install --upgrade pip',
    'FROM a\nRUN echo "apt-get upgrade"',
    'FROM a\nRUN dnf update -y --setopt install_weak_deps=0 openssl',
    'FROM a\nRUN dnf upgrade-minimal -y --security',
    'FROM a\nRUN dnf upgrade -y --bz 123',
    'FROM a\nRUN zypper -n update -t patch',
    'FROM a\nRUN apk upgrade --self-upgrade-only',
    'FROM a\nRUN pacman -Sy --noconfirm curl',
  ),
  fail: written(
    'FROM a\nRUN dnf5 upgrade -y',
    'FROM a\nRUN apt-get update && apt-get -y upgrade',
    'FROM a\nRUN apk -U upgrade',
    'FROM a\nRUN microdnf update -y --nodocs --setopt install_weak_deps=0',
    'FROM a\nRUN dnf update -y -x kernel\\*',
    'FROM a\nRUN yum update -y --exclude kernel',
    'FROM a\nRUN dnf upgrade -y --releasever 9',
    "FROM a\nRUN dnf upgrade -y '*'",
    'FROM a\nRUN apk upgrade --repository https://example.com/edge',
    'FROM a\nRUN dnf upgrade-minimal -y',
    'FROM a\nRUN yum -y update-minimal',
    'FROM a\nRUN dnf up -y',
    'FROM a\nRUN zypper -n update -t package',
    'FROM a\nRUN pacman -Syu --noconfirm curl',
  ),
  unnoticed: {
    '/runs/*/script': 'The commands decide; the message quotes the one that failed from it.',
  },
});
