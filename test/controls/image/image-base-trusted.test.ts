import { imageBaseTrusted } from '../../../src/controls/image/image-base-trusted.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';
import { subjectOf } from '../../support/judge.ts';

const other = (id: string, repository: string | null) =>
  subjectOf(
    'image',
    {
      ...compliantImage,
      digests: repository === null ? [] : [`${repository}@sha256:${'a'.repeat(64)}`],
      origin: null,
    },
    { id },
  );
const built = {
  ...compliantImage,
  digests: [],
  origin: { pulled: [], built: true },
  builtOn: ['base'],
};

describeControl(imageBaseTrusted, built, {
  around: [other('base', 'debian'), other('foreign', 'someone/base'), other('local', null)],
  pass: {
    'an official image itself': {
      facts: { builtOn: [], digests: [`debian@sha256:${'b'.repeat(64)}`], origin: null },
    },
    'a base of one’s own that stands on an official one': { facts: { builtOn: ['local', 'base'] } },
    'a registry of one’s own': {
      facts: { builtOn: ['foreign'] },
      params: { trusted: ['docker.io/someone'] },
    },
  },
  fail: {
    'somebody’s base': { facts: { builtOn: ['foreign'] } },
    'somebody’s base upon an official one': { facts: { builtOn: ['foreign', 'base'] } },
    'somebody’s image': {
      facts: { builtOn: [], digests: [`someone/web@sha256:${'b'.repeat(64)}`], origin: null },
    },
  },
  unknown: {
    'its base is not here, whatever its store calls it': {
      facts: { builtOn: [], digests: [`debian@sha256:${'b'.repeat(64)}`] },
    },
    'its base is not here': { facts: { builtOn: [] } },
    'its own word for it': {
      facts: { builtOn: [], labels: { 'org.opencontainers.image.base.name': 'debian:13' } },
    },
    'no registry knows the base': { facts: { builtOn: ['local'] } },
  },
  says: {
    'its base is not here': 'No image here that a registry knows is its base',
  },
});
