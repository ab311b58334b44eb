/** Words of the pack for capital. Its column heads are also how a pack that comes back is known. */
import type { PaperLang } from "../paper-words.ts";

export interface PackWords {
  title: string;
  internal: string;
  /** Idea, earlier words, stands of others, our draft; the empty one is last. */
  columns: readonly [string, string, string, string, string];
  none: string;
  onBehalfOf: (name: string) => string;
}

export const PACK_WORDS: Record<PaperLang, PackWords> = {
  en: {
    title: "Pack for capital",
    internal: "Draft, internal to the delegation",
    columns: ["Idea", "What we said", "Groups and others", "Our draft", "Words from capital"],
    none: "–",
    onBehalfOf: (name) => `On behalf of ${name}`,
  },
  fr: {
    title: "Dossier pour la capitale",
    internal: "Projet, interne à la délégation",
    columns: ["Idée", "Ce que nous avons dit", "Groupes et autres", "Notre projet", "Texte de la capitale"],
    none: "–",
    onBehalfOf: (name) => `Au nom de ${name}`,
  },
  es: {
    title: "Carpeta para la capital",
    internal: "Borrador, interno de la delegación",
    columns: ["Idea", "Lo que hemos dicho", "Grupos y otros", "Nuestro borrador", "Texto de la capital"],
    none: "–",
    onBehalfOf: (name) => `En nombre de ${name}`,
  },
  ru: {
    title: "Пакет для столицы",
    internal: "Проект, только для делегации",
    columns: ["Идея", "Что мы говорили", "Группы и другие", "Наш проект", "Слова из столицы"],
    none: "–",
    onBehalfOf: (name) => `От имени: ${name}`,
  },
  zh: {
    title: "送国内文件包",
    internal: "草稿，仅供代表团内部使用",
    columns: ["构想", "我方以往言论", "集团及其他各方", "我方草稿", "国内意见"],
    none: "–",
    onBehalfOf: (name) => `代表${name}`,
  },
  ar: {
    title: "ملف للعاصمة",
    internal: "مسودة داخلية للوفد",
    columns: ["الفكرة", "ما قلناه", "المجموعات والآخرون", "مسودتنا", "كلمات العاصمة"],
    none: "–",
    onBehalfOf: (name) => `باسم ${name}`,
  },
};
