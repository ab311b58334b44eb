/** The letter of an invitation: who invites, to which seat, and the link. It says nothing that is not public. */
import type { Lang } from "#deliberation/ids";
import type { Place } from "#deliberation/seat";
import { CALENDAR_WORDS } from "./calendar-words.ts";
import type { Mail } from "./digest.ts";
import { DIGEST_WORDS } from "./digest-words.ts";
import { PEOPLE_WORDS } from "./people-words.ts";

export interface InvitationLetter {
  place: Place;
  /** Names of the delegation the seat is in, and of the one whose head invites; null where it is the secretariat. */
  delegation: string;
  inviter: string | null;
  link: string;
  expiresAt: string;
  demonstration: boolean;
  lang: Lang;
}

export function invitationMail(letter: InvitationLetter): Mail {
  const { link, expiresAt, inviter, lang } = letter;
  const words = PEOPLE_WORDS[lang];
  const seat = seatName(letter);
  const who = inviter ?? words.secretariat;
  const format = new Intl.DateTimeFormat(lang === "ar" ? "ar-u-nu-latn" : lang, {
    ...{ dateStyle: "medium", timeStyle: "short", timeZone: "America/New_York" },
  });
  const time = DIGEST_WORDS[lang].newYork.replace("{time}", format.format(new Date(expiresAt)));
  const { withoutPrejudice, demonstration } = CALENDAR_WORDS[lang];
  const foot = ["-- ", withoutPrejudice, ...(letter.demonstration ? [demonstration] : [])].join("\n");
  const invites = words.invites.replace("{who}", capital(who, lang));
  const parts = [`${invites}\n${seat}`, `${words.accept.replace("{time}", time)}\n${link}`, words.otherwise];
  return { subject: words.subject.replace("{seat}", seat), text: `${[...parts, foot].join("\n\n")}\n` };
}

function seatName({ place, delegation, lang }: InvitationLetter): string {
  const words = PEOPLE_WORDS[lang];
  if (place.as !== "delegation") return words.capacities[place.as];
  return words.seat
    .replace("{delegation}", delegation)
    .replace("{function}", words.functions[place.function]);
}

/** Where a sentence begins with it. */
function capital(who: string, lang: Lang): string {
  return lang === "en" ? who.charAt(0).toUpperCase() + who.slice(1) : who;
}
