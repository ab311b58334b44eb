/** Credentials are contested: what that means for whoever sits here, on every screen. Nobody else is told. */
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { isolated } from "#deliberation/isolated";
import type { State } from "#deliberation/state";
import type { Seated } from "../_data/seated.ts";

interface Props {
  suspended: NonNullable<Seated["suspended"]>;
  state: State | undefined;
}

export async function Suspended({ suspended, state }: Props) {
  const { whole, document, documentOn, since, delegation } = suspended;
  const t = await getTranslations("credentials");
  const format = await getFormatter();
  const said = {
    name: await nameIn(state, delegation),
    document: isolated(document),
    on: format.dateTime(new Date(documentOn), { dateStyle: "medium", timeZone: "UTC" }),
    since: format.dateTime(new Date(since), { dateStyle: "medium", timeStyle: "short" }),
  };
  return (
    <aside className="contested" aria-labelledby="contested" data-suspended>
      <b id="contested">{t(whole ? "contested" : "yoursContested", said)}</b> <span>{t("means")}</span>{" "}
      <span className="mute">{t("ask")}</span>
    </aside>
  );
}

export async function nameIn(state: State | undefined, delegation: string): Promise<string> {
  const names: Record<string, string> = state?.delegations[delegation]?.names ?? {};
  return names[await getLocale()] ?? names.en ?? delegation;
}
