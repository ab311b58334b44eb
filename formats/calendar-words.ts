/** The words of a calendar file in the six languages. */
import type { Lang } from "#deliberation/ids";
import type { CalendarWords } from "./calendar.ts";

export const CALENDAR_WORDS: Record<Lang, CalendarWords> = {
  en: {
    closes: "Round {round} closes: {symbol}",
    closed: "Round {round} closed: {symbol}",
    toOpen: "Round {round} is planned to open: {symbol}",
    toClose: "Round {round} is planned to close: {symbol}",
    withoutPrejudice:
      "Positions are views expressed in an informal consideration; they are not votes, not an official record of the Assembly, and without prejudice to positions taken elsewhere.",
    demonstration: "Demonstration. All delegations and their words are fictional.",
  },
  fr: {
    closes: "Clôture du tour {round} : {symbol}",
    closed: "Tour {round} clos : {symbol}",
    toOpen: "Ouverture prévue du tour {round} : {symbol}",
    toClose: "Clôture prévue du tour {round} : {symbol}",
    withoutPrejudice:
      "Les positions sont des vues exprimées dans le cadre d’un examen informel ; elles ne constituent ni des votes ni des documents officiels de l’Assemblée et sont sans préjudice des positions prises ailleurs.",
    demonstration: "Démonstration. Toutes les délégations et leurs propos sont fictifs.",
  },
  es: {
    closes: "Cierre de la ronda {round}: {symbol}",
    closed: "Ronda {round} cerrada: {symbol}",
    toOpen: "Apertura prevista de la ronda {round}: {symbol}",
    toClose: "Cierre previsto de la ronda {round}: {symbol}",
    withoutPrejudice:
      "Las posiciones son opiniones expresadas en un examen oficioso; no son votos ni documentos oficiales de la Asamblea, y se entienden sin perjuicio de las posiciones adoptadas en otros foros.",
    demonstration: "Demostración. Todas las delegaciones y sus palabras son ficticias.",
  },
  ru: {
    closes: "Закрытие раунда {round}: {symbol}",
    closed: "Раунд {round} закрыт: {symbol}",
    toOpen: "Планируемое открытие раунда {round}: {symbol}",
    toClose: "Планируемое закрытие раунда {round}: {symbol}",
    withoutPrejudice:
      "Позиции представляют собой мнения, выраженные в ходе неофициального рассмотрения; они не являются голосованием или официальным отчетом Ассамблеи и не наносят ущерба позициям, занятым в других форумах.",
    demonstration: "Демонстрация. Все делегации и их слова вымышлены.",
  },
  zh: {
    closes: "第 {round} 轮截止：{symbol}",
    closed: "第 {round} 轮已结束：{symbol}",
    toOpen: "计划开始第 {round} 轮：{symbol}",
    toClose: "计划结束第 {round} 轮：{symbol}",
    withoutPrejudice:
      "所述立场是在非正式审议中表达的意见；不是表决，不是大会正式记录，也不影响在其他场合所持立场。",
    demonstration: "示范. 所有代表团及其言论均属虚构。",
  },
  ar: {
    closes: "إقفال الجولة {round}: {symbol}",
    closed: "أُقفلت الجولة {round}: {symbol}",
    toOpen: "الافتتاح المقرر للجولة {round}: {symbol}",
    toClose: "الإقفال المقرر للجولة {round}: {symbol}",
    withoutPrejudice:
      "المواقف آراء معرب عنها في إطار نظر غير رسمي؛ وهي ليست تصويتا ولا وثيقة رسمية من وثائق الجمعية العامة، ولا تخل بالمواقف المتخذة في محافل أخرى.",
    demonstration: "عرض إيضاحي. جميع الوفود وأقوالها من نسج الخيال.",
  },
};
