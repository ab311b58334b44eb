import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { Place } from "#deliberation/seat";
import { nameOf } from "../_data/invitation.ts";
import { ofFirstReport, ownSeats } from "../_data/people.ts";
import { seatedFor } from "../_data/seated.ts";
import { Frame } from "../_ui/Frame.tsx";
import { ActHere } from "./ActHere.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("acting"))("title") };
}

/** Whoever holds several seats chooses which one this sign-in acts in. */
export default async function ActPage() {
  const seated = await seatedFor("record.read", "/act");
  const { seat } = seated;
  const [t, locale] = [await getTranslations(), await getLocale()];
  const inDelegation = seat.as === "delegation" ? seat.delegation : seated.suspended?.delegation;
  const isActing = (place: Place) =>
    place.as === "delegation"
      ? place.delegation === inDelegation && (seat.as !== "delegation" || seat.function === place.function)
      : place.as === seat.as && inDelegation === undefined;
  return (
    <Frame seated={seated} {...(ofFirstReport(seat) ?? {})}>
      <main id="main" className="page narrow">
        <h1>{t("acting.title")}</h1>
        <p className="lead">{t("acting.lead")}</p>
        <ul className="people">
          {ownSeats(seat).map(({ seat: id, place }) => {
            const name =
              place.as === "delegation"
                ? `${nameOf(place.delegation, locale)} · ${t(`function.${place.function}`)}`
                : t(`capacity.${place.as}`);
            return (
              <li key={id} className="right">
                <b>
                  <bdi>{name}</bdi>
                </b>
                {isActing(place) ? <span>{t("acting.now")}</span> : <ActHere seat={id} name={name} />}
              </li>
            );
          })}
        </ul>
      </main>
    </Frame>
  );
}
