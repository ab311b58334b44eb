/** For tests: the report of the small assembly in deliberation/testing/world.ts. */
import { Report } from "../report.ts";

const text = (key: string, ...texts: string[]) => ({
  key,
  number: `${key}.`,
  blocks: texts.map((one) => ({ kind: "text", text: one, footnotes: [] })),
});

export const REPORT = Report.parse({
  v: 1,
  symbol: "A/63/677",
  lang: "zh",
  title: "履行保护责任",
  subtitle: null,
  session: "第六十三届会议",
  agendaItems: [44],
  distribution: "General",
  date: "12 January 2009",
  original: "English",
  jobNumber: "",
  front: [],
  summary: [],
  sections: [
    { key: "1", mark: "一.", heading: ["任务"], pillar: null, paragraphs: [text("16", "字是一个词。")] },
    {
      key: "2",
      mark: "二.",
      heading: ["第一支柱", "国家的责任"],
      pillar: 1,
      paragraphs: [
        {
          ...text("17", "词是一个词。构想 17-1。又，构想 17-3。"),
          blocks: [
            {
              kind: "text",
              text: "词是一个词。构想 17-1。又，构想 17-3。",
              footnotes: [{ number: 1, offset: 8 }],
            },
          ],
        },
        text("28", "构想 28-1。"),
      ],
    },
    { key: "A", mark: "", heading: ["附件"], pillar: null, paragraphs: [text("A1", "附件一段。")] },
  ],
  footnotes: [{ number: 1, at: "17", text: "见注。" }],
});
