import { expect, it } from 'vitest';
import { operandsOf } from '../../../src/knowledge/commands/manager-options.ts';

it.each([
  ['apt-get -y install curl', ['install', 'curl']],
  ['apt-get install -yt bookworm-backports curl', ['install', 'curl']],
  ['apt-get install -tbookworm curl', ['install', 'curl']],
  ['apt-get -oDebug::x=t install -qq=2 curl', ['install', 'curl']],
  ['apt-get install -a arm64 curl', ['install', 'curl']],
  ['apk --wait 10 add --cache-max-age 30 -Ut .deps curl', ['add', 'curl']],
  ['dnf install -x kernel --enablerepo epel --disablerepo * curl', ['install', 'curl']],
  ['dnf install --enablerepo=epel curl', ['install', 'curl']],
  ['microdnf install --setopt install_weak_deps=0 curl', ['install', 'curl']],
  ['zypper in --from oss -C perl', ['in', 'perl']],
  ['pip install --timeout 60 --only-binary :all: -qr all.txt x', ['install', 'x']],
  ['pip install --group dev x', ['install', 'x']],
  ['npm --loglevel verbose i -g x', ['i', 'x']],
  ['gem install -i /gems -v 1 x', ['install', 'x']],
  ['go install -tags netgo -C /src x@v1.2.3', ['install', 'x@v1.2.3']],
  ['pip install -- -x', ['install', '-x']],
  ['make -t install', ['install']],
] as const)('tells what %j names', (command, operands) => {
  const [program = '', ...words] = command.split(' ');
  expect(operandsOf(program, words)).toEqual(operands);
});
