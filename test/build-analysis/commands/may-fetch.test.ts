import { describe, expect, it } from 'vitest';
import { mayFetch } from '../../../src/knowledge/commands/may-fetch.ts';

describe('a script', () => {
  it.each([
    'apt-get install -y --no-install-recommends tini=0.19.0-1 curl && rm -rf /var/lib/apt/lists/*',
    'apk add curl',
    'apt-get install -y curl git ca-certificates; update-ca-certificates',
    'apt-get install -y curl\nmake',
    'apt-get install -y git rsync openssh-client && git config --global x https://a.example',
    'rsync -a /a /b && git checkout main',
    'apt-get install -y https://downloads.example/tool.deb',
  ])('fetches no file by what it installs: %j', (script) => {
    expect(mayFetch(script)).toBe(false);
  });

  it.each([
    'curl -fsSLo tool https://downloads.example/tool',
    'curl $URL > tool',
    'curl mirror -O',
    'curl mirror > tool',
    'wget downloads.example/tool',
    // It writes what a host without a dot gives to a file, too.
    'wget mirror && sh mirror',
    'wget \\\n  -O tool https://downloads.example/tool',
    `'curl' '-o' 'tool' 'https://downloads.example/tool'`,
    'apt-get install -y curl && curl -O https://downloads.example/tool',
    'Invoke-WebRequest https://downloads.example/tool.exe -OutFile tool.exe',
    'git clone --depth 1 \\\n  git@host.example:a/b.git',
    'cd b && git pull',
    'svn export https://downloads.example/tool',
    'scp a@host.example:tool .',
    'aws s3 cp s3://b/tool .',
    'az storage blob download -c c -n tool -f tool',
    'https -do tool downloads.example/tool',
  ])('may fetch a file: %j', (script) => {
    expect(mayFetch(script)).toBe(true);
  });
});
