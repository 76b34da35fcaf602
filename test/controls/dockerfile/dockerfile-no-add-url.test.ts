import { dockerfileNoAddUrl } from '../../../src/controls/dockerfile/dockerfile-no-add-url.ts';
import { compliantDockerfile, written } from '../../fixtures/dockerfile.ts';
import { describeControl } from '../../support/describe-control.ts';

describeControl(dockerfileNoAddUrl, compliantDockerfile, {
  pass: written(
    'FROM a\nADD x.tar /',
    'FROM a\nADD --checksum=sha256:aa https://e.org/x /',
    'FROM a\nADD https://g.org/x.git#aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa /x',
  ),
  fail: written(
    'FROM a\nADD https://e.org/x /',
    'FROM a\nADD ["git@g.org:x.git", "/x"]',
    'FROM a\nONBUILD ADD http://e.org/x /',
  ),
  unknown: written('FROM a\nARG U\nADD $U /'),
  says: {
    'FROM a\nONBUILD ADD http://e.org/x /': 'It fetches unchecked: ADD http://e.org/x /',
  },
});
