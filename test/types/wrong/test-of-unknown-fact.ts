import { aWorkload } from 'plimsoll/testing';

export const subject = aWorkload({ resources: { pidLimit: 0 } });
