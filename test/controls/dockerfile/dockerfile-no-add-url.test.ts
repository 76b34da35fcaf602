import { dockerfileNoAddUrl } from '../../../src/controls/dockerfile/dockerfile-no-add-url.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoAddUrl, compliantDockerfile, {
  pass: written(
    'FROM a\nADD x.tar /',
    'FROM a\nADD --checksum=sha256:aa https://e.org/x /',
    'FROM a\nADD https://g.org/x.git#aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa /x',
    'FROM a\nARG V\nADD --checksum=sha256:aa https://e.org/$V /',
    'FROM a\nARG V\nADD https://g.org/$V.git#aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa /x',
  ),
  fail: written(
    'FROM a\nADD https://e.org/x /',
    'FROM a\nADD ["git@g.org:x.git", "/x"]',
    'FROM a\nONBUILD ADD http://e.org/x /',
    'FROM a\nARG V\nADD "https://e.org/$V.tgz" /',
    'FROM a\nARG V\nADD ["git@g.org:$V.git#main", "/x"]',
  ),
  unknown: written(
    'FROM a\nARG U\nADD $U /',
    'FROM a\nARG U\nADD ${U}://e.org/x y /z/',
    'FROM a\nARG C\nADD https://g.org/x.git#$C /x',
  ),
  says: {
    'FROM a\nARG V\nADD "https://e.org/$V.tgz" /':
      'Fetches without a check: ADD https://e.org/${V}.tgz /',
    'FROM a\nONBUILD ADD http://e.org/x /': 'Fetches without a check: ADD http://e.org/x /',
  },
});
