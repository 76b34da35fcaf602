import { blocks, content, defineReport, parts } from 'plimsoll/report';

/** Who changed what in the catalog, for the owners of the services. */
export const ownersReport = defineReport({
  id: 'acme-owners',
  title: { en: 'Report to the owners', zh: '责任人报告' },
  build: (report, say) => ({
    title: report.language === 'zh' ? '责任人报告' : 'Report to the owners',
    sections: [
      parts.summary(report, say),
      blocks.section('accepted', say('accepted.waivers'), [
        report.waivers.length === 0
          ? blocks.paragraph(say('accepted.none'))
          : blocks.table(
              say('accepted.waivers'),
              [say('control.title'), say('accepted.reason')],
              report.waivers.map(({ control, reason }) => [content.code(control), reason]),
            ),
      ]),
      parts.conclusion(say),
    ],
  }),
});
