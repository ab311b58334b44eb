/** The words of a digest in the six languages. */
import type { Change } from "#deliberation/changes";
import type { Stance } from "#deliberation/entry";
import type { Lang } from "#deliberation/ids";

export interface DigestWords {
  heading: string;
  more: string;
  closing: string;
  without: string;
  reminder: string;
  wording: string;
  newYork: string;
  settings: string;
  /** [G6] */
  late: string;
  /** In place of a name. */
  unattributed: string;
  kinds: Record<Change, string>;
  stances: Record<Stance, string>;
}

export const DIGEST_WORDS: Record<Lang, DigestWords> = {
  en: {
    heading: "{symbol}: {count} new",
    more: "And {count} more, on the site.",
    closing: "Round {round} of {symbol} closes {time}",
    without: "Ideas without a position of your delegation: {count}.",
    reminder: "{symbol}: a reminder from those who run the consideration",
    wording: "Suggested wording:",
    newYork: "{time} New York",
    settings: "Which notices you get, or none:",
    late: "received after the deadline",
    unattributed: "without attribution",
    kinds: {
      replies: "reply to you",
      positions: "position",
      declared: "alignment or dissociation",
      dispositions: "disposition or answer to one",
      comments: "comment",
      statements: "statement",
      withdrawn: "correction or withdrawal",
      ideas: "list of ideas",
      rounds: "change to a round",
      text: "new version of the text",
    },
    stances: {
      support: "support",
      "support-with-wording": "support with suggested wording",
      reservation: "reservation",
      "position-reserved": "position reserved",
      "does-not-support": "does not support",
    },
  },
  fr: {
    heading: "{symbol} : {count} nouveautés",
    more: "Et {count} de plus, sur le site.",
    closing: "Le tour {round} de {symbol} se clôt le {time}",
    without: "Idées sans position de votre délégation : {count}.",
    reminder: "{symbol} : rappel de la part de ceux qui conduisent l’examen",
    wording: "Libellé proposé :",
    newYork: "{time}, heure de New York",
    settings: "Choisir vos avis, ou aucun :",
    late: "reçu après l’échéance",
    unattributed: "sans attribution",
    kinds: {
      replies: "réponse à vos propos",
      positions: "position",
      declared: "association ou dissociation",
      dispositions: "suite donnée ou réponse",
      comments: "observation",
      statements: "déclaration",
      withdrawn: "correction ou retrait",
      ideas: "liste des idées",
      rounds: "changement concernant un tour",
      text: "nouvelle version du texte",
    },
    stances: {
      support: "appui",
      "support-with-wording": "appui avec proposition de libellé",
      reservation: "réserve",
      "position-reserved": "position réservée",
      "does-not-support": "n’appuie pas",
    },
  },
  es: {
    heading: "{symbol}: {count} novedades",
    more: "Y {count} más, en el sitio.",
    closing: "La ronda {round} de {symbol} se cierra el {time}",
    without: "Ideas sin posición de su delegación: {count}.",
    reminder: "{symbol}: recordatorio de quienes dirigen el examen",
    wording: "Redacción propuesta:",
    newYork: "{time}, hora de Nueva York",
    settings: "Elegir sus avisos, o ninguno:",
    late: "recibido después del plazo",
    unattributed: "sin atribución",
    kinds: {
      replies: "respuesta a su delegación",
      positions: "posición",
      declared: "adhesión o desvinculación",
      dispositions: "curso dado o respuesta",
      comments: "observación",
      statements: "declaración",
      withdrawn: "corrección o retiro",
      ideas: "lista de ideas",
      rounds: "cambio en una ronda",
      text: "versión nueva del texto",
    },
    stances: {
      support: "apoyo",
      "support-with-wording": "apoyo con propuesta de redacción",
      reservation: "reserva",
      "position-reserved": "posición reservada",
      "does-not-support": "no apoya",
    },
  },
  ru: {
    heading: "{symbol}: нового — {count}",
    more: "И еще {count} на сайте.",
    closing: "Раунд {round} по {symbol} закрывается {time}",
    without: "Идеи без позиции вашей делегации: {count}.",
    reminder: "{symbol}: напоминание от тех, кто ведёт рассмотрение",
    wording: "Предлагаемая формулировка:",
    newYork: "{time} по времени Нью-Йорка",
    settings: "Настроить или отключить уведомления:",
    late: "получено после истечения срока",
    unattributed: "без указания автора",
    kinds: {
      replies: "ответ вам",
      positions: "позиция",
      declared: "присоединение или дистанцирование",
      dispositions: "решение или ответ на него",
      comments: "замечание",
      statements: "заявление",
      withdrawn: "исправление или отзыв",
      ideas: "перечень идей",
      rounds: "изменение в раундах",
      text: "новая редакция текста",
    },
    stances: {
      support: "поддержка",
      "support-with-wording": "поддержка с предлагаемой формулировкой",
      reservation: "оговорка",
      "position-reserved": "позиция зарезервирована",
      "does-not-support": "не поддерживает",
    },
  },
  zh: {
    heading: "{symbol}：{count} 项新内容",
    more: "网站上另有 {count} 项。",
    closing: "{symbol} 第 {round} 轮将于{time}截止",
    without: "贵代表团尚未表明立场的构想：{count} 项。",
    reminder: "{symbol}：主持审议者的提醒",
    wording: "建议措辞：",
    newYork: "纽约时间 {time}",
    settings: "设置或取消通知：",
    late: "截止后收到",
    unattributed: "不具名",
    kinds: {
      replies: "对贵方的答复",
      positions: "立场",
      declared: "附议或表示不赞同",
      dispositions: "处理情况或对其答复",
      comments: "评论",
      statements: "发言",
      withdrawn: "更正或撤回",
      ideas: "构想清单",
      rounds: "轮次变动",
      text: "新文本版本",
    },
    stances: {
      support: "支持",
      "support-with-wording": "支持并提出措辞建议",
      reservation: "保留意见",
      "position-reserved": "保留表态",
      "does-not-support": "不支持",
    },
  },
  ar: {
    heading: "{symbol}: الجديد {count}",
    more: "وعلى الموقع {count} أخرى.",
    closing: "تُقفل الجولة {round} بشأن {symbol} في {time}",
    without: "الأفكار التي ليس لوفدكم موقف بشأنها: {count}.",
    reminder: "{symbol}: تذكير ممن يديرون النظر في التقرير",
    wording: "الصيغة المقترحة:",
    newYork: "{time} بتوقيت نيويورك",
    settings: "اختيار الإشعارات أو إيقافها:",
    late: "ورد بعد الموعد النهائي",
    unattributed: "دون نسبة",
    kinds: {
      replies: "رد عليكم",
      positions: "موقف",
      declared: "انضمام أو نأي",
      dispositions: "إجراء متخذ أو رد عليه",
      comments: "تعليق",
      statements: "بيان",
      withdrawn: "تصويب أو سحب",
      ideas: "قائمة الأفكار",
      rounds: "تغيير في الجولات",
      text: "نسخة جديدة من النص",
    },
    stances: {
      support: "تأييد",
      "support-with-wording": "تأييد مع صياغة مقترحة",
      reservation: "تحفظ",
      "position-reserved": "موقف محتفظ به",
      "does-not-support": "لا يؤيد",
    },
  },
};
