import { imageCopyNotAdd } from '../../../src/controls/image/image-copy-not-add.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const [first, ...others] = compliantImage.history;
const step = (instruction: string, createdBy: string) => ({ ...first, instruction, createdBy });

describeControl(imageCopyNotAdd, compliantImage, {
  fail: {
    'a later step': { facts: { history: [first, step('ADD', 'ADD app.tar.gz /opt # buildkit')] } },
    'a fetched first step': {
      facts: { history: [step('ADD', 'ADD https://example.org/root.tar / # buildkit'), ...others] },
    },
    'a repository as the first step': {
      facts: { history: [step('ADD', 'ADD git@example.org:shop/web.git /src'), ...others] },
    },
  },
  notApplicable: {
    'the word in another instruction': {
      facts: { history: [first, step('RUN', 'RUN /bin/sh -c apk add ADD # ADD x /')] },
    },
    'an imported image': { facts: { history: [step('', '')] } },
    'no history': { facts: { history: [] } },
  },
  unknown: { 'the history was not read': { denied: ['/history'] } },
});
