import { workload } from 'plimsoll/testing';

export const subject = workload({ resources: { pidLimit: 0 } });
