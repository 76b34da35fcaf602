import { imageSourceLabelled } from '../../../src/controls/image/image-source-labelled.ts';
import { compliantImage } from '../../fixtures/image.ts';
import { describeControl } from '../../support/describe-control.ts';

const { 'org.opencontainers.image.source': source } = compliantImage.labels;

describeControl(imageSourceLabelled, compliantImage, {
  pass: {
    'labels of one’s own': {
      facts: { labels: { 'org.example.commit': '4f1c' } },
      params: { labels: ['org.example.commit'] },
    },
  },
  fail: {
    'an empty revision': {
      facts: { labels: { 'org.opencontainers.image.revision': ' ' } },
    },
    'a label that is missing': {
      facts: { labels: { 'org.opencontainers.image.source': source } },
      params: { labels: ['org.opencontainers.image.created'] },
    },
  },
  unknown: { 'the labels were not read': { denied: ['/labels'] } },
});
