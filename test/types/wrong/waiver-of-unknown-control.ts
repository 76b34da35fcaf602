import { builtin, definePlimsollConfig } from 'plimsoll';

export default definePlimsollConfig({
  catalog: builtin,
  waivers: [
    {
      control: 'workload-pid-limit',
      scope: { name: 'legacy-batch' },
      reason: 'It is replaced in spring',
      owner: 'R. Roe',
      approver: 'J. Doe',
      from: '2026-11-01',
      until: '2027-03-31',
    },
  ],
});
