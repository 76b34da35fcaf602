import { definePlimsollConfig } from 'plimsoll';

export default definePlimsollConfig({
  frameworks: ['gbt-22239-2019@3', 't-iseaa-004-2023@3'],
  language: 'zh',
  system: {
    name: '商城支付平台',
    scope: '承载支付服务的宿主机、容器引擎及其全部容器与镜像。',
  },
  branding: {
    organisation: '示例科技有限公司',
    assessor: '（由测评机构填写）',
    documentNumber: 'DB-2026-003',
    classification: '内部资料',
  },
  attestations: ['attestations'],
});
