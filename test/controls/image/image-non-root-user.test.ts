import { imageNonRootUser } from '../../../src/controls/image/image-non-root-user.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const user = (configured: string, uid: number | null, name: string | null = null) => ({
  facts: { user: { configured, uid, name } },
});

describeControl(imageNonRootUser, compliantImage, {
  pass: {
    'a name that was resolved': user('app', 1000, 'app'),
    'the group root, not the user': user('1000:0', 1000),
  },
  fail: {
    'nothing set': user('', 0),
    'nothing set, though no number was derived': user('', null),
    'root by name': user('root', 0, 'root'),
    'root by name, in an image without a passwd file': user('root:root', null, 'root'),
    'root by number': user('0', 0),
    'root by number and group': user('0:1000', 0),
    'root in other digits': user('00', 0),
    'another name for the number 0': user('toor', 0, 'toor'),
  },
  unknown: {
    'a name without a number': user('app', null, 'app'),
    'a name that only begins like root': user('rooted', null, 'rooted'),
    'the user was not read': { denied: ['/user'] },
  },
});
