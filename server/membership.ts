/** The real membership: 193 Member States, four observers and the regional groups, empty of words. */
import { judgeState } from "#db/follow";
import type { Store } from "#db/open";
import { DelegationKey, type ReportId } from "#deliberation/ids";
import type { Seat } from "#deliberation/seat";
import membership from "../db/seed/member-states.json" with { type: "json" };
import type { RecordKeeper } from "./keeper.ts";
import { enter } from "./publish.ts";

/** Regional groups by the code the membership gives them. */
const GROUPS: Record<string, { key: string; names: Record<string, string> }> = {
  AG: {
    key: "african-states",
    names: {
      en: "African States",
      zh: "非洲国家集团",
      ar: "مجموعة الدول الأفريقية",
      fr: "Groupe des États d’Afrique",
      ru: "Группа африканских государств",
      es: "Grupo de los Estados de África",
    },
  },
  APG: {
    key: "asia-pacific-states",
    names: {
      en: "Asia-Pacific States",
      zh: "亚洲太平洋国家集团",
      ar: "مجموعة دول آسيا والمحيط الهادئ",
      fr: "Groupe des États d’Asie et du Pacifique",
      ru: "Группа государств Азии и Тихого океана",
      es: "Grupo de los Estados de Asia y el Pacífico",
    },
  },
  EEG: {
    key: "eastern-european-states",
    names: {
      en: "Eastern European States",
      zh: "东欧国家集团",
      ar: "مجموعة دول أوروبا الشرقية",
      fr: "Groupe des États d’Europe orientale",
      ru: "Группа восточноевропейских государств",
      es: "Grupo de los Estados de Europa Oriental",
    },
  },
  GRULAC: {
    key: "latin-american-and-caribbean-states",
    names: {
      en: "Latin American and Caribbean States",
      zh: "拉丁美洲和加勒比国家集团",
      ar: "مجموعة دول أمريكا اللاتينية ومنطقة البحر الكاريبي",
      fr: "Groupe des États d’Amérique latine et des Caraïbes",
      ru: "Группа государств Латинской Америки и Карибского бассейна",
      es: "Grupo de los Estados de América Latina y el Caribe",
    },
  },
  WEOG: {
    key: "western-european-and-other-states",
    names: {
      en: "Western European and other States",
      zh: "西欧和其他国家集团",
      ar: "مجموعة دول أوروبا الغربية ودول أخرى",
      fr: "Groupe des États d’Europe occidentale et autres États",
      ru: "Группа западноевропейских и других государств",
      es: "Grupo de los Estados de Europa Occidental y otros Estados",
    },
  },
};

/** Why the membership is not seated; nothing was recorded then. */
export class NotSeated extends Error {}

/**
 * Admits all of them, or none. Invented and real delegations never stand in one store.
 * @returns how many entries it took.
 * @throws NotSeated where any record of the store is a demonstration's, or a delegation was admitted to this one.
 */
export async function seatMembershipOf(
  store: Store,
  keeper: RecordKeeper,
  secretariat: Seat,
  report: ReportId,
  reports: readonly ReportId[],
): Promise<number> {
  if (reports.some((one) => judgeState(store, one).item?.demonstration))
    throw new NotSeated("This store holds the demonstration.");
  if (Object.keys(judgeState(store, report).delegations).length > 0)
    throw new NotSeated(`Delegations are admitted to ${report} already.`);
  const asked = entriesOf();
  store.sqlite.exec("BEGIN IMMEDIATE");
  try {
    await Promise.all(asked.map((one) => enter(keeper, report, secretariat, one)));
    store.sqlite.exec("COMMIT");
  } catch (error) {
    store.sqlite.exec("ROLLBACK");
    throw error;
  }
  return asked.length;
}

function entriesOf(): object[] {
  const admission = (code: string, delegationKind: "member" | "observer", names: object) => {
    const delegation = DelegationKey.parse(code.toLowerCase());
    return { kind: "delegation.admitted", delegation, delegationKind, names };
  };
  return [
    ...membership.members.map(({ iso3, names }) => admission(iso3, "member", names)),
    ...membership.observers.map(({ id, names }) => admission(id, "observer", names)),
    ...Object.values(GROUPS).map(({ key, names }) => ({ kind: "group.formed", group: key, names })),
    ...membership.members.map(({ iso3, regionalGroup }) => ({
      kind: "group.membership.changed",
      group: GROUPS[regionalGroup]?.key,
      delegation: iso3.toLowerCase(),
      change: "joined",
    })),
  ];
}
