/** Which language a request is answered in (asked for in its address, kept in the cookie, or the browser's), and its words; what a catalogue lacks is said in English. */
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { isLanguage, LANGUAGE_COOKIE, preferred } from "./languages.ts";
import ar from "./messages/ar.json";
import en from "./messages/en.json";
import es from "./messages/es.json";
import fr from "./messages/fr.json";
import ru from "./messages/ru.json";
import zh from "./messages/zh.json";

type Catalogue = { [key: string]: string | Catalogue };

const CATALOGUES: Record<string, Catalogue> = { ar, en, es, fr, ru, zh };

export default getRequestConfig(async () => {
  const said = await headers();
  const asked = said.get("x-asked-language") ?? undefined;
  const kept = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  const chosen = [asked, kept].find(isLanguage);
  const locale = chosen ?? preferred(said.get("accept-language"));
  return {
    locale,
    messages: completed(en, CATALOGUES[locale] ?? en),
    timeZone: "America/New_York",
    now: new Date(),
  };
});

function completed(whole: Catalogue, part: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(whole).map(([key, value]) => {
      const own = part[key];
      if (typeof value === "string") return [key, typeof own === "string" ? own : value];
      return [key, completed(value, typeof own === "object" ? own : {})];
    }),
  );
}
