/** Fictional delegations for demonstration, named after trees; no name or code of a State. */
import type { Names } from "#deliberation/entry";
import type { Seat, SeatFunction } from "#deliberation/seat";

export const DEMO_DELEGATIONS: { key: string; kind: "member" | "observer"; names: Names }[] = [
  member("alder", { en: "Alder", fr: "Aulne", es: "Aliso", ru: "Ольха", zh: "桤木", ar: "ألدر" }),
  member("birch", { en: "Birch", fr: "Bouleau", es: "Abedul", ru: "Берёза", zh: "桦树", ar: "البتولا" }),
  member("cedar", { en: "Cedar", fr: "Cèdre", es: "Cedro", ru: "Кедр", zh: "雪松", ar: "الأرز" }),
  member("elm", { en: "Elm", fr: "Orme", es: "Olmo", ru: "Вяз", zh: "榆树", ar: "الدردار" }),
  member("fig", { en: "Fig", fr: "Figuier", es: "Higuera", ru: "Инжир", zh: "无花果树", ar: "شجرة التين" }),
  member("juniper", {
    en: "Juniper",
    fr: "Genévrier",
    es: "Enebro",
    ru: "Можжевельник",
    zh: "刺柏",
    ar: "العرعر",
  }),
  member("maple", { en: "Maple", fr: "Érable", es: "Arce", ru: "Клён", zh: "枫树", ar: "القيقب" }),
  member("olive", { en: "Olive", fr: "Olivier", es: "Olivo", ru: "Олива", zh: "橄榄树", ar: "الزيتون" }),
  {
    key: "willow",
    kind: "observer",
    names: { en: "Willow", fr: "Saule", es: "Sauce", ru: "Ива", zh: "柳树", ar: "الصفصاف" },
  },
];

export const DEMO_GROUP = {
  key: "northern-grove",
  names: {
    en: "Northern Grove",
    fr: "Bosquet du Nord",
    es: "Arboleda del Norte",
    ru: "Северная роща",
    zh: "北方林地",
    ar: "البستان الشمالي",
  },
  members: ["alder", "birch", "elm"],
  /** Speaks on the group's behalf. */
  chair: "elm",
};

export const DEMO_PERSONS: {
  email: string;
  name: string;
  as: Seat["as"];
  delegation?: string;
  function?: SeatFunction;
}[] = [
  ...DEMO_DELEGATIONS.flatMap(({ key, names }) => [
    person(key, "head", `Head of ${names.en}`),
    person(key, "drafter", `Drafter of ${names.en}`),
  ]),
  { email: "facilitator@demo.test", name: "Facilitator", as: "facilitator" },
  { email: "administrator@demo.test", name: "Administrator", as: "administrator" },
  { email: "reviewer@demo.test", name: "Reviewer", as: "reviewer" },
];

function member(key: string, names: Names) {
  return { key, kind: "member" as const, names };
}

function person(delegation: string, inDelegation: SeatFunction, name: string) {
  return {
    email: `${delegation}.${inDelegation}@demo.test`,
    name,
    as: "delegation" as const,
    delegation,
    function: inDelegation,
  };
}
