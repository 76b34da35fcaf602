import { describe, expect, it } from 'vitest';
import { dockerfileDownloadsVerified as control } from '../../../src/controls/dockerfile/dockerfile-downloads-verified.ts';
import { parse } from '../../fixtures/dockerfile.ts';
import {
  installedChecked,
  installedUncertain,
  installedUnchecked,
} from '../../fixtures/unchecked-installs.ts';
import { judge } from '../../support/judge.ts';

const judged = (file: string) => judge(control, parse(file).facts);
const ofScript = (script: string) => judged(`FROM a:1\nRUN ${script}`);

describe('what a package manager installs that it does not check', () => {
  it.each(installedUnchecked)('fails: %s', (script) => {
    expect(ofScript(script).status).toBe('fail');
  });
  it.each(installedChecked)('passes: %s', (script) => {
    expect(ofScript(script).status).toBe('pass');
  });
  it.each(installedUncertain)('is unknown, with its line: %s', (script) => {
    const { status, message } = ofScript(script);
    expect([status, message.en.slice(0, 7)]).toEqual(['unknown', 'Line 2:']);
  });
  it.each([
    'FROM a:1\nADD https://e.org/x.deb /t/\nRUN dpkg -i /t/*.deb',
    'FROM a:1\nARG AT=main\nRUN pip install git+https://e.org/x@$AT',
    'FROM a:1\nENV URL=https://e.org/x.rpm\nRUN dnf install -y $URL',
    'FROM b:1 AS f\nRUN curl -o /x.deb https://e.org/x\nFROM a:1\nCOPY --from=f /x.deb /\nRUN dpkg -i /x.deb',
    'FROM a:1\nSHELL ["cmd", "/S", "/C"]\nRUN curl -Lo x.msi https://e.org/x && msiexec /i x.msi /qn',
  ])('is followed from step to step: %s', (file) => {
    expect(judged(file).status).toBe('fail');
  });
  it('says that it is installed, and by which command', () => {
    const { message } = ofScript('curl -fsSLo x.deb https://e.org/x && dpkg -i x.deb');
    expect(message.en).toBe('Installs an unverified download: dpkg -i x.deb');
  });
});
