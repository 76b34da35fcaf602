import { workloadImageAsIntended } from '../../../src/controls/workload/workload-image-as-intended.ts';
import { declaredAs, deployedWorkload } from '../../fixtures/declared.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { subjectOf } from '../../support/judge.ts';
import { describeControl } from '../../support/describe-control.ts';

const [a, b] = [`sha256:${'a'.repeat(64)}`, `sha256:${'c'.repeat(64)}`];
const name = 'registry.example.com/shop/web';
const named = (tag: string | null, digest: string | null = null) => ({
  reference: `${name}${tag === null ? '' : `:${tag}`}${digest === null ? '' : `@${digest}`}`,
  registry: 'registry.example.com',
  tag,
  digest,
});
const runs = (image: object) => ({ facts: { image } });
const known = { references: [`${name}:1.4`], digests: [`${name}@${a}`] };

describeControl(workloadImageAsIntended, deployedWorkload, {
  around: declaredAs(),
  pass: {
    'by a tag that leads to it': {
      ...runs(named('1.4')),
      others: declaredAs(runs(named('1.4')), {}, known),
    },
    'by a tag, of the digest of the file': {
      ...runs(named('1.4')),
      others: declaredAs({}, {}, known),
    },
    'pinned beyond the file': { others: declaredAs(runs(named('1.4'))) },
    'by a digest alone': { others: declaredAs(runs(named(null, a))) },
    'by an id of that name': {
      ...runs({ reference: 'sha256:1', registry: '', tag: null, digest: null }),
      others: declaredAs(runs(named('1.4')), {}, known),
    },
    'another spelling': {
      ...runs({ reference: 'nginx', registry: 'docker.io', tag: null, digest: null }),
      others: declaredAs(
        runs({ reference: 'docker.io/library/nginx:latest', tag: 'latest', digest: null }),
        {},
        { references: ['nginx:latest'] },
      ),
    },
    'built from the project': {
      ...runs({ reference: 'shop-web', registry: 'docker.io', tag: null, digest: null }),
      others: declaredAs(
        { ...runs({ reference: 'shop-web', tag: null }), gaps: ['/image/digest'] },
        {},
        { references: ['shop-web:latest'] },
      ),
    },
    'a name that no image here has any more': {
      ...runs(named('1.4')),
      others: declaredAs(runs(named('1.4')), {}, { references: [] }),
    },
    'what is left out on purpose': { ...runs(named('1.5', a)), params: { ignore: ['reference'] } },
  },
  fail: {
    'another tag': runs(named('1.5', a)),
    'another name': runs({ ...named('1.4', a), reference: `evil.example.com/web:1.4@${a}` }),
    'another digest': runs(named('1.4', b)),
    'a tag, of another digest than that of the file': {
      ...runs(named('1.4')),
      others: declaredAs({}, {}, { ...known, digests: [`${name}@${b}`] }),
    },
    'an id of another name': {
      ...runs({ reference: 'sha256:1', registry: '', tag: null, digest: null }),
      others: declaredAs(runs(named('1.4')), {}, { references: ['other:1'] }),
    },
    'a tag that was moved since': {
      ...runs(named('1.4')),
      others: [
        ...declaredAs(runs(named('1.4')), {}, { references: [] }),
        subjectOf('image', { ...compliantImage, ...known }, { id: b }),
      ],
    },
    'a Swarm service of another tag': {
      facts: { origin: 'swarm-service', image: { ...named('1.5', a), id: null } },
    },
  },
  notApplicable: { 'no file among the targets': { others: [] } },
});
