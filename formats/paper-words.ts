/** Words that papers carry, in the language of the paper. */
import type { DeclarationRow, Status } from "#deliberation/compile";
import type { Capacity, CommentKind, Stance } from "#deliberation/entry";

export const PAPER_LANGS = ["en", "zh"] as const;
export type PaperLang = (typeof PAPER_LANGS)[number];

/** The row minimum of every paper of positions and comments, in this order. */
export const COLUMNS = [
  "paragraph",
  "idea",
  "quoted text",
  "delegation",
  "delegation kind",
  "capacity",
  "on behalf of",
  "kind",
  "position",
  "was",
  "statement",
  "proposed wording",
  "language",
  "text version",
  "session",
  "round",
  "time (UTC)",
  "status",
  "corrected",
  "disposition",
  "entry number",
  "reply to",
] as const;
export type Column = (typeof COLUMNS)[number];

export interface PaperWords {
  notADocument: string;
  withoutPrejudice: string;
  demonstration: string;
  provisional: string;
  countingRule: string;
  column: Record<Column, string>;
  position: string;
  corrected: string;
  stance: Record<Stance, string>;
  comment: Record<CommentKind | "right-of-reply", string>;
  declaration: Record<DeclarationRow["kind"], string>;
  delegationKind: Record<"member" | "observer" | "group", string>;
  capacity: Record<Capacity, string>;
  status: Record<Status | "idea-withdrawn", string>;
  totals: { head: string; notStated: string; heard: string; of: string };
  legend: Record<
    "report" | "text" | "asOf" | "entry" | "checkpoint" | "filter" | "wholeReport" | "countingRule",
    string
  >;
  textVersion: (version: number, lang: string) => string;
}

const en: PaperWords = {
  notADocument: "Informal paper, not a United Nations document",
  withoutPrejudice:
    "Positions are views expressed in an informal consideration; they are not votes, not an official record of the Assembly, and without prejudice to positions taken elsewhere.",
  demonstration: "Demonstration: all delegations and their words are fictional.",
  provisional:
    "Ideas are provisional: identified from the wording of the Chinese version; the bold of the printed report was not read. The original is not loaded.",
  countingRule:
    "Member States are counted, each once, in their own name. Observers and groups are listed apart and counted in no total. Not yet stated is the absence of a position and is counted as no stance.",
  column: Object.fromEntries(COLUMNS.map((column) => [column, column])) as Record<Column, string>,
  position: "position",
  corrected: "corrected",
  stance: {
    support: "support",
    "support-with-wording": "support with suggested wording",
    reservation: "reservation",
    "position-reserved": "position reserved",
    "does-not-support": "does not support",
  },
  comment: {
    general: "general comment",
    substantive: "substantive comment",
    editorial: "editorial comment",
    technical: "technical comment",
    translation: "translation comment",
    question: "question",
    "right-of-reply": "right of reply",
  },
  declaration: {
    "alignment.declared": "alignment",
    "wording.associated": "association with a suggested wording",
    "dissociation.declared": "dissociation",
  },
  delegationKind: { member: "Member State", observer: "observer", group: "group" },
  capacity: {
    national: "national",
    "on-behalf-of-group": "on behalf of a group",
    facilitator: "facilitator",
    secretariat: "secretariat",
    clock: "clock",
  },
  status: {
    stands: "stands",
    superseded: "superseded",
    withdrawn: "withdrawn",
    "idea-withdrawn": "idea withdrawn",
  },
  totals: { head: "totals, Member States", notStated: "not yet stated", heard: "heard", of: "of" },
  legend: {
    report: "report considered",
    text: "text",
    asOf: "as of (UTC)",
    checkpoint: "signed checkpoint",
    entry: "entry",
    filter: "filter",
    wholeReport: "none: the whole report, what everybody may read",
    countingRule: "counting rule",
  },
  textVersion: (version, lang) => `version ${version}, ${lang}`,
};

const zh: PaperWords = {
  notADocument: "非正式文件，不是联合国文件",
  withoutPrejudice:
    "所述立场是在非正式审议中表达的意见；不是表决，不是大会正式记录，也不影响在其他场合所持立场。",
  demonstration: "示范：所有代表团及其言论均属虚构。",
  provisional: "构想均为暂定：依中文本措辞识别，未读取印本粗体。原件未载入。",
  countingRule:
    "会员国以本国名义各计一次。观察员和集团另行列出，不计入任何总数。尚未表明立场即无立场，不计为任何立场。",
  column: {
    paragraph: "段次",
    idea: "构想",
    "quoted text": "引文",
    delegation: "代表团",
    "delegation kind": "代表团类别",
    capacity: "身份",
    "on behalf of": "代表",
    kind: "类别",
    position: "立场",
    was: "原为",
    statement: "发言",
    "proposed wording": "建议措辞",
    language: "语言",
    "text version": "文本版次",
    session: "届会",
    round: "轮次",
    "time (UTC)": "时间（协调世界时）",
    status: "状态",
    corrected: "更正",
    disposition: "处理结果",
    "entry number": "条目号",
    "reply to": "回复条目",
  },
  position: "立场",
  corrected: "已更正",
  stance: {
    support: "支持",
    "support-with-wording": "支持并提出措辞建议",
    reservation: "保留意见",
    "position-reserved": "保留表态",
    "does-not-support": "不支持",
  },
  comment: {
    general: "一般评论",
    substantive: "实质评论",
    editorial: "编辑评论",
    technical: "技术评论",
    translation: "翻译评论",
    question: "提问",
    "right-of-reply": "行使答辩权",
  },
  declaration: {
    "alignment.declared": "附议",
    "wording.associated": "赞同所提措辞",
    "dissociation.declared": "不附和",
  },
  delegationKind: { member: "会员国", observer: "观察员", group: "集团" },
  capacity: {
    national: "以本国名义",
    "on-behalf-of-group": "代表集团",
    facilitator: "主持人",
    secretariat: "秘书处",
    clock: "服务器时钟",
  },
  status: { stands: "有效", superseded: "已被取代", withdrawn: "已撤回", "idea-withdrawn": "构想已撤销" },
  totals: { head: "总数，会员国", notStated: "尚未表明立场", heard: "已表明", of: "总数" },
  legend: {
    report: "所审议的报告",
    text: "文本",
    asOf: "截至（协调世界时）",
    checkpoint: "签名检查点",
    entry: "条目",
    filter: "筛选",
    wholeReport: "无：整份报告，人人可读的内容",
    countingRule: "计数规则",
  },
  textVersion: (version, lang) => `第 ${version} 版，${lang}`,
};

export const PAPER_WORDS: Record<PaperLang, PaperWords> = { en, zh };
