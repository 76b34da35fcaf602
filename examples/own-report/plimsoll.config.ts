import { definePlimsollConfig } from 'plimsoll';
import { blocks, content, defineReport, parts } from 'plimsoll/report';

/** Two pages for the board: what weighs most, and who answers for what was accepted. */
const board = defineReport({
  id: 'board',
  title: { en: 'Report to the board', zh: '董事会报告' },
  build: (report, say) => ({
    title: report.language === 'zh' ? '致董事会的报告' : 'Report to the board',
    sections: [
      parts.summary(report, say),
      blocks.section('risks', report.language === 'zh' ? '已接受的风险' : 'Risks we accepted', [
        report.waivers.length === 0
          ? blocks.paragraph(say('accepted.none'))
          : blocks.table(
              say('accepted.waivers'),
              [say('control.title'), blocks.wide(say('accepted.reason'), 2), say('accepted.state')],
              report.waivers.map(({ control, reason, tone, state }) => [
                content.code(control),
                reason,
                content.badge(tone, state),
              ]),
            ),
      ]),
      parts.conclusion(say),
    ],
  }),
});

export default definePlimsollConfig({
  reports: [board],
  branding: {
    organisation: 'Acme Cards',
    documentNumber: 'ACME-SEC-2026-014',
    classification: 'Confidential',
    accent: '#7a1f3d',
    logo: './logo.svg',
  },
});
