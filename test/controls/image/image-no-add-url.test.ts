import { imageNoAddUrl } from '../../../src/controls/image/image-no-add-url.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { stepOf } from '../../fixtures/image-steps.ts';
import { describeControl } from '../../support/describe-control.ts';

const add = (words: string) => stepOf(`ADD ${words} # buildkit`, 'ADD');

describeControl(imageNoAddUrl, compliantImage, {
  pass: {
    'a file of the context, by the older builder': stepOf(
      `ADD file:${'a'.repeat(64)} in /x`,
      'ADD',
    ),
    'a checksum': add(`--checksum=sha256:${'a'.repeat(64)} https://example.org/x /x`),
    'a file of the context': add('app.tar.gz /opt'),
    'a repository at a commit': add(`https://example.org/x.git#${'a'.repeat(40)} /src`),
    'an address in another instruction': stepOf('RUN /bin/sh -c curl https://example.org/x'),
  },
  fail: {
    'an address': add('https://example.org/x /x'),
    'an address among files': add('app.tar.gz http://example.org/x /opt/'),
    'a repository': add('git@example.org:shop/web.git /src'),
    'a repository at a branch': add('https://example.org/x.git#main /src'),
    'an address, by the older builder': stepOf(`ADD ${'a'.repeat(64)} in /x`, 'ADD'),
    'as the first step': stepOf('ADD https://example.org/root.tar /', 'ADD'),
  },
  notApplicable: { 'an imported image': stepOf('', '') },
  unknown: {
    'the history was not read': { denied: ['/history'] },
    'several sources, by the older builder': stepOf(`ADD multi:${'a'.repeat(64)} in /x/`, 'ADD'),
  },
});
