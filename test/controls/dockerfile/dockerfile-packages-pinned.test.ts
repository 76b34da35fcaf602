import { dockerfilePackagesPinned } from '../../../src/controls/dockerfile/dockerfile-packages-pinned.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfilePackagesPinned, compliantDockerfile, {
  pass: written(
    'FROM a\nRUN apt-get update && apt-get install -y -t x curl=8.1',
    'FROM a\nRUN apk add --no-cache --virtual .b curl=~8.14',
    'FROM a\nRUN pip install -r requirements.txt flask==3.1',
    'FROM a\nARG V=1.22.4\nRUN npm install -g yarn@$V',
    'FROM a\nRUN dpkg -i x.deb && apt-get install -y ./x.deb',
    'FROM a\nRUN microdnf install -y --setopt install_weak_deps=0 tomcat-$VERSION',
    'FROM a\nRUN pip install pykafka -c constraints.txt',
    'FROM a\nARG PKGS="curl=8.1 git=1:2.4"\nRUN apt-get install -y ${PKGS}',
    'FROM a\nARG V=1.2.3\nRUN npx x@$V && uvx --from ruff==0.4 ruff',
    'FROM a\nRUN zypper -n in -t pattern devel_basis',
    'FROM a\nRUN gem install bundler -v 2.6.1 && go install example.com/x@v1.2.3',
  ),
  notApplicable: written(
    'FROM a\nRUN npm install --omit=dev && yarn && pnpm install && poetry install && uv sync',
    'FROM a\nRUN npm ci && npx prisma generate',
  ),
  fail: written(
    'FROM a\nRUN dnf5 install -y httpd',
    'FROM a\nRUN apt-get install -y curl=1 git',
    'FROM a\nRUN apt-get install -y curl=*',
    'FROM a\nRUN apk add curl',
    'FROM a\nRUN pip3 install flask',
    'FROM a\nRUN npm install -g yarn',
    'FROM a\nRUN yum install -y curl',
    'FROM a\nRUN pip install git+https://example.com/x.git#egg=x',
    'FROM a\nRUN npm install --location=global yarn',
    'FROM a\nRUN gem install bundler',
    'FROM a\nRUN npm install express',
    'FROM a\nRUN yarn add express@4 typescript',
    'FROM a\nRUN poetry add flask',
    'FROM a\nRUN composer require monolog/monolog',
    'FROM a\nRUN go install example.com/x@latest',
    'FROM a\nRUN pip install "flask>=1"',
    "FROM a\nRUN gem install rails -v '~> 7'",
    'FROM a\nRUN npx -y create-react-app app',
    'FROM a\nRUN npm ci\nRUN npx tsc@latest',
    'FROM a AS b\nENV V=latest\nFROM b\nRUN go run example.com/x@$V',
    "FROM a\nRUN deps='curl=1 git' && apt-get install -y $deps",
    'FROM a\nENV BUILD_PACKAGES="make gcc"\nRUN apk add --no-cache $BUILD_PACKAGES',
  ),
  unknown: written(
    'FROM a\nRUN apt-get install -y $PKGS',
    'FROM a\nARG PKGS\nRUN apt-get install -y $PKGS',
    'FROM a\nENV PKGS=curl=1\nFROM b\nRUN apt-get install -y $PKGS',
  ),
});
