import { definePlimsollConfig } from 'plimsoll';

export default definePlimsollConfig({
  frameworks: ['cis-docker-1.8.0@1'],
  failon: 'high',
});
