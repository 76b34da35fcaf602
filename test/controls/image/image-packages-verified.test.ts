import { imagePackagesVerified } from '../../../src/controls/image/image-packages-verified.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { runs, stepOf } from '../../fixtures/image-steps.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(imagePackagesVerified, compliantImage, {
  pass: {
    ...runs(
      'curl -fsSL "$URL" -o x',
      'curl -fsSL -o k https://example.org/k && tar -xkf k',
      'curl -fsSLok https://example.org',
      'curl -H "Accept: x" https://example.org | tar -k',
      'echo "deb [signed-by=/usr/share/keyrings/x.gpg] https://example.org x" > /etc/apt/x',
      'apt-get -o Acquire::https::Verify-Peer=true update',
      'apt-get install -y ca-certificates && update-ca-certificates',
      'npm config set strict-ssl true',
      'pip install --index-url https://pypi.example.org/simple x',
      'git config --global http.sslVerify true',
      'wget -q --ca-certificate=/ca.crt https://example.org/x',
      'echo gpgcheck=1 >> /etc/yum.conf',
      'sed -i s/gpgcheck=0/gpgcheck=1/ /etc/yum.conf',
      'rpm -qa --nosignature',
    ),
    'an argument without a value': stepOf('ARG GIT_SSL_NO_VERIFY', 'ARG'),
    'an empty variable': stepOf('ENV PIP_TRUSTED_HOST=', 'ENV'),
    'a command that is not run': stepOf('CMD ["curl" "-k" "https://example.org"]', 'CMD'),
  },
  fail: {
    ...runs(
      'o=-k; curl $o https://example.org/x',
      'apt-get install -y --allow-unauthenticated x',
      'apt-get install -y --force-yes x',
      'apt-get -o APT::Get::AllowUnauthenticated=true install x',
      'apt-get -o Acquire::https::Verify-Peer=false update',
      'echo "deb [trusted=yes] https://example.org x" > /etc/apt/x',
      'echo "deb [arch=amd64 trusted=yes] https://example.org x" > /etc/apt/x',
      'yum install -y --nogpgcheck x',
      'echo gpgcheck=0 >> /etc/yum.conf',
      'rpm -i --nosignature x.rpm',
      'zypper --no-gpg-checks install x',
      'apk add --allow-untrusted x.apk',
      'pip3 install --trusted-host pypi.example.org x',
      'curl -k https://example.org/x',
      'curl -fsSLk https://example.org/x',
      'curl -fkSL -o x https://example.org/x',
      'curl https://example.org/x --insecure -o x',
      'wget --no-check-certificate https://example.org/x',
      'git -c http.sslVerify=false clone https://example.org/x',
      'GIT_SSL_NO_VERIFY=1 git clone https://example.org/x',
      'npm config set strict-ssl false',
    ),
    'for the whole build': stepOf('ENV NODE_TLS_REJECT_UNAUTHORIZED=0', 'ENV'),
    'for the whole build, whatever the value': stepOf('ENV A=b GIT_SSL_NO_VERIFY=0', 'ENV'),
    'the classic builder’s form': stepOf('|1 A=b /bin/sh -c curl -k https://example.org'),
  },
  notApplicable: { 'an imported image': stepOf('', '') },
  unknown: {
    ...runs(
      'curl $OPTS https://example.org/x',
      'curl -K /tmp/options https://example.org/x',
      'cp /tmp/x /etc/apt/apt.conf.d/99x',
    ),
    'the history was not read': { denied: ['/history'] },
  },
});
