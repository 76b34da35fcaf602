import { definePlimsollConfig } from 'plimsoll';

export default definePlimsollConfig({ frameworks: ['./acme-baseline.yaml'] });
