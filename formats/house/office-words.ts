/** Words that secretariats use for dispositions, beside those of our papers: ISO's in English and French, and their like. */
import type { Outcome } from "#deliberation/entry";
import type { PaperLang } from "../paper-words.ts";

export const OFFICE_WORDS: Record<PaperLang, Record<Outcome, readonly string[]>> = {
  en: {
    reflected: ["accepted", "agreed", "incorporated"],
    "reflected-in-part": [
      ...["accepted in principle", "agreed in principle", "accepted in part", "partially accepted"],
      ...["partly accepted", "accepted with modification", "accepted with modifications", "partly reflected"],
      ...["partially reflected", "partially incorporated"],
    ],
    "kept-in-brackets": ["in brackets", "in square brackets", "kept in square brackets", "bracketed"],
    "kept-for-discussion": [
      ...["deferred", "postponed", "for further discussion", "for discussion", "to be discussed"],
      "kept for discussion",
    ],
    noted: ["taken note of", "comment noted"],
    "not-reflected": ["not accepted", "not agreed", "rejected", "not incorporated"],
  },
  fr: {
    reflected: ["accepté", "acceptée", "approuvé", "approuvée", "prise en compte"],
    "reflected-in-part": [
      ...["accepté en principe", "acceptée en principe", "accepté en partie", "acceptée en partie"],
      ...["partiellement accepté", "partiellement acceptée", "partiellement pris en compte"],
      "accepté avec modification",
    ],
    "kept-in-brackets": ["entre crochets", "mis entre crochets", "maintenue entre crochets"],
    "kept-for-discussion": ["reporté", "reportée", "à discuter", "différé"],
    noted: ["noté", "notée", "il est pris note"],
    "not-reflected": ["non accepté", "non acceptée", "refusé", "refusée", "rejeté", "rejetée"],
  },
  es: {
    reflected: ["aceptado", "aceptada", "aprobado", "recogida"],
    "reflected-in-part": [
      ...["aceptado en principio", "aceptada en principio", "aceptado en parte", "aceptada en parte"],
      ...["parcialmente aceptado", "parcialmente aceptada", "recogido parcialmente"],
    ],
    "kept-in-brackets": ["entre corchetes", "mantenida entre corchetes"],
    "kept-for-discussion": ["aplazado", "aplazada", "por debatir"],
    noted: ["tomado nota", "se toma nota", "anotado"],
    "not-reflected": ["no aceptado", "no aceptada", "rechazado", "rechazada"],
  },
  ru: {
    reflected: ["принято", "согласовано", "учтено"],
    "reflected-in-part": [
      ...["принято частично", "частично принято", "принято в принципе", "частично отражено"],
      ...["учтено частично", "частично учтено"],
    ],
    "kept-in-brackets": ["в квадратных скобках", "оставлено в квадратных скобках"],
    "kept-for-discussion": ["отложено", "для дальнейшего обсуждения"],
    noted: ["отмечено"],
    "not-reflected": ["не принято", "отклонено", "не учтено"],
  },
  zh: {
    reflected: ["接受", "已接受", "采纳", "已采纳", "同意"],
    "reflected-in-part": ["部分接受", "部分采纳", "原则上接受", "原则接受", "已部分反映"],
    "kept-in-brackets": ["置于方括号内", "方括号内", "保留方括号"],
    "kept-for-discussion": ["推迟", "待讨论", "留待讨论", "有待进一步讨论"],
    noted: ["注意到", "已注意", "已知悉"],
    "not-reflected": ["不接受", "未接受", "未采纳", "不采纳", "拒绝"],
  },
  ar: {
    reflected: ["مقبول", "قُبل", "مقبولة"],
    "reflected-in-part": ["مقبول جزئيا", "قُبل جزئيا", "مقبول من حيث المبدأ", "مقبول من حيث المبدإ"],
    "kept-in-brackets": ["بين أقواس معقوفة", "بين معقوفتين"],
    "kept-for-discussion": ["مؤجل", "أُرجئ", "لمزيد من المناقشة"],
    noted: ["أُحيط علما", "أُخذ علما"],
    "not-reflected": ["غير مقبول", "غير مقبولة", "مرفوض", "مرفوضة"],
  },
};
