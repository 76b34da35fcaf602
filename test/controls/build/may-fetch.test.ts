import { describe, expect, it } from 'vitest';
import { mayFetch } from '../../../src/controls/build/may-fetch.ts';

describe('a script', () => {
  it.each([
    'apt-get install -y --no-install-recommends tini=0.19.0-1 curl && rm -rf /var/lib/apt/lists/*',
    'apk add curl',
    'apt-get install -y curl git ca-certificates; update-ca-certificates',
    'apt-get install -y curl\nmake',
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
  ])('may fetch a file: %j', (script) => {
    expect(mayFetch(script)).toBe(true);
  });
});
